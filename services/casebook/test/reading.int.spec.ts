import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  BuyerHasVictim, BuyerInHousehold, CaseOpened, ClueReceived, DivisionCorrected, fact, FactParked, FactReleased, FactSetAside,
  MeasureTaken, MissingPersonReported, PostAssigned, ProtectionTaken, StageAccepted, StageExpired, StageOpened, VictimAgeSaid,
  type Fact,
} from '#contracts';
import type { Problem } from '#service-kit';
import { aDeadline, aReadingRoom, CIVIL, HOSPITAL, MENGZI, underWay, type ReadingRoom } from './a-reading-room.js';

jest.setTimeout(60_000);

let room: ReadingRoom;
beforeAll(async () => { room = await aReadingRoom(); });
afterAll(() => room.stop());

type Body = Record<string, never> & { items: Record<string, unknown>[]; next: string | null; dataAsOf: Record<string, string> };
type Ledger = {
  stages: { stage: string; intervals: Holder[]; findings: object[] }[];
  care: { victimId: string; findings: object[] }[];
  uncovered: object[];
};
type Holder = { unitId: string; personId: string; stage: string; fromAt: string; toAt: string | null };

const read = async (who: Parameters<ReadingRoom['at']>[0], path: string): Promise<Body> => {
  const { status, body } = await room.at(who).get<Body>(path);
  if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
  return body;
};
const refused = async (who: Parameters<ReadingRoom['at']>[0], path: string): Promise<string> =>
  (await room.at(who).get<Problem>(path)).body.code;
/** The clock of the rehearsal goes on while the story is told: a moment counts to the second. */
const about = (moment: string) => expect.stringMatching(`^${moment}`);
const ofCase = (path = ''): string => `/cases/${room.caseId}${path}`;

describe('Who was answerable', () => {
  const leaderOn = async (at: string): Promise<string[]> => {
    const { stages } = await read('kong',
      `${ofCase('/answerable')}?at=${encodeURIComponent(at)}`) as unknown as { stages: Holder[] };
    return stages.filter(({ stage }) => stage === 'investigation').map(({ personId }) => personId);
  };

  it('is asked of now where no moment is named, and of a moment with its offset as people write it', async () => {
    const { stages: now } = await read('kong', ofCase('/answerable')) as unknown as { stages: Holder[] };
    const { stages: held } = await read('kong', ofCase('/ledger')) as unknown as Ledger;
    expect(now.map(({ stage }) => stage).sort())
      .toEqual(held.filter(({ intervals }) => intervals.at(-1)!.toAt === null).map(({ stage }) => stage).sort());
    const typed = await read('kong', `${ofCase('/answerable')}?at=2020-02-01T12:00:00+08:00`) as unknown as { stages: Holder[] };
    expect(typed.stages.filter(({ stage }) => stage === 'investigation').map(({ personId }) => personId))
      .toEqual(await leaderOn('2020-02-01T12:00:00+08:00'));
  });

  it('child 1: on 2020-02-01 the one leader, on 2021-03-20 his successor, and at no minute nobody', async () => {
    const { pu, kong } = room.actors;
    expect(await leaderOn('2020-02-01T12:00:00+08:00')).toEqual([pu.personId]);
    const { stages } = await read('kong', ofCase('/ledger')) as unknown as Ledger;
    const handedAt = stages.find(({ stage }) => stage === 'investigation')!.intervals[1]!.fromAt;
    expect(await leaderOn(new Date(Date.parse(handedAt) - 1).toISOString())).toEqual([pu.personId]);
    expect(await leaderOn(handedAt)).toEqual([kong.personId]);
    expect(await leaderOn('2021-03-20T00:00:00.000Z')).toEqual([kong.personId]);
    expect(await leaderOn('2019-01-01T00:00:00.000Z')).toEqual([]);
  });

  it('is proven by the ledger, with nothing found', async () => {
    const { stages, care, uncovered } = await read('kong', ofCase('/ledger')) as unknown as Ledger;
    const { pu, kong } = room.actors;
    const investigation = stages.find(({ stage }) => stage === 'investigation')!;
    expect(investigation.intervals.map(({ personId, fromAt, toAt }) => [personId, fromAt, toAt])).toEqual([
      [pu.personId, about('2019-10-04T01:00:00'), about('2021-03-15T01:00:00')],
      [kong.personId, about('2021-03-15T01:00:00'), null]]);
    expect(care.map(({ victimId }) => victimId)).toEqual([room.victimId]);
    expect([...stages, ...care].flatMap(({ findings }) => findings)).toEqual([]);
    expect(uncovered).toEqual([]);
  });
});

