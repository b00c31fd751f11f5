import { describe, expect, it } from '@jest/globals';
import type { PlacementKind } from '#contracts';
import {
  aReceived, anAccepted, anOffered, assess, at, decide, HOUSEHOLD, id, inEffect, MARK, officer, receive, refused, stranger,
  takeEffect, types, VICTIM, worker,
} from '../../test/a-placement.js';

describe('A placement', () => {
  it('is opened for one victim and answered for by who asked until a unit accepts', () => {
    const placement = anOffered();
    expect(placement).toMatchObject({ victimId: VICTIM, isMinor: true, receivedBy: null, decision: null });
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
        const placement = aReceived({ isMinor });
        expect(refused(placement, () => decide(placement, { decision: { kind, householdId }, isBuyer: true })))
          .toBe('placement.buyer-household');
      }
  });

  it.each([
    ['placement.household-missing', { kind: 'birth-family' }, {}],
    ['placement.household-identity-missing', { kind: 'birth-family', householdId: HOUSEHOLD }, { marks: [] }],
    ['placement.kinship-not-proven', { kind: 'birth-family', householdId: HOUSEHOLD }, { kinshipProven: false }],
    ['placement.kinship-not-proven', { kind: 'kin', householdId: HOUSEHOLD }, { kinshipProven: false }],
    ['placement.household-not-assessed', { kind: 'kin', householdId: HOUSEHOLD }, {}],
    ['placement.household-not-assessed', { kind: 'foster-family', householdId: HOUSEHOLD }, {}],
    ['placement.unit-missing', { kind: 'child-welfare-institution' }, {}],
    ['placement.unit-missing', { kind: 'foreign-counterpart' }, {}],
    ['placement.minor-does-not-decide', { kind: 'own-choice' }, {}],
  ] as const)('for a minor is refused with %s: %j %j', (code, decision, given) => {
    const placement = aReceived();
    expect(refused(placement, () => decide(placement, { decision, ...given }))).toBe(code);
  });

  it('rests on an assessment where nobody is named again', () => {
    const placement = aReceived();
    assess(placement);
    const decision = { kind: 'foster-family', householdId: HOUSEHOLD } as const;
    expect(types(decide(placement, { decision, marks: [], kinshipProven: false })))
      .toEqual(['placement.decided', 'clock.stopped']);
  });

  it('of an adult is her own', () => {
    const placement = aReceived({ isMinor: false });
    expect(refused(placement, () => decide(placement))).toBe('placement.adult-decides');
    decide(placement, { decision: { kind: 'own-choice' }, marks: [] });
    expect(placement.decision).toMatchObject({ kind: 'own-choice' });
  });

  it('with an institution needs the promise of that institution, and of no other', () => {
    const placement = aReceived();
    const decision = { kind: 'child-welfare-institution', unitId: stranger.unitId } as const;
    expect(refused(placement, () => decide(placement, { decision }))).toBe('placement.place-not-promised');
    expect(refused(placement, () => placement.promisePlace({ by: stranger, at: at(4) }))).toBe('placement.place-not-asked');
    const ask = { by: worker, at: at(4), toUnit: stranger.unitId };
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
    expect(refused(placement, () => takeEffect(placement, { isBuyer: true }))).toBe('placement.buyer-household');
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
    expect(types(takeEffect(placement))).toEqual(['placement.taken-effect']);
    expect(placement.visits).toEqual([]);
  });

  it('stops the clock of the visit that was made, once', () => {
    const placement = inEffect();
    const visit = { by: worker, at: at(20), visitId: placement.visits[0]!.visitId, furtherHelpNeeded: false };
    expect(types(placement.visit(visit))).toEqual(['placement.follow-up-visited', 'clock.stopped']);
    expect(placement.visits[0]!.visitedAt).toBe(at(20));
    expect(placement.visit(visit)).toEqual([]);
    expect(placement.clocks.allRunning()).toHaveLength(3);
    expect(refused(placement, () => placement.visit({ ...visit, visitId: id(999) }))).toBe('placement.unknown-visit');
    expect(refused(placement, () => placement.visit({ ...visit, by: stranger }))).toBe('access.not-answerable');
  });
});

describe('Closing a placement', () => {
  it('is done when the person is settled and every visit was made', () => {
    const placement = inEffect();
    expect(refused(placement, () => placement.close({ by: worker, at: at(25) }))).toBe('placement.visits-open');
    for (const { visitId } of placement.visits) placement.visit({ by: worker, at: at(20), visitId, furtherHelpNeeded: false });
    expect(refused(placement, () => placement.close({ by: stranger, at: at(25) }))).toBe('access.not-answerable');
    expect(types(placement.close({ by: worker, at: at(25) }))).toEqual(['stage.closed']);
    expect(placement.stage.state).toBe('closed');
    expect(placement.whenNext()).toBeNull();
    expect(refused(placement, () => placement.close({ by: worker, at: at(26) }))).toBe('stage.closed');
  });

  it('is refused before the effect', () => {
    const placement = aReceived();
    expect(refused(placement, () => placement.close({ by: worker, at: at(25) }))).toBe('placement.not-in-effect');
  });
});
