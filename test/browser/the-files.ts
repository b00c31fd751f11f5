import { expect, it } from '@jest/globals';
import { FILE_BYTES_MAX } from '#contracts';
import type { Locator, Page } from 'playwright-core';
import { COMMANDS } from '../../web/src/api/commands.js';
import { onceKnown } from '../walkthrough/src/moves.js';
import { offeredCase, YUANYANG } from './a-case.js';
import { answerTo, PATIENCE_MS, says, type Desk } from './desk.js';
import { Filling } from './filling.js';
import { barriersOn } from './looking.js';
import { finished } from './the-door.js';
import type { Workplace } from './workplace.js';

const OFFICER = '532528-psb.officer';
const MENGZI = '532503-psb';
const CONTENT = /\/attachments\/[^/]+\/content$/;

/** Files with the record of a stage, and the paper that one of them shows. */
export function theFiles(workplace: () => Workplace): void {
  it('keeps the file that was announced, after a broken line too; the original goes to the unit that accepts it', async () => {
    const path = await anInvestigation(workplace());
    const desk = await workplace().signedIn(OFFICER);
    await desk.go(path);
    const picture = await desk.page.screenshot();
    await desk.page.route(CONTENT, (route) => route.abort());
    await add(desk.page, { name: 'scene.png', mimeType: 'image/png', buffer: picture });
    await says(drawerOf(desk.page), '没有收到答复');
    await desk.page.locator('.ant-drawer-close').last().click();
    await desk.page.locator('.ant-drawer-body').waitFor({ state: 'detached' });
    await desk.page.unroute(CONTENT);
    await says(filesOf(desk.page), '文件尚未上传');
    await filesOf(desk.page).getByRole('button', { name: '打开 照片' }).click();
    const other = Buffer.from(picture.map((byte, index) => (index === picture.length - 1 ? byte ^ 1 : byte)));
    expect((await bring(desk.page, other)).status()).toBe(422);
    await says(drawerOf(desk.page), '文件摘要与登记的不符');
    expect((await bring(desk.page, picture)).status()).toBe(200);
    await drawerOf(desk.page).getByRole('button', { name: '查看文件(留痕)' }).click();
    await says(drawerOf(desk.page), '内容与登记的摘要一致');
    await desk.page.locator('img.kept-file').evaluate('async (image) => { await image.decode(); }');
    expect(await barriersOn(desk.page)).toEqual([]);
    await desk.picture('file');
    await offerOriginal(desk.page);
    await takeOver(workplace(), path);
    await says(filesOf(desk.page), /原件在\s*蒙自/);
    await finished(desk);
  });

  it('takes a file as large as files may be, shows it, and strikes it through when it is withdrawn', async () => {
    const desk = await workplace().signedIn(OFFICER);
    await desk.go(await anInvestigation(workplace()));
    const kept = desk.page.waitForResponse((response) =>
      CONTENT.test(new URL(response.url()).pathname) && response.request().method() === 'PUT', { timeout: PATIENCE_MS });
    await add(desk.page, { name: 'report.pdf', mimeType: 'application/pdf', buffer: aPaper(FILE_BYTES_MAX) });
    expect((await kept).status()).toBe(200);
    await filesOf(desk.page).getByRole('button', { name: '打开 照片' }).click();
    await drawerOf(desk.page).getByRole('button', { name: '查看文件(留痕)' }).click();
    await says(drawerOf(desk.page), '内容与登记的摘要一致');
    await desk.picture('file-paper');
    await drawerOf(desk.page).locator('[data-do="withdraw "]').click();
    const form = desk.page.locator('.ant-drawer-body form.command-form');
    await new Filling(desk.page, form, new Map())
      .fillIn(COMMANDS['investigation/attachments.withdraw'].body!, { reason: 'wrong-file' });
    await answerTo(desk.page, () => form.getByRole('button', { name: '提交' }).click(), /\/withdrawal$/);
    await says(filesOf(desk.page), /已撤回/);
    await filesOf(desk.page).locator('s').waitFor({ state: 'attached' });
    await finished(desk);
  });
}

const filesOf = (page: Page): Locator => page.locator('section[aria-label=附件]');
const drawerOf = (page: Page): Locator => page.locator('.ant-drawer-body').last();

/** An investigation for which the bureau of Yuanyang answers. @returns its page. */
async function anInvestigation({ stage }: Workplace): Promise<string> {
  const { caseId, investigation: { id, stage: { offer } } } = await offeredCase(stage);
  const officer = await stage.at(YUANYANG, 'officer');
  // The clocks of an exercise are moved one after the other: for a moment the offer may lie ahead.
  await onceKnown(['time.before-last-change'], () =>
    officer.put('investigation', `/investigations/${id}/offers/${offer!.offerId}/acceptance`));
  return `/cases/${caseId}/investigation/${id}`;
}

async function add(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await filesOf(page).getByRole('button', { name: '添加附件' }).click();
  const form = drawerOf(page).locator('form');
  await form.locator('input[type=file]').setInputFiles(file);
  await form.locator('.ant-select').click();
  await page.locator('.ant-select-item-option[data-value=photograph]').click();
  await form.getByRole('checkbox').check();
  await form.getByRole('button', { name: '登记并上传' }).click();
}

function bring(page: Page, buffer: Buffer): ReturnType<typeof answerTo> {
  const form = drawerOf(page).locator('form');
  return answerTo(page, async () => {
    await form.locator('input[type=file]').setInputFiles({ name: 'again.png', mimeType: 'image/png', buffer });
    await form.getByRole('button', { name: '上传', exact: true }).click();
  }, CONTENT);
}

async function offerOriginal(page: Page): Promise<void> {
  await drawerOf(page).locator('[data-do="offerOriginal "]').click();
  const form = page.locator('.ant-drawer-body form.command-form');
  await new Filling(page, form, new Map())
    .fillIn(COMMANDS['investigation/attachments.offerOriginal'].body!, { toUnit: MENGZI });
  const answer = await answerTo(page, () => form.getByRole('button', { name: '提交' }).click(), /\/original-offers$/);
  expect(answer.status()).toBe(201);
  await says(drawerOf(page), '接收之前仍由原单位保管');
}

/** The other bureau is asked on the page of the stage, and takes the paper over. */
async function takeOver(workplace: Workplace, path: string): Promise<void> {
  const desk: Desk = await workplace.signedIn(`${MENGZI}.officer`);
  await desk.go(path);
  await says(filesOf(desk.page), '等待您单位接收');
  await filesOf(desk.page).getByRole('button', { name: '打开 照片' }).click();
  await drawerOf(desk.page).locator('[data-do="acceptOriginal "]').click();
  const sure = desk.page.locator('.ant-modal').getByRole('button', { name: '办理' });
  expect((await answerTo(desk.page, () => sure.click(), /\/acceptance$/)).status()).toBe(200);
  await desk.page.locator('.ant-drawer-body .strip li').nth(1).waitFor();
  await desk.picture('file-taken-over');
  await finished(desk);
}

/** One empty page, made as long as is asked. */
function aPaper(bytes: number): Buffer {
  const [begin, end] = [
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n'
      + '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]>>endobj\n%',
    '\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  ];
  return Buffer.from(begin + ' '.repeat(bytes - begin.length - end.length) + end);
}
