import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor, Envelope } from '#contracts';
import { aRunningService, aServiceBench, tallyParts, tallyService, type RunningBench } from '#testing';

const HOUR_MS = 3_600_000;
const after = (at: string, hours: number): string => new Date(Date.parse(at) + hours * HOUR_MS).toISOString();

/** A name of its own keeps its topic and its group apart from those of other suites. */
const NAME = `rehearsed-${randomBytes(4).toString('hex')}`;
let bench: RunningBench;
let officer: Actor;
let administrator: Actor;
beforeAll(async () => {
  bench = await aRunningService(tallyService(NAME), tallyParts);
  officer = await bench.person('532528-psb', 'officer');
  administrator = await bench.person('532500-psb', 'administrator');
});
afterAll(() => bench.stop());

const moved = (now: string, by = administrator) => bench.as(by).put('/rehearsal/clock', { now });
const now = async (): Promise<string> => (await (await fetch(`${bench.url}/rehearsal/clock`)).json() as { now: string }).now;
const journal = async (): Promise<Envelope[]> => {
  const rows = await bench.query<{ payload: string }>('SELECT payload FROM journal ORDER BY seq');
  return rows.map(({ payload }) => JSON.parse(payload) as Envelope);
};

describe('The rehearsal clock', () => {
  it('does not go to a day on which whoever moves it holds no post, and could not move it back', async () => {
    const before = await now();
    expect(await moved('1950-01-01T00:00:00.000Z')).toMatchObject({ status: 403, body: { code: 'access.no-post' } });
    expect(await now() >= before).toBe(true);
  });

  it('is not there in a live system, for nobody', async () => {
    const live = await aServiceBench(tallyService(NAME), tallyParts, 'live');
    try {
      const head = await live.person('532528-psb', 'administrator');
      await live.unit('532528-psb', 'public-security');
      expect((await live.as(head).get<{ code: string }>('/rehearsal/clock')).status).toBe(404);
      expect(await live.as(head).put('/rehearsal/clock', { now: '2027-01-01T00:00:00.000Z' }))
        .toMatchObject({ status: 404, body: { code: 'record.not-found' } });
    } finally {
      await live.stop();
    }
  });

  it('is moved by administrators and by nobody else, to a moment and to nothing else', async () => {
    const before = await now();
    expect(await moved('2030-01-01T00:00:00.000Z', officer))
      .toMatchObject({ status: 403, body: { code: 'access.not-permitted' } });
    expect(await moved('soon')).toMatchObject({ status: 400, body: { code: 'input.invalid' } });
    expect(Date.parse(await now()) - Date.parse(before)).toBeLessThan(60_000);
  });

  it('fires what became due in order of its time, each as of its own moment, and once', async () => {
    const start = '2026-07-02T00:00:00.000Z';
    expect((await moved(start)).status).toBe(200);
    const begun: string[] = [];
    for (const hours of [0, 10, 11]) {
      await moved(after(start, hours));
      begun.push((await bench.as(officer).post('/tallies', { occurredAt: after(start, hours) })).body.recordedAt);
    }
    // Warned at half and at four fifths of a day; the ladder has steps after one, 1.2 and 1.5 days.
    const due = begun.length * 5;
    const { body } = await moved(after(start, 24 * 4)) as unknown as { body: { fired: number } };
    expect(body.fired).toBe(due);
    const fired = (await journal()).filter(({ type }) => ['clock.warned', 'clock.overdue'].includes(type));
    expect(fired.map(({ occurredAt }) => occurredAt)).toEqual(
      [0, 10, 11].flatMap((from) => [12, 19.2, 24, 28.8, 36].map((hours) => after(start, from + hours))).sort());
    expect(fired.every(({ actor }) => actor.unitId === 'system')).toBe(true);
    expect((await moved(after(start, 24 * 5)) as unknown as { body: { fired: number } }).body.fired).toBe(0);
  });

  it('goes on from where it was after a restart, and fires nothing twice', async () => {
    const [before, said] = [await now(), await journal()];
    await bench.restart();
    const passed = Date.parse(await now()) - Date.parse(before);
    expect(passed).toBeGreaterThanOrEqual(0);
    expect(passed).toBeLessThan(120_000);
    expect((await journal()).length).toBe(said.length);
    const { body } = await bench.as(officer).post('/tallies');
    expect(Date.parse(body.recordedAt) - Date.parse(before)).toBeLessThan(180_000);
  });

  it('marks everything as an exercise', async () => {
    expect((await journal()).every(({ exercise }) => exercise)).toBe(true);
  });
});
