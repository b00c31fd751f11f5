import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import {
  CaseOpened, ClockStarted, ClockStopped, ClueReceived, CustodyTaken, fact, PersonRescued, SetAsideProposed, StageAccepted,
  StageClosed, StageOpened, StageRequested,
} from '#contracts';
import type { Message } from '#messaging';
import { Deadlines1793319300010 } from '../src/db/migrations/1793319300010-deadlines.js';
import { binaryArray } from '../src/views/binary-array.js';
import { APPLYING } from '../src/views/rebuild-lock.js';
import { aCasebook, type Casebook } from './a-casebook.js';
import { careHistory, stageHistory } from './histories.js';
import { idOf, minute, Sayings } from './sayings.js';

jest.setTimeout(60_000);

const CHUNK = 500;
let casebook: Casebook;

beforeAll(async () => { casebook = await aCasebook(); });
afterAll(() => casebook.stop());

/** What four services say about many cases; the same seed gives the same facts. */
function aPrefecture(cases: number, seed: number): Sayings {
  const all = new Sayings();
  for (let index = 0; index < cases; index += 1) {
    const [caseId, ids] = [idOf(seed * 1_000_000 + index), seed * 1_000_000 + 100_000 + index * 10];
    const victimId = idOf(ids + 5);
    const histories = fc.sample(fc.tuple(
      stageHistory({ caseId, stageId: idOf(ids + 1), stage: 'intake' }),
      stageHistory({ caseId, stageId: idOf(ids + 2), stage: 'investigation' }),
      stageHistory({ caseId, stageId: idOf(ids + 3), stage: 'rescue', begins: 500 }),
      careHistory({ caseId, victimId, begins: 900 }),
    ), { numRuns: 1, seed: seed * 1_000 + index })[0]!;
    all.say({ source: 'intake', caseId, subjectId: idOf(ids + 1), at: minute(0), facts: [
      fact(ClueReceived, {
        clueId: idOf(ids + 6), channel: 'teacher', boundToReport: true, discoveredAt: minute(-100), delayMinutes: 100,
        late: index % 2 === 0,
        division: '532503', receivedBy: '532503-psb',
      }),
      fact(CaseOpened, {
        caseNumber: `MZ-2019-${index}`, kind: 'child-abduction', division: index % 3 === 0 ? '532503' : '532528',
        victims: [{ victimId, sex: 'male', minor: true, nationality: 'CN' }],
      })] });
    for (const { sayings } of histories) for (const saying of sayings) all.say(saying);
  }
  return all;
}

/** One source after another, in chunks as Kafka gives them. */
async function tell(
  to: Casebook, said: Sayings, order: readonly string[] = [...said.messages.keys()], size = CHUNK,
): Promise<void> {
  for (const source of order) {
    const messages = said.messages.get(source)!;
    for (let from = 0; from < messages.length; from += size) {
      const { parked } = await to.hear(source, messages.slice(from, from + size));
      expect(parked).toBe(0);
    }
  }
}

/** All sources at once, each in its own chunks. */
const tellTogether = (to: Casebook, said: Sayings, size: number): Promise<void[]> =>
  Promise.all([...said.messages.keys()].map((source) => tell(to, said, [source], size)));

