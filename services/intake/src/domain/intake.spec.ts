import { beforeEach, describe, expect, it } from '@jest/globals';
import { ClockRules } from '#clocks';
import { Refusal, type Actor, type Fact } from '#contracts';
import type { Receiver, StageElsewhere } from '#stages';
import { fromClue, fromMissingReport } from './beginning.js';
import type { Intake } from './intake.js';
import type { Victim } from './victim.js';

const rules = new ClockRules();
const id = (n: number): string => `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`;
const at = (hour: number): string => new Date(Date.parse('2026-07-02T00:00:00.000Z') + hour * 3_600_000).toISOString();
const duty: Actor = { personId: id(1), unitId: '532528-psb', post: 'duty-officer' };
const stranger: Actor = { personId: id(2), unitId: '532503-psb', post: 'officer' };
let next = 1_000;
const newId = (): string => id((next += 1));

const aClue = (n: number, discoveredAt = at(0)) => ({
  clueId: id(n), feedbackClockId: id(n + 1), channel: 'transport-worker' as const, discoveredAt,
  reporterRecord: id(n + 2), contentRecord: null,
});
const beginning = (n: number, hour: number) => ({
  id: id(n), caseId: id(n + 1), division: '532528', isDivisionKnown: true, triageClockId: id(n + 2), rules,
  by: duty, at: at(hour), superiorUnit: '532500-psb',
});
const aVictim = (n: number, given: Partial<Victim> = {}): Victim =>
  ({ victimId: id(n), sex: 'female', minor: false, nationality: 'VN', personRecords: [id(n + 1)], ...given });

const aClueIntake = (n = 100, hour = 1): Intake => fromClue({ ...beginning(n, hour), clue: aClue(n + 10) })[0];
const missing = (given: object = {}) => ({
  ...beginning(200, 2), report: { reportId: id(210), missingSince: at(1), reporterRecord: id(211) }, reportedAt: at(2),
  person: aVictim(220, { minor: true, nationality: 'CN', sex: 'male' }), ageYears: 3, acceptClockId: id(230), ...given,
});
const aCase = (): Intake => {
  const intake = aClueIntake();
  const victims = [aVictim(300), aVictim(310)];
  intake.openCase({ by: duty, at: at(2), caseNumber: 'GT-532528-2026-0001', kind: 'woman-trafficking', victims });
  return intake;
};
const aBureau = (unitId: string): Receiver => ({ unitId, division: unitId.slice(0, 6), isHeadOfBureau: false });
const asked = {
  by: duty, at: at(3), requestId: id(400), stage: 'investigation' as const, receiver: aBureau('532528-psb'), elsewhere: [],
};
const elsewhere = (given: Partial<StageElsewhere> = {}): StageElsewhere[] =>
  [{ stage: 'investigation', requestId: id(400), taken: true, closed: false, ...given }];

const types = (facts: readonly Fact[]): string[] => facts.map(({ type }) => type);
const code = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'no refusal';
};

beforeEach(() => { next = 1_000; });

describe('An intake that begins with a clue (I-1)', () => {
  it('is answered for at once by whoever receives it, with its deadlines running', () => {
    const [intake, facts] = fromClue({ ...beginning(100, 72), clue: aClue(110) });
    const answers = { unitId: duty.unitId, personId: duty.personId };
    expect(intake.stage).toMatchObject({ kind: 'intake', taken: true, state: 'open', answers });
    expect(intake.clues).toEqual([{
      ...aClue(110), bound: true, late: true, delayMinutes: 72 * 60, receivedAt: at(72), feedbackAt: null,
    }]);
    expect(intake.clocks.allRunning().map(({ rule, answers }) => [rule, answers.superiorUnit]))
      .toEqual([['clue-triage', '532500-psb'], ['clue-feedback', '532500-psb']]);
    expect(types(facts)).toEqual(['intake.clue-received', 'stage.opened', 'clock.started', 'clock.started']);
    expect(facts[0]!.data).toEqual({
      clueId: id(110), channel: 'transport-worker', boundToReport: true, discoveredAt: at(0), delayMinutes: 72 * 60, late: true,
      division: '532528', receivedBy: duty.unitId,
    });
  });
});

