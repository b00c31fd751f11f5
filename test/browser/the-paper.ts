import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { openedCase } from './a-case.js';
import { PICTURES } from './desk.js';
import { finished } from './the-door.js';
import type { Workplace } from './workplace.js';

/** The width that an official paper leaves for the text: 156 mm, at 96 points to the inch. */
const TEXT_PX = Math.round((156 / 25.4) * 96);

/** What is printed from the browser goes into files of paper. */
export function thePaper(workplace: () => Workplace): void {
  it('has all that happened, not only what was in sight or looked for, and nothing to press', async () => {
    const { caseId } = await openedCase(workplace().stage);
    const desk = await workplace().signedIn('532528-psb.duty', { scheme: 'dark' });
    await desk.go(`/cases/${caseId}?tab=timeline`);
    const { page } = desk;
    await page.locator('.timeline .entry').first().waitFor();
    await page.getByLabel('在经过中查找').fill('没有这样的事');
    const told = page.locator('.filters [role=status]', { hasText: '显示 0 条' });
    const whole = Number(/共 (\d+) 条/.exec((await told.textContent())!)![1]);
    await page.setViewportSize({ width: TEXT_PX, height: 500 });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.locator('.timeline .entry:visible').count()).toBe(whole);
    expect(await page.locator('button:visible, input:visible, header.bar:visible').count()).toBe(0);
    expect(await page.locator('.rehearsal:visible').count()).toBe(1);
    expect(await page.locator('.paper-foot').textContent()).toContain('元阳县公安局');
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(TEXT_PX);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    await page.pdf({ path: join(PICTURES, 'timeline.pdf'), preferCSSPageSize: true });
    await finished(desk);
  });
}
