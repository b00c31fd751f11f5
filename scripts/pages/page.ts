import type { ListedService } from '../services.js';

/** A file that is written from the code and never by hand. */
export interface Page {
  /** From the top of the project. */
  readonly path: string;
  readonly text: string;
  /** Written once, then frozen: what stands there already is right. */
  readonly frozen?: boolean;
}

export type Generator = (services: readonly ListedService[]) => Promise<Page[]> | Page[];

export const row = (...cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');

export const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

export const code = (text: string): string => `\`${text}\``;

/** Every page says where it comes from, so that nobody corrects it by hand. */
export const page = (path: string, title: string, body: readonly string[]): Page => ({
  path,
  text: [`# ${title}`, '', '<!-- Written by `npm run generate`. Change the code, not this page. -->', '', ...body, ''].join('\n'),
});
