import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page, Response } from 'playwright-core';
import { projectRoot } from '#embedded';

/** Where screenshots are kept; never committed. */
export const PICTURES = join(projectRoot(), 'dist', 'browser');

export interface Looks {
  readonly language?: 'zh' | 'en';
  readonly scheme?: 'light' | 'dark';
  readonly size?: Size;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The desk of a county office, and the telephone in the field. */
export const OFFICE: Size = { width: 1366, height: 768 };
export const TELEPHONE: Size = { width: 390, height: 844 };

/** Nothing is waited for longer; on a busy machine everything takes several times as long as on a quiet one. */
export const PATIENCE_MS = 45_000;

interface Seat {
  readonly door: string;
  readonly username: string;
  readonly looks: Looks;
}

/** Somebody at a browser of their own: no cookie, no draft, no key is shared with anybody else. */
export class Desk {
  /** What the browser complained of: errors, breaches of the content policy. Answers that say no are no complaint. */
  readonly complaints: string[] = [];
  page!: Page;

  private constructor(readonly context: BrowserContext, private readonly seat: Seat) {}

  static async setUp(browser: Browser, seat: Seat): Promise<Desk> {
    const { language = 'zh', scheme = 'light', size = OFFICE } = seat.looks;
    const context = await browser.newContext({
      viewport: size, colorScheme: scheme, locale: language === 'zh' ? 'zh-CN' : 'en-GB', timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(PATIENCE_MS);
    if (language === 'en') await context.addInitScript("localStorage.getItem('guitu.language') ?? localStorage.setItem('guitu.language', 'en')");
    const desk = new Desk(context, seat);
    desk.page = await desk.tab();
    return desk;
  }

  get username(): string {
    return this.seat.username;
  }

  /** A further tab of the same browser. */
  async tab(): Promise<Page> {
    const page = await this.context.newPage();
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.complaints.push(`${page.url()}: ${message.text()}`);
    });
    return page;
  }

  /** Through the door as people come in: chooses the demo person, and confirms at the provider. */
  async signIn(path = '/'): Promise<void> {
    await this.page.goto(this.seat.door + path);
    await this.page.locator('.door-find').fill(this.username);
    await this.page.locator('.door-people a', { hasText: this.username }).first().click();
    await this.confirm();
  }

  /** By the address behind the name among the demo people. */
  async signInAs(): Promise<void> {
    await this.page.goto(`${this.seat.door}/session/sign-in?return=%2F&hint=${encodeURIComponent(this.username)}`);
    await this.confirm();
  }

  /** At the provider's own page: in an exercise name and password are filled in already. */
  async confirm(page: Page = this.page): Promise<void> {
    const password = page.locator('input[name=password]');
    await password.waitFor();
    const name = page.locator('input[name=username]');
    if (await name.inputValue() === '') await name.fill(this.username);
    if (await password.inputValue() === '') await password.fill(process.env.GUITU_DEMO_PASSWORD ?? 'guitu-demo');
    await page.locator('button[type=submit]').click();
    await page.locator('header.bar').waitFor();
  }

  async go(path: string, page: Page = this.page): Promise<void> {
    await page.goto(this.seat.door + path);
    await page.locator('header.bar').waitFor();
    await this.settled(page);
  }

  /** To another screen without loading everything anew: by a link that is in sight, else as from an address in a message. */
  async walk(path: string, arrived: string): Promise<void> {
    if (!this.isAt(path)) {
      const link = this.page.locator(`a[href="${path}"]:visible`).first();
      if (await link.count() > 0) await link.click();
      else await this.page.evaluate(`{
        history.pushState({ idx: (history.state?.idx ?? 0) + 1, key: 'walk', usr: null }, '', ${JSON.stringify(path)});
        dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
      }`);
    }
    await this.page.locator(arrived).first().waitFor();
  }

  /** Until this is so in the page: looked at with every picture that it draws. */
  async until(isSo: string): Promise<void> {
    await this.page.evaluate(`new Promise((done, failed) => {
      const end = performance.now() + ${PATIENCE_MS};
      const look = () => {
        if (${isSo}) done();
        else if (performance.now() > end) failed(new Error(${JSON.stringify(`It never came to be so: ${isSo}`)}));
        else requestAnimationFrame(look);
      };
      look();
    })`);
  }

  isAt(path: string): boolean {
    return new URL(this.page.url()).pathname === path;
  }

  /** Everything that the page asks for has come: nothing says that it is loading. */
  async settled(page: Page = this.page): Promise<void> {
    await page.locator('main').locator('h1, h2').first().waitFor();
    await page.locator('.waiting, .door-waiting, .ant-skeleton, .ant-spin-spinning').first().waitFor({ state: 'detached' });
  }

  /** The session as the gateway sees it. */
  async session(): Promise<{ personId: string; csrf: string }> {
    const answer = await this.context.request.get(`${this.seat.door}/session`);
    if (!answer.ok()) throw new Error(`GET /session answered ${answer.status()}`);
    return await answer.json() as { personId: string; csrf: string };
  }

  async picture(name: string, page: Page = this.page): Promise<void> {
    await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  }

  /** What is on the screen without scrolling. */
  async glance(name: string): Promise<void> {
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`) });
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}

/** Does something that sends a command, and waits for its answer. */
export async function answerTo(page: Page, act: () => Promise<void>, path: RegExp): Promise<Response> {
  const coming = page.waitForResponse((response) =>
    response.request().method() !== 'GET' && path.test(new URL(response.url()).pathname), { timeout: PATIENCE_MS });
  coming.catch(() => undefined);
  await act();
  return coming;
}

/** Waits until it says so. */
export async function says(place: Locator, words: string | RegExp): Promise<void> {
  await place.filter({ hasText: words }).first().waitFor({ timeout: PATIENCE_MS });
}