describe('An intake that begins with a missing-person report (I-2)', () => {
  it('is accepted at once, and the acceptance of a child is measured', () => {
    const [intake, facts] = fromMissingReport(missing({ reportedAt: at(1.9) }));
    expect(intake.stage.taken).toBe(true);
    expect(intake.victims).toEqual([missing().person]);
    expect(intake.reports).toEqual([
      { reportId: id(210), victimId: id(220), missingSince: at(1), receivedAt: at(2), reporterRecord: id(211) }]);
    expect(types(facts)).toEqual([
      'intake.missing-person-reported', 'stage.opened', 'clock.started', 'clock.started', 'clock.warned', 'clock.stopped',
    ]);
    expect(facts.at(-1)!.data).toMatchObject({ rule: 'missing-child-accept', inTime: true });
    expect(facts[0]!.data).toMatchObject({ victimId: id(220), ageYears: 3, missingSince: at(1), receivedBy: duty.unitId });
  });

  it('of somebody whose age nobody knows is one of a child, and says no age', () => {
    const { minor: _unsaid, ...person } = aVictim(220);
    const [intake, facts] = fromMissingReport(missing({ person, ageYears: undefined }));
    expect(facts.at(-1)!.data).toMatchObject({ rule: 'missing-child-accept' });
    expect(facts[0]!.data).not.toHaveProperty('ageYears');
    expect(intake.victims).toMatchObject([{ minor: true }]);
  });

  it('says so when a child was accepted too late', () => {
    const [, facts] = fromMissingReport(missing({ reportedAt: at(1.5) }));
    expect(facts.at(-1)!.data).toMatchObject({ rule: 'missing-child-accept', inTime: false });
  });

  it('of an adult runs no such clock', () => {
    const [intake, facts] = fromMissingReport(missing({ person: aVictim(220), ageYears: 30 }));
    expect(types(facts)).toEqual(['intake.missing-person-reported', 'stage.opened', 'clock.started']);
    expect(intake.clocks.allRunning().map(({ rule }) => rule)).toEqual(['clue-triage']);
  });

  it.each([
    ['the person was not born yet', { ageYears: -1 }],
    ['nobody was missing yet', { reportedAt: at(0.5) }],
    ['it was accepted before it was made', { reportedAt: at(2.1) }],
  ])('is refused when %s', (_, given) => {
    expect(code(() => fromMissingReport(missing(given)))).toBe('intake.times-contradict');
  });
});

describe('Triage of an intake (I-3)', () => {
  it('grades the risk once', () => {
    const intake = aClueIntake();
    expect(intake.grade({ by: duty, at: at(2), risk: 'urgent' })).toEqual([
      { type: 'intake.risk-graded', v: 1, data: { clueId: id(110), risk: 'urgent' } }]);
    expect(intake.risk).toBe('urgent');
    expect(intake.grade({ by: duty, at: at(3), risk: 'urgent' })).toEqual([]);
    expect(intake.stage.since).toBe(at(2));
  });

  it('names the report where there is no clue', () => {
    const [intake] = fromMissingReport(missing());
    expect(intake.grade({ by: duty, at: at(3), risk: 'high' })[0]!.data).toEqual({ clueId: id(210), risk: 'high' });
  });

  it('sends feedback once, and its deadline stops', () => {
    const intake = aClueIntake();
    const facts = intake.sendFeedback({ by: duty, at: at(5), clueId: id(110) });
    expect(facts.map(({ type, data }) => [type, data])).toEqual([
      ['intake.feedback-sent', { clueId: id(110) }],
      ['clock.stopped', { clockId: id(111), rule: 'clue-feedback', inTime: true }],
    ]);
    expect(intake.clues[0]!.feedbackAt).toBe(at(5));
    expect(intake.sendFeedback({ by: duty, at: at(6), clueId: id(110) })).toEqual([]);
    expect(code(() => intake.sendFeedback({ by: duty, at: at(6), clueId: id(999) }))).toBe('intake.unknown-clue');
  });

  it('is done by the unit that answers, in order of time, while the stage is open', () => {
    const intake = aClueIntake();
    expect(code(() => intake.grade({ by: stranger, at: at(2), risk: 'urgent' }))).toBe('access.not-answerable');
    expect(code(() => intake.grade({ by: duty, at: at(0), risk: 'urgent' }))).toBe('time.before-last-change');
    intake.sendFeedback({ by: duty, at: at(2), clueId: id(110) });
    intake.conclude({ by: duty, at: at(3), outcome: 'unfounded', elsewhere: [] });
    expect(code(() => intake.grade({ by: duty, at: at(4), risk: 'urgent' }))).toBe('stage.closed');
  });
});

