import { describe, expect, it } from '@jest/globals';
import type { PlacementKind } from '#contracts';
import type { Placement } from './placement.js';
import {
  aReceived, anAccepted, anOffered, assess, at, care, decide, HOUSEHOLD, id, inEffect, MARK, officer, opensAt, receive, refused,
  rules, stranger, takeEffect, types, under, VICTIM, worker,
} from '../../test/a-placement.js';

describe('A placement', () => {
  it('is opened for one victim and answered for by who asked until a unit accepts', () => {
    const placement = anOffered();
    expect(placement).toMatchObject({ victimId: VICTIM, receivedBy: null, decision: null });
    expect(placement.stage).toMatchObject({ taken: false, answers: { unitId: officer.unitId } });
    expect(anAccepted().stage).toMatchObject({ taken: true, answers: { unitId: worker.unitId } });
  });

  it('is worked on by nobody before it is accepted, and by nobody else after', () => {
    const offered = anOffered();
    for (const act of [receive, assess, decide, takeEffect]) {
      expect(refused(offered, () => act(offered))).toBe('stage.not-accepted');
      const accepted = aReceived();
      expect(refused(accepted, () => act(accepted, { by: stranger }))).toBe('access.not-answerable');
    }
  });
});

describe('Reception (P-1)', () => {
  it('is by the unit that has the victim in its care; the decision is due from then on', () => {
    const placement = anAccepted();
    expect(types(receive(placement))).toEqual(['placement.person-received', 'clock.started']);
    expect(placement.receivedBy).toBe(worker.unitId);
    expect(placement.clocks.allRunning().map(({ rule }) => rule)).toEqual(['placement-decision']);
  });

  it('is refused without the care, twice, and before the last change', () => {
    const placement = anAccepted();
    expect(refused(placement, () => receive(placement, { holder: officer.unitId }))).toBe('placement.not-in-our-care');
    expect(refused(placement, () => receive(placement, { holder: null }))).toBe('placement.not-in-our-care');
    expect(refused(placement, () => receive(placement, { at: at(1) }))).toBe('time.before-last-change');
    // nor before the unit had the care.
    expect(refused(placement, () => receive(placement, { at: at(3), heldSince: at(4) }))).toBe('time.before-last-change');
    receive(placement);
    expect(refused(placement, () => receive(placement))).toBe('placement.already-received');
  });
});

describe('The assessment of a household (P-5)', () => {
  it('is remembered while it is suitable, said once, and withdrawn', () => {
    const placement = aReceived();
    expect(assess(placement)).toEqual([{ type: 'placement.household-assessed', v: 1, data: {
      placementId: id(100), householdId: HOUSEHOLD, suitable: true,
    } }]);
    expect(placement.suitableHouseholds).toEqual([HOUSEHOLD]);
    expect(assess(placement)).toEqual([]);
    expect(types(assess(placement, { suitable: false }))).toEqual(['placement.household-assessed']);
    expect(placement.suitableHouseholds).toEqual([]);
  });

  it('is refused to buyers, and where nobody of the household is named', () => {
    const placement = aReceived();
    expect(refused(placement, () => assess(placement, { isBuyer: true }))).toBe('placement.buyer-household');
    expect(refused(placement, () => assess(placement, { isBuyer: true, marks: [] }))).toBe('placement.buyer-household');
    expect(refused(placement, () => assess(placement, { marks: [] }))).toBe('placement.household-identity-missing');
  });
});

