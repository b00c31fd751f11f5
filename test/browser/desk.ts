import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PATIENCE_MS = 20_000;
const SERIOUS = ['serious', 'critical'];
/** Names are in the language of those who bear them. */
const NAMES = '.name, .brand, [lang], code, .bar-right, .case-number';

interface Opening {
  readonly base: string;
  readonly username: string;
  /** Where the pictures go. */
  readonly folder: string;
}

/** One person at one browser of their own. */
export class BrowserDesk {
  readonly troubles: string[] = [];

  private constructor(readonly context: BrowserContext, readonly page: Page, private readonly opening: Opening) {
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => this.troubles.push(`the page broke: ${error.message}`));
    page.on('console', (message) => {
      // Ant Design's scroll lock inserts a style without the page's nonce; it is blocked, and nothing else may be.
      const text = message.text();
      if (text.includes('Content Security Policy') && !text.includes('inline style')) this.troubles.push(text);
    });
    mkdirSync(opening.folder, { recursive: true });
  }

  /** Comes to the door, chooses who one is, signs in, and stands before My work. */
  static async open(browser: Browser, opening: Opening): Promise<BrowserDesk> {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
    const desk = new BrowserDesk(context, await context.newPage(), opening);
    await desk.page.goto(opening.base);
    await desk.page.getByRole('textbox').first().waitFor();
    await desk.page.goto(`${opening.base}/session/sign-in?return=/&hint=${opening.username}`);
    await desk.page.getByRole('button', { name: '登录 · Sign in' }).click();
    await desk.page.getByRole('heading', { name: '我的工作' }).waitFor();
    return desk;
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(this.opening.base + path);
    await this.page.getByRole('heading', { level: 1 }).first().waitFor();
  }

  /** Chooses one of a list, as a person does: types what it is called, and takes it. */
  async choose(label: string, option: string): Promise<void> {
    const list = this.page.getByRole('combobox', { name: label, exact: true }).last();
    await list.click();
    await list.fill(option);
    await this.page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option }).first().click();
  }

  /**
   * Looks at the screen as it stands: in both languages, on a desk and on a telephone. Keeps a picture of each, and says
   * what is wrong: what axe finds serious, what runs over the edge, Chinese words on an English page.
   */
  async look(name: string): Promise<string[]> {
    const found: string[] = [];
    for (const [language, button] of [['en', 'EN'], ['zh', '中']] as const) {
      await this.page.getByRole('button', { name: button, exact: true }).click();
      for (const width of [390, 1366]) {
        await this.page.setViewportSize({ width, height: 768 });
        const where = `${name} ${language} ${width}`;
        await this.page.screenshot({ path: join(this.opening.folder, `${where.replaceAll(' ', '-')}.png`), fullPage: true });
        found.push(...(await this.wrongs(language)).map((wrong) => `${where}: ${wrong}`));
      }
    }
    return found;
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  private async wrongs(language: string): Promise<string[]> {
    await this.page.evaluate(`${AXE};0`);
    const violations = await this.page.evaluate('axe.run(document, { resultTypes: ["violations"] })') as {
      violations: { id: string; impact: string; nodes: { target: string[] }[] }[];
    };
    const serious = violations.violations.filter(({ impact }) => SERIOUS.includes(impact))
      .map(({ id, nodes }) => `${id} at ${nodes[0]!.target.join(' ')}`);
    const over = await this.page.evaluate('document.documentElement.scrollWidth - window.innerWidth') as number;
    const chinese = language === 'zh' ? [] : await this.chineseWords();
    return [...serious, ...(over > 1 ? [`runs ${over} px over the edge`] : []), ...chinese.map((words) => `not in English: ${words}`)];
  }

  private async chineseWords(): Promise<string[]> {
    return await this.page.evaluate(`(() => {
      const found = [];
      const walker = document.createTreeWalker(document.getElementById('main'), NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        if (/[\\u4e00-\\u9fff]/.test(node.data) && !node.parentElement.closest(${JSON.stringify(NAMES)})) found.push(node.data.trim());
      return found;
    })()`) as string[];
  }
}