describe('Merging an intake into another (I-3)', () => {
  const merge = (from: Intake, into: Intake): [Fact[], Fact[]] => [
    from.mergeInto({ by: duty, at: at(30), into, elsewhere: [] }),
    into.takeIn({
      by: duty, at: at(30), from, parties: [duty.unitId, stranger.unitId], newId, rules, superiorUnit: '532500-psb',
    }),
  ];

  it('ends it, and its clues go on in the other with the deadline that they had', () => {
    const [from, into] = [aClueIntake(500, 1), aClueIntake(100, 21)];
    const dueAt = from.clocks.running('clue-feedback')!.dueAt;
    const [left, joined] = merge(from, into);
    expect(types(left)).toEqual([
      'intake.merged', 'clock.warned', 'clock.warned', 'clock.overdue', 'clock.overdue',
      'clock.stopped', 'clock.stopped', 'stage.closed',
    ]);
    expect(left.at(-1)!.data).toMatchObject({ abandoned: true });
    expect(from).toMatchObject({ mergedInto: into.id, stage: { state: 'closed' } });
    expect(joined.slice(0, 2)).toEqual([
      { type: 'intake.parties-joined', v: 1, data: { fromCaseId: from.caseId, units: [duty.unitId, stranger.unitId] } },
      { type: 'intake.clue-linked', v: 1, data: { clueId: id(510), fromCaseId: from.caseId } },
    ]);
    expect(types(joined)).toEqual(['intake.parties-joined', 'intake.clue-linked', 'clock.started']);
    expect(into.clues.map(({ clueId }) => clueId)).toEqual([id(110), id(510)]);
    expect(into.clocks.running(into.clues[1]!.feedbackClockId)!.dueAt).toBe(dueAt);
  });

  it('asks for no feedback twice', () => {
    const [from, into] = [aClueIntake(500), aClueIntake()];
    from.sendFeedback({ by: duty, at: at(2), clueId: id(510) });
    expect(types(merge(from, into)[1]).filter((type) => type === 'clock.started')).toEqual([]);
    expect(into.clues[1]!.feedbackAt).toBe(at(2));
  });

  it('takes reported persons along, and nobody twice', () => {
    const [from] = fromMissingReport(missing({ person: aVictim(220, { identityDigest: 'a'.repeat(64) }) }));
    const into = aCase();
    const [, joined] = merge(from, into);
    const data = { victimId: id(220), sex: 'female', minor: false, nationality: 'VN', identityDigest: 'a'.repeat(64) };
    expect(joined.slice(1)).toEqual([{ type: 'intake.victim-added', v: 1, data }]);
    const person = aVictim(620, { identityDigest: 'a'.repeat(64) });
    const [again] = fromMissingReport({ ...missing({ person }), ...beginning(600, 2) });
    expect(types(merge(again, into)[1])).toEqual(['intake.parties-joined']);
    expect(into.victims.slice(2)).toMatchObject([{ victimId: id(220), personRecords: [id(221), id(621)] }]);
    expect(into.reports.map(({ victimId }) => victimId)).toEqual([id(220), id(220)]);
  });

  it('is silent when it is merged there already', () => {
    const [from, into] = [aClueIntake(500), aClueIntake()];
    merge(from, into);
    expect(from.mergeInto({ by: duty, at: at(31), into, elsewhere: [] })).toEqual([]);
  });

  it('is refused into itself, when closed, when stages were requested, and for a unit that does not answer for both', () => {
    const intake = aClueIntake();
    expect(code(() => intake.mergeInto({ by: duty, at: at(3), into: intake, elsewhere: [] }))).toBe('intake.merge-into-itself');
    expect(code(() => intake.mergeInto({ by: stranger, at: at(3), into: aClueIntake(500), elsewhere: [] })))
      .toBe('access.not-answerable');
    const from = aClueIntake(500);
    expect(code(() => intake.takeIn({ by: stranger, at: at(3), from, parties: [], newId, rules }))).toBe('access.not-answerable');
    const busy = aCase();
    busy.requestStage(asked);
    expect(code(() => busy.mergeInto({ by: duty, at: at(4), into: aClueIntake(500), elsewhere: [] })))
      .toBe('intake.stage-requested');
    merge(intake, aClueIntake(500));
    expect(code(() => intake.mergeInto({ by: duty, at: at(40), into: aClueIntake(700), elsewhere: [] }))).toBe('stage.closed');
    expect(code(() => intake.takeIn({ by: duty, at: at(40), from: aClueIntake(700), parties: [], newId, rules })))
      .toBe('stage.closed');
  });

  it('waits for an answer to an offer, and never makes a case too large', () => {
    const offered = aClueIntake();
    offered.stage.offerTo({ offerId: id(900), by: duty, toUnit: stranger.unitId, at: at(2), expiresAt: at(99) });
    expect(code(() => offered.mergeInto({ by: duty, at: at(3), into: aClueIntake(500), elsewhere: [] })))
      .toBe('stage.offer-pending');
    const full = aCase();
    for (let n = 2; n < 20; n += 1) full.addVictim({ by: duty, at: at(3), victim: aVictim(2_000 + n) });
    const [one] = fromMissingReport(missing());
    expect(code(() => full.takeIn({ by: duty, at: at(4), from: one, parties: [], newId, rules })))
      .toBe('intake.too-many-victims');
  });
});

