import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { Desk } from '../../../test/browser/desk.js';

const OFFERS = '532528-psb.duty';
const CLUE = { channel: 'citizen', discoveredAt: '2026-07-01T09:00:00+08:00', division: '532503' };
const ANSWERS = '532503-psb.duty';

/** One bureau offers a matter to another, whose officer has My work open: how long from sending until it stands there. */
export async function changesSeen(browser: Browser, door: string, times: number): Promise<number[]> {
  const giving = await Desk.setUp(browser, { door, username: OFFERS, looks: {} });
  const taking = await Desk.setUp(browser, { door, username: ANSWERS, looks: {} });
  await Promise.all([giving.signIn('/'), taking.signIn('/')]);
  await taking.settled();
  const { csrf } = await giving.session();
  const send = async (path: string, data: object): Promise<{ id: string }> => {
    const answer = await giving.context.request.post(`${door}/api/intake${path}`, {
      data, headers: { 'x-guitu-csrf': csrf, 'idempotency-key': randomUUID() } });
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
    return await answer.json() as { id: string };
  };
  const waits: number[] = [];
  for (let round = 0; round < times; round += 1) {
    const { id } = await send('/intakes/clues', CLUE);
    const before = await taking.page.locator('li.offer').count();
    const began = performance.now();
    await send(`/intakes/${id}/offers`, { toUnit: '532503-psb' });
    await taking.page.locator('li.offer').nth(before).waitFor();
    waits.push(performance.now() - began);
  }
  await Promise.all([giving.leave(), taking.leave()]);
  // The first one opens connections.
  return waits.slice(Math.min(1, waits.length - 1));
}
