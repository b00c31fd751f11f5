import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, System, temporaryFolder } from '#embedded';
import type { Browser } from 'playwright-core';
import { BrowserDesk } from './desk.js';
import { startBrowser } from './browser.js';

const MINUTE = 60_000;
const PICTURES = join(projectRoot(), 'dist', 'browser');

const dataDir = temporaryFolder('guitu-browser-');
let [system, browser, duty, officer]: [System, Browser, BrowserDesk, BrowserDesk] = [] as never;
let casePage = '';

const at = (username: string): Promise<BrowserDesk> =>
  BrowserDesk.open(browser, { base: system.service('gateway').url, username, folder: PICTURES });

beforeAll(async () => {
  execFileSync(process.execPath, ['scripts/build-web.mjs'], { cwd: projectRoot(), stdio: 'inherit' });
  system = new System({ dataDir, portBase: 0, mode: 'rehearsal' });
  [browser] = await Promise.all([startBrowser(), system.start()]);
}, 4 * MINUTE);

afterAll(async () => {
  await browser?.close();
  await system?.stop();
  rmSync(dataDir, { recursive: true, force: true });
}, MINUTE);

/** The first hours of “woman returned at Hekou”, as the people of Yuanyang would do them in their browsers. */
describe('the web workplace', () => {
  it('lets the duty officer sign in and find what waits', async () => {
    duty = await at('532528-psb.duty');
    expect(await duty.look('my work')).toEqual([]);
    expect(duty.troubles).toEqual([]);
  }, 2 * MINUTE);

  it('keeps a draft over a closed tab, and registers the clue (I-1)', async () => {
    const { page } = duty;
    await duty.goTo('/new');
    await duty.choose('来源渠道', '新媒体');
    await page.getByLabel('发现时间').fill('2026-07-02T21:12');
    await page.getByLabel('情况描述').fill('说越南语的女子被人控制在新街镇一出租屋');
    await duty.goTo('/');
    await duty.goTo('/new');
    await expect(page.getByLabel('情况描述').inputValue()).resolves.toContain('新街镇');
    await page.getByRole('radio', { name: '是', exact: true }).check();
    expect(await duty.look('register')).toEqual([]);
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('heading', { name: /线索与报案/ }).waitFor();
    expect(await duty.look('intake')).toEqual([]);
  }, 3 * MINUTE);

  it('grades the risk and opens the case (I-3, I-4)', async () => {
    const { page } = duty;
    await page.getByRole('button', { name: '风险定级' }).click();
    await page.getByRole('radio', { name: '紧急' }).check();
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('紧急', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: '立案', exact: true }).click();
    await duty.choose('类别', '拐卖妇女');
    await page.getByRole('button', { name: '添加受害人' }).click();
    await page.getByRole('radio', { name: '女' }).check();
    await page.getByLabel('出生日期').fill('2004-03-01');
    await duty.choose('国籍', '越南');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('link', { name: /^GT-532528-/ }).first().waitFor();
    casePage = /\/cases\/[0-9a-f-]{36}/.exec(page.url())![0];
  }, 3 * MINUTE);

  it('asks for the next stage (I-4)', async () => {
    const { page } = duty;
    await page.getByRole('button', { name: '请求下一阶段' }).click();
    await page.getByRole('radio', { name: '侦查' }).check();
    await duty.choose('接收单位', '元阳县公安局');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('已请求的下一阶段').waitFor();
  }, 2 * MINUTE);

  it('shows the offer on the other screen, and lets an officer accept it', async () => {
    officer = await at('532528-psb.officer');
    const { page } = officer;
    const accept = page.getByRole('button', { name: '接收', exact: true });
    await accept.waitFor();
    expect(await officer.look('offer')).toEqual([]);
    await accept.click();
    await page.getByRole('dialog').getByRole('button', { name: '接收', exact: true }).click();
    await page.getByRole('link', { name: '侦查' }).first().waitFor();
    await page.getByText('没有等待答复的移交').waitFor();
  }, 2 * MINUTE);

  it('shows the case to everybody who takes part: lanes, timeline, ledger, comparison', async () => {
    for (const tab of ['now', 'timeline', 'ledger', 'compare']) {
      await officer.goTo(`${casePage}?tab=${tab}`);
      await officer.page.getByRole('tabpanel').first().waitFor();
      expect(await officer.look(`case ${tab}`)).toEqual([]);
    }
    await officer.goTo(`${casePage}?tab=ledger`);
    await officer.page.getByText(/已核验/).waitFor();
    expect(officer.troubles).toEqual([]);
  }, 4 * MINUTE);

  it.each(['/cases', '/board', '/notices'])('is in order at %s', async (path) => {
    await officer.goTo(path);
    expect(await officer.look(path.slice(1))).toEqual([]);
  }, 2 * MINUTE);

  it('leaves nothing of a draft on the machine after signing out', async () => {
    const { page } = duty;
    await duty.goTo('/new');
    await page.getByLabel('情况描述').fill('写到一半');
    await page.getByRole('button', { name: /▾/ }).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.getByRole('link', { name: '登录', exact: true }).waitFor();
    expect(await page.evaluate('JSON.stringify(localStorage)')).not.toContain('写到一半');
    await duty.close();
    await officer.close();
  }, 2 * MINUTE);
});