describe('Opening a case (I-4)', () => {
  const opening = { by: duty, at: at(3), caseNumber: 'GT-532503-2026-0001', kind: 'child-abduction' as const, victims: [] };

  it('gives it a number, kind and victims, and triage is over', () => {
    const intake = aClueIntake();
    const facts = intake.openCase({ ...opening, victims: [aVictim(300, { minor: true })] });
    expect(types(facts)).toEqual(['intake.case-opened', 'clock.stopped']);
    expect(facts[0]!.data).toEqual({
      caseNumber: 'GT-532503-2026-0001', kind: 'child-abduction', division: '532528',
      victims: [{ victimId: id(300), sex: 'female', minor: true, nationality: 'VN' }],
    });
    expect(facts[1]!.data).toMatchObject({ rule: 'clue-triage', inTime: true });
    expect(intake.case).toEqual({ caseNumber: 'GT-532503-2026-0001', kind: 'child-abduction' });
    expect(intake.victims).toEqual([aVictim(300, { minor: true })]);
  });

  it('takes over whoever was reported missing, with what is known by now', () => {
    const [intake] = fromMissingReport(missing());
    expect(code(() => intake.openCase({ ...opening, kind: 'forced-labour' }))).toBe('intake.child-is-missing'); // V-1
    expect(intake.openCase(opening)[0]!.data).toMatchObject({ victims: [{ victimId: id(220), minor: true }] });
    const [restated] = fromMissingReport(missing({ person: aVictim(220, { identityDigest: 'b'.repeat(64) }) }));
    const victims = [aVictim(220, { sex: 'male', personRecords: [id(999)] }), aVictim(300)];
    expect(restated.openCase({ ...opening, victims })[0]!.data).toMatchObject({
      victims: [{ victimId: id(220), sex: 'male', identityDigest: 'b'.repeat(64) }, { victimId: id(300) }],
    });
    expect(restated.victims[0]!.personRecords).toEqual([id(221), id(999)]);
    const { minor: _unsaid, ...unaged } = aVictim(220);
    const [adult] = fromMissingReport(missing({ person: aVictim(220), ageYears: 30 }));
    expect(adult.openCase({ ...opening, victims: [unaged] })[0]).toMatchObject({ data: { victims: [{ minor: false }] } });
  });

  it('is refused a second time, without a victim, and with too many', () => {
    const intake = aClueIntake();
    const some = (length: number): Victim[] => Array.from({ length }, (_, n) => aVictim(3_000 + 10 * n));
    const refused = [0, 21].map((many) => code(() => intake.openCase({ ...opening, victims: some(many) })));
    expect(refused).toEqual(['intake.no-victim', 'intake.too-many-victims']);
    expect(intake.case).toBeNull();
    expect(code(() => aCase().openCase({ ...opening, victims: [aVictim(300)] }))).toBe('intake.case-already-opened');
  });

  it('lets victims join later, up to twenty', () => {
    const intake = aCase();
    expect(intake.addVictim({ by: duty, at: at(4), victim: aVictim(320) })).toEqual([
      { type: 'intake.victim-added', v: 1, data: { victimId: id(320), sex: 'female', minor: false, nationality: 'VN' } }]);
    expect(intake.victims).toHaveLength(3);
    for (let n = 3; n < 20; n += 1) intake.addVictim({ by: duty, at: at(4), victim: aVictim(2_000 + n) });
    expect(code(() => intake.addVictim({ by: duty, at: at(4), victim: aVictim(900) }))).toBe('intake.too-many-victims');
    expect(code(() => aClueIntake().addVictim({ by: duty, at: at(4), victim: aVictim(300) }))).toBe('intake.case-not-opened');
  });
});

