import { expect, it } from '@jest/globals';
import { openedCase } from './a-case.js';
import { answerTo, says, type Desk } from './desk.js';
import type { Workplace } from './workplace.js';

const DUTY = '532528-psb.duty';
const OFFICER = '532528-psb.officer';

/** Coming in, staying in, going out. */
export function theDoor(workplace: () => Workplace): void {
  it('signs in whoever is chosen among the people of the exercise, and shows their work', async () => {
    const desk = await workplace().signedIn(DUTY);
    await says(desk.page.locator('main h1'), '我的工作');
    await says(desk.page.locator('aside.rehearsal'), '演练');
    const cookies = await desk.context.cookies();
    expect(cookies.length).toBeGreaterThan(0);
    expect(cookies.filter(({ httpOnly }) => !httpOnly)).toEqual([]);
    expect(await desk.page.evaluate('document.cookie')).toBe('');
    await finished(desk);
  });

  it('comes back to the page that was asked for', async () => {
    const desk = await workplace().desk(DUTY);
    await desk.signIn('/cases?state=all');
    await says(desk.page.locator('main h1'), '案件');
    expect(new URL(desk.page.url()).search).toBe('?state=all');
    await finished(desk);
  });

  it('keeps what was begun when the session has ended, and goes on with it after signing in again', async () => {
    const desk = await workplace().signedIn(DUTY);
    await begunClue(desk, '会话过期前写下的内容');
    await workplace().changeSessions('expires_at', (await desk.session()).personId);
    await desk.page.getByRole('button', { name: '提交' }).click();
    await desk.page.locator('.ant-modal', { hasText: '登录已过期' }).getByRole('link', { name: '重新登录' }).click();
    await desk.confirm();
    await says(desk.page.locator('[role=status]'), '已恢复');
    expect(await desk.page.locator('[data-field=description] textarea').inputValue()).toBe('会话过期前写下的内容');
    await finished(desk);
  });

  it('locks after a while without use, and opens again for the same person with everything in place', async () => {
    const desk = await workplace().signedIn(DUTY);
    await begunClue(desk, '锁定前写下的内容');
    await workplace().changeSessions('active_at', (await desk.session()).personId);
    await desk.page.getByRole('button', { name: '提交' }).click();
    const locked = desk.page.locator('.ant-modal', { hasText: '已锁定' });
    await locked.waitFor();
    await desk.picture('locked');
    const curtain = await desk.page.evaluate<string>("getComputedStyle(document.querySelector('.ant-modal-mask')).backgroundColor");
    expect(curtain).toMatch(/^rgb\(/); // Nothing shines through.
    const other = await desk.tab();
    await other.goto(workplace().door);
    await says(other.locator('.door-alert'), '已锁定');
    await other.locator('a.door-act').click();
    await desk.confirm(other);
    await locked.getByRole('button', { name: '继续' }).click();
    await locked.waitFor({ state: 'hidden' });
    const answer = await answerTo(desk.page, () => desk.page.getByRole('button', { name: /提交/ }).click(), /\/intakes\/clues$/);
    expect(answer.status()).toBe(201);
    await finished(desk);
  });

  it('leaves nothing behind when somebody signs out', async () => {
    const desk = await workplace().signedIn(DUTY);
    await begunClue(desk, '不应留在机器上的内容');
    await leaveBy(desk, '退出登录');
    expect(await desk.page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('guitu.draft.'))")).toEqual([]);
    const answer = await desk.context.request.get(`${workplace().door}/api/casebook/worklist`);
    expect(answer.status()).toBe(401);
    await finished(desk);
  });

  it('signs out everywhere: the other machine of the same person asks to sign in', async () => {
    const [here, there] = [await workplace().signedIn(OFFICER), await workplace().signedIn(OFFICER)];
    const { caseId } = await openedCase(workplace().stage);
    await there.go(`/cases/${caseId}`);
    await leaveBy(here, '在所有设备上退出');
    await there.page.getByRole('link', { name: '我的工作' }).click();
    await there.page.locator('.ant-modal', { hasText: '登录已过期' }).waitFor();
    await finished(here);
    await finished(there);
  });
}

/** A clue that somebody has begun to write. */
export async function begunClue(desk: Desk, description: string): Promise<void> {
  await desk.go('/new');
  await desk.page.locator('[data-field=channel] .ant-select').click();
  await desk.page.locator('.ant-select-item-option[data-value=citizen]').click();
  await desk.page.locator('[data-field=discoveredAt] input').fill('2026-06-20T07:00');
  await desk.page.locator('[data-field=description] textarea').fill(description);
}

async function leaveBy(desk: Desk, way: string): Promise<void> {
  await desk.page.locator('.bar-right button', { hasText: '▾' }).click();
  await desk.page.getByRole('menuitem', { name: way, exact: true }).click();
  await desk.page.locator('a.door-act').waitFor();
}

/** The browser had nothing to complain of. */
export async function finished(desk: Desk): Promise<void> {
  expect(desk.complaints).toEqual([]);
  await desk.leave();
}
