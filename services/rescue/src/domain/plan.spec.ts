import { describe, expect, it } from '@jest/globals';
import type { Present } from '#contracts';
import {
  at, id, officer, chief, investigator, stranger, hoa, mai, boy, man, EVERYBODY, types, refusal, code,
  anOfferedRescue, aRescue, draft, approve, aPlannedRescue, check, free, aDoneRescue, under,
} from '../../test/a-rescue.js';
import { unknownVictim, type Victim } from './presence.js';
import { Rescue } from './rescue.js';

describe('A rescue', () => {
  it('is open as soon as it is asked for, and whoever asks answers until a unit has accepted', () => {
    const [rescue, facts] = Rescue.open({
      id: id(100), caseId: id(101), victimIds: [hoa.victimId], by: investigator, at: at('13:00'), requestId: id(102),
    });
    expect(types(facts)).toEqual(['stage.opened']);
    expect(facts[0]!.data).toEqual({
      stageId: id(100), stage: 'rescue', unitId: investigator.unitId, personId: investigator.personId, requestId: id(102),
    });
    expect(rescue.stage.taken).toBe(false);
  });

  it('is not worked on before it is accepted', () => {
    expect(code(() => draft(anOfferedRescue(), [hoa], { by: officer }))).toBe('stage.not-accepted');
  });
});

describe('A rescue plan (R-1)', () => {
  it('is drafted, and says for whom', () => {
    const rescue = aRescue();
    const facts = draft(rescue, [hoa, mai]);
    expect(facts).toEqual([
      { type: 'rescue.plan-drafted', v: 1, data: { planId: id(200), victimIds: [hoa.victimId, mai.victimId] } },
    ]);
    expect(rescue.plans).toMatchObject([{ planId: id(200), authorId: officer.personId, approvedAt: null }]);
  });

  it.each([
    [mai, ['interpreter', 'female-officer'], ['social-worker']],
    [boy, ['social-worker'], ['female-officer']],
    [hoa, ['female-officer'], ['interpreter']],
    [hoa, [], ['female-officer', 'interpreter']],
    [unknownVictim(id(14)), [], ['female-officer', 'social-worker']],
  ] as [Victim, Present[], Present[]][])('refuses %j with %j and names what is missing', (victim, present, missing) => {
    const rescue = aRescue();
    const said = refusal(() => draft(rescue, [victim], { present }));
    expect(said).toMatchObject({ code: 'rescue.present-missing', details: { missing, victimIds: [victim.victimId] } });
    expect(rescue.plans).toEqual([]);
  });

  it('needs nobody in particular for an adult man of the country', () => {
    expect(types(draft(aRescue(), [man], { present: [] }))).toEqual(['rescue.plan-drafted']);
  });

  it('refuses a place that is not verified', () => {
    expect(code(() => draft(aRescue(), [hoa], { placeVerified: false }))).toBe('rescue.place-not-verified');
  });

  it('refuses a risk beside none known', () => {
    const rescue = aRescue();
    expect(refusal(() => draft(rescue, [hoa], { risks: ['armed', 'none-known'] })))
      .toMatchObject({ code: 'rescue.risks-contradict', details: { risks: ['armed', 'none-known'] } });
    expect(rescue.plans).toEqual([]);
    expect(types(draft(rescue, [hoa], { risks: ['none-known'] }))).toEqual(['rescue.plan-drafted']);
  });

  it('is drafted by the unit that answers, and not before it did', () => {
    expect(code(() => draft(aRescue(), [hoa], { by: stranger }))).toBe('access.not-answerable');
    expect(code(() => aRescue().draftPlan({
      by: officer, at: at('13:05'), planId: id(200), victims: [man], placeVerified: true, risks: [], present: [],
    }))).toBe('time.before-last-change');
  });

  it('is approved by somebody else than its author, once', () => {
    const rescue = aRescue();
    draft(rescue, [hoa, mai]);
    expect(code(() => approve(rescue, officer))).toBe('rescue.own-plan');
    expect(rescue.plans[0]!.approvedAt).toBeNull();
    const facts = approve(rescue);
    expect(facts).toEqual([{ type: 'rescue.plan-approved', v: 1, data: {
      planId: id(200), victimIds: [hoa.victimId, mai.victimId], present: EVERYBODY, risks: ['flight'],
    } }]);
    expect(rescue.plans[0]).toMatchObject({ approvedBy: chief.personId, approvedAt: at('13:40') });
    expect(approve(rescue)).toEqual([]);
  });

  it('is looked at again when it is approved: what is known of a victim may have changed', () => {
    const rescue = aRescue();
    draft(rescue, [{ ...boy, isMinor: false }], { present: [] });
    expect(code(() => rescue.approvePlan({ by: chief, at: at('13:40'), planId: id(200), victims: [boy] })))
      .toBe('rescue.present-missing');
  });

  it('is not approved before it was drafted, nor when there is none', () => {
    const rescue = aRescue();
    expect(code(() => approve(rescue))).toBe('rescue.unknown-plan');
    draft(rescue, [hoa]);
    expect(code(() => approve(rescue, chief, at('13:20')))).toBe('time.before-last-change');
  });
});