describe('The age of a victim (I-4)', () => {
  const said = { ...asked, victimId: id(300), minor: true, basis: 'born-on' as const, isOnRecord: false, personRecord: id(900) };

  it('is said by whoever takes part, also when the receiving has ended, and holds from then on', () => {
    const intake = aCase();
    expect(intake.sayAge(said)).toEqual([
      { type: 'intake.victim-age-said', v: 2, data: { victimId: id(300), minor: true, basis: 'born-on' } }]);
    expect(intake.victims[0]).toMatchObject({ minor: true, personRecords: [id(301), id(900)] });
    const worker = { ...duty, unitId: '532500-relief' };
    expect(code(() => intake.sayAge({ ...said, by: worker }))).toBe('access.not-answerable');
    const there = { ...said, elsewhere: [{ unitId: worker.unitId, closed: false }] };
    expect([false, true].map((minor) => intake.sayAge({ ...there, by: worker, minor }).length)).toEqual([1, 1]);
    expect(code(() => intake.sayAge({ ...said, victimId: id(999) }))).toBe('intake.unknown-victim');
    const grown = () => intake.comeOfAge([id(300), id(999)]).map(({ data }) => [data, intake.victims[0]!.minor]);
    expect([grown(), grown()]).toEqual([[[{ victimId: id(300), minor: false, basis: 'reached-eighteen' }, false]], []]);
  });
});

describe('Asking for the next stage (I-4)', () => {
  it('names the unit, and all victims unless some are named', () => {
    const intake = aCase();
    expect(intake.requestStage(asked)).toEqual([{ type: 'stage.requested', v: 1, data: {
      requestId: id(400), stage: 'investigation', toUnit: '532528-psb', victimIds: [id(300), id(310)],
    } }]);
    intake.requestStage({ ...asked, requestId: id(401), stage: 'rescue', victimIds: [id(300)] });
    intake.requestStage({ ...asked, requestId: id(402), stage: 'rescue', victimIds: [id(310), id(310)] });
    expect(intake.requests.all.map(({ stage, victimIds }) => [stage, victimIds])).toEqual([
      ['investigation', [id(300), id(310)]], ['rescue', [id(300)]], ['rescue', [id(310)]]]);
  });

  it('is refused without a case, for a stranger, and while the same stage is open', () => {
    expect(code(() => aClueIntake().requestStage(asked))).toBe('intake.case-not-opened');
    const intake = aCase();
    expect(code(() => intake.requestStage({ ...asked, victimIds: [id(999)] }))).toBe('intake.unknown-victim');
    intake.requestStage(asked);
    const again = { ...asked, requestId: id(401) };
    expect(code(() => intake.requestStage({ ...again, victimIds: [id(310)] }))).toBe('stage.already-requested');
    expect(types(intake.requestStage({ ...again, elsewhere: elsewhere({ closed: true }) }))).toEqual(['stage.requested']);
  });
});

describe('An investigation that was asked for', () => {
  it('is that of the whole case: it is not asked for once more for a victim who joined later', () => {
    const intake = aCase();
    intake.requestStage(asked);
    intake.addVictim({ by: duty, at: at(3), victim: aVictim(320) });
    const forOne = { ...asked, requestId: id(401), victimIds: [id(320)] };
    for (const known of [[], elsewhere({ taken: false }), elsewhere()])
      expect(code(() => intake.requestStage({ ...forOne, elsewhere: known }))).toBe('stage.already-requested');
    expect(intake.requests.all).toHaveLength(1);
    expect(types(intake.requestStage({ ...forOne, elsewhere: elsewhere({ closed: true }) }))).toEqual(['stage.requested']);
  });
});

