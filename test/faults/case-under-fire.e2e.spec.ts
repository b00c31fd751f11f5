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
  private readonly waiting: Shot[];
  private readonly aimed = new Map<string, Shot>();

  constructor(private readonly fire: UnderFire) {
    this.waiting = fire.names.flatMap((service) => FAULT_POINTS
      .filter((point) => !['casebook', 'gateway'].includes(service) || point.startsWith('inbox:')) // They only listen.
      .map((point) => ({ service, point })));
  }

  aim(): void {
    for (const service of this.fire.names) {
      const shot = this.aimed.get(service);
      if (shot && this.fire.isArmed(service)) continue;
      this.aimed.delete(service);
      const next = this.waiting.find((candidate) => candidate.service === service);
      if (!next) continue;
      this.waiting.splice(this.waiting.indexOf(next), 1);
      this.aimed.set(service, next);
      this.fire.arm(service, next.point);
    }
  }

  /** The shots that have not killed yet. */
  left(): string[] {
    this.aim();
    return [...this.aimed.values(), ...this.waiting].map(({ service, point }) => `${service} ${point}`)
      .filter((shot) => !shot.startsWith('identity ')); // It hardly speaks in a case.
  }

  lower(): void {
    for (const service of this.aimed.keys()) this.fire.disarm(service);
  }
}

describe('A case that crosses five agencies', () => {
  it('holds when every service is killed between commit, send, mark, receipt and commit', async () => {
    const rifle = new Rifle(fire);
    // A point kills only when the service passes it, and a case passes some of them once: play cases until each has killed.
    for (let cases = 0; cases < 6 && rifle.left().length > 0; cases += 1) {
      const played = await play(womanReturnedAtHekou, fire.places, () => undefined, async () => rifle.aim());
      expect(played.items.filter(({ held }) => !held)).toEqual([]);
    }
    expect(rifle.left()).toEqual([]);
    rifle.lower();
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