describe('A case', () => {
  it('is shown as it stands now, and up to when each service was heard', async () => {
    const body = await read('pu', ofCase());
    expect(body).toMatchObject({
      case: { caseNumber: 'MZ-2019-0147', kind: 'child-abduction', victims: 1, stages: 4, openStages: 4, state: 'open',
        exercise: true },
      victims: [{ victimId: room.victimId, sex: 'male', minor: true }],
      care: [{ state: 'held', unitId: MENGZI, offerToUnit: CIVIL }],
      clocks: expect.arrayContaining([expect.objectContaining({ rule: 'cold-case-review', state: 'overdue', overdueStep: 1 })]),
      everyClock: true,
    });
    expect(body.dataAsOf).toMatchObject({ intake: about('2019-10-03T09:30:00'), placement: about('2026-09-22T01:00:00') });
  });

  it('is told in the order in which it happened, page by page', async () => {
    const all: Record<string, unknown>[] = [];
    let after = '';
    do {
      const { items, next } = await read('pu', `${ofCase('/timeline')}?limit=4${after && `&after=${after}`}`);
      expect(items.length).toBeLessThanOrEqual(4);
      all.push(...items);
      after = next ?? '';
    } while (after);
    const [{ n }] = await room.query<{ n: number }>('SELECT count(*)::integer AS n FROM timeline WHERE case_id = $1',
      [room.caseId]) as [{ n: number }];
    expect(all).toHaveLength(n);
    expect(all.map(({ occurredAt }) => occurredAt)).toEqual(all.map(({ occurredAt }) => occurredAt).toSorted());
    const { items } = await read('pu', `${ofCase('/timeline')}?type=stage.accepted`);
    expect(items).toEqual([expect.objectContaining({ type: 'stage.accepted', source: 'investigation' })]);
  });

  it('refuses a page that no page gave, a moment that is none, and a case that is none', async () => {
    expect(await refused('pu', `${ofCase('/timeline')}?after=AAAA`)).toBe('input.invalid');
    expect(await refused('pu', `${ofCase('/answerable')}?at=yesterday`)).toBe('input.invalid');
    expect(await refused('pu', '/cases?limit=201')).toBe('input.invalid');
    expect(await refused('pu', `/cases/${randomUUID()}`)).toBe('record.not-found');
    expect(await refused('pu', `/cases/${randomUUID()}/ledger`)).toBe('record.not-found');
    expect(await refused('pu', `/cases/${randomUUID()}/timeline`)).toBe('record.not-found');
  });
});

