import { describe, expect, it } from '@jest/globals';
import { Clocks } from '#clocks';
import { Requests, Stage, type StageElsewhere } from '#stages';
import {
  anInvestigation, anOfferedInvestigation, BUREAU, comforter, day, discharged, dutyOfficer, head, id, refusalOf, rescued, rules,
  solver, STATION, stranger, types, under, VICTIM, withTaskForce,
} from '../../test/an-investigation.js';
import { DnaFile } from './dna-file.js';
import { Findings } from './findings.js';
import { Investigation } from './investigation.js';
import { TaskForce } from './task-force.js';

describe('An investigation', () => {
  it('is opened by the stage that asks for it, which answers until a bureau has accepted', () => {
    const [investigation, facts] = Investigation.open({
      id: id(100), caseId: id(200), caseKind: 'child-abduction', division: '532503', requestId: id(300),
      by: dutyOfficer, at: day(1),
    });
    expect(facts).toEqual([{ type: 'stage.opened', v: 1, data: {
      stageId: id(100), stage: 'investigation', unitId: STATION, personId: dutyOfficer.personId, requestId: id(300),
    } }]);
    expect(investigation).toMatchObject({ id: id(100), caseId: id(200), isChildCase: true, taskForce: null });
    expect(investigation.stage.taken).toBe(false);
  });

  it('survives being stored and revived', () => {
    const stored = JSON.stringify(discharged(withTaskForce()));
    const { stage, clocks, taskForce, dna, findings, requests, ...rest } = JSON.parse(stored) as
      Record<'stage' | 'clocks' | 'taskForce' | 'dna' | 'findings' | 'requests', unknown>;
    const revived = Object.assign(new Investigation(), rest, {
      stage: Stage.from(stage), clocks: Clocks.from(clocks), taskForce: TaskForce.from(taskForce), dna: DnaFile.from(dna),
      findings: Findings.from(findings), requests: Requests.from(requests),
    });
    expect(types(revived.close({ by: head, at: day(14), elsewhere: [] })))
      .toEqual(['investigation.task-force-dissolved', 'stage.closed']);
  });
});

describe('A measure (V-1)', () => {
  const take = (investigation: Investigation, by = solver) => investigation.takeMeasure({
    by, at: day(3), measureId: id(750), package: 'solve', measure: 'video-review',
  });

  it('is taken by the unit that holds the package or by the leader\'s', () => {
    const investigation = withTaskForce();
    expect(take(investigation)).toEqual([{
      type: 'investigation.measure-taken', v: 1, data: { measureId: id(750), package: 'solve', measure: 'video-review' },
    }]);
    expect(investigation.measures).toEqual([{ measureId: id(750), package: 'solve', measure: 'video-review', at: day(3) }]);
    expect(refusalOf(() => take(withTaskForce(), comforter)).code).toBe('access.not-answerable');
    expect(refusalOf(() => take(withTaskForce(), stranger)).code).toBe('access.not-answerable');
  });

  it('waits for the task force in a child case, and in no other', () => {
    expect(refusalOf(() => take(anInvestigation())).code).toBe('investigation.no-task-force');
    expect(types(take(anInvestigation('woman-trafficking', solver)))).toEqual(['investigation.measure-taken']);
  });

  it('keeps its order in time', () => {
    const investigation = withTaskForce();
    take(investigation);
    expect(refusalOf(() => investigation.takeMeasure({
      by: solver, at: day(2), measureId: id(751), package: 'solve', measure: 'canvass',
    }))).toEqual({ code: 'time.before-last-change', details: { lastChange: day(3) } });
  });
});

describe('Contact with the relatives (V-1)', () => {
  const contact = (investigation: Investigation, by = comforter) =>
    investigation.contactRelatives({ by, at: day(20), contactId: id(800), clockId: id(502), rules });

  it('is recorded by the unit that comforts them, and the agreed time begins anew', () => {
    const investigation = withTaskForce();
    const facts = contact(investigation);
    expect(types(facts)).toEqual(['investigation.relatives-contacted', 'clock.warned', 'clock.stopped', 'clock.started']);
    expect(facts[0]!.data).toEqual({ contactId: id(800), byUnit: STATION, byPerson: comforter.personId });
    expect(investigation.clocks.running('relatives-contact')).toMatchObject({
      clockId: id(502), dueAt: '2019-11-19T16:00:00.000Z', answers: { personId: comforter.personId },
    });
    expect(investigation.lastContactAt).toBe(day(20));
  });

  it('is not recorded by another unit, not even the leader\'s', () => {
    expect(refusalOf(() => contact(withTaskForce(), head)))
      .toEqual({ code: 'access.not-answerable', details: { unitId: STATION } });
    expect(refusalOf(() => contact(anInvestigation(), head)).code).toBe('investigation.no-task-force');
  });

  it('is possible without a task force where there is none to have', () => {
    expect(types(contact(anInvestigation('woman-trafficking', solver), solver))).toEqual(['investigation.relatives-contacted']);
  });

  it('falls overdue when nobody calls, and the superior unit is told', () => {
    const investigation = withTaskForce();
    const facts = investigation.tick('2019-10-31T16:00:00.000Z');
    expect(facts.at(-1)).toMatchObject({
      type: 'clock.overdue', data: { rule: 'relatives-contact', personId: comforter.personId, step: 1, toldUnit: '532500-psb' },
    });
    expect(investigation.tick('2019-10-31T16:00:00.000Z')).toEqual([]);
  });
});

