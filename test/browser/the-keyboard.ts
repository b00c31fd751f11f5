import { expect, it } from '@jest/globals';
import { openedCase } from './a-case.js';
import { finished } from './the-door.js';
import type { Workplace } from './workplace.js';

const DUTY = '532528-psb.duty';

/** What is open keeps the hands of whoever works in it. */
export function theKeyboard(workplace: () => Workplace): void {
  it('holds the page still behind a form, without a style that the policy would block', async () => {
    const { caseId, intakeId } = await openedCase(workplace().stage);
    const desk = await workplace().signedIn(DUTY);
    await desk.go(`/cases/${caseId}/intake/${intakeId}`);
    await desk.page.setViewportSize({ width: 390, height: 500 });
    await desk.page.locator('[data-do="grade "]').click();
    await desk.page.locator('.ant-drawer .command-form').waitFor();
    const before = await desk.page.evaluate<number>('scrollY');
    await desk.page.mouse.move(5, 5);
    await desk.page.mouse.wheel(0, 400);
    await desk.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    expect(await desk.page.evaluate<number>('scrollY')).toBe(before);
    await finished(desk);
  });
}