describe('The casebook', () => {
  it('keeps one row for each fact, and takes repeats for what they are', async () => {
    const said = aPrefecture(20, 1);
    await tell(casebook, said);
    const before = await casebook.digests();
    for (let time = 0; time < 10; time += 1)
      for (const [source, messages] of said.messages)
        expect(await casebook.hear(source, messages.slice(0, CHUNK)))
          .toMatchObject({ applied: 0, parked: 0, repeated: Math.min(messages.length, CHUNK) });
    expect(await casebook.digests()).toEqual(before);
    expect(await casebook.query('SELECT count(*)::integer AS rows FROM timeline')).toEqual([{ rows: said.envelopes.length }]);
    expect(await casebook.query('SELECT * FROM journal')).toEqual([]);
  });

  it('makes the same tables of the same facts, in whatever order the sources are heard, alone or together', async () => {
    const said = aPrefecture(40, 2);
    const [one, other, third] = [await aCasebook(), await aCasebook(), await aCasebook()];
    try {
      await tell(one, said);
      await tell(other, said, [...said.messages.keys()].toReversed(), 37);
      await tellTogether(third, said, 11);
      const expected = await one.digests();
      expect(await other.digests()).toEqual(expected);
      expect(await third.digests()).toEqual(expected);
      expect(await one.query('SELECT * FROM alarm')).toEqual([]);
    } finally {
      await Promise.all([one.stop(), other.stop(), third.stop()]);
    }
  });

  it('is rebuilt row by row as it was, and goes on from there', async () => {
    const [before, after] = [aPrefecture(60, 3), aPrefecture(30, 4)];
    await tell(casebook, before);
    const live = await casebook.digests();
    const report = await casebook.rebuild();
    expect(await casebook.digests()).toEqual(live);
    expect(report.facts).toBe((await casebook.query<{ n: number }>('SELECT count(*)::integer AS n FROM timeline'))[0]!.n);
    expect(report.rows.stage_interval).toBeGreaterThan(100);
    await tellTogether(casebook, after, CHUNK);
    const went = await casebook.digests();
    expect(went).not.toEqual(live);
    await casebook.rebuild();
    expect(await casebook.digests()).toEqual(went);
  });

  it('puts right by a rebuild what somebody has spoilt', async () => {
    const live = await casebook.digests();
    await casebook.query(`UPDATE stage_now SET unit_id = 'nobody'`);
    await casebook.query('DELETE FROM stage_interval');
    await casebook.rebuild();
    expect(await casebook.digests()).toEqual(live);
  });

  it('lets new facts wait during a rebuild, parks none, and lets nobody start a second one', async () => {
    const said = aPrefecture(3, 5);
    const rebuilding = new pg.Client({ connectionString: casebook.databaseUrl });
    await rebuilding.connect();
    await rebuilding.query(`SELECT pg_advisory_lock(${APPLYING})`);
    const [source, messages] = [...said.messages][0] as [string, Message[]];
    await expect(casebook.hear(source, messages)).rejects.toMatchObject({ code: '57P03' });
    await rebuilding.end();
    expect(await casebook.hear(source, messages)).toMatchObject({ applied: messages.length, parked: 0 });
    const both = await Promise.allSettled([casebook.rebuild(), casebook.rebuild()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'casebook.rebuild-running' } });
  });

  it('parks a fact about a case that has no id, and nothing else', async () => {
    const said = aPrefecture(2, 6);
    const [source, messages] = [...said.messages][0] as [string, Message[]];
    const broken = { ...messages[0]!, key: 'no-id', value: messages[0]!.value.replace(idOf(6_000_000), 'no-id') };
    const whole = messages.filter(({ key }) => key === idOf(6_000_001));
    expect(await casebook.hear(source, [broken, ...whole])).toEqual({ applied: whole.length, repeated: 0, parked: 1 });
    expect(await casebook.query(`SELECT case_id, reason FROM parked`)).toEqual([{ case_id: 'no-id', reason: 'failing' }]);
    await casebook.query('DELETE FROM parked');
  });

  it('passes over what is on record about an entry of the directory, which is no case', async () => {
    const said = new Sayings();
    said.say({ source: 'rescue', caseId: '532528-psb', subjectId: idOf(9_000_001), at: minute(0), facts: [
      fact(SetAsideProposed, {
        holdId: idOf(9_000_002), source: 'identity', version: 3, digest: 'a'.repeat(64), reason: 'superseded',
      }),
    ] });
    expect(await casebook.hear('rescue', said.messages.get('rescue')!)).toEqual({ applied: 1, repeated: 0, parked: 0 });
  });

  it('writes what it was given, to the last character', async () => {
    const texts = fc.sample(fc.option(fc.string({ unit: 'binary' }).filter((text) => !text.includes('\u0000'))),
      { numRuns: 300, seed: 1 });
    const written = await casebook.query<{ text: string | null }>('SELECT unnest($1::text[]) AS text',
      [binaryArray('text', texts)]);
    expect(written.map(({ text }) => text)).toEqual(texts);
    const moments = [minute(0), '1999-12-31T23:59:59.999Z', '1969-07-20T20:17:40.000Z', '2124-02-29T12:00:00.001Z'];
    const times = await casebook.query<{ at: Date }>('SELECT unnest($1::timestamptz[]) AS at',
      [binaryArray('timestamptz', moments)]);
    expect(times.map(({ at }) => at.toISOString())).toEqual(moments);
    const mixed = await casebook.query('SELECT * FROM unnest($1::uuid[], $2::boolean[], $3::integer[]) AS t(id, flag, count)', [
      binaryArray('uuid', [idOf(7), null]), binaryArray('boolean', [false, true]), binaryArray('integer', [-1, 2_147_483_647])]);
    expect(mixed).toEqual([{ id: idOf(7), flag: false, count: -1 }, { id: null, flag: true, count: 2_147_483_647 }]);
  });

  it('R-4: raises an alarm where nobody had the victim, and where two had', async () => {
    const [caseId, victimId, other] = [idOf(901), idOf(902), idOf(903)];
    const take = (victim: string, person: number) =>
      fact(CustodyTaken, { custodyId: idOf(910), victimId: victim, kind: 'unit', unitId: '532503-psb', personId: idOf(person) });
    const said = new Sayings();
    const rescued = (at: number, ...facts: Parameters<Sayings['say']>[0]['facts']) =>
      said.say({ source: 'rescue', caseId, subjectId: idOf(910), at: minute(at), facts });
    rescued(0, fact(PersonRescued, { victimId, planId: idOf(5), present: [] }), take(other, 1));
    rescued(7, take(victimId, 2));
    rescued(9, take(other, 3));
    await tell(casebook, said, ['rescue'], 1);
    const alarms = `SELECT subject_id, kind, from_at, to_at, seen_at FROM alarm WHERE case_id = '${caseId}' ORDER BY kind`;
    const found = await casebook.query(alarms);
    expect(found).toEqual([
      { subject_id: victimId, kind: 'gap', from_at: new Date(minute(0)), to_at: new Date(minute(7)),
        seen_at: new Date(minute(0)) },
      { subject_id: other, kind: 'two-holders', from_at: new Date(minute(9)), to_at: null, seen_at: new Date(minute(9)) },
    ]);
    await casebook.rebuild();
    expect(await casebook.query(alarms)).toEqual(found);
  });

  it('takes a case that seems to lie between two chairs off the alarms when the missing stage is heard of', async () => {
    const caseId = idOf(920);
    const stage = (number: number, kind: 'intake' | 'rescue' | 'placement') => ({ stageId: idOf(number), stage: kind });
    const [police, care] = [{ unitId: '532503-psb', personId: idOf(1) }, { unitId: '532503-caf', personId: idOf(2) }];
    const said = new Sayings()
      .say({ source: 'intake', caseId, subjectId: idOf(921), at: minute(0),
        facts: [fact(StageOpened, { ...stage(921, 'intake'), ...police })] })
      .say({ source: 'intake', caseId, subjectId: idOf(921), at: minute(10), facts: [
        fact(StageRequested, { requestId: idOf(930), stage: 'rescue', toUnit: police.unitId, victimIds: [] }),
        fact(StageClosed, stage(921, 'intake'))] })
      .say({ source: 'rescue', caseId, subjectId: idOf(922), at: minute(9), facts: [
        fact(StageOpened, { ...stage(922, 'rescue'), ...police, requestId: idOf(930) })] })
      .say({ source: 'placement', caseId, subjectId: idOf(923), at: minute(20), facts: [
        fact(StageOpened, { ...stage(923, 'placement'), ...police, requestId: idOf(931) }),
        fact(StageAccepted, { ...stage(923, 'placement'), offerId: idOf(940), ...care })] });
    await tell(casebook, said, ['intake', 'placement']);
    const alarms = `SELECT kind, subject_id, from_at, to_at FROM alarm WHERE case_id = '${caseId}' AND kind <> 'no-clock'`;
    expect(await casebook.query(alarms)).toEqual([
      { kind: 'uncovered', subject_id: idOf(923), from_at: new Date(minute(10)), to_at: new Date(minute(20)) }]);
    await tell(casebook, said, ['rescue']);
    expect(await casebook.query(alarms)).toEqual([]);
  });

  it('raises an alarm while an open stage is under no deadline, and keeps on record when it was under none', async () => {
    const [caseId, stageId] = [idOf(950), idOf(951)];
    const police = { unitId: '532503-psb', personId: idOf(1) };
    const clock = { clockId: idOf(952), rule: 'stage-next-step' as const };
    const said = new Sayings();
    const intake = (at: number, ...facts: Parameters<Sayings['say']>[0]['facts']) =>
      said.say({ source: 'intake', caseId, subjectId: stageId, at: minute(at), facts });
    intake(0, fact(StageOpened, { stageId, stage: 'intake', ...police }));
    await tell(casebook, said, ['intake']);
    const alarms = `SELECT kind, subject_id, from_at, to_at FROM alarm WHERE case_id = '${caseId}' ORDER BY from_at`;
    const untimed = (from: number, to: number | null) => ({
      kind: 'no-clock', subject_id: stageId, from_at: new Date(minute(from)), to_at: to === null ? null : new Date(minute(to)) });
    expect(await casebook.query(alarms)).toEqual([untimed(0, null)]);
    intake(5, fact(ClockStarted, { ...clock, ...police, ruleVersion: 1, dueAt: minute(99) }));
    intake(9, fact(ClockStopped, { ...clock, inTime: true }));
    await tell(casebook, said, ['intake'], 1);
    const found = [untimed(0, 5), untimed(9, null)];
    expect(await casebook.query(alarms)).toEqual(found);
    await casebook.rebuild();
    expect(await casebook.query(alarms)).toEqual(found);
  });

  it('knows of what an earlier version has written which stages are under a deadline, from now on', async () => {
    const rows = async () => (await casebook.query<{ stage_id: string; running: string; untimed_since: Date | null }>(
      'SELECT stage_id, running, untimed_since FROM stage_deadlines ORDER BY case_id, stage_id'))
      .map(({ stage_id: stageId, running, untimed_since: since }) => [stageId, running !== '', since !== null]);
    const before = await rows();
    expect(before.some(([, , isUntimed]) => isUntimed)).toBe(true);
    await casebook.query(`INSERT INTO setting VALUES ('rehearsal-offset-ms', '-31536000000')`);
    await casebook.remake(new Deadlines1793319300010());
    expect(await rows()).toEqual(before);
    expect(await casebook.query(`SELECT 1 FROM stage_deadlines WHERE untimed_since > now() - interval '364 days'`)).toEqual([]);
    await casebook.rebuild();
    expect(await rows()).toEqual(before);
  });

  it('lets nobody change what was said, or who has read it', async () => {
    for (const table of ['timeline', 'access_log', 'journal'])
      for (const statement of [`DELETE FROM ${table}`, `TRUNCATE ${table}`, `UPDATE ${table} SET type = 'x'`])
        await expect(casebook.query(statement.replace('SET type', table === 'access_log' ? 'SET route' : 'SET type')))
          .rejects.toThrow(/permission denied/);
    await expect(casebook.query('CREATE TABLE mine (id integer)')).rejects.toThrow(/permission denied/);
  });
});