describe('Where a matter lies (I-3)', () => {
  const aChildCase = (): Intake => {
    const intake = aClueIntake();
    const victims = [aVictim(300, { minor: true })];
    intake.openCase({ by: duty, at: at(2), caseNumber: 'GT-532528-2026-0002', kind: 'child-abduction', victims });
    return intake;
  };
  const correction = {
    by: duty, at: at(5), division: '532503', isDivisionKnown: true, reason: 'mistyped' as const, requestId: id(401),
    receiver: null, elsewhere: [],
  };

  it('is known to the directory, or it is not received at all', () => {
    const unknown = { ...beginning(100, 1), division: '999999', isDivisionKnown: false };
    expect(code(() => fromClue({ ...unknown, clue: aClue(110) }))).toBe('intake.unknown-division');
    expect(code(() => fromMissingReport(missing({ division: '999999', isDivisionKnown: false }))))
      .toBe('intake.unknown-division');
  });

  it('decides already when an investigation of a child is asked for who may be asked', () => {
    const elsewhereBureau = { ...asked, receiver: aBureau('532503-psb') };
    expect(code(() => aChildCase().requestStage(elsewhereBureau))).toBe('intake.wrong-jurisdiction');
    expect(types(aChildCase().requestStage({ ...asked, receiver: aBureau('532500-psb') }))).toEqual(['stage.requested']);
    expect(types(aChildCase().requestStage({ ...elsewhereBureau, stage: 'rescue' }))).toEqual(['stage.requested']);
    expect(types(aCase().requestStage(elsewhereBureau))).toEqual(['stage.requested']);
  });

  it('is corrected with a reason; both values stay on record', () => {
    const intake = aClueIntake();
    expect(intake.correctDivision(correction)).toEqual([
      { type: 'intake.division-corrected', v: 1, data: { from: '532528', to: '532503', reason: 'mistyped' } }]);
    expect(intake.division).toBe('532503');
    expect(intake.correctDivision(correction)).toEqual([]);
    expect(code(() => intake.correctDivision({ ...correction, division: '999999', isDivisionKnown: false })))
      .toBe('intake.unknown-division');
    expect(code(() => intake.correctDivision({ ...correction, by: stranger }))).toBe('access.not-answerable');
  });

  it('corrected, asks another bureau for the investigation that nobody has taken, and leaves alone what somebody has', () => {
    const waiting = aChildCase();
    waiting.requestStage(asked);
    const wrong = { ...correction, receiver: aBureau('532528-psb') };
    expect(code(() => waiting.correctDivision(wrong))).toBe('intake.wrong-jurisdiction');
    const again = aChildCase();
    again.requestStage(asked);
    const right = { ...correction, receiver: aBureau('532503-psb') };
    expect(again.correctDivision(right).slice(1)).toEqual([
      { type: 'stage.request-withdrawn', v: 1, data: { requestId: id(400), stage: 'investigation', reason: 'wrong-unit' } },
      { type: 'stage.requested', v: 1, data: {
        requestId: id(401), stage: 'investigation', toUnit: '532503-psb', victimIds: [id(300)],
      } },
    ]);
    const taken = aChildCase();
    taken.requestStage(asked);
    expect(types(taken.correctDivision({ ...right, elsewhere: elsewhere() }))).toEqual(['intake.division-corrected']);
  });
});

