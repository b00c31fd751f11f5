import { describe, expect, it } from '@jest/globals';
import {
  aCandidate, anInvestigation, anOfferedInvestigation, asReceiver, BUREAU, comforter, day, discharged, dutyOfficer, form, FORMED,
  head, id, missing, nextHead, OTHER_VICTIM, refusalOf, rescued, rescuer, rules, solver, STATION, stranger, theThree, toSuccessor,
  types, VICTIM, withTaskForce,
} from '../../test/an-investigation.js';
import type { Investigation } from './investigation.js';
import type { Candidate } from './task-force.js';

const accept = (investigation: Investigation, receiver = asReceiver(solver)) => () =>
  investigation.acceptStage({ offerId: id(400), by: solver, at: day(1) }, receiver);

describe('The leader of an investigation (V-1)', () => {
  it('is a head of a bureau in every child case: nobody else can accept it', () => {
    for (const kind of ['child-abduction', 'child-missing'] as const) {
      const investigation = anOfferedInvestigation(kind);
      expect(refusalOf(accept(investigation))).toEqual({
        code: 'investigation.leader-not-head', details: { unitId: BUREAU, personId: solver.personId },
      });
      expect(investigation.stage.answers.unitId).toBe(STATION);
    }
  });

  it('may be any officer of the bureau where no child was abducted, as long as there is no task force', () => {
    const investigation = anOfferedInvestigation('woman-trafficking');
    expect(types(accept(investigation)() as { type: string }[])).toEqual(['stage.accepted']);
    expect(investigation.stage.answers).toEqual({ unitId: BUREAU, personId: solver.personId });
    expect(investigation.whenTaken({ at: day(1), rules, newId: () => id(500) }, asReceiver(solver))).toEqual([]);
  });

  it('is held to the stricter rule where the kind of case is not known', () => {
    expect(refusalOf(accept(anOfferedInvestigation(null))).code).toBe('investigation.leader-not-head');
  });

  it('leads only where the bureau has jurisdiction; a bureau above has it', () => {
    const elsewhere = asReceiver(head, true, '532504');
    const accepting = (receiver: typeof elsewhere) => () =>
      anOfferedInvestigation().acceptStage({ offerId: id(400), by: head, at: day(1) }, receiver);
    expect(refusalOf(accepting(elsewhere))).toMatchObject({
      code: 'investigation.wrong-jurisdiction', details: { division: '532504', caseDivision: '532503' },
    });
    for (const division of ['532503', '532500', '530000', '100000'])
      expect(types(accepting(asReceiver(head, true, division))() as { type: string }[])).toEqual(['stage.accepted']);
  });

  it('has a day to form the task force of a child case, under a clock that names the leader', () => {
    const investigation = anOfferedInvestigation();
    investigation.acceptStage({ offerId: id(400), by: head, at: day(1) }, asReceiver(head));
    const facts = investigation.whenTaken({ at: day(1), rules, newId: () => id(500) }, asReceiver(head));
    expect(facts[0]).toMatchObject({
      type: 'clock.started', data: { rule: 'task-force-formation', personId: head.personId, dueAt: day(2) },
    });
    expect(investigation.whenTaken({ at: day(1), rules, newId: () => id(505) }, asReceiver(head))).toEqual([]);
  });

  it('changes by offer and acceptance, with no moment between the two', () => {
    const investigation = withTaskForce();
    const toOfficer = { ...toSuccessor, toPerson: solver.personId };
    expect(refusalOf(() => investigation.offerStage(toOfficer, asReceiver(solver))).code).toBe('investigation.leader-not-head');
    expect(types(investigation.offerStage(toSuccessor, asReceiver(nextHead)))).toEqual(['stage.offered']);
    expect(investigation.stage.answers.personId).toBe(head.personId);
    const facts = investigation.acceptStage({ offerId: id(401), by: nextHead, at: day(6) }, asReceiver(nextHead));
    expect(types(facts)).toEqual(['stage.accepted']);
    expect(investigation.stage.answers.personId).toBe(nextHead.personId);
  });

  it('passes the leader\'s deadlines on and leaves the relatives with the one who comforts them', () => {
    const investigation = withTaskForce();
    investigation.suspend({ by: head, at: day(3), clockId: id(502), rules });
    investigation.offerStage(toSuccessor, asReceiver(nextHead));
    investigation.acceptStage({ offerId: id(401), by: nextHead, at: day(6) }, asReceiver(nextHead));
    expect(investigation.clocks.running('cold-case-review')?.answers.personId).toBe(nextHead.personId);
    expect(investigation.clocks.running('relatives-contact')?.answers).toMatchObject({
      personId: comforter.personId, unitId: comforter.unitId,
    });
  });

  it('must be a head in any case that has a task force', () => {
    const investigation = withTaskForce('woman-trafficking');
    const toOfficer = { ...toSuccessor, toPerson: solver.personId };
    expect(refusalOf(() => investigation.offerStage(toOfficer, asReceiver(solver))).code).toBe('investigation.leader-not-head');
  });
});