describe('The decision (P-5, R-3)', () => {
  it('says where the person will live, and stops the clock', () => {
    const placement = aReceived();
    const facts = decide(placement);
    expect(types(facts)).toEqual(['placement.decided', 'clock.stopped']);
    expect(facts[0]!.data).toEqual({
      placementId: id(100), victimId: VICTIM, kind: 'birth-family', householdId: HOUSEHOLD,
    });
    expect(placement.decision).toMatchObject({ kind: 'birth-family', householdId: HOUSEHOLD });
    expect(placement.clocks.allRunning()).toEqual([]);
  });

  it.each([
    'birth-family', 'kin', 'foster-family', 'child-welfare-institution', 'foreign-counterpart', 'own-choice',
  ] as PlacementKind[])('is never for a buyer: %s, with a household or without', (kind) => {
    for (const isMinor of [true, false])
      for (const householdId of [HOUSEHOLD, undefined]) {
        const placement = aReceived();
        expect(refused(placement, () => decide(placement, { decision: { kind, householdId }, isMinor, isBuyer: true })))
          .toBe('placement.buyer-household');
      }
  });

  it.each([
    ['placement.household-missing', { kind: 'birth-family' }, {}],
    ['placement.household-identity-missing', { kind: 'birth-family', householdId: HOUSEHOLD }, { marks: [] }],
    ['placement.kinship-not-proven', { kind: 'birth-family', householdId: HOUSEHOLD }, { relations: [] }],
    ['placement.kinship-not-proven', { kind: 'kin', householdId: HOUSEHOLD }, { relations: [] }],
    ['placement.parent-not-proven', { kind: 'birth-family', householdId: HOUSEHOLD }, { relations: ['grandparent', 'sibling'] }],
    ['placement.household-not-assessed', { kind: 'kin', householdId: HOUSEHOLD }, {}],
    ['placement.household-not-assessed', { kind: 'foster-family', householdId: HOUSEHOLD }, {}],
    ['placement.unit-missing', { kind: 'child-welfare-institution' }, {}],
    ['placement.unit-missing', { kind: 'foreign-counterpart' }, {}],
    ['placement.minor-does-not-decide', { kind: 'own-choice' }, {}],
  ] as const)('for a minor is refused with %s: %j %j', (code, decision, given) => {
    const placement = aReceived();
    expect(refused(placement, () => decide(placement, { decision, ...given }))).toBe(code);
  });

  it('for the birth family rests on a father or a mother, for kin on any relative', () => {
    for (const relations of [['father'], ['aunt-or-uncle', 'mother']] as const)
      expect(types(decide(aReceived(), { relations }))).toEqual(['placement.decided', 'clock.stopped']);
    const placement = aReceived();
    assess(placement);
    expect(types(decide(placement, { decision: { kind: 'kin', householdId: HOUSEHOLD }, relations: ['other-kin'] })))
      .toEqual(['placement.decided', 'clock.stopped']);
  });

  it('rests on an assessment where nobody is named again', () => {
    const placement = aReceived();
    assess(placement);
    const decision = { kind: 'foster-family', householdId: HOUSEHOLD } as const;
    expect(types(decide(placement, { decision, marks: [], relations: [] })))
      .toEqual(['placement.decided', 'clock.stopped']);
  });

  it('of an adult is her own', () => {
    const placement = aReceived();
    expect(refused(placement, () => decide(placement, { isMinor: false }))).toBe('placement.adult-decides');
    decide(placement, { decision: { kind: 'own-choice' }, isMinor: false, marks: [] });
    expect(placement.decision).toMatchObject({ kind: 'own-choice' });
  });

  it('that was made for a child takes effect while she is one; of age, she decides anew', () => {
    const placement = aReceived();
    decide(placement);
    expect(refused(placement, () => takeEffect(placement, { isMinor: false }))).toBe('placement.adult-decides');
    decide(placement, { at: at(6), decision: { kind: 'own-choice' }, isMinor: false, marks: [] });
    expect(types(takeEffect(placement, { isMinor: false }))[0]).toBe('placement.taken-effect');
  });

  it('with an institution needs the promise of that institution, and of no other', () => {
    const placement = aReceived();
    const decision = { kind: 'child-welfare-institution', unitId: stranger.unitId } as const;
    expect(refused(placement, () => decide(placement, { decision }))).toBe('placement.place-not-promised');
    expect(refused(placement, () => placement.promisePlace({ by: stranger, at: at(4) }))).toBe('placement.place-not-asked');
    const ask = { by: worker, at: at(4), toUnit: stranger.unitId, unitKind: 'civil-affairs' } as const;
    for (const unitKind of ['public-security', 'school', undefined] as const)
      expect(refused(placement, () => placement.askPlace({ ...ask, unitKind }))).toBe('placement.not-an-institution');
    expect(refused(placement, () => placement.askPlace({ ...ask, by: stranger }))).toBe('access.not-answerable');
    expect(placement.askPlace(ask)).toEqual([{ type: 'placement.place-asked', v: 1, data: {
      placementId: id(100), victimId: VICTIM, toUnit: stranger.unitId,
    } }]);
    expect(placement.askPlace(ask)).toEqual([]);
    expect(refused(placement, () => placement.promisePlace({ by: worker, at: at(4) }))).toBe('placement.place-not-asked');
    expect(refused(placement, () => decide(placement, { decision }))).toBe('placement.place-not-promised');
    expect(placement.promisePlace({ by: stranger, at: at(4) })).toEqual([{ type: 'placement.place-promised', v: 1, data: {
      placementId: id(100), victimId: VICTIM, byUnit: stranger.unitId,
    } }]);
    expect(placement.promisePlace({ by: stranger, at: at(4) })).toEqual([]);
    expect(types(decide(placement, { decision }))).toEqual(['placement.decided', 'clock.stopped']);
  });

  it('with a counterpart abroad needs the promise that cross-border has heard from that very unit', () => {
    const placement = aReceived();
    const decision = { kind: 'foreign-counterpart', unitId: 'vn-centre' } as const;
    for (const promisedAbroad of [null, 'vn-border'])
      expect(refused(placement, () => decide(placement, { decision, promisedAbroad }))).toBe('placement.place-not-promised');
    expect(types(decide(placement, { decision, promisedAbroad: 'vn-centre' }))).toEqual(['placement.decided', 'clock.stopped']);
  });

  it('keeps by what the people of the household are recognised, of the assessment and of the decision', () => {
    const placement = aReceived();
    assess(placement);
    expect(assess(placement)).toEqual([]);
    expect(types(assess(placement, { marks: ['b'] }))).toEqual(['placement.household-assessed']);
    decide(placement, { marks: ['c'] });
    expect(placement.marksOf(HOUSEHOLD)).toEqual([MARK, 'b', 'c']);
    expect(placement.marksOf(id(51))).toEqual([]);
    decide(placement, { marks: ['d'], decision: { kind: 'child-welfare-institution', unitId: worker.unitId } });
    expect(placement.marksOf(undefined)).toEqual(['d']);
  });

  it('comes after the reception and before the effect, and may be changed in between', () => {
    const accepted = anAccepted();
    expect(refused(accepted, () => decide(accepted))).toBe('placement.not-received');
    const placement = aReceived();
    decide(placement);
    expect(types(decide(placement, { decision: { kind: 'child-welfare-institution', unitId: worker.unitId } })))
      .toEqual(['placement.decided']);
    takeEffect(placement);
    expect(refused(placement, () => decide(placement, { at: at(7) }))).toBe('placement.already-in-effect');
  });
});

