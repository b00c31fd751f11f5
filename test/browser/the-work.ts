import { expect, it } from '@jest/globals';
import { eventually } from '../walkthrough/src/people.js';
import { offeredCase, openedCase, YUANYANG } from './a-case.js';
import { answerTo, PATIENCE_MS, says, type Desk } from './desk.js';
import { begunClue, finished } from './the-door.js';
import type { Workplace } from './workplace.js';

const DUTY = '532528-psb.duty';
const OFFICER = '532528-psb.officer';
/** A change made by one agency is on the other's open screen in under a second; a busy machine is given more. */
const LIVE_MS = 10_000;

/** The ordinary day: offers, records, two people at one thing, a bad line. */
export function theWork(workplace: () => Workplace): void {
  it('accepts an offer: the case is ours from that moment, and the page of the one who asked shows it by itself', async () => {
    const { caseId } = await offeredCase(workplace().stage);
    const [asking, asked] = [await workplace().signedIn(DUTY), await workplace().signedIn(OFFICER)];
    await asking.go(`/cases/${caseId}`);
    await asked.go('/');
    const offer = offerOf(asked, caseId);
    await says(offer, '侦查');
    for (const known of ['紧急', '拐卖妇女', '元阳县', '受害人 2 名']) await says(offer, known);
    await asked.picture('my-work-with-an-offer');
    await offer.getByRole('button', { name: '接收', exact: true }).click();
    const question = asked.page.getByRole('dialog');
    await says(question, '由');
    await asked.picture('accepting');
    const accept = question.getByRole('button', { name: '接收', exact: true });
    const answer = await answerTo(asked.page, () => accept.click(), /\/acceptance$/);
    expect(answer.status()).toBe(200);
    const began = Date.now();
    await says(asking.page.locator('.case-head'), '侦查');
    expect(Date.now() - began).toBeLessThan(LIVE_MS);
    await offer.waitFor({ state: 'detached' });
    await says(asked.page.getByRole('region', { name: '负责的阶段' }), '侦查');
    await finished(asking);
    await finished(asked);
  });

  it('returns an offer with a reason, which the one who asked reads', async () => {
    const { caseId, investigation } = await offeredCase(workplace().stage);
    const desk = await workplace().signedIn(OFFICER);
    await desk.go('/');
    const offer = offerOf(desk, caseId);
    await offer.getByRole('button', { name: '退回', exact: true }).click();
    const question = desk.page.getByRole('dialog');
    const send = question.getByRole('button', { name: '退回', exact: true });
    expect(await send.isDisabled()).toBe(true);
    await question.getByText('不属本单位管辖').click();
    expect((await answerTo(desk.page, () => send.click(), /\/return$/)).status()).toBe(200);
    await offer.waitFor({ state: 'detached' });
    const duty = await workplace().stage.at(YUANYANG, 'duty-officer');
    const record = await duty.get<{ stage: { offer: unknown } }>('investigation', `/investigations/${investigation.id}`);
    expect(record.stage.offer).toBeNull();
    await desk.go(`/cases/${caseId}?tab=timeline`);
    await says(desk.page.locator('main'), '退回移交');
    await finished(desk);
  });

  it('takes a missing person whose age can only be judged', async () => {
    const desk = await workplace().signedIn(DUTY);
    await desk.go('/new');
    await desk.page.getByText('失踪报案', { exact: true }).click();
    const field = (name: string) => desk.page.locator(`[data-field="${name}"]`);
    await field('person.sex').locator('input[value=male]').check();
    await field('person.age').locator('input[value=unknown]').check();
    await says(field('person.age'), '按未成年人办理');
    await field('person.age').locator('input[value=estimate]').check();
    await field('person.estimatedAge.fromYears').locator('input').fill('4');
    await field('person.estimatedAge.toYears').locator('input').fill('6');
    await field('missingSince').locator('input').fill('2026-06-19T08:00');
    await desk.picture('age-judged');
    const answer = await answerTo(desk.page, () => desk.page.getByRole('button', { name: '提交' }).click(), /\/missing-reports$/);
    expect(answer.status()).toBe(201);
    const { facts } = await answer.json() as { facts: { type: string; data: object }[] };
    // The youngest that is possible when the child was lost, the day before it was judged.
    expect(facts.find(({ type }) => type === 'intake.missing-person-reported')!.data).toMatchObject({ ageYears: 3 });
    await says(desk.page.locator('section.actions'), '登记已查明或估计的年龄');
    await finished(desk);
  });

  it('shows both versions when somebody else was faster, and lets the person go on from there', async () => {
    const { caseId, intakeId } = await openedCase(workplace().stage);
    const desk = await workplace().signedIn(DUTY);
    const [first, second] = [desk.page, await desk.tab()];
    for (const page of [first, second]) {
      await desk.go(`/cases/${caseId}/intake/${intakeId}`, page);
      await page.locator('[data-do="grade "]').click();
      await page.locator('[data-field=risk]').waitFor();
    }
    await first.locator('[data-field=risk] input[value=high]').check();
    expect((await answerTo(first, () => first.getByRole('button', { name: '提交' }).click(), /\/risk$/)).status()).toBe(200);
    await second.locator('[data-field=risk] input[value=ordinary]').check();
    expect((await answerTo(second, () => second.getByRole('button', { name: '提交' }).click(), /\/risk$/)).status()).toBe(409);
    await says(second.getByRole('region', { name: '他人的更改' }), '风险定级');
    expect(await second.locator('[data-field=risk] input[value=ordinary]').isChecked()).toBe(true);
    await desk.picture('stale', second);
    await second.getByRole('button', { name: '已核对,以最新情况为准' }).click();
    expect((await answerTo(second, () => second.getByRole('button', { name: /提交/ }).click(), /\/risk$/)).status()).toBe(200);
    await finished(desk);
  });

  it('keeps what was written when the line breaks, also in a tab that is closed, and sends it once', async () => {
    const desk = await workplace().signedIn(DUTY);
    const words = `断网时写下 ${Date.now()}`;
    await begunClue(desk, words);
    await desk.context.setOffline(true);
    await says(desk.page.locator('.offline'), '网络已断开');
    await desk.page.getByRole('button', { name: '提交' }).click();
    await says(desk.page.getByRole('alert'), '没有收到答复');
    await desk.picture('off-line');
    await desk.page.close();
    await desk.context.setOffline(false);
    desk.page = await desk.tab();
    await desk.go('/new');
    expect(await desk.page.locator('[data-field=description] textarea').inputValue()).toBe(words);
    const keys = await answersLost(desk, /\/intakes\/clues$/);
    await desk.page.getByRole('button', { name: '提交' }).click();
    await says(desk.page.getByRole('alert'), '没有收到答复');
    const answer = await answerTo(desk.page, () => desk.page.getByRole('button', { name: /再次提交/ }).click(), /\/intakes\/clues$/);
    const { id, caseId } = await answer.json() as { id: string; caseId: string };
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    const duty = await workplace().stage.at(YUANYANG, 'duty-officer');
    const { clues } = await duty.get<{ clues: unknown[] }>('intake', `/intakes/${id}`);
    expect(clues).toHaveLength(1);
    await expectOneClue(workplace(), caseId);
    expect(await desk.page.evaluate("Object.keys(localStorage).filter((key) => key.includes('/intakes/clues'))")).toEqual([]);
    await finished(desk);
  });
}

const offerOf = (desk: Desk, caseId: string) =>
  desk.page.locator('li.offer', { has: desk.page.locator(`a[href="/cases/${caseId}"]`) });

/** The first command reaches the service, and its answer is lost on the way back. @returns the ids of all commands sent. */
async function answersLost(desk: Desk, path: RegExp): Promise<string[]> {
  const keys: string[] = [];
  await desk.page.route((url) => path.test(url.pathname), async (route) => {
    keys.push((await route.request().headerValue('idempotency-key'))!);
    if (keys.length > 1) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  return keys;
}

/** What was sent twice is one clue in the record of the case. */
async function expectOneClue({ stage }: Workplace, caseId: string): Promise<void> {
  const duty = await stage.at(YUANYANG, 'duty-officer');
  const { items } = await eventually('the clue in the casebook', async () => {
    const page = await duty.get<{ items: unknown[] }>('casebook', `/cases/${caseId}/timeline?type=intake.clue-received`);
    return page.items.length > 0 && page;
  }, PATIENCE_MS);
  expect(items).toHaveLength(1);
}