describe('What is shown depends on who asks (P-10)', () => {
  const typesFor = async (who: Parameters<ReadingRoom['at']>[0]): Promise<string[]> =>
    (await read(who, `${ofCase('/timeline')}?limit=200`)).items.map(({ type }) => type as string);

  it('child 9: the health provider sees care and nothing of the investigation', async () => {
    const types = await typesFor('clinician');
    expect(types).toContain('placement.session-held');
    expect(types.filter((type) => type.startsWith('investigation.') || type.startsWith('intake.clue'))).toEqual([]);
    const { items } = await read('clinician', `${ofCase('/timeline')}?limit=200`);
    expect(items.filter(({ source }) => source === 'investigation')).toEqual([]);
    const { stages, clocks, everyClock, case: summary } = await read('clinician',
      ofCase()) as unknown as { stages: Holder[]; clocks: object[]; everyClock: boolean; case: object };
    expect(stages.map(({ stage }) => stage)).toEqual(['rescue', 'placement']);
    expect([clocks, everyClock]).toEqual([[], false]);
    expect(summary).toMatchObject({ stages: 2 });
    const { stages: then } = await read('clinician',
      `${ofCase('/answerable')}?at=2026-09-30T00:00:00.000Z`) as unknown as { stages: Holder[] };
    expect(then.map(({ stage }) => stage).sort()).toEqual(['placement', 'rescue']);
  });

  it('child 9: the police see that a session took place, and not whether further help is needed', async () => {
    const { items } = await read('pu', `${ofCase('/timeline')}?limit=200`);
    expect(items.find(({ type }) => type === 'placement.session-held')).toMatchObject({ data: { number: 1 } });
    expect(items.find(({ type }) => type === 'placement.follow-up-visited')!.data).not.toHaveProperty('furtherHelpNeeded');
    const opened = items.find(({ type }) => type === 'intake.case-opened')!;
    expect(opened).toMatchObject({ data: { victims: [{ victimId: room.victimId }] } });
    expect(JSON.stringify(opened)).not.toContain('identityDigest');
    const mine = await read('worker', `${ofCase('/timeline')}?limit=200`);
    expect(mine.items.find(({ type }) => type === 'placement.follow-up-visited')!.data)
      .toMatchObject({ furtherHelpNeeded: true });
  });

  it('civil affairs and border see who answers in the investigation, and not what it does', async () => {
    for (const who of ['worker', 'border'] as const) {
      const { items } = await read(who, `${ofCase('/timeline')}?limit=200`);
      const types = new Set(items.filter(({ source }) => source === 'investigation').map(({ type }) => type));
      expect([...types].sort()).toEqual(['stage.accepted', 'stage.offered', 'stage.opened']);
    }
  });

  it('child 10: the joint conference gets no case, a school neither', async () => {
    for (const path of ['', '/timeline', '/ledger', '/answerable?at=2020-01-01T00:00:00.000Z']) {
      expect(await refused('secretary', ofCase(path))).toBe('casebook.figures-only');
      expect(await refused('teacher', ofCase(path))).toBe('casebook.not-visible');
    }
    expect(await refused('secretary', '/cases')).toBe('casebook.figures-only');
    expect(await refused('secretary', '/alarms')).toBe('casebook.figures-only');
    expect(await refused('teacher', '/figures')).toBe('casebook.not-visible');
  });

  it('a health provider does not see a case that has not come to care', async () => {
    const caseId = randomUUID();
    await room.hear('intake', caseId, fact(CaseOpened, {
      caseNumber: 'MZ-2026-0001', kind: 'forced-marriage', division: '532528',
      victims: [{ victimId: randomUUID(), sex: 'female', minor: false, nationality: 'VN' }] }));
    await room.hear('investigation', caseId,
      ...underWay({ stageId: randomUUID(), stage: 'investigation' }, room.actors.stranger),
      fact(MeasureTaken, { measureId: randomUUID(), package: 'solve', measure: 'search' }));
    const listed = (await read('clinician', '/cases')).items.map(({ caseId: id }) => id);
    expect(listed).toEqual([room.caseId]);
    for (const [who, sees] of [['superior', true], ['pu', false]] as const)
      expect((await read(who, '/cases')).items.map(({ caseId: id }) => id).includes(caseId)).toBe(sees);
  });
});