describe('The effect and the visits (P-8)', () => {
  it('is refused when a buyer was recognised after the decision (R-3)', () => {
    const placement = aReceived();
    decide(placement);
    expect(refused(placement, () => takeEffect(placement, { isBuyer: true, isBuyerBehind: true })))
      .toBe('placement.buyer-household');
    expect(refused(placement, () => takeEffect(placement, { isBuyerBehind: true }))).toBe('placement.investigation-not-heard');
    expect(placement.inEffectSince).toBeNull();
  });

  it('schedules the visits of months 1, 3, 6 and 12, each with its clock', () => {
    const placement = aReceived();
    decide(placement);
    const facts = takeEffect(placement);
    expect(types(facts)).toEqual(['placement.taken-effect', ...Array.from({ length: 4 }, () =>
      ['placement.follow-up-scheduled', 'clock.started']).flat()]);
    expect(placement.inEffectSince).toBe(at(6));
    expect(placement.visits.map(({ month, visitedAt }) => [month, visitedAt]))
      .toEqual([[1, null], [3, null], [6, null], [12, null]]);
    expect(placement.clocks.allRunning()).toHaveLength(4);
    expect(refused(placement, () => takeEffect(placement))).toBe('placement.already-in-effect');
  });

  it('needs a decision, and leaves the visits abroad to the counterpart (X-5)', () => {
    const placement = aReceived();
    expect(refused(placement, () => takeEffect(placement))).toBe('placement.not-decided');
    decide(placement, { decision: { kind: 'foreign-counterpart', unitId: '990010-border' }, promisedAbroad: '990010-border' });
    const abroad = care({ unitId: '990010-border', isAbroad: true });
    expect(types(takeEffect(placement, { care: abroad }))).toEqual(['placement.taken-effect']);
    expect(placement.visits).toEqual([]);
  });

  it.each([
    ['the unit that places', 'birth-family', care(), true],
    ['nobody who is known', 'birth-family', null, false],
    ['another unit', 'birth-family', care({ unitId: stranger.unitId }), false],
    ['a relative of that household', 'birth-family', care({ unitId: null, relativeMarks: [id(60), MARK] }), true],
    ['a relative who lives elsewhere', 'birth-family', care({ unitId: null, relativeMarks: [id(60)] }), false],
    ['a relative of it, for good', 'birth-family', care({ unitId: null, relativeMarks: [MARK], ending: 'with-family' }), true],
    ['a relative, and a foster family was decided', 'foster-family', care({ unitId: null, relativeMarks: [MARK] }), false],
    ['the institution', 'child-welfare-institution', care({ unitId: stranger.unitId }), true],
    ['another institution', 'child-welfare-institution', care({ unitId: officer.unitId }), false],
    ['nobody, by their own will', 'own-choice', care({ unitId: null, ending: 'own-will' }), true],
    ['another unit, and own choice', 'own-choice', care({ unitId: officer.unitId }), false],
    ['a unit abroad', 'foreign-counterpart', care({ unitId: 'vn-10-border', isAbroad: true }), true],
    ['nobody, received abroad', 'foreign-counterpart', care({ unitId: null, ending: 'received-abroad' }), true],
    ['the unit that places, before the handover', 'foreign-counterpart', care(), false],
  ] as const)('is asked of who has the person (R-4): %s, %s', (_who, kind, held, isRight) => {
    const [placement, isMinor] = [aReceived(), kind !== 'own-choice'];
    assess(placement);
    const unitId = kind === 'child-welfare-institution' || kind === 'foreign-counterpart' ? stranger.unitId : undefined;
    placement.promises.push(stranger.unitId);
    decide(placement, {
      decision: { kind, unitId, ...(!unitId && kind !== 'own-choice' && { householdId: HOUSEHOLD }) },
      promisedAbroad: stranger.unitId, isMinor,
    });
    if (isRight) expect(types(takeEffect(placement, { isMinor, care: held }))[0]).toBe('placement.taken-effect');
    else expect(refused(placement, () => takeEffect(placement, { isMinor, care: held }))).toBe('placement.not-where-decided');
  });

  it('counts a visit for its month from a week before the planned day on, and not before', () => {
    const placement = inEffect();
    const [first, second] = placement.visits;
    const visit = { by: worker, rules, furtherHelpNeeded: false };
    const early = new Date(Date.parse(opensAt(1)) - 1).toISOString();
    for (const when of [at(6), early])
      for (const { visitId } of placement.visits)
        expect(refused(placement, () => placement.visit({ ...visit, at: when, visitId }))).toBe('placement.visit-too-early');
    expect(types(placement.visit({ ...visit, at: opensAt(1), visitId: first!.visitId })))
      .toEqual(['placement.follow-up-visited', 'clock.stopped']);
    expect(refused(placement, () => placement.visit({ ...visit, at: opensAt(1), visitId: second!.visitId })))
      .toBe('placement.visit-too-early');
  });

  it('stops the clock of the visit that was made, once', () => {
    const placement = inEffect();
    const visit = { by: worker, at: opensAt(1), visitId: placement.visits[0]!.visitId, rules, furtherHelpNeeded: false };
    expect(types(placement.visit(visit))).toEqual(['placement.follow-up-visited', 'clock.stopped']);
    expect(placement.visits[0]!.visitedAt).toBe(opensAt(1));
    expect(placement.visit(visit)).toEqual([]);
    expect(placement.clocks.allRunning()).toHaveLength(3);
    expect(refused(placement, () => placement.visit({ ...visit, visitId: id(999) }))).toBe('placement.unknown-visit');
    expect(refused(placement, () => placement.visit({ ...visit, by: stranger }))).toBe('access.not-answerable');
  });
});

