import type { Content as PdfContent, TableCell } from 'pdfmake/interfaces.js';

export type Content = PdfContent;

/** Type of the second size: notes, digests, the other languages under the first one. */
export const small = (text: string): Content => ({ text, fontSize: 9, lineHeight: 1.15, color: '#333333' });

interface Ruled {
  readonly title: string;
  readonly head: readonly string[];
  /** Of the columns, in points; `*` shares what is left. */
  readonly widths: readonly (number | '*')[];
  readonly rows: readonly TableCell[][];
}

/** A ruled table: title and head on every page that it goes over and never alone at its foot, no row torn apart. */
export const ruled = ({ title, head, widths, rows }: Ruled): Content => ({
  margin: [0, 8, 0, 8],
  table: {
    headerRows: 2, keepWithHeaderRows: 1, dontBreakRows: true, widths: [...widths],
    body: [
      [{ text: title, bold: true, fontSize: 12, colSpan: head.length }, ...head.slice(1).map(() => '')],
      head.map((text): TableCell => ({ text, bold: true, fillColor: '#eeeeee' })), ...rows,
    ],
  },
  layout: {
    hLineWidth: () => 0.5, vLineWidth: () => 0.5, hLineColor: () => '#555555', vLineColor: () => '#555555',
  },
});

/** Lines of `label value`, the label in its column. */
export const labelled = (lines: readonly (readonly [label: string, value: string])[]): Content => ({
  margin: [0, 2, 0, 6],
  table: { widths: [170, '*'], body: lines.map(([label, value]) => [{ text: label, color: '#333333' }, { text: value }]) },
  layout: 'noBorders',
});

/** A value without spaces, such as a digest, in lines of so many characters: the page would cut it off. */
export const inLines = (value: string, length: number): string => value.match(new RegExp(`.{1,${length}}`, 'gsu'))?.join('\n') ?? '';