describe('A rescued person (R-2)', () => {
  it('is free, and has a day for the medical check', () => {
    const rescue = aPlannedRescue();
    const facts = free(rescue, mai);
    expect(types(facts)).toEqual(['rescue.person-rescued', 'clock.started']);
    expect(facts[0]!.data).toEqual({ victimId: mai.victimId, planId: id(200), present: EVERYBODY });
    expect(facts[1]!.data).toMatchObject({
      rule: 'medical-check-after-rescue', unitId: officer.unitId, dueAt: '2026-07-03T15:50:00.000Z',
    });
    expect(rescue.rescued).toMatchObject([
      { victimId: mai.victimId, rescuedAt: at('15:50'), medicalCheck: null, interviews: [] },
    ]);
    expect(rescue.whenNext()).toBe('2026-07-03T03:50:00.000Z');
  });

  it('is recorded as it was, with who was missing', () => {
    const facts = free(aPlannedRescue(), mai, { present: ['female-officer'] });
    expect(facts[0]!.data).toMatchObject({ present: ['female-officer'], missing: ['social-worker', 'interpreter'] });
  });

  it('needs an approved plan that covers her', () => {
    const rescue = aRescue();
    expect(code(() => free(rescue, hoa, { planId: undefined }))).toBe('rescue.emergency-needs-commander');
    expect(code(() => free(rescue, hoa, { planId: undefined, by: chief }))).toBe('rescue.no-approved-plan');
    draft(rescue, [hoa]);
    expect(code(() => free(rescue, hoa))).toBe('rescue.no-approved-plan');
    rescue.approvePlan({ by: chief, at: at('13:40'), planId: id(200), victims: [hoa] });
    expect(code(() => free(rescue, mai))).toBe('rescue.no-approved-plan');
    expect(code(() => free(rescue, hoa, { at: at('13:35') }))).toBe('time.before-last-change');
    expect(rescue.rescued).toEqual([]);
  });

  it('is rescued once', () => {
    const rescue = aDoneRescue();
    expect(code(() => free(rescue, hoa))).toBe('rescue.already-rescued');
    expect(rescue.rescued).toHaveLength(2);
  });

  it('is freed without a plan by a commander, who approves and answers in the same act', () => {
    const rescue = aRescue();
    const emergency = { planId: undefined, emergencyPlanId: id(201) };
    expect(code(() => free(rescue, boy, emergency))).toBe('rescue.emergency-needs-commander');
    expect(rescue.plans).toEqual([]);
    const facts = free(rescue, boy, { ...emergency, by: chief, present: [] });
    expect(types(facts)).toEqual(['rescue.plan-approved', 'rescue.person-rescued', 'clock.started']);
    expect(facts[0]!.data).toMatchObject({ planId: id(201), emergency: true, victimIds: [boy.victimId] });
    expect(facts[1]!.data).toMatchObject({ missing: ['female-officer', 'social-worker'] });
    expect(rescue.plans).toMatchObject([{ authorId: chief.personId, approvedBy: chief.personId }]);
  });

  it('may be recorded after something later: two officers write down one night', () => {
    const rescue = aPlannedRescue();
    free(rescue, hoa, { at: at('15:55') });
    free(rescue, mai, { at: at('15:50') });
    expect(rescue.stage.since).toBe(at('15:55'));
  });
});

describe('A rescue that was taken (R-1)', () => {
  it('is under the deadline of its plan until one is approved, then under that of the next step', () => {
    const rescue = aRescue();
    expect(under(rescue, at('13:10'))).toEqual(['rescue-plan']);
    draft(rescue, [hoa, mai]);
    expect(under(rescue, at('13:30'))).toEqual(['rescue-plan']);
    approve(rescue);
    expect(under(rescue, at('13:40'))).toEqual(['stage-next-step']);
    expect(rescue.clocks.stopped).toMatchObject([{ rule: 'rescue-plan', stoppedAt: at('13:40'), inTime: true }]);
  });

  it('is under that of the medical checks, and of the next step when the last one is done', () => {
    const rescue = aDoneRescue();
    expect(under(rescue, at('15:50'))).toEqual(['medical-check-after-rescue', 'medical-check-after-rescue']);
    check(rescue, hoa);
    expect(under(rescue, at('17:30'))).toEqual(['medical-check-after-rescue']);
    check(rescue, mai);
    expect(under(rescue, at('17:30'))).toEqual(['stage-next-step']);
  });

  it('needs no plan any more when somebody was freed in an emergency', () => {
    const rescue = aRescue();
    under(rescue, at('13:10'));
    free(rescue, boy, { planId: undefined, emergencyPlanId: id(201), by: chief });
    expect(under(rescue, at('15:50'))).toEqual(['medical-check-after-rescue']);
  });
});
