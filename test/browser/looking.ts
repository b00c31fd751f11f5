import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { projectRoot } from '#embedded';
import type { Schema } from '../../web/src/api/command.js';
import { COMMANDS } from '../../web/src/api/commands.js';
import { REFUSALS } from '../../web/src/api/refusals.js';
import * as codeWords from '../../web/src/words/codes.js';
import { FACT_WORDS } from '../../web/src/words/facts.js';

const axeSource = (): string => readFileSync(join(projectRoot(), 'node_modules/axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly any: readonly { readonly message: string }[] }[];
}

/** What keeps somebody with other eyes, hands or ears from working here: by axe, serious and critical findings only. */
export async function barriersOn(page: Page): Promise<string[]> {
  if (!await page.evaluate<boolean>('"axe" in window')) await page.evaluate(axeSource());
  const violations = await page.evaluate<Violation[]>(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`);
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html, any }) => `${id}: ${any[0]?.message ?? ''} ${html.slice(0, 160)}`));
}

/** Parts that are wider than the screen, so that one would have to push it about. */
export async function tooWideOn(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const places = [document.documentElement, ...document.querySelectorAll('.ant-drawer-body, .ant-modal-body')];
    return places.filter((place) => place.scrollWidth > place.clientWidth + 1).flatMap((place) => {
      const limit = place.getBoundingClientRect().left + place.clientWidth + 1;
      const wide = [...place.querySelectorAll('*')].filter((part) => part.getBoundingClientRect().right > limit);
      return (wide.length > 0 ? wide.slice(0, 3) : [place]).map((part) => part.outerHTML.slice(0, 140));
    });
  })()`);
}

/** Codes and names of fields as programs write them: no person should have to read one. */
const CODES: ReadonlySet<string> = new Set([
  ...Object.keys(REFUSALS), ...Object.keys(FACT_WORDS),
  ...Object.values(codeWords).flatMap((table) => (typeof table === 'object' ? Object.keys(table) : [])),
  ...Object.values(COMMANDS).flatMap(({ body }) => (body ? namesIn(body) : [])),
]);

function namesIn(schema: Schema): string[] {
  return [
    ...schema.enum ?? [], ...Object.keys(schema.properties ?? {}),
    ...Object.values(schema.properties ?? {}).flatMap(namesIn), ...(schema.items ? namesIn(schema.items) : []),
  ];
}

/** English words that are codes as well. */
const ALSO_ENGLISH = new Set(['cross-border', 'follow-up', 'birth-family', 'foster-family', 'social-worker']);
const BROKEN = /\bundefined\b|\bNaN\b|\[object |Invalid Date/;

/** Everything that is written on the page, or said by it, in the language of the reader. */
async function wordsOn(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const said = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { parentElement: place, data } = texts.currentNode;
      const other = place.closest('[lang]');
      if (other !== document.documentElement && other) continue;
      if (place.closest('code, script, style, noscript, .brand, [aria-hidden=true]') || !place.checkVisibility()) continue;
      if (data.trim()) said.push(data.trim());
    }
    for (const part of document.querySelectorAll('[aria-label], [placeholder], [title]'))
      for (const name of ['aria-label', 'placeholder', 'title'])
        if (part.getAttribute(name) && !part.closest('[lang]:not(html)')) said.push(part.getAttribute(name));
    return said;
  })()`);
}

/** Words that are missing in this language: codes shown as they are, and the other language. */
export async function missingWordsOn(page: Page, language: 'zh' | 'en'): Promise<string[]> {
  const found = (await wordsOn(page)).filter((said) => {
    const tokens = said.split(/[^A-Za-z0-9.-]+/).map((token) => token.replace(/^[.-]+|[.-]+$/g, ''));
    const codes = tokens.filter((token) => CODES.has(token) && !ALSO_ENGLISH.has(token));
    if (BROKEN.test(said) || (language === 'en' && /\p{Script=Han}/u.test(said))) return true;
    return codes.some((code) => language === 'zh' || /[-.]|[a-z][A-Z]/.test(code));
  });
  return [...new Set(found)];
}
