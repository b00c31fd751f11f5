import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayOf } from '#clocks';
import type { Receipt } from '#messaging';
import { anIntakeBench, dataOf, HOA, MAI, type Clue, type IntakeBench } from './an-intake.js';

let bench: IntakeBench;
beforeAll(async () => {
  bench = await anIntakeBench();
  await bench.moveClock('2026-07-05T00:00:00.000Z');
});
afterAll(() => bench.stop());

async function within(isSo: () => Promise<boolean>): Promise<void> {
  for (const until = Date.now() + 20_000; !(await isSo());) {
    if (Date.now() > until) throw new Error('Nobody looked who has come of age.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The time of the exercise goes on, and the day has been looked at. */
async function lookedAt(moment: string): Promise<void> {
  await bench.moveClock(moment);
  const done = `SELECT 1 FROM setting WHERE name = 'came-of-age' AND value = to_jsonb($1::text)`;
  await within(async () => (await bench.query(done, [dayOf(moment)])).length > 0);
}

const grown = async (caseId: string): Promise<object[]> =>
  (await bench.said(caseId)).filter(({ type }) => type === 'intake.victim-age-said').map(({ data }) => data);
const minors = async (id: string): Promise<boolean[]> =>
  (await bench.duty.get<{ victims: { minor: boolean }[] }>(`/intakes/${id}`)).body.victims.map(({ minor }) => minor);

/** A child was reported missing and is found. */
async function aFoundChild(): Promise<Receipt> {
  const missing = { missingSince: '2026-07-03T08:00+08:00', division: '532528', reportedAt: '2026-07-04T08:00+08:00' };
  const { body } = await bench.duty.post('/intakes/missing-reports', { ...missing, person: MAI });
  expect((await bench.duty.put(`/intakes/${body.id}/closure`, { outcome: 'person-found' })).status).toBe(200);
  return body;
}

async function aChildBornOn(birthDate: string): Promise<Clue> {
  const clue = await bench.aClue();
  const opening = { kind: 'woman-trafficking', victims: [{ ...MAI, birthDate }] };
  expect((await bench.duty.put(`/intakes/${clue.id}/case`, opening)).status).toBe(200);
  return clue;
}

async function erase(caseId: string): Promise<void> {
  const paper = { documentNumber: 'YYGA-2026-17' };
  const { body } = await bench.at('head').post(`/cases/${caseId}/erasures`, { ground: 'retention-over', ...paper });
  const { erasureId } = dataOf(body, 'intake.erasure-proposed');
  expect((await bench.at('superior').put(`/cases/${caseId}/erasures/${erasureId}/confirmation`, paper)).status).toBe(200);
}

describe('A victim (R-3)', () => {
  it('comes of age on the day after the eighteenth birthday, once; of whom the data are erased nothing is said', async () => {
    const { id, caseId } = await bench.aCase();
    const [found, erased] = [await aFoundChild(), await aFoundChild()];
    await erase(erased.caseId!);
    expect(await minors(id)).toEqual([false, true]);
    await lookedAt('2027-01-19T15:59:00.000Z');
    expect([await grown(caseId), await minors(id)]).toEqual([[], [false, true]]);
    await lookedAt('2027-01-19T16:00:00.000Z');
    const { victimId } = (await bench.duty.get<{ victims: { victimId: string }[] }>(`/intakes/${id}`)).body.victims[1]!;
    const came = { victimId, minor: false, basis: 'reached-eighteen' };
    expect([await grown(caseId), await minors(id)]).toEqual([[came], [false, false]]);
    expect(await grown(found.caseId!)).toHaveLength(1);

    // As after a start that does not know how far anybody had looked.
    await bench.query(`DELETE FROM setting WHERE name = 'came-of-age'`);
    await lookedAt('2027-03-01T00:00:00.000Z');
    expect(await grown(caseId)).toHaveLength(1);
    expect(await grown(erased.caseId!)).toEqual([]);
  });

  it('comes of age by what was said last of the age: an estimate is the youngest that it allows', async () => {
    await lookedAt('2027-03-01T00:00:00.000Z');
    const clue = await bench.aClue();
    const judged = { ...HOA, birthDate: undefined, estimatedAge: { fromYears: 17, toYears: 20, on: '2027-03-01' } };
    const unknown = { ...HOA, birthDate: undefined };
    const opening = { kind: 'woman-trafficking', victims: [judged, { ...MAI, birthDate: '2009-06-01' }, unknown] };
    expect((await bench.duty.put(`/intakes/${clue.id}/case`, opening)).status).toBe(200);
    const { body: { victims } } = await bench.duty.get<{ victims: { victimId: string }[] }>(`/intakes/${clue.id}`);
    const younger = await bench.duty.put(`/intakes/${clue.id}/victims/${victims[1]!.victimId}/age`, { birthDate: '2010-06-01' });
    expect(younger.status).toBe(200);
    await lookedAt('2027-06-02T00:00:00.000Z');
    expect(await minors(clue.id)).toEqual([true, true, true]);
    await lookedAt('2028-03-01T00:00:00.000Z');
    expect(await minors(clue.id)).toEqual([true, true, true]);
    await lookedAt('2028-03-01T16:00:00.000Z');
    expect(await minors(clue.id)).toEqual([false, true, true]);
    await lookedAt('2028-06-02T00:00:00.000Z');
    expect(await minors(clue.id)).toEqual([false, false, true]);
  });

  it('comes of age also where it cannot be said of somebody else yet, of whom it is said later', async () => {
    await lookedAt('2027-03-01T00:00:00.000Z');
    const [broken, sound] = [await aChildBornOn('2009-05-05'), await aChildBornOn('2009-05-05')];
    const [row] = await bench.query<{ clocks: object }>('SELECT clocks FROM intake WHERE id = $1', [broken.id]);
    const clocks = (kept: object) => bench.query('UPDATE intake SET clocks = $2 WHERE id = $1', [broken.id, JSON.stringify(kept)]);
    await clocks({ running: 1 });
    await bench.moveClock('2027-05-06T00:00:00.000Z');
    await within(async () => (await grown(sound.caseId)).length === 1);
    const [day] = await bench.query<{ value: string }>(`SELECT value FROM setting WHERE name = 'came-of-age'`);
    expect([await grown(broken.caseId), day!.value]).toEqual([[], '2027-03-01']);
    await clocks(row!.clocks);
    await lookedAt('2027-05-06T00:00:00.000Z');
    expect([await grown(broken.caseId), await grown(sound.caseId)].map(({ length }) => length)).toEqual([1, 1]);
  });

  it('is what is known when the matter is entered, however long ago it happened', async () => {
    await lookedAt('2027-01-19T15:00:00.000Z');
    const clue = await bench.aClue();
    await lookedAt('2027-02-01T00:00:00.000Z');
    const opening = { kind: 'woman-trafficking', victims: [HOA, MAI], occurredAt: '2027-01-19T15:30:00.000Z' };
    expect((await bench.duty.put(`/intakes/${clue.id}/case`, opening)).status).toBe(200);
    expect(await minors(clue.id)).toEqual([false, false]);
  });
});