describe('A task force (V-1)', () => {
  it('stands with its leader and one person for each package, and begins contact with the relatives as agreed', () => {
    const investigation = anInvestigation();
    const facts = form(investigation);
    expect(types(facts)).toEqual(['investigation.task-force-formed', 'clock.stopped', 'clock.started']);
    expect(facts[0]!.data).toEqual({
      taskForceId: id(600), leaderId: head.personId, leaderUnit: BUREAU,
      packages: [
        { package: 'solve', unitId: BUREAU, personId: solver.personId },
        { package: 'rescue', unitId: BUREAU, personId: rescuer.personId },
        { package: 'comfort', unitId: STATION, personId: comforter.personId },
      ],
    });
    expect(facts[2]!.data).toMatchObject({ rule: 'relatives-contact', unitId: STATION, personId: comforter.personId });
    // Formed on the 1st, thirty days agreed: due when 31 October ends in Beijing.
    expect(investigation.clocks.running('relatives-contact')?.dueAt).toBe('2019-10-31T16:00:00.000Z');
    expect(investigation.clocks.running('task-force-formation')).toBeUndefined();
    expect(investigation.taskForce?.open).toEqual(['solve', 'rescue', 'comfort']);
  });

  it('is refused under a leader who is no head, in every kind of case', () => {
    const noLongerHead = anInvestigation();
    const officer = anInvestigation('woman-trafficking', solver);
    expect(refusalOf(() => form(noLongerHead, { leader: asReceiver(head, false) })).code).toBe('investigation.leader-not-head');
    expect(refusalOf(() => form(officer, { leader: asReceiver(solver) })).code).toBe('investigation.leader-not-head');
    expect([noLongerHead.taskForce, officer.taskForce]).toEqual([null, null]);
  });

  it('is refused under a head of a bureau without jurisdiction', () => {
    expect(refusalOf(() => form(anInvestigation(), { leader: asReceiver(head, true, '532504') })).code)
      .toBe('investigation.wrong-jurisdiction');
  });

  it('is refused twice', () => {
    expect(refusalOf(() => form(withTaskForce()))).toEqual({
      code: 'investigation.task-force-exists', details: { taskForceId: id(600) },
    });
  });

  it('is refused unless each package has exactly one person', () => {
    const twice = [aCandidate('solve', solver), aCandidate('solve', rescuer), aCandidate('comfort', comforter)];
    expect(refusalOf(() => form(anInvestigation(), { candidates: twice }))).toEqual({
      code: 'investigation.packages-not-three', details: { missing: ['rescue'], given: ['solve', 'solve', 'comfort'] },
    });
  });

  it('is refused with people who hold no post in the unit, or who are not of the police', () => {
    const others = theThree().filter((candidate) => candidate.package !== 'solve');
    const without = { ...aCandidate('solve', solver), holdsPost: false };
    const unknownUnit = { ...aCandidate('solve', solver), unitKind: null };
    const civil = { ...aCandidate('solve', solver), unitKind: 'civil-affairs' as const };
    const forming = (solve: Candidate) => () => form(anInvestigation(), { candidates: [...others, solve] });
    expect(refusalOf(forming(without)).code).toBe('investigation.holder-not-in-unit');
    expect(refusalOf(forming(unknownUnit)).code).toBe('investigation.holder-not-in-unit');
    expect(refusalOf(forming(civil)).code).toBe('investigation.holder-not-police');
  });

  it('is refused by a unit that does not answer, and before the stage is accepted', () => {
    expect(refusalOf(() => form(anInvestigation(), { by: stranger })).code).toBe('access.not-answerable');
    expect(refusalOf(() => form(anOfferedInvestigation(), { by: dutyOfficer })).code).toBe('stage.not-accepted');
  });

  it('is not dissolved while a package is open, however long that takes', () => {
    const investigation = withTaskForce();
    expect(refusalOf(() => investigation.dissolveTaskForce({ by: head, at: '2021-06-01T01:00:00.000Z' }))).toEqual({
      code: 'investigation.packages-open', details: { packages: ['solve', 'rescue', 'comfort'] },
    });
    expect(investigation.taskForce?.stands).toBe(true);
    expect(refusalOf(() => anInvestigation().dissolveTaskForce({ by: head, at: day(3) })).code)
      .toBe('investigation.no-task-force');
  });

  it('is dissolved after all three, once', () => {
    const investigation = discharged(withTaskForce());
    expect(investigation.dissolveTaskForce({ by: head, at: day(14) })).toEqual([{
      type: 'investigation.task-force-dissolved', v: 1, data: { taskForceId: id(600), formedAt: FORMED },
    }]);
    expect(investigation.dissolveTaskForce({ by: head, at: day(15) })).toEqual([]);
    expect(investigation.taskForce?.dissolvedAt).toBe(day(14));
  });
});

