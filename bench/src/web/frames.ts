import type { Page } from 'playwright-core';

const STEPS = 120;
const STEP_PX = 700;

/** Turns the wheel over a list, from its beginning on, and notes how long each frame took meanwhile. */
export async function framesWhileScrolling(page: Page, list: string): Promise<number[]> {
  const place = page.locator(list).first();
  await place.waitFor();
  await place.scrollIntoViewIfNeeded();
  const box = (await place.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + Math.min(box.height / 2, 200));
  await page.evaluate(`(() => {
    const frames = [];
    let last = performance.now();
    const next = (now) => { frames.push(now - last); last = now; window.frameRequest = requestAnimationFrame(next); };
    window.framesSeen = frames;
    window.frameRequest = requestAnimationFrame(next);
  })()`);
  for (let step = 0; step < STEPS; step += 1) await page.mouse.wheel(0, STEP_PX);
  // The first frame holds what was before.
  return page.evaluate<number[]>('(cancelAnimationFrame(window.frameRequest), window.framesSeen.slice(2))');
}