describe('The help besides a home (P-3, P-4, P-6)', () => {
  const of = { placementId: id(100), victimId: VICTIM };
  const bureau = { unitId: '532503-education', unitKind: 'education', isMinor: true } as const;
  const hospital = { unitId: '532500-hospital', unitKind: 'hospital' } as const;
  const by = worker;

  it('restores the household registration, once', () => {
    const placement = aReceived();
    expect(placement.restoreRegistration({ by, at: at(5) }))
      .toEqual([{ type: 'placement.registration-restored', v: 1, data: of }]);
    expect(placement.restoreRegistration({ by, at: at(6) })).toEqual([]);
    expect(placement.help.registrationRestoredAt).toBe(at(5));
  });

  it('keeps the school place that an education bureau has confirmed, and a later one in its place', () => {
    const placement = aReceived();
    const confirm = (given: object = {}) => placement.confirmSchool({ by, at: at(5), ...bureau, grade: 4, ...given });
    expect(confirm()).toEqual([
      { type: 'placement.school-confirmed', v: 1, data: { ...of, educationBureau: bureau.unitId, grade: 4 } },
    ]);
    expect(confirm({ at: at(6) })).toEqual([]);
    expect(types(confirm({ at: at(6), grade: 5 }))).toEqual(['placement.school-confirmed']);
    expect(placement.help.school).toEqual({ educationBureau: bureau.unitId, grade: 5, confirmedAt: at(6) });
    for (const unitKind of ['school', undefined] as const)
      expect(refused(placement, () => confirm({ unitKind, grade: 6 }))).toBe('placement.not-an-education-bureau');
    expect(refused(placement, () => confirm({ isMinor: false }))).toBe('placement.not-of-school-age');
  });

  it('counts the sessions of rehabilitation at a health unit', () => {
    const placement = aReceived();
    const hold = (given: object = {}) => placement.holdSession({ by, at: at(5), ...hospital, ...given });
    expect(hold()).toEqual([{ type: 'placement.session-held', v: 1, data: { ...of, number: 1, providerUnit: hospital.unitId } }]);
    expect(hold()[0]!.data).toMatchObject({ number: 2 });
    expect(placement.help.sessions).toHaveLength(2);
    expect(refused(placement, () => hold({ unitKind: 'education' }))).toBe('placement.not-a-health-unit');
    for (let held = 2; held < 500; held += 1) hold();
    expect(refused(placement, () => hold())).toBe('placement.too-many-sessions');
  });

  it('begins with the reception, is given by the unit that answers, and not before the last change', () => {
    const acts = [
      (placement: Placement, given: object) => placement.restoreRegistration({ by, at: at(5), ...given }),
      (placement: Placement, given: object) => placement.confirmSchool({ by, at: at(5), ...bureau, grade: 1, ...given }),
      (placement: Placement, given: object) => placement.holdSession({ by, at: at(5), ...hospital, ...given }),
    ];
    for (const act of acts) {
      const accepted = anAccepted();
      expect(refused(accepted, () => act(accepted, {}))).toBe('placement.not-received');
      const placement = aReceived();
      expect(refused(placement, () => act(placement, { by: stranger }))).toBe('access.not-answerable');
      expect(refused(placement, () => act(placement, { at: at(2) }))).toBe('time.before-last-change');
    }
  });
});