describe('Who may read a case depends on what the unit has to do with it (P-4)', () => {
  const paths = ['', '/timeline', '/ledger', '/answerable?at=2020-01-01T00:00:00.000Z'];

  it('a participant and a superior may, a unit of the same kind elsewhere and an administrator may not', async () => {
    for (const path of paths) {
      for (const who of ['pu', 'worker', 'superior'] as const) expect((await room.at(who).get(ofCase(path))).status).toBe(200);
      for (const who of ['stranger', 'administrator'] as const) expect(await refused(who, ofCase(path))).toBe('access.not-party');
    }
    await room.unit('532501-hospital', 'hospital');
    const elsewhere = await room.person('532501-hospital', 'clinician');
    for (const turnedAway of [room.at('stranger'), room.as(elsewhere)])
      expect((await turnedAway.get<Problem>(ofCase())).body.details).toEqual({ caseId: room.caseId, answerable: [MENGZI] });
    const tries = await room.query<{ route: string }>(
      `SELECT route FROM access_log WHERE case_id = $1 AND person_id = $2 AND outcome = 'denied'`,
      [room.caseId, room.actors.stranger.personId]);
    expect(tries.length).toBeGreaterThanOrEqual(paths.length);
  });

  it('a victim who lives with a buyer is an alarm until taken back (R-3)', async () => {
    const { victimId } = room;
    const withBuyer = async (who: Parameters<ReadingRoom['at']>[0] = 'superior') =>
      (await read(who, '/alarms')).items.filter(({ kind }) => kind === 'with-buyer');
    expect(await withBuyer()).toEqual([]);
    const custody = { custodyId: randomUUID(), victimId };
    await room.say('2026-09-22T02:00:00.000Z', 'rescue', fact(BuyerHasVictim, { ...custody, householdId: randomUUID() }));
    await room.say('2026-09-22T02:10:00.000Z', 'placement', fact(BuyerInHousehold, {
      placementId: randomUUID(), victimId, householdId: randomUUID(),
    }));
    for (const who of ['superior', 'worker'] as const)
      expect(await withBuyer(who)).toMatchObject([
        { caseId: room.caseId, id: victimId, stage: 'placement' }, { caseId: room.caseId, id: victimId, stage: 'rescue' },
      ]);
    expect(await withBuyer('stranger')).toEqual([]);
    const told = async (who: Parameters<ReadingRoom['at']>[0]) =>
      (await read(who, '/notices')).items.filter(({ kind }) => kind === 'with-buyer');
    expect(await told('kong')).toHaveLength(2);
    expect(await told('stranger')).toEqual([]);
    await room.say('2026-09-22T03:00:00.000Z', 'rescue', fact(ProtectionTaken, {
      ...custody, grounds: 'buyer-recognised', documentNumber: 'MZ-2026-9',
    }));
    expect(await withBuyer()).toEqual([]);
    expect(await told('kong')).toEqual([]);
  });

  it('a list, the alarms and a board hold what is one’s own or below', async () => {
    const listed = async (who: Parameters<ReadingRoom['at']>[0]) => (await read(who, '/cases')).items.map(({ caseId }) => caseId);
    for (const who of ['pu', 'superior', 'worker'] as const) expect(await listed(who)).toContain(room.caseId);
    expect(await listed('stranger')).not.toContain(room.caseId);
    expect(await listed('administrator')).toEqual([]);
    expect((await read('superior', '/alarms')).items.map(({ caseId }) => caseId)).toContain(room.caseId);
    expect((await read('stranger', '/alarms')).items).toEqual([]);
    expect(await refused('stranger', `/units/${MENGZI}/board`)).toBe('casebook.not-your-unit');
    expect(await read('superior', `/units/${MENGZI}/board`)).toMatchObject({ unit: { unitId: MENGZI } });
    expect(await refused('administrator', '/worklist')).toBe('access.not-permitted');
    expect((await read('pu', '/cases?caseNumber=MZ-2019-0147')).items).toHaveLength(1);
    expect((await read('stranger', '/cases?caseNumber=MZ-2019-0147')).items).toEqual([]);
  });

  it('whoever does stages learns by the number that a case exists and who answers, and nothing else', async () => {
    const found = await read('stranger', '/cases/located?caseNumber=MZ-2019-0147');
    expect(found).toEqual({
      caseId: room.caseId, caseNumber: 'MZ-2019-0147', division: '532503', state: 'open',
      answerable: ['intake', 'investigation', 'placement', 'rescue'].map((stage) => ({ stage, unitId: MENGZI })),
    });
    expect(await refused('stranger', '/cases/located?caseNumber=MZ-2019-9999')).toBe('record.not-found');
    expect(await refused('clinician', '/cases/located?caseNumber=MZ-2019-0147')).toBe('access.not-permitted');
  });

  it('who read it is shown to the heads of whoever answers and of the superior, page by page', async () => {
    await refused('stranger', ofCase('/ledger'));
    for (const who of ['pu', 'superior'] as const) {
      const { items, next } = await read(who, `${ofCase('/readings')}?limit=2`);
      expect(items).toHaveLength(2);
      expect((await read(who, `${ofCase('/readings')}?after=${next}`)).items[0]!.id).toBeLessThan(items[1]!.id as number);
    }
    expect((await read('pu', ofCase('/readings'))).items).toEqual(expect.arrayContaining([expect.objectContaining({
      personId: room.actors.stranger.personId, unitId: '532528-psb', route: 'GET /cases/:caseId/ledger', outcome: 'denied' })]));
    expect(await refused('worker', ofCase('/readings'))).toBe('access.not-permitted');
    expect(await refused('stranger', ofCase('/readings'))).toBe('access.not-party');
    const director = await room.person(CIVIL, 'head');
    expect((await room.as(director).get<Problem>(ofCase('/readings'))).body.code).toBe('access.not-party');
  });
});

describe('Reading a case', () => {
  it('is on record, and so is the try of whoever is turned away', async () => {
    const { clinician, teacher } = room.actors;
    await read('clinician', ofCase('/ledger'));
    await refused('teacher', ofCase('/ledger'));
    await refused('pu', `/cases/${room.investigation}`);
    const rows = await room.query('SELECT person_id, unit_id, post, case_id, route, outcome FROM access_log ORDER BY id DESC LIMIT 3');
    expect(rows.toReversed()).toEqual([
      { person_id: clinician.personId, unit_id: HOSPITAL, post: 'clinician', case_id: room.caseId,
        route: 'GET /cases/:caseId/ledger', outcome: 'shown' },
      { person_id: teacher.personId, unit_id: '532503-school', post: 'teacher', case_id: room.caseId,
        route: 'GET /cases/:caseId/ledger', outcome: 'denied' },
      expect.objectContaining({ case_id: room.investigation, outcome: 'not-found' }),
    ]);
  });
});

