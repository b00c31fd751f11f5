import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FAULT_POINTS, type FaultPoint } from '#messaging';
import { womanReturnedAtHekou } from '../walkthrough/src/cases/woman-returned-at-hekou.js';
import { eventually } from '../walkthrough/src/people.js';
import { play } from '../walkthrough/src/play.js';
import { UnderFire } from './under-fire.js';

const MINUTE = 60_000;
let fire: UnderFire;
beforeAll(async () => { fire = await UnderFire.start(); }, 3 * MINUTE);
afterAll(() => fire.stop(), MINUTE);

const settled = (): Promise<true> => eventually('everything said to have taken effect', async () =>
  (await fire.differences()).length === 0 || null, 2 * MINUTE) as Promise<true>;

/** What must be true after any fault: everything took effect once, in order, and every chain is whole. */
async function expectWhole(): Promise<void> {
  await settled().catch(async () => expect(await fire.differences()).toEqual([]));
  expect(await fire.findings()).toEqual([]);
  const { said, inCasebook } = await fire.counts();
  expect(inCasebook).toBe(said);
}

describe('A case that crosses five agencies', () => {
  it('holds when every service is killed between commit, send, mark, receipt and commit', async () => {
    const shots: { service: string; point: FaultPoint }[] = fire.names.flatMap((service) =>
      FAULT_POINTS.map((point) => ({ service, point })));
    const fired: string[] = [];
    let waiting: { service: string; point: FaultPoint }[] = [];
    const played = await play(womanReturnedAtHekou, fire.places, () => undefined, async () => {
      fired.push(...waiting.filter(({ service }) => !fire.isArmed(service)).map(({ service, point }) => `${service} ${point}`));
      waiting = waiting.filter(({ service }) => fire.isArmed(service));
      for (const shot of [...shots]) {
        if (waiting.length >= 2) break;
        if (waiting.some(({ service }) => service === shot.service)) continue;
        fire.arm(shot.service, shot.point);
        waiting.push(shot);
        shots.splice(shots.indexOf(shot), 1);
      }
    });
    for (const { service } of waiting) fire.disarm(service);
    expect(played.items.filter(({ held }) => !held)).toEqual([]);
    expect(fired.length).toBeGreaterThan(15);
    await expectWhole();
  }, 12 * MINUTE);

  it('holds when Kafka and PostgreSQL are stopped and started under it, with no service restarted', async () => {
    const before = fire.system.services.map(({ pid }) => pid);
    const mischief: Record<number, () => Promise<void>> = {
      8: async () => { await fire.system.stopKafka(); setTimeout(() => void fire.system.startKafka(), 3_000); },
      24: async () => { await fire.system.stopPostgres(); await fire.system.startPostgres(); },
      40: async () => { await fire.system.killPostgres(); await fire.system.startPostgres(); },
      56: async () => { await fire.system.killKafka(); await fire.system.startKafka(); },
    };
    const played = await play(womanReturnedAtHekou, fire.places, () => undefined, async (step) => mischief[step]?.());
    expect(played.items.filter(({ held }) => !held)).toEqual([]);
    expect(fire.system.services.map(({ pid }) => pid)).toEqual(before);
    await expectWhole();
  }, 12 * MINUTE);
});