describe('A cold case (V-5)', () => {
  it('keeps its leader, its packages and its duty to the relatives, and is reviewed every quarter', () => {
    const investigation = withTaskForce();
    const facts = investigation.suspend({
      by: head, at: day(20), basis: 'MZ-2021-06', clockId: id(502), rules, superiorUnit: '532500-psb',
    });
    expect(types(facts)).toEqual(['investigation.suspended', 'clock.started']);
    expect(facts[0]!.data).toEqual({ basis: 'MZ-2021-06' });
    expect(investigation.stage).toMatchObject({ state: 'open', answers: { personId: head.personId } });
    expect(investigation.taskForce?.stands).toBe(true);
    expect(investigation.clocks.running('relatives-contact')?.suspendedAt).toBeUndefined();
    expect(investigation.clocks.running('cold-case-review')?.dueAt).toBe('2020-01-20T16:00:00.000Z');
    expect(investigation.suspend({ by: head, at: day(21), clockId: id(503), rules })).toEqual([]);
  });

  it('begins the next quarter with each review', () => {
    const investigation = withTaskForce();
    expect(refusalOf(() => investigation.review({ by: head, at: day(20), clockId: id(503), rules })).code)
      .toBe('investigation.not-cold');
    investigation.suspend({ by: head, at: day(20), clockId: id(502), rules });
    const facts = investigation.review({ by: solver, at: day(25), clockId: id(503), rules });
    expect(types(facts)).toEqual(['investigation.reviewed', 'clock.stopped', 'clock.started']);
    expect(facts[0]!.data).toEqual({ review: 1 });
    expect(investigation.clocks.running('cold-case-review'))
      .toMatchObject({ clockId: id(503), dueAt: '2020-01-25T16:00:00.000Z' });
    expect(investigation.reviews).toBe(1);
  });

  it('is worked on again, on a hit that is on record', () => {
    const investigation = withTaskForce();
    investigation.suspend({ by: head, at: day(20), clockId: id(502), rules });
    expect(refusalOf(() => investigation.resume({ by: head, at: day(21), hitId: id(999) })).code)
      .toBe('investigation.unknown-hit');
    expect(types(investigation.resume({ by: head, at: day(22) }))).toEqual(['investigation.resumed', 'clock.stopped']);
    expect(investigation.coldSince).toBeNull();
    expect(investigation.resume({ by: head, at: day(23) })).toEqual([]);
  });

  it('is not decided on by another unit, nor in a child case that has no task force', () => {
    const suspend = (investigation: Investigation, by = head) => () =>
      investigation.suspend({ by, at: day(20), clockId: id(502), rules });
    expect(refusalOf(suspend(withTaskForce(), comforter)).code).toBe('access.not-answerable');
    expect(refusalOf(suspend(anInvestigation())).code).toBe('investigation.no-task-force');
  });
});

describe('The next stage', () => {
  const ask = (
    investigation: Investigation, victimIds = [VICTIM], by = head, elsewhere: StageElsewhere[] = [],
  ) => investigation.requestStage({
    by, at: day(5), requestId: id(301), stage: 'rescue', toUnit: '341226-psb', victimIds, victims: [rescued], elsewhere,
  });

  it('is asked for by the unit that answers, for victims of the case', () => {
    const investigation = withTaskForce();
    expect(ask(investigation)).toEqual([{ type: 'stage.requested', v: 1, data: {
      requestId: id(301), stage: 'rescue', toUnit: '341226-psb', victimIds: [VICTIM],
    } }]);
    expect(investigation.requests.all).toHaveLength(1);
  });

  it('does not wait for a task force: a rescue cannot', () => {
    expect(types(ask(anInvestigation()))).toEqual(['stage.requested']);
  });

  it('is asked for again when the one before is closed', () => {
    const investigation = withTaskForce();
    ask(investigation);
    const gone = [{ stage: 'rescue' as const, requestId: id(301), taken: false, closed: true }];
    expect(types(ask(investigation, [VICTIM], head, gone))).toEqual(['stage.requested']);
    expect(investigation.requests.all).toHaveLength(2);
  });

  it('is not asked for twice, for strangers, or by another unit', () => {
    const investigation = withTaskForce();
    ask(investigation);
    expect(refusalOf(() => ask(investigation))).toEqual({
      code: 'stage.already-requested', details: { requestId: id(301), toUnit: '341226-psb' },
    });
    expect(refusalOf(() => ask(withTaskForce(), [id(99)]))).toEqual({
      code: 'investigation.unknown-victim', details: { victimIds: [id(99)] },
    });
    expect(refusalOf(() => ask(withTaskForce(), [VICTIM], comforter)).code).toBe('access.not-answerable');
  });
});

