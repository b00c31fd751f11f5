import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fact, StageClosed, StageOpened } from '#contracts';
import type { Desk } from '#testing';
import { anIntakeBench, CLUE, code, dataOf, HOA, LATE, MAI, REPORTER, types, YUANYANG, type IntakeBench } from './an-intake.js';

let bench: IntakeBench;
let duty: Desk;

beforeAll(async () => {
  bench = await anIntakeBench();
  ({ duty } = bench);
});
afterAll(() => bench.stop());
beforeEach(() => bench.moveClock('2026-07-05T00:00:00.000Z'));

describe('A clue (I-1)', () => {
  it('is received with its stage and clocks in one journal, and no word of it is readable at rest', async () => {
    const { id, caseId } = await bench.aClue();
    const said = await bench.said(caseId);
    expect(said.map(({ type }) => type)).toEqual(['intake.clue-received', 'stage.opened', 'clock.started', 'clock.started']);
    expect(said[0]).toMatchObject({
      occurredAt: '2026-07-02T13:20:00.000Z', data: { boundToReport: false, late: false, delayMinutes: 8 },
    });
    const rows = await bench.query(`SELECT payload AS text FROM journal UNION ALL SELECT intake::text FROM intake
      UNION ALL SELECT private_record::text FROM private_record UNION ALL SELECT command::text FROM command`);
    for (const word of ['甲某', '13800000000', '求助', '出租屋']) expect(JSON.stringify(rows)).not.toContain(word);
    expect((await duty.get(`/intakes/${id}`)).body).toMatchObject({ id, caseId, version: 4, stage: { taken: true } });
  });

  it('is received once, however often it is sent', async () => {
    const commandId = randomUUID();
    const first = await duty.post('/intakes/clues', { ...CLUE, reporter: REPORTER }, { commandId });
    const again = await duty.post('/intakes/clues', { ...CLUE, reporter: REPORTER }, { commandId });
    expect(again.body).toMatchObject({ id: first.body.id, repeated: true });
    expect(await bench.query('SELECT 1 FROM private_record WHERE case_id = $1', [first.body.caseId])).toHaveLength(1);
  });

  it('that a bound reporter brought late is marked', async () => {
    const { caseId } = await bench.aClue(LATE);
    expect((await bench.said(caseId))[0]!.data).toMatchObject({ boundToReport: true, late: true, delayMinutes: 3 * 24 * 60 });
  });

  it('is refused in a wrong form, from the future and from those who may not', async () => {
    const receive = (given: object, by = duty) => code(by.post('/intakes/clues', { ...CLUE, ...given }));
    expect(await receive({ channel: 'rumour' })).toBe('input.invalid');
    expect(await receive({ surprise: 1 })).toBe('input.invalid');
    expect(await receive({ discoveredAt: '2026-07-02T21:30+08:00' })).toBe('intake.times-contradict');
    expect(await receive({ occurredAt: '2030-01-01T00:00Z' })).toBe('time.in-future');
    expect(await receive({}, bench.at('relief'))).toBe('access.not-permitted');
  });

  it('warns and escalates by itself when nobody triages it', async () => {
    const { caseId } = await bench.aClue({ occurredAt: '2026-07-05T08:00+08:00' });
    await bench.moveClock('2026-07-06T00:00:00.000Z');
    const said = await bench.said(caseId);
    expect(said.slice(4).map(({ type }) => type)).toEqual(['clock.warned', 'clock.warned', 'clock.overdue']);
    expect(said.at(-1)!.data).toMatchObject({ rule: 'clue-triage', toldUnit: '532500-psb' });
  });
});