describe('Withdrawing a request (I-4)', () => {
  const withdrawal = { by: duty, at: at(5), requestId: id(400), reason: 'asked-twice' as const, elsewhere: [] };

  it('ends it while nobody has taken the stage, and frees whoever asked', () => {
    const intake = aCase();
    intake.requestStage(asked);
    expect(intake.withdrawRequest(withdrawal)).toEqual([
      { type: 'stage.request-withdrawn', v: 1, data: { requestId: id(400), stage: 'investigation', reason: 'asked-twice' } }]);
    expect(intake.withdrawRequest(withdrawal)).toEqual([]);
    expect(types(intake.requestStage({ ...asked, requestId: id(401), at: at(6) }))).toEqual(['stage.requested']);
  });

  it('is refused when it is taken or unknown; what is taken in the same moment stays taken', () => {
    const intake = aCase();
    intake.requestStage(asked);
    expect(code(() => intake.withdrawRequest({ ...withdrawal, elsewhere: elsewhere() }))).toBe('stage.request-taken');
    expect(code(() => intake.withdrawRequest({ ...withdrawal, elsewhere: elsewhere({ closed: true }) })))
      .toBe('stage.request-taken');
    expect(code(() => intake.withdrawRequest({ ...withdrawal, requestId: id(999) }))).toBe('stage.unknown-request');
    intake.withdrawRequest(withdrawal);
    intake.sendFeedback({ by: duty, at: at(6), clueId: id(110) });
    const ending = { by: duty, at: at(9), outcome: 'transferred' as const };
    expect(code(() => intake.conclude({ ...ending, elsewhere: [] }))).toBe('stage.next-not-accepted');
    expect(types(intake.conclude({ ...ending, elsewhere: elsewhere() }))).toEqual(['intake.concluded', 'stage.closed']);
  });

  it('lets a matter be merged again', () => {
    const intake = aCase();
    intake.requestStage(asked);
    intake.withdrawRequest(withdrawal);
    expect(types(intake.mergeInto({ by: duty, at: at(9), into: aClueIntake(500), elsewhere: [] }))).toContain('intake.merged');
  });
});

describe('Ending the receiving (I-4)', () => {
  const ending = { by: duty, at: at(9), outcome: 'transferred' as const, elsewhere: elsewhere() };
  const aRequested = (): Intake => {
    const intake = aCase();
    intake.requestStage(asked);
    return intake;
  };
  const told = (intake: Intake): Intake => {
    intake.sendFeedback({ by: duty, at: at(4), clueId: id(110) });
    return intake;
  };

  it('needs every clue answered and the requested stages accepted', () => {
    const intake = aRequested();
    expect(code(() => intake.conclude(ending))).toBe('intake.feedback-missing');
    told(intake);
    expect(code(() => intake.conclude({ ...ending, elsewhere: [] }))).toBe('stage.next-not-accepted');
    expect(code(() => intake.conclude({ ...ending, elsewhere: elsewhere({ taken: false }) }))).toBe('stage.next-not-accepted');
    expect(intake.stage.state).toBe('open');
    expect(types(intake.conclude(ending))).toEqual(['intake.concluded', 'stage.closed']);
    expect(intake).toMatchObject({ outcome: 'transferred', stage: { state: 'closed' } });
    expect(code(() => intake.conclude(ending))).toBe('stage.closed');
  });

  it('is not done by a case that nobody was asked to take, nor without a case', () => {
    expect(code(() => told(aCase()).conclude(ending))).toBe('stage.next-not-accepted');
    expect(code(() => told(aClueIntake()).conclude(ending))).toBe('intake.case-not-opened');
  });

  it('may find a clue unfounded; then nobody was asked and nobody is missing', () => {
    const intake = told(aClueIntake());
    const facts = intake.conclude({ ...ending, outcome: 'unfounded', elsewhere: [] });
    expect(facts.map(({ type, data }) => [type, data])).toEqual([
      ['intake.concluded', { outcome: 'unfounded' }],
      ['clock.stopped', { clockId: id(102), rule: 'clue-triage', inTime: true }],
      ['stage.closed', { stageId: id(100), stage: 'intake', abandoned: true }],
    ]);
    const [reported] = fromMissingReport(missing());
    expect(code(() => reported.conclude({ ...ending, outcome: 'unfounded' }))).toBe('intake.outcome-does-not-fit');
    expect(code(() => told(aCase()).conclude({ ...ending, outcome: 'unfounded' }))).toBe('intake.outcome-does-not-fit');
    expect(code(() => told(aRequested()).conclude({ ...ending, outcome: 'unfounded' }))).toBe('intake.stage-requested');
  });

  it('may end because the missing person is found, before anybody else was asked', () => {
    const [intake] = fromMissingReport(missing());
    const facts = intake.conclude({ ...ending, outcome: 'person-found', elsewhere: [] });
    expect(types(facts)).toEqual(['intake.concluded', 'clock.stopped', 'stage.closed']);
    expect(code(() => told(aClueIntake()).conclude({ ...ending, outcome: 'person-found' }))).toBe('intake.outcome-does-not-fit');
  });
});