describe('Closing an investigation', () => {
  const close = (investigation: Investigation, elsewhere: StageElsewhere[] = [], by = head) => () =>
    investigation.close({ by, at: day(14), elsewhere });

  it('dissolves the task force and stops every clock', () => {
    const investigation = withTaskForce();
    investigation.suspend({ by: head, at: day(3), clockId: id(504), rules });
    const facts = close(discharged(investigation))();
    expect(types(facts)).toEqual(['investigation.task-force-dissolved', 'clock.stopped', 'stage.closed']);
    expect(investigation.stage.state).toBe('closed');
    expect(investigation.clocks.allRunning()).toEqual([]);
    expect(investigation.whenNext()).toBeNull();
  });

  it('is refused while a package is open, and says which', () => {
    expect(refusalOf(close(withTaskForce()))).toEqual({
      code: 'investigation.packages-open', details: { packages: ['solve', 'rescue', 'comfort'] },
    });
    expect(refusalOf(close(withTaskForce('woman-trafficking'))).code).toBe('investigation.packages-open');
  });

  it('is refused in a child case that never had a task force; others need none', () => {
    expect(refusalOf(close(anInvestigation())).code).toBe('investigation.no-task-force');
    expect(types(close(anInvestigation('woman-trafficking', solver))())).toEqual(['stage.closed']);
  });

  it('is refused until the stage that was asked for is accepted', () => {
    const investigation = anInvestigation('woman-trafficking');
    investigation.requestStage({
      by: head, at: day(5), requestId: id(301), stage: 'rescue', toUnit: BUREAU, victimIds: [VICTIM], victims: [rescued],
      elsewhere: [],
    });
    expect(refusalOf(close(investigation))).toEqual({ code: 'stage.next-not-accepted', details: { requestIds: [id(301)] } });
    const asked = { stage: 'rescue' as const, requestId: id(301), taken: false, closed: false };
    expect(refusalOf(close(investigation, [asked])).code).toBe('stage.next-not-accepted');
    expect(types(close(investigation, [{ ...asked, taken: true }])())).toEqual(['stage.closed']);
  });

  it('is not held up by a stage that was closed before anybody took it', () => {
    const investigation = anInvestigation('woman-trafficking');
    investigation.requestStage({
      by: head, at: day(5), requestId: id(301), stage: 'rescue', toUnit: BUREAU, victimIds: [VICTIM], victims: [rescued],
      elsewhere: [],
    });
    const gone = [{ stage: 'rescue' as const, requestId: id(301), taken: false, closed: true }];
    expect(types(close(investigation, gone)())).toEqual(['stage.closed']);
  });

  it('is refused to another unit, before acceptance, while an offer waits, and twice', () => {
    expect(refusalOf(close(withTaskForce(), [], stranger)).code).toBe('access.not-answerable');
    expect(refusalOf(close(anOfferedInvestigation(), [], dutyOfficer)).code).toBe('stage.not-accepted');
    const offered = anInvestigation('woman-trafficking');
    offered.stage.offerTo({ offerId: id(402), by: head, toUnit: '532500-psb', at: day(5), expiresAt: day(20) });
    expect(refusalOf(close(offered)).code).toBe('stage.offer-pending');
    const closed = anInvestigation('woman-trafficking');
    close(closed)();
    expect(refusalOf(close(closed)).code).toBe('stage.closed');
  });
});

describe('The deadline of an investigation (V-1)', () => {
  const take = (investigation: Investigation, n: number) => investigation.takeMeasure({
    by: solver, at: day(n), measureId: id(750 + n), package: 'solve', measure: 'canvass',
  });

  it('is that of the next measure: each one stops it in time, and it begins anew', () => {
    const investigation = withTaskForce();
    expect(under(investigation, day(2))).toEqual(['investigation-measure', 'relatives-contact']);
    const { dueAt } = investigation.clocks.running('investigation-measure')!;
    expect(types(take(investigation, 5))).toEqual(['investigation.measure-taken', 'clock.stopped']);
    under(investigation, day(5));
    expect(investigation.clocks.running('investigation-measure')!.dueAt > dueAt).toBe(true);
  });

  it('runs in cases that need no task force, too', () => {
    expect(under(anInvestigation('woman-trafficking', solver), day(2))).toEqual(['investigation-measure']);
  });

  it('is that of the review while the case is cold (V-5), and that of the closing when all packages are done', () => {
    const investigation = withTaskForce();
    under(investigation, day(2));
    investigation.suspend({ by: head, at: day(3), clockId: id(760), rules });
    expect(under(investigation, day(3))).toEqual(['cold-case-review', 'relatives-contact']);
    investigation.resume({ by: head, at: day(4) });
    expect(under(investigation, day(4))).toEqual(['investigation-measure', 'relatives-contact']);
    expect(under(discharged(withTaskForce()), day(14))).toEqual(['stage-next-step']);
  });
});