describe('A missing-person report (I-2)', () => {
  it('is accepted at once by a police station, and its child becomes a victim of the case', async () => {
    const station = bench.at('station');
    const child = {
      name: '某童', sex: 'male', birthDate: '2016-05-12', nationality: 'CN', nationalId: '532503201605120017', features: '胎记',
    };
    const { body } = await station.post('/intakes/missing-reports', {
      person: child, missingSince: '2019-10-03T16:40+08:00', division: '532503', occurredAt: '2019-10-03T17:05+08:00',
      reporter: { name: '家长', wantsAnonymity: false },
    });
    const { reportId, victimId, ...reported } = dataOf(body, 'intake.missing-person-reported');
    expect(reported).toMatchObject({ ageYears: 3, receivedBy: '532503-wenlan-ps' });
    const opening = { kind: 'child-abduction', victims: [], occurredAt: '2019-10-04T09:00+08:00' };
    const opened = await station.put(`/intakes/${body.id}/case`, opening);
    expect(dataOf(opened.body, 'intake.case-opened')).toMatchObject({
      caseNumber: 'GT-532503-2019-0001',
      victims: [{ victimId, minor: true, identityDigest: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    });
    const { body: named } = await station.get<{ items: object[] }>(`/intakes/${body.id}/victims?purpose=investigation`);
    expect(named.items).toEqual([{ ...child, victimId, minor: true }]);
    const reporter = await station.get(`/intakes/${body.id}/clues/${reportId}/reporter`);
    expect(reporter.body).toEqual({ name: '家长', wantsAnonymity: false });
  });
});

describe('Merging (I-3)', () => {
  const merge = (id: string, intoIntakeId: string, by = duty) => by.put(`/intakes/${id}/merge`, { intoIntakeId });

  it('gives its receipt again whole: what it said of both cases', async () => {
    const [late, first] = [await bench.aClue(LATE, bench.at('officer')), await bench.aCase()];
    const sent = () => duty.put(`/intakes/${late.id}/merge`, { intoIntakeId: first.id }, { commandId });
    const commandId = randomUUID();
    const [{ body: once }, { body: again }] = [await sent(), await sent()];
    expect(types({ status: 200, body: once })).toEqual(expect.arrayContaining(['intake.merged', 'intake.clue-linked']));
    expect(again).toEqual({ ...once, repeated: true });
  });

  it('makes two clues one case, whose feedback and closing are one', async () => {
    const late = await bench.aClue(LATE, bench.at('officer'));
    const first = await bench.aCase();
    expect(types(await merge(late.id, first.id))).toContain('intake.merged');
    expect((await bench.said(first.caseId)).findLast(({ type }) => type === 'intake.clue-linked')).toMatchObject({
      data: { clueId: late.clueId, fromCaseId: late.caseId },
    });
    const { body: { items } } = await duty.get<{ items: object[] }>(`/intakes?caseId=${late.caseId}`);
    expect(items).toMatchObject([{ mergedInto: first.id, stage: { state: 'closed' } }]);
    expect((await merge(late.id, first.id)).body.facts).toEqual([]);
    expect((await duty.get(`/intakes/${first.id}/clues/${late.clueId}/reporter`)).body).toEqual(REPORTER);
    expect(await code(duty.get(`/intakes/${late.id}/clues/${late.clueId}/reporter`))).toBe('intake.unknown-clue');

    const requested = await duty.post(`/intakes/${first.id}/stage-requests`, { stage: 'investigation', toUnit: YUANYANG });
    const close = () => duty.put(`/intakes/${first.id}/closure`);
    const both = [first.clueId, late.clueId];
    expect((await close()).body).toMatchObject({ code: 'intake.feedback-missing', details: { clueIds: both } });
    for (const clueId of both) {
      const told = await duty.post(`/intakes/${first.id}/feedbacks`, { clueId });
      expect(types(told).slice(0, 2)).toEqual(['intake.feedback-sent', 'clock.stopped']);
    }
    expect(await code(close())).toBe('stage.next-not-accepted');
    await bench.accepted(first.caseId, dataOf(requested.body, 'stage.requested').requestId!, YUANYANG);
    expect(types(await close())).toEqual(['intake.concluded', 'clock.stopped', 'stage.closed']);
  });

  it('carries over whoever took part: they may read the case that goes on', async () => {
    const [from, into] = [await bench.aClue(), await bench.aCase()];
    const offered = await duty.post(`/intakes/${from.id}/offers`, { toUnit: '532503-psb' });
    const { offerId } = dataOf(offered.body, 'stage.offered');
    const stranger = bench.at('stranger');
    await stranger.put(`/intakes/${from.id}/offers/${offerId}/return`, { reason: 'not-our-jurisdiction' });
    expect(await code(stranger.get(`/intakes/${into.id}`))).toBe('access.not-party');
    await merge(from.id, into.id);
    expect((await stranger.get(`/intakes/${into.id}`)).status).toBe(200);
    expect((await bench.said(into.caseId)).find(({ type }) => type === 'intake.parties-joined')!.data)
      .toEqual({ fromCaseId: from.caseId, units: ['532503-psb', YUANYANG] });
  });

  it('is refused into itself, unknown, closed, with requested stages, and on what has changed meanwhile', async () => {
    const [one, other] = [await bench.aCase(), await bench.aClue()];
    expect(await code(merge(one.id, one.id))).toBe('intake.merge-into-itself');
    expect(await code(merge(one.id, randomUUID()))).toBe('record.not-found');
    expect(await code(merge(other.id, one.id, bench.at('stranger')))).toBe('access.not-answerable');
    const stale = duty.put(`/intakes/${other.id}/merge`, { intoIntakeId: one.id }, { ifMatch: 3 });
    expect(await code(stale)).toBe('record.stale-version');
    await duty.post(`/intakes/${one.id}/stage-requests`, { stage: 'investigation', toUnit: YUANYANG });
    expect(await code(merge(one.id, other.id))).toBe('intake.stage-requested');
    await merge(other.id, one.id);
    expect(await code(merge(other.id, (await bench.aClue()).id))).toBe('stage.closed');
  });

  it('of the same two from both sides at once lets one pass', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await bench.aClue(), await bench.aClue()];
      const answers = await Promise.all([merge(one.id, other.id), merge(other.id, one.id)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    }
  });
});

describe('A case (I-4)', () => {
  const numberIn = ({ body }: Awaited<ReturnType<Desk['put']>>) => dataOf(body, 'intake.case-opened').caseNumber;

  it('has a number without a hole, also when many are opened at once and some are refused', async () => {
    const clues = await Promise.all(Array.from({ length: 8 }, () => bench.aClue({ division: '532501' })));
    const open = (id: string, victims: object[]) =>
      duty.put(`/intakes/${id}/case`, { kind: 'person-trafficking', occurredAt: '2026-07-03T00:00+08:00', victims });
    const answers = await Promise.all(clues.map(({ id }, n) => open(id, n % 2 ? [HOA] : [])));
    const [opened, refused] = [200, 422].map((wanted) => answers.filter(({ status }) => status === wanted));
    expect(refused!.map(({ body }) => body.code)).toEqual(Array(4).fill('intake.no-victim'));
    expect(opened!.map(numberIn).sort()).toEqual([1, 2, 3, 4].map((n) => `GT-532501-2026-000${n}`));
  });

  it('counts its year in Beijing', async () => {
    const { id } = await bench.aClue({ discoveredAt: '2025-12-31T20:00+08:00', occurredAt: '2025-12-31T20:00+08:00' });
    const opening = { kind: 'forced-labour', victims: [HOA], occurredAt: '2025-12-31T16:30Z' };
    expect(numberIn(await duty.put(`/intakes/${id}/case`, opening))).toMatch(/^GT-532528-2026-/);
  });

  it('knows minors, takes more victims, and is opened once', async () => {
    const { id } = await bench.aCase();
    const { body: intake } = await duty.get<{ victims: object[] }>(`/intakes/${id}`);
    expect(intake.victims).toMatchObject([{ minor: false, nationality: 'VN' }, { minor: true }]);
    const add = (matter: string, birthDate: string) => duty.post(`/intakes/${matter}/victims`, { ...MAI, birthDate });
    expect(types(await add(id, '2012-01-01'))).toEqual(['intake.victim-added']);
    expect(await code(add(id, '2027-01-01'))).toBe('intake.age-contradicts');
    const open = (matter: string, victim: object) =>
      duty.put(`/intakes/${matter}/case`, { kind: 'forced-labour', victims: [victim] });
    expect(await code(open(id, HOA))).toBe('intake.case-already-opened');
    const clue = await bench.aClue();
    expect(await code(add(clue.id, '2012-01-01'))).toBe('intake.case-not-opened');
    expect(await code(open(clue.id, { ...HOA, victimId: randomUUID() }))).toBe('intake.unknown-victim');
  });

  it('takes an age that is judged, or that nobody knows, and is told later what it is', async () => {
    const { birthDate: _unknown, ...nobodyKnows } = MAI;
    const between = (fromYears: number) => ({ estimatedAge: { fromYears, toYears: fromYears + 4, on: '2026-07-01' } });
    const { id, caseId } = await bench.aClue();
    const victims = [nobodyKnows, { ...nobodyKnows, ...between(15) }, { ...nobodyKnows, ...between(19) }];
    expect((await duty.put(`/intakes/${id}/case`, { kind: 'woman-trafficking', victims })).status).toBe(200);
    const seen = async () => (await duty.get<{ victims: { victimId: string; minor: boolean }[] }>(`/intakes/${id}`)).body.victims;
    const [unknown] = await seen();
    expect((await seen()).map(({ minor }) => minor)).toEqual([true, true, false]);
    const age = `/intakes/${id}/victims/${unknown!.victimId}/age`;
    expect(await code(duty.put(age, {}))).toBe('intake.age-missing');
    const adult = { birthDate: '2004-03-08' };
    expect(await code(duty.put(age, { ...adult, ...between(15) }))).toBe('intake.age-contradicts');
    expect(await code(duty.put(`/intakes/${id}/victims/${randomUUID()}/age`, adult))).toBe('intake.unknown-victim');
    expect(await code(bench.at('relief').put(age, adult))).toBe('access.not-answerable');
    await bench.accepted(caseId, randomUUID(), '532500-relief');
    const said = await bench.at('relief').put(age, adult);
    expect(dataOf(said.body, 'intake.victim-age-said')).toEqual({ victimId: unknown!.victimId, minor: false, basis: 'born-on' });
    expect((await seen())[0]).toMatchObject({ minor: false });
    const { body: { items } } = await duty.get<{ items: object[] }>(`/intakes/${id}/victims?purpose=triage`);
    expect(items).toMatchObject([
      { minor: false, ...adult }, { minor: true, estimatedAge: { fromYears: 15, toYears: 19 } }, { minor: false }]);
    const records = async () => (await bench.query('SELECT id FROM private_record WHERE case_id = $1', [caseId])).length;
    const before = await records();
    expect((await duty.put(age, adult)).body.facts).toEqual([]);
    expect(await code(duty.put(age, between(12)))).toBe('intake.birth-date-known');
    expect(await records()).toBe(before);
    expect(types(await duty.put(age, { birthDate: '2012-03-08' }))).toEqual(['intake.victim-age-said']);
    expect((await seen())[0]).toMatchObject({ minor: true });
    const judged = `/intakes/${id}/victims/${(await seen())[1]!.victimId}/age`;
    const narrower = { estimatedAge: { ...between(15).estimatedAge, toYears: 18 } };
    for (const [said, facts] of [[between(15), 0], [narrower, 1], [narrower, 0], [between(15), 1]] as const)
      expect((await duty.put(judged, said)).body.facts).toHaveLength(facts);
    const again = (await duty.get<{ items: object[] }>(`/intakes/${id}/victims?purpose=triage`)).body.items[1];
    expect(again).toMatchObject({ minor: true, estimatedAge: { fromYears: 15, toYears: 19 } });
    expect(again).not.toHaveProperty('birthDate');
  });

  it('keeps the photograph of somebody who is missing as a file of the matter, for the unit that answers', async () => {
    const { body: { id, caseId } } = await duty.post('/intakes/missing-reports', {
      person: MAI, missingSince: '2026-07-01T08:00+08:00', division: '532528', occurredAt: '2026-07-02T08:00+08:00' });
    const photograph = {
      recordId: id, kind: 'photograph', mediaType: 'image/jpeg', bytes: 1_000, digest: 'a'.repeat(64), hasOriginal: true,
    };
    expect(types(await duty.post('/attachments', photograph))).toEqual(['attachment.announced']);
    expect(await code(bench.at('stranger').post('/attachments', photograph))).toBe('access.not-answerable');
    const { body: { items } } = await duty.get<{ items: object[] }>(`/attachments?caseId=${caseId}`);
    expect(items).toMatchObject([{ kind: 'photograph', recordId: id }]);
  });

  it('asks competent units that the directory knows', async () => {
    const { id } = await bench.aCase();
    const ask = (stage: string, toUnit: string) => duty.post(`/intakes/${id}/stage-requests`, { stage, toUnit });
    expect(await code(ask('investigation', '999999-psb'))).toBe('stage.unknown-unit');
    expect(await code(ask('investigation', '532503-wenlan-ps'))).toBe('stage.unit-not-competent');
    expect(await code(ask('placement', '532500-relief'))).toBe('input.invalid');
    expect(types(await ask('investigation', '532503-psb'))[0]).toBe('stage.requested');
    expect(await code(ask('investigation', '532503-psb'))).toBe('stage.already-requested');
  });

  it('goes to another unit by offer and acceptance, and so does the reporter', async () => {
    const { id, clueId } = await bench.aClue();
    const stranger = bench.at('stranger');
    const offer = await duty.post(`/intakes/${id}/offers`, { toUnit: '532503-psb' });
    const { body: { items } } = await stranger.get<{ items: { id: string }[] }>('/intakes');
    expect(items.map((found) => found.id)).toContain(id);
    const { offerId } = dataOf(offer.body, 'stage.offered');
    expect(types(await stranger.put(`/intakes/${id}/offers/${offerId}/acceptance`))).toEqual(['stage.accepted']);
    expect(await code(duty.post(`/intakes/${id}/feedbacks`, { clueId }))).toBe('access.not-answerable');
    expect(await code(duty.get(`/intakes/${id}/clues/${clueId}/reporter`))).toBe('access.not-answerable');
    expect((await stranger.get(`/intakes/${id}/clues/${clueId}/reporter`)).body).toEqual(REPORTER);
  });
});

describe('The list of matters', () => {
  it('shows what the own unit answers for, the newest first, a page at a time', async () => {
    const ids = [];
    for (let n = 0; n < 3; n += 1) ids.unshift((await bench.aClue({}, bench.at('station'))).id);
    const page = async (query: string) => {
      const { body } = await bench.at('station').get<{ items: { id: string }[] }>(`/intakes?${query}`);
      return body.items.map(({ id }) => id);
    };
    expect(await page('limit=2')).toEqual(ids.slice(0, 2));
    expect(await page(`limit=1&before=${ids[1]}`)).toEqual(ids.slice(2));
    expect(await code(duty.get('/intakes?limit=201'))).toBe('input.invalid');
  });
});

describe('Where a matter lies (I-3)', () => {
  const asked = (id: string, toUnit: string) => duty.post(`/intakes/${id}/stage-requests`, { stage: 'investigation', toUnit });

  async function aChildCase(): Promise<{ id: string; caseId: string }> {
    const clue = await bench.aClue();
    const victims = [{ ...MAI, birthDate: '2016-05-12' }];
    expect((await duty.put(`/intakes/${clue.id}/case`, { kind: 'child-abduction', victims })).status).toBe(200);
    return clue;
  }

  it('is refused where no unit is, and where units are but no bureau leads', async () => {
    const receive = (division: string) => duty.post('/intakes/clues', { ...CLUE, division });
    expect((await receive('999999')).body).toMatchObject({ code: 'intake.unknown-division', details: { division: '999999' } });
    await bench.unit('341226-relief', 'relief-station');
    expect(await code(receive('341226'))).toBe('intake.unknown-division');
    const person = { ...HOA, birthDate: '2016-05-12' };
    const report = { person, missingSince: '2026-07-01T08:00+08:00', division: '999999' };
    expect(await code(duty.post('/intakes/missing-reports', report))).toBe('intake.unknown-division');
  });

  it('is corrected with a reason, and the bureau of the right place is asked; both are on record', async () => {
    const { id, caseId } = await aChildCase();
    expect(await code(asked(id, '532503-psb'))).toBe('intake.wrong-jurisdiction');
    await asked(id, YUANYANG);
    const correct = (given: object, by = duty) => by.put(`/intakes/${id}/division`, { reason: 'mistyped', ...given });
    expect(await code(correct({ division: '999999' }))).toBe('intake.unknown-division');
    expect(await code(correct({ division: '532503' }))).toBe('intake.wrong-jurisdiction');
    expect(await code(correct({ division: '532503', toUnit: '532503-psb' }, bench.at('stranger')))).toBe('access.not-answerable');
    const corrected = await correct({ division: '532503', toUnit: '532503-psb' });
    expect(types(corrected)).toEqual(['intake.division-corrected', 'stage.request-withdrawn', 'stage.requested']);
    expect(dataOf(corrected.body, 'stage.requested').toUnit).toBe('532503-psb');
    expect((await bench.said(caseId)).find(({ type }) => type === 'intake.division-corrected')!.data)
      .toEqual({ from: '532528', to: '532503', reason: 'mistyped' });
    const { body } = await duty.get<{ division: string; requests: { toUnit: string; withdrawnAt?: string }[] }>(`/intakes/${id}`);
    expect(body.division).toBe('532503');
    expect(body.requests.map(({ toUnit, withdrawnAt }) => [toUnit, withdrawnAt !== undefined]))
      .toEqual([[YUANYANG, true], ['532503-psb', false]]);
    expect(types(await correct({ division: '532503' }))).toEqual([]);
  });

  it('a request that was taken while it was withdrawn counts, and one that was ended before does not', async () => {
    const { id, caseId } = await bench.aCase();
    const timed = async (): Promise<string[]> => (await bench.query<{ clocks: { running: { rule: string }[] } }>(
      'SELECT clocks FROM intake WHERE id = $1', [id]))[0]!.clocks.running.map(({ rule }) => rule);
    const first = dataOf((await asked(id, YUANYANG)).body, 'stage.requested').requestId!;
    await duty.put(`/intakes/${id}/stage-requests/${first}/withdrawal`, { reason: 'wrong-unit' });
    expect(await timed()).toContain('next-stage-request');
    const stageId = await bench.accepted(caseId, first, YUANYANG);
    expect(await timed()).not.toContain('next-stage-request');
    expect((await bench.said(caseId)).map(({ type }) => type)).toContain('stage.request-stands');
    await bench.hear('investigation', caseId, fact(StageClosed, { stageId, stage: 'investigation' }));
    const second = dataOf((await asked(id, YUANYANG)).body, 'stage.requested').requestId!;
    const untaken = { stageId: randomUUID(), stage: 'investigation' as const };
    await bench.hear('investigation', caseId,
      fact(StageOpened, { ...untaken, unitId: YUANYANG, personId: bench.actors.duty.personId, requestId: second }),
      fact(StageClosed, { ...untaken, abandoned: true }));
    const { body: { requests } } = await duty.get<{ requests: { withdrawnAt?: string }[] }>(`/intakes/${id}`);
    expect(requests.map(({ withdrawnAt }) => withdrawnAt !== undefined)).toEqual([false, true]);
  });

  it('a request that nobody has taken is withdrawn, and the matter is free to end', async () => {
    const { id, caseId, clueId } = await bench.aCase();
    const first = dataOf((await asked(id, YUANYANG)).body, 'stage.requested').requestId!;
    await duty.post(`/intakes/${id}/feedbacks`, { clueId });
    const stageId = await bench.accepted(caseId, first, YUANYANG);
    await bench.hear('investigation', caseId, fact(StageClosed, { stageId, stage: 'investigation' }));
    const second = dataOf((await asked(id, YUANYANG)).body, 'stage.requested').requestId!;
    const withdraw = (requestId: string) => duty.put(`/intakes/${id}/stage-requests/${requestId}/withdrawal`, { reason: 'asked-twice' });
    const close = () => duty.put(`/intakes/${id}/closure`);
    expect((await close()).body).toMatchObject({ code: 'stage.next-not-accepted', details: { requestIds: [second] } });
    expect(await code(withdraw(first))).toBe('stage.request-taken');
    expect(await code(withdraw(randomUUID()))).toBe('stage.unknown-request');
    expect(types(await withdraw(second))).toEqual(['stage.request-withdrawn']);
    expect(types(await close())).toEqual(['intake.concluded', 'clock.stopped', 'stage.closed']);
  });
});

describe('What can be done (decision 11)', () => {
  type Action = { action: string; of?: string; open: boolean; refusal?: { code: string } };
  const seen = async (id: string, by = duty): Promise<Record<string, string>> => {
    const { body } = await by.get<{ actions: Action[] }>(`/intakes/${id}`);
    return Object.fromEntries(body.actions.map(({ action, of, refusal }) => [of ? `${action} of` : action, refusal?.code ?? 'open']));
  };

  it('is said with the record, and closed for the reason that the command would give', async () => {
    const clue = await bench.aClue();
    expect(await seen(clue.id)).toEqual({
      offer: 'open', accept: 'stage.no-offer', giveBack: 'stage.no-offer', grade: 'open', merge: 'open', sendFeedback: 'open',
      openCase: 'open', addVictim: 'intake.case-not-opened', requestStage: 'intake.case-not-opened', correct: 'open',
      conclude: 'intake.feedback-missing', announce: 'open',
    });
    expect(await code(duty.put(`/intakes/${clue.id}/closure`))).toBe('intake.feedback-missing');
    const { id } = await bench.aCase();
    await duty.post(`/intakes/${id}/stage-requests`, { stage: 'investigation', toUnit: YUANYANG });
    expect(await seen(id)).toMatchObject({
      openCase: 'intake.case-already-opened', addVictim: 'open', requestStage: 'open', 'withdraw of': 'open',
      merge: 'intake.stage-requested',
    });
    expect(Object.values(await seen(id, bench.at('superior')))).not.toContain('open');
  });
});