describe('A worklist', () => {
  type Parts = { parts: Record<string, { items: Record<string, unknown>[]; next: string | null }> };
  const worklist = async (who: Parameters<ReadingRoom['at']>[0], query = ''): Promise<Parts['parts']> =>
    (await read(who, `/worklist${query}`) as unknown as Parts).parts;

  it('shows what waits for me and my unit', async () => {
    const parts = await worklist('worker');
    expect(parts['offers']!.items)
      .toEqual([expect.objectContaining({
        stage: 'placement', offerByUnit: MENGZI, caseNumber: 'MZ-2019-0147', offerExpiresAt: '2026-09-25T01:00:00.000Z',
        case: { kind: 'child-abduction', risk: 'urgent', division: '532503', victims: 1 },
      })]);
    expect(parts['care-offers']!.items).toEqual([expect.objectContaining({ victimId: room.victimId, unitId: MENGZI })]);
    expect(parts['stages']!.items).toEqual([]);
  });

  it('shows what we answer for, our deadlines, whom we care for, and whom we wait for', async () => {
    const parts = await worklist('kong');
    expect(parts['stages']!.items.map(({ stage, mine }) => [stage, mine])).toEqual(
      [['intake', false], ['investigation', true], ['rescue', false], ['placement', false]]);
    expect(parts['clocks']!.items[0]).toMatchObject({
      rule: 'cold-case-review', mine: true, state: 'overdue', caseNumber: 'MZ-2019-0147' });
    expect(parts['clocks']!.items.slice(1).map(({ rule, mine }) => [rule, mine]).sort())
      .toEqual([['stage-next-step', false], ['stage-next-step', false], ['stage-next-step', true]]);
    expect(parts['in-care']!.items).toEqual([expect.objectContaining({ victimId: room.victimId })]);
    expect(parts['waiting']!.items)
      .toEqual([expect.objectContaining({ offerToUnit: CIVIL, offeredAt: about('2026-09-22T01:00:00') })]);
    expect(parts['offers']!.items).toEqual([]);
  });

  it('goes on page by page, one part at a time', async () => {
    const first = (await worklist('kong', '?part=stages&limit=3'))['stages']!;
    expect(first.items).toHaveLength(3);
    const second = (await worklist('kong', `?part=stages&limit=3&after=${first.next}`))['stages']!;
    expect(second.items.map(({ stage }) => stage)).toEqual(['placement']);
    expect(second.next).toBeNull();
    expect(await refused('kong', `/worklist?after=${first.next}`)).toBe('input.invalid');
  });
});

