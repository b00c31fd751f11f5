import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { openSync, type Font } from 'fontkit';
import pdfmake from 'pdfmake';
import type { Content } from './content.js';

export interface Sheet {
  /** In the document's properties, for readers of screens. */
  readonly title: string;
  /** BCP 47, of the first language on the page: `zh-CN`. */
  readonly language: string;
  readonly content: readonly Content[];
  /** Under every page, before its number: what the paper is, for a page that has lost the others. */
  readonly foot: string;
  /** Across every page: an exercise must never pass for the real thing. */
  readonly watermark?: string;
  /** When it was printed; the same sheet at the same time gives the same document. */
  readonly at: Date;
}

const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'));
const regular = join(folder, '400Regular/NotoSerifSC_400Regular.ttf');
const bold = join(folder, '700Bold/NotoSerifSC_700Bold.ttf');
const mm = (length: number): number => length * 72 / 25.4;

pdfmake.setFonts({ Song: { normal: regular, bold, italics: regular, bolditalics: bold } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path === regular || path === bold);

let face: Font | null = null;

/** The same content with every text made legible. */
function legibly<T>(content: T): T {
  if (Array.isArray(content))
    return content.map((part: unknown) => (typeof part === 'string' ? legible(part) : legibly(part))) as T;
  if (typeof content !== 'object' || content === null) return content;
  return Object.fromEntries(Object.entries(content).map(([name, part]: [string, unknown]) =>
    [name, name === 'text' && typeof part === 'string' ? legible(part) : legibly(part)])) as T;
}

/** The same text, with the code point in the place of every character that the type lacks: `𠮷` is printed `〔U+20BB7〕`. */
export function legible(text: string): string {
  const opened = (face ??= openSync(regular) as Font);
  return [...text.normalize('NFC')].map((sign) => {
    const point = sign.codePointAt(0)!;
    return sign === '\n' || opened.hasGlyphForCodePoint(point) ? sign : `〔U+${point.toString(16).toUpperCase()}〕`;
  }).join('');
}

/** The sheet as PDF: A4 in the margins of GB/T 9704-2012, fonts embedded, tagged, pages numbered. */
export function printed({ title, language, content, foot, watermark, at }: Sheet): Promise<Buffer> {
  return pdfmake.createPdf({
    pageSize: 'A4', pageMargins: [mm(28), mm(37), mm(26), mm(35)],
    defaultStyle: { font: 'Song', fontSize: 10.5, lineHeight: 1.25 },
    info: { title, creationDate: at, modDate: at, producer: '归途 Guitu', creator: '归途 Guitu' },
    version: '1.7', language, tagged: true, displayTitle: true,
    watermark: watermark === undefined ? undefined : { text: watermark, color: '#cc0000', opacity: 0.12, bold: true, angle: -35 },
    footer: (page, pages) => ({
      margin: [mm(28), mm(7), mm(26), 0], fontSize: 9,
      columns: [{ text: foot, color: '#333333' }, { text: `— ${page} / ${pages} —`, alignment: 'right', width: 80 }],
    }),
    content: legibly([...content]),
  }).getBuffer();
}