describe('A package (V-1)', () => {
  it('is given to another person, with its clock', () => {
    const investigation = withTaskForce();
    const facts = investigation.reassignPackage({ by: head, at: day(3), candidate: aCandidate('comfort', rescuer) });
    expect(facts).toEqual([{
      type: 'investigation.package-reassigned', v: 1, data: { package: 'comfort', unitId: BUREAU, personId: rescuer.personId },
    }]);
    expect(investigation.taskForce?.holding('comfort').personId).toBe(rescuer.personId);
    expect(investigation.clocks.running('relatives-contact')?.answers.personId).toBe(rescuer.personId);
    expect(investigation.reassignPackage({ by: head, at: day(4), candidate: aCandidate('comfort', rescuer) })).toEqual([]);
  });

  it('is not given to somebody unfit, by a stranger, without a task force, or when it is done', () => {
    const give = (investigation: Investigation, by = head, holdsPost = true) => () =>
      investigation.reassignPackage({ by, at: day(14), candidate: { ...aCandidate('solve', rescuer), holdsPost } });
    expect(refusalOf(give(withTaskForce(), head, false)).code).toBe('investigation.holder-not-in-unit');
    expect(refusalOf(give(withTaskForce(), stranger)).code).toBe('access.not-answerable');
    expect(refusalOf(give(anInvestigation())).code).toBe('investigation.no-task-force');
    expect(refusalOf(give(discharged(withTaskForce()))).code).toBe('investigation.package-discharged');
  });

  const discharge = (investigation: Investigation, kind: 'solve' | 'rescue' | 'comfort', by = head, victims = [rescued]) =>
    investigation.dischargePackage({ by, at: day(13), package: kind, evidence: [id(900)], victims });

  it('is discharged by the person who holds it or by the leader, and by nobody else', () => {
    for (const by of [solver, head]) {
      const investigation = caught(withTaskForce());
      expect(discharge(investigation, 'solve', by)).toEqual([{
        type: 'investigation.package-discharged', v: 1, data: { package: 'solve', evidence: [id(900)] },
      }]);
      expect(investigation.taskForce?.holding('solve')).toMatchObject({ dischargedAt: day(13), evidence: [id(900)] });
      expect(discharge(investigation, 'solve', by)).toEqual([]);
    }
    for (const by of [rescuer, stranger, nextHead])
      expect(refusalOf(() => discharge(caught(withTaskForce()), 'solve', by))).toEqual({
        code: 'investigation.not-package-person',
        details: { package: 'solve', personId: solver.personId, leaderId: head.personId },
      });
    expect(refusalOf(() => discharge(anInvestigation(), 'solve')).code).toBe('investigation.no-task-force');
  });

  it('solve: only when a suspect is caught', () => {
    const investigation = withTaskForce();
    investigation.recordSuspect({ by: solver, at: day(11), suspectId: id(700), role: 'seller', repeatOffender: true });
    expect(refusalOf(() => discharge(investigation, 'solve')).code).toBe('investigation.no-suspect-caught');
    expect(investigation.taskForce?.open).toContain('solve');
  });

  it('rescue: only when every victim is rescued; says who is not', () => {
    expect(refusalOf(() => discharge(withTaskForce(), 'rescue', rescuer, [rescued, missing]))).toEqual({
      code: 'investigation.victims-not-rescued', details: { victimIds: [OTHER_VICTIM] },
    });
    expect(refusalOf(() => discharge(withTaskForce(), 'rescue', rescuer, [])).code).toBe('investigation.victims-not-rescued');
    expect(types(discharge(withTaskForce(), 'rescue', rescuer, [rescued]))).toEqual(['investigation.package-discharged']);
  });

  it('comfort: only when the relatives were contacted after the last rescue', () => {
    const investigation = withTaskForce();
    expect(refusalOf(() => discharge(investigation, 'comfort', comforter, [missing])).code)
      .toBe('investigation.victims-not-rescued');
    const contact = (n: number, at: string) =>
      investigation.contactRelatives({ by: comforter, at, contactId: id(800 + n), clockId: id(510 + n), rules });
    contact(1, day(9));
    const later = { victimId: VICTIM, rescuedAt: day(10) };
    expect(refusalOf(() => discharge(investigation, 'comfort', comforter, [later]))).toEqual({
      code: 'investigation.relatives-not-contacted', details: { rescuedAt: day(10), lastContactAt: day(9) },
    });
    contact(2, day(11));
    expect(types(discharge(investigation, 'comfort', comforter, [later])))
      .toEqual(['investigation.package-discharged', 'clock.stopped']);
    expect(investigation.clocks.running('relatives-contact')).toBeUndefined();
  });
});

function caught(investigation: Investigation): Investigation {
  investigation.recordSuspect({ by: solver, at: day(11), suspectId: id(700), role: 'seller', repeatOffender: false });
  investigation.arrestSuspect({ by: solver, at: day(11), suspectId: id(700) });
  return investigation;
}