describe('Boards, alarms and figures', () => {
  it('a board counts, and names nobody to the joint conference', async () => {
    expect(await read('pu', `/units/${MENGZI}/board`)).toMatchObject({
      unit: { unitId: MENGZI, kind: 'public-security' }, stages: expect.arrayContaining([{ stage: 'investigation', count: 1 }]),
      clocks: [{ rule: 'cold-case-review', state: 'overdue', count: 1 }, { rule: 'stage-next-step', state: 'running', count: 3 }],
      inCare: [{ state: 'held', count: 1 }],
      people: [expect.objectContaining({ personId: room.actors.kong.personId, openStages: 1, overdue: 1 }),
        expect.objectContaining({ personId: room.actors.ma.personId, openStages: 3, overdue: 0 })],
      waitingOn: [{
        unitId: CIVIL, stage: 'placement', offers: 1, since: about('2026-09-22T01:00:00'),
        firstExpiresAt: '2026-09-25T01:00:00.000Z' }],
    });
    const board = await read('secretary', `/units/${MENGZI}/board`) as unknown as Record<'people' | 'waitingOn' | 'clocks', object[]>;
    expect([board.people, board.waitingOn]).toEqual([[], []]);
    expect(board.clocks).toEqual([
      { rule: 'cold-case-review', state: 'overdue', count: null }, { rule: 'stage-next-step', state: 'running', count: null }]);
    expect(await refused('pu', '/units/no-such-unit/board')).toBe('record.not-found');
  });

  it('alarms stand in order of time, the newest first: what is overdue, what has expired, what is parked', async () => {
    const broken = { stageId: randomUUID(), stage: 'placement' as const };
    await room.say('2026-09-23T00:00:00.000Z', 'placement', fact(StageExpired, {
      ...broken, offerId: randomUUID(), toUnit: CIVIL, unitId: MENGZI, personId: room.actors.ma.personId,
      toldUnit: '532500-psb' }), aDeadline(room.actors.ma));
    const { items, next } = await read('pu', '/alarms?limit=1');
    expect(items.map(({ kind, id }) => [kind, id])).toEqual([['offer-expired', broken.stageId]]);
    const rest = await read('pu', `/alarms?after=${next}`);
    expect(rest.items).toEqual([expect.objectContaining({ kind: 'overdue', rule: 'cold-case-review', caseId: room.caseId,
      caseNumber: 'MZ-2019-0147', toldUnit: '532500-psb' })]);
    expect(rest.next).toBeNull();
    expect((await read('clinician', '/alarms')).items.map(({ kind }) => kind)).toEqual(['offer-expired']);
  });

  it('a stage is an alarm and a notice while it is under no deadline, and from then on a finding of its ledger', async () => {
    const caseId = randomUUID();
    const stage = { stageId: randomUUID(), stage: 'intake' as const };
    const { unitId, personId } = room.actors.pu;
    const standing = async (path: '/alarms' | '/notices'): Promise<unknown[]> =>
      (await read('pu', path)).items.filter((item) => item.caseId === caseId).map(({ kind }) => kind);
    await room.hear('intake', caseId, fact(StageOpened, { ...stage, unitId, personId }));
    expect([await standing('/alarms'), await standing('/notices')]).toEqual([['no-clock'], ['no-clock']]);
    await room.moveClock('2026-09-23T01:00:00.000Z');
    await room.hear('intake', caseId, fact(StageAccepted, { ...stage, offerId: randomUUID(), unitId, personId }),
      aDeadline(room.actors.pu));
    expect([await standing('/alarms'), await standing('/notices')]).toEqual([[], []]);
    const { stages } = await read('pu', `/cases/${caseId}/ledger`) as unknown as Ledger;
    expect(stages[0]!.findings).toEqual([expect.objectContaining({ kind: 'no-clock', toAt: about('2026-09-23T01:00:00') })]);
  });

  it('an alarm stands while a case waits in another service, and goes when it is released or set aside', async () => {
    const parked = async (who: 'pu' | 'clinician' = 'pu') =>
      (await read(who, '/alarms')).items.filter(({ kind }) => kind === 'parked').map(({ id, stage, rule }) => [id, stage, rule]);
    const [one, two] = ([2, 7] as const).map((version) => ({ holdId: randomUUID(), source: 'investigation', version }));
    await room.say('2026-09-24T00:00:00.000Z', 'placement', fact(FactParked, { ...one!, reason: 'refused' }));
    await room.say('2026-09-24T00:01:00.000Z', 'rescue', fact(FactParked, { ...two!, reason: 'failing' }));
    const [here, there] = [[one!.holdId, 'placement', 'refused'], [two!.holdId, 'rescue', 'failing']];
    expect(await parked()).toEqual([there, here]);
    await room.say('2026-09-24T00:02:00.000Z', 'rescue', fact(FactReleased, two!));
    expect(await parked()).toEqual([here]);
    await room.say('2026-09-24T00:03:00.000Z', 'placement', fact(FactSetAside, {
      ...one!, digest: 'a'.repeat(64), reason: 'superseded', proposedBy: randomUUID(), proposedByUnit: CIVIL }));
    expect(await parked()).toEqual([]);
    const { items } = await read('pu', `${ofCase('/timeline')}?type=record.fact-parked`);
    expect(items.map(({ source }) => source)).toEqual(['rescue']); // Of placement the police see that care is given.
  });

  it('figures count, without ids of people; the joint conference gets no small ones (C-6, C-7)', async () => {
    for (let index = 0; index < 4; index += 1)
      await room.hear('intake', randomUUID(), fact(ClueReceived, {
        clueId: randomUUID(), channel: 'transport-worker', boundToReport: true, discoveredAt: '2026-06-28T00:00:00.000Z',
        delayMinutes: 4_000,
        late: true, division: '532528', receivedBy: '532528-psb' }));
    const figures = await read('superior', '/figures?division=532500');
    expect(figures).toMatchObject({
      casesByKind: expect.arrayContaining([{ kind: 'child-abduction', state: 'open', count: 1 }]),
      reportsByChannel: [
        { channel: 'teacher', boundToReport: true, late: true, count: 1 },
        { channel: 'transport-worker', boundToReport: true, late: true, count: 4 }],
      overdue: [{ rule: 'cold-case-review', unitId: MENGZI, count: 1 }],
    });
    const office = await read('secretary', '/figures');
    expect(JSON.stringify(office)).not.toContain(room.victimId);
    expect(JSON.stringify(office)).not.toContain(room.caseId);
    expect(office).toMatchObject({ reportsByChannel: [{ count: null }, { count: null }],
      overdue: [{ unitId: MENGZI, count: null }] });
    // The whole country, named by the code that its units carry, is no empty division.
    expect(await read('secretary', '/figures?division=100000')).toMatchObject({ lateReports: [{ count: 5 }] });
    expect([figures, office]).toEqual(Array(2).fill(expect.objectContaining({ lateReports: [{ count: 5 }] })));
    expect(await read('superior', '/figures?division=532528'))
      .toMatchObject({ reportsByChannel: [{ channel: 'transport-worker', count: 4 }], overdue: [] });
    expect(await read('pu', '/figures?division=532500')).toMatchObject({ reportsByChannel: [{ count: null }, { count: null }] });
    expect(await read('pu', '/figures?division=532503')).toMatchObject({ reportsByChannel: [{ count: 1 }] });
  });

  it('cases are listed by division and state, the newest first, page by page', async () => {
    const { items: [first], next } = await read('superior', '/cases?limit=1');
    const { items: rest } = await read('superior', `/cases?after=${next}`);
    const ids = [first!, ...rest].map(({ caseId }) => caseId as string);
    expect(ids).toEqual(ids.toSorted().toReversed());
    expect((await read('pu', '/cases?division=532503')).items.map(({ caseId }) => caseId)).toEqual([room.caseId]);
    expect((await read('pu', '/cases?division=532500&state=closed')).items).toEqual([]);
  });

  it('what is no case yet is found where it was reported to lie, or where that was corrected to', async () => {
    const [clue, missing] = [randomUUID(), randomUUID()];
    const received = (): Fact[] => underWay({ stageId: randomUUID(), stage: 'intake' }, room.actors.pu);
    const inDivision = async (division: string): Promise<unknown[]> =>
      (await read('pu', `/cases?division=${division}`)).items.map(({ caseId, division: at }) => [caseId, at]);
    await room.hear('intake', clue, ...received(), fact(ClueReceived, {
      clueId: randomUUID(), channel: 'citizen', boundToReport: false, discoveredAt: '2026-06-28T00:00:00.000Z', delayMinutes: 1,
      late: false, division: '532530', receivedBy: MENGZI }));
    await room.hear('intake', missing, ...received(), fact(MissingPersonReported, {
      reportId: randomUUID(), victimId: randomUUID(), sex: 'male', ageYears: 4, missingSince: '2026-06-28T00:00:00.000Z',
      division: '532530', receivedBy: MENGZI }));
    expect(await inDivision('532530')).toEqual(expect.arrayContaining([[clue, '532530'], [missing, '532530']]));
    await room.hear('intake', clue, fact(DivisionCorrected, { from: '532530', to: '532531', reason: 'place-established' }));
    expect([await inDivision('532530'), await inDivision('532531')]).toEqual([[[missing, '532530']], [[clue, '532531']]]);
  });

  it('a rebuild is for administrators, and changes nothing that is read', async () => {
    const before = await read('kong', ofCase('/ledger'));
    expect((await room.at('pu').post('/rebuilds')).body.code).toBe('access.not-permitted');
    const { status, body } = await room.at('administrator').post('/rebuilds');
    // That a stage was under no deadline once stays.
    expect([status, body])
      .toEqual([200, expect.objectContaining({ facts: expect.any(Number), rows: expect.objectContaining({ alarm: 1 }) })]);
    expect(await read('kong', ofCase('/ledger'))).toEqual(before);
  });
});