describe('A placement that must not stay (R-3)', () => {
  const householdId = id(70);

  it('is an alarm when somebody of the household is found to have bought a person, said once', () => {
    const placement = inEffect();
    expect(placement.recogniseBuyer({ householdId, marks: ['c'.repeat(64)] })).toEqual([]);
    expect(placement.recogniseBuyer({ householdId, marks: [MARK] })).toEqual([
      { type: 'placement.buyer-in-household', v: 1, data: { placementId: id(100), victimId: VICTIM, householdId } },
    ]);
    expect(placement.recogniseBuyer({ householdId, marks: [MARK] })).toEqual([]);
    expect(types(placement.recogniseBuyer({ householdId: HOUSEHOLD, marks: [] }))).toEqual(['placement.buyer-in-household']);
    const decided = aReceived();
    decide(decided);
    expect(decided.recogniseBuyer({ householdId, marks: [MARK] })).toEqual([]);
  });

  it('falls when the person was taken back: the visits are off, and it is received and decided anew', () => {
    const placement = inEffect();
    assess(placement, { at: at(7) });
    const first = placement.visits[0]!;
    placement.visit({ by: worker, at: opensAt(1), visitId: first.visitId, rules, furtherHelpNeeded: false });
    expect(types(placement.fall(opensAt(1)))).toEqual(['placement.fallen', ...Array<string>(3).fill('clock.stopped')]);
    expect(placement).toMatchObject({
      decision: null, inEffectSince: null, receivedBy: null, suitableHouseholds: [], visits: [{ visitId: first.visitId }],
    });
    expect(placement.fall(opensAt(1))).toEqual([]);
    expect(types(receive(placement, { at: opensAt(1), clockId: id(105) })))
      .toEqual(['placement.person-received', 'clock.started']);
    expect(types(decide(placement, { at: opensAt(1) }))).toEqual(['placement.decided', 'clock.stopped']);
  });

  it('falls before anything was decided, too: the person is received anew', () => {
    const placement = aReceived();
    expect(types(placement.fall(at(9)))).toEqual(['placement.fallen', 'clock.stopped']);
    expect(types(receive(placement, { at: at(10), clockId: id(105) }))).toEqual(['placement.person-received', 'clock.started']);
    expect(anAccepted().fall(at(9))).toEqual([]);
  });

  it('falls after it was closed, and stays closed: nobody lives there any more', () => {
    const placement = inEffect();
    for (const { visitId, month } of placement.visits)
      placement.visit({ by: worker, at: opensAt(month), visitId, rules, furtherHelpNeeded: false });
    placement.close({ by: worker, at: opensAt(12) });
    expect(types(placement.fall(opensAt(12)))).toEqual(['placement.fallen']);
    expect(placement.fall(opensAt(12))).toEqual([]);
    expect(placement).toMatchObject({ stage: { state: 'closed' }, inEffectSince: null });
    expect(placement.recogniseBuyer({ householdId: HOUSEHOLD, marks: [MARK] })).toEqual([]);
  });
});