describe('What is said of people (I-1)', () => {
  it('shows the reporter to the unit that answers and to nobody else', () => {
    const intake = aClueIntake();
    expect(intake.reporterFor(duty, id(110))).toBe(id(112));
    expect(code(() => intake.reporterFor(stranger, id(110)))).toBe('access.not-answerable');
    expect(code(() => intake.reporterFor(duty, id(999)))).toBe('intake.unknown-clue');
    const [reported] = fromMissingReport(missing());
    expect(reported.reporterFor(duty, id(210))).toBe(id(211));
    const [anonymous] = fromClue({ ...beginning(100, 1), clue: { ...aClue(110), reporterRecord: null } });
    expect(code(() => anonymous.reporterFor(duty, id(110)))).toBe('intake.no-reporter');
  });

  it('shows nothing any more where the matter was merged away', () => {
    const [from, into] = [aClueIntake(500), aClueIntake()];
    from.mergeInto({ by: duty, at: at(3), into, elsewhere: [] });
    into.takeIn({ by: duty, at: at(3), from, parties: [], newId, rules });
    expect(code(() => from.reporterFor(duty, id(510)))).toBe('intake.unknown-clue');
    expect(into.reporterFor(duty, id(510))).toBe(id(512));
  });

  it('shows victims to the units that have an open stage of the case', () => {
    const intake = aCase();
    expect(code(() => intake.mustTakePart(stranger, []))).toBe('access.not-answerable');
    expect(code(() => intake.mustTakePart(stranger, [{ unitId: stranger.unitId, closed: true }]))).toBe('access.not-answerable');
    expect(code(() => intake.mustTakePart(stranger, [{ unitId: stranger.unitId, closed: false }]))).toBe('no refusal');
    expect(code(() => intake.mustTakePart(duty, []))).toBe('no refusal');
  });
});

describe('The deadline of an intake', () => {
  const under = (intake: Intake, hour: number): string[] => {
    intake.watch({ at: at(hour), rules, newId });
    return intake.clocks.allRunning().map(({ rule }) => rule).sort();
  };

  it('is that of the triage, then of asking for the next stage (I-4), then of the next step', () => {
    expect(under(aClueIntake(), 1)).toEqual(['clue-feedback', 'clue-triage']);
    const intake = aCase();
    intake.sendFeedback({ by: duty, at: at(4), clueId: id(110) });
    expect(under(intake, 5)).toEqual(['next-stage-request']);
    intake.requestStage({ ...asked, at: at(6) });
    expect(under(intake, 6)).toEqual(['stage-next-step']);
  });

  it('is that of asking again when what was asked for was withdrawn', () => {
    const intake = aCase();
    intake.requestStage(asked);
    expect(under(intake, 5)).toEqual(['clue-feedback']);
    intake.withdrawRequest({ by: duty, at: at(6), requestId: id(400), reason: 'wrong-unit', elsewhere: [] });
    expect(under(intake, 6)).toEqual(['clue-feedback', 'next-stage-request']);
  });

  it('goes on with what was left when it was asked: to ask and to withdraw wins no time', () => {
    const intake = aCase();
    under(intake, 4);
    const deadline = () => intake.clocks.allRunning().find(({ rule }) => rule === 'next-stage-request')!;
    const ms = (from: string, to: string): number => Date.parse(to) - Date.parse(from);
    const { startedAt, dueAt } = deadline();
    intake.requestStage({ ...asked, at: at(5) });
    under(intake, 5);
    intake.withdrawRequest({ by: duty, at: at(8), requestId: id(400), reason: 'wrong-unit', elsewhere: [] });
    under(intake, 8);
    expect(deadline().startedAt).toBe(at(8));
    expect(ms(at(8), deadline().dueAt)).toBe(ms(at(5), dueAt));
    expect(ms(startedAt, dueAt)).toBeGreaterThan(ms(at(5), dueAt));
  });
});