describe('Notices', () => {
  type Page = { items: Record<string, unknown>[]; unread: number; open: number };
  const notices = async (who: Parameters<ReadingRoom['at']>[0]): Promise<Page> =>
    read(who, '/notices') as unknown as Promise<Page>;
  const kindsOf = ({ items }: Page): unknown[] => items.map(({ kind }) => kind);

  it('tell a unit what is asked of it, what came back and what is late; a superior what has come up to it', async () => {
    const asked = await notices('worker');
    expect(kindsOf(asked)).toEqual(['offer', 'care-offer']);
    expect(asked.items[0]).toMatchObject({
      caseId: room.caseId, caseNumber: 'MZ-2019-0147', stage: 'placement', unitId: MENGZI, readAt: null, acknowledgedBy: [] });
    expect(kindsOf(await notices('kong'))).toContain('overdue');
    expect(kindsOf(await notices('superior'))).toContain('told-overdue');
    expect(kindsOf(await notices('stranger'))).toEqual([]);
    expect(await notices('secretary')).toMatchObject({ items: [], unread: 0 });
  });

  it('tell the heads of the unit that answers who was turned away from its case', async () => {
    expect(await refused('stranger', `/cases/${room.caseId}`)).toBe('access.not-party');
    expect((await notices('kong')).items).toContainEqual(expect.objectContaining({
      kind: 'denied', unitId: '532528-psb', subjectId: room.actors.stranger.personId }));
    expect(kindsOf(await notices('worker'))).not.toContain('denied');
  });

  it('are read by each and acknowledged for all to see, with the time, once', async () => {
    const before = await notices('pu');
    const { key } = before.items.find(({ kind }) => kind === 'overdue')!;
    const mark = (who: Parameters<ReadingRoom['at']>[0], how: string): Promise<unknown> =>
      room.at(who).post('/notices/marks', { notices: [{ key }], mark: how }).then(({ body }) => body);
    expect(await mark('stranger', 'acknowledged')).toEqual({ marked: 0 });
    expect(await mark('pu', 'read')).toEqual({ marked: 1 });
    expect(await notices('pu')).toMatchObject({ unread: before.unread - 1, open: before.open });
    expect(await mark('pu', 'acknowledged')).toEqual({ marked: 1 });
    expect(await mark('pu', 'acknowledged')).toEqual({ marked: 0 });
    const after = await notices('kong');
    expect(after).toMatchObject({ open: before.open - 1 });
    expect(after.items.find((notice) => notice['key'] === key)).toMatchObject({
      readAt: null, acknowledgedAt: null, acknowledgedBy: [{ personId: room.actors.pu.personId, at: expect.any(String) }] });
    await expect(room.query('UPDATE notice_mark SET at = now()')).rejects.toThrow(/permission denied/);
  });

  it('are taken note of for the unit in whose name somebody acts, and for no other one of theirs', async () => {
    const [here, above] = [MENGZI, '532500-psb'];
    const { personId } = await room.person(here, 'deputy-head');
    await room.hear('identity', above, fact(PostAssigned, {
      assignmentId: randomUUID(), personId, unitId: above, post: 'deputy-head', from: '2000-01-01',
    }));
    const inUnit = async (unitId: string, path: string, body?: object): Promise<unknown> => {
      const answer = await fetch(`${room.url}${path}`, {
        method: body ? 'POST' : 'GET', body: body && JSON.stringify(body),
        headers: {
          authorization: `Bearer ${await room.tokenOf({ personId })}`, 'x-unit': unitId,
          ...(body && { 'content-type': 'application/json' }),
        },
      });
      return answer.json();
    };
    const key = (await notices('superior')).items.find(({ kind }) => kind === 'told-overdue')!['key'];
    const note = { notices: [{ key }], mark: 'acknowledged' };
    expect(await inUnit(above, '/notices/marks', note)).toEqual({ marked: 1 });
    const { items } = await inUnit(here, '/notices') as Page;
    expect(items.find((notice) => notice['key'] === key)).toMatchObject({ readAt: null, acknowledgedAt: null });
    expect(await inUnit(here, '/notices/marks', note)).toEqual({ marked: 1 });
  });
});

