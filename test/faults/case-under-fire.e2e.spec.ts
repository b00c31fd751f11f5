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

interface Shot {
  readonly service: string;
  readonly point: FaultPoint;
}

/** Keeps every service in danger: one point armed in each, the next one as soon as it has died of the last. */
class Rifle {
  private readonly fired: string[] = [];
  private readonly waiting: Shot[];
  private readonly aimed = new Map<string, Shot>();

  constructor(private readonly fire: UnderFire) {
    this.waiting = fire.names.flatMap((service) => FAULT_POINTS
      .filter((point) => service !== 'casebook' || point.startsWith('inbox:')) // It listens, and says nothing.
      .map((point) => ({ service, point })));
  }

  aim(): void {
    for (const service of this.fire.names) {
      const shot = this.aimed.get(service);
      if (shot && this.fire.isArmed(service)) continue;
      if (shot) this.fired.push(`${shot.service} ${shot.point}`);
      this.aimed.delete(service);
      const next = this.waiting.find((candidate) => candidate.service === service);
      if (!next) continue;
      this.waiting.splice(this.waiting.indexOf(next), 1);
      this.aimed.set(service, next);
      this.fire.arm(service, next.point);
    }
  }

  /** @returns every shot that killed. */
  lower(): string[] {
    for (const [service, { point }] of this.aimed) {
      if (!this.fire.isArmed(service)) this.fired.push(`${service} ${point}`);
      this.fire.disarm(service);
    }
    return this.fired;
  }
}

describe('A case that crosses five agencies', () => {
  it('holds when every service is killed between commit, send, mark, receipt and commit', async () => {
    const rifle = new Rifle(fire);
    const played = await play(womanReturnedAtHekou, fire.places, () => undefined, async () => rifle.aim());
    const fired = rifle.lower();
    expect(played.items.filter(({ held }) => !held)).toEqual([]);
    // Every stage service has died at every point, casebook at those that it passes; identity hardly speaks in a case.
    for (const service of ['intake', 'investigation', 'rescue', 'placement', 'cross-border'])
      expect(fired.filter((shot) => shot.startsWith(`${service} `)).sort()).toEqual(FAULT_POINTS.map((point) => `${service} ${point}`).sort());
    expect(fired).toEqual(expect.arrayContaining(['casebook inbox:before-commit', 'casebook inbox:after-commit']));
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