describe('Closing a placement', () => {
  it('is done when the person is settled and every visit was made', () => {
    const placement = inEffect();
    const last = opensAt(12);
    expect(refused(placement, () => placement.close({ by: worker, at: last }))).toBe('placement.visits-open');
    for (const { visitId, month } of placement.visits)
      placement.visit({ by: worker, at: opensAt(month), visitId, rules, furtherHelpNeeded: false });
    expect(refused(placement, () => placement.close({ by: stranger, at: last }))).toBe('access.not-answerable');
    expect(types(placement.close({ by: worker, at: last }))).toEqual(['stage.closed']);
    expect(placement.stage.state).toBe('closed');
    expect(placement.whenNext()).toBeNull();
    expect(refused(placement, () => placement.close({ by: worker, at: last }))).toBe('stage.closed');
  });

  it('is refused before the effect', () => {
    const placement = aReceived();
    expect(refused(placement, () => placement.close({ by: worker, at: at(25) }))).toBe('placement.not-in-effect');
  });
});

describe('The deadline of a placement', () => {
  it('is that of the reception (P-1), the decision, the effect (P-5), the visits (P-8), and at last of the closing', () => {
    const placement = anAccepted();
    expect(under(placement, at(2))).toEqual(['person-reception']);
    receive(placement);
    expect(under(placement, at(3))).toEqual(['placement-decision']);
    decide(placement);
    expect(under(placement, at(5))).toEqual(['placement-effect']);
    takeEffect(placement);
    expect(under(placement, at(6))).toEqual(Array<string>(4).fill('follow-up-visit'));
    for (const { visitId, month } of placement.visits)
      placement.visit({ by: worker, at: opensAt(month), visitId, rules, furtherHelpNeeded: false });
    expect(under(placement, opensAt(12))).toEqual(['stage-next-step']);
  });

  it('is that of the reception again when the placement has fallen (R-3)', () => {
    const placement = inEffect();
    placement.fall(at(9));
    expect(under(placement, at(9))).toEqual(['person-reception']);
  });
});