describe('A victim', () => {
  const victim = (id: string) => ({ victimId: id, sex: 'female', minor: true, nationality: 'VN' }) as const;
  it('shows of a victim the age that was said last', async () => {
    const [caseId, victimId, other] = [randomUUID(), randomUUID(), randomUUID()];
    const begun = underWay({ stageId: randomUUID(), stage: 'intake' }, room.actors.stranger);
    await room.hear('intake', caseId, ...begun, fact(CaseOpened, {
      caseNumber: 'MZ-2026-0009', kind: 'forced-marriage', division: '532528', victims: [victim(victimId), victim(other)] }));
    const minors = async () => {
      const { victims } = await read('stranger', `/cases/${caseId}`) as unknown as { victims: Record<string, string>[] };
      return victims.filter(({ minor }) => minor).map((one) => one['victimId']!).sort();
    };
    expect(await minors()).toEqual([victimId, other].sort());
    for (const minor of [true, false]) await room.hear('intake', caseId, fact(VictimAgeSaid, { victimId, minor }));
    expect(await minors()).toEqual([other]);
  });

  it('shows the age that a case was opened with where an older one was said before', async () => {
    const [caseId, victimId] = [randomUUID(), randomUUID()];
    const opened = { caseNumber: 'MZ-2026-0010', kind: 'forced-marriage' as const, division: '532528' };
    await room.hear('intake', caseId, ...underWay({ stageId: randomUUID(), stage: 'intake' }, room.actors.stranger),
      fact(VictimAgeSaid, { victimId, minor: false }), fact(CaseOpened, { ...opened, victims: [victim(victimId)] }));
    expect(await read('stranger', `/cases/${caseId}`)).toMatchObject({ victims: [{ victimId, minor: true }] });
  });
});
