import { describe, expect, it } from '@jest/globals';
import { inLines, legible, printed, ruled, type Sheet } from './index.js';

const sheet: Sheet = {
  title: '移交记录', language: 'zh-CN', foot: '移交记录', at: new Date('2026-07-29T03:00:00Z'),
  content: [ruled({ title: '清单', head: ['№', '内容'], widths: [24, '*'], rows: [['1', '阮氏梅 Nguyễn Thị Mai']] })],
};
const text = async (given: Sheet): Promise<string> => (await printed(given)).toString('latin1');

describe('A printed sheet', () => {
  it('is A4 with its type embedded, its language named and its parts tagged', async () => {
    const pdf = await text(sheet);
    expect(pdf.slice(0, 8)).toBe('%PDF-1.7');
    expect(pdf).toContain('/MediaBox [0 0 595.28 841.89]');
    expect(pdf).toMatch(/\/FontFile2/);
    expect(pdf).not.toMatch(/\/BaseFont \/(Helvetica|Times|Courier)/); // Those would be the reader's own, without Chinese.
    expect(pdf).toMatch(/\/Lang \(zh-CN\)/);
    expect(pdf).toContain('/Marked true');
  });

  it('goes on over as many pages as its rows need', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => [String(index + 1), '随身物品']);
    const pdf = await text({ ...sheet, content: [ruled({ title: '清单', head: ['№', '内容'], widths: [24, '*'], rows })] });
    expect(Number(/\/Type \/Pages\n\/Count (\d+)/.exec(pdf)?.[1])).toBeGreaterThan(1);
  });

  it('never loses a sign in silence', () => {
    expect(legible('阮氏梅 Nguyễn Thị Mai 〔2026〕')).toBe('阮氏梅 Nguyễn Thị Mai 〔2026〕');
    expect(legible('王𠮷')).toBe('王〔U+20BB7〕');
    expect(legible('e\u0302\u0301')).toBe('ế');
  });

  it('breaks a value without spaces, and keeps all of it', () => {
    expect(inLines('abcdefg', 3)).toBe('abc\ndef\ng');
    expect(inLines('', 3)).toBe('');
  });
});
