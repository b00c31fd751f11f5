import { describe, expect, it } from '@jest/globals';
import type { Fact, Present } from '#contracts';
import {
  at, id, officer, chief, investigator, clinician, stranger, hoa, mai, types, refusal, code, anOfferedRescue,
  aRescue, approve, draft, aPlannedRescue, free, aDoneRescue, interview, check, inCareOf, rules,
} from '../../test/a-rescue.js';
import type { StageElsewhere } from '#stages';
import type { Victim } from './presence.js';
import { Rescue } from './rescue.js';

describe('An interview (R-2)', () => {
  it('is counted for the victim', () => {
    const rescue = aDoneRescue();
    expect(interview(rescue, hoa)[0]!.data).toMatchObject({ victimId: hoa.victimId, number: 1, endedAt: at('16:40') });
    expect(interview(rescue, hoa, { interviewId: id(501) })[0]!.data).toMatchObject({ number: 2 });
    expect(interview(rescue, mai, { interviewId: id(502) })[0]!.data).toMatchObject({ number: 1 });
    expect(rescue.rescued[0]!.interviews).toHaveLength(2);
  });

  it.each([
    [mai, ['camera-recording', 'female-officer', 'interpreter'], ['social-worker']],
    [mai, ['guardian', 'female-officer', 'interpreter'], ['camera-recording']],
    [mai, ['guardian', 'camera-recording', 'interpreter'], ['female-officer']],
    [hoa, [], ['interpreter']],
  ] as [Victim, Present[], Present[]][])('of %j with %j names what is missing', (victim, present, missing) => {
    const rescue = aDoneRescue();
    expect(refusal(() => interview(rescue, victim, { present })))
      .toMatchObject({ code: 'rescue.present-missing', details: { missing } });
    expect(rescue.rescued.every(({ interviews }) => interviews.length === 0)).toBe(true);
  });

  it('of a minor is not repeated without a reason', () => {
    const rescue = aDoneRescue();
    interview(rescue, mai);
    const again = { interviewId: id(501), startedAt: at('16:45'), endedAt: at('16:50') };
    expect(refusal(() => interview(rescue, mai, again)))
      .toMatchObject({ code: 'rescue.repeat-needs-reason', details: { before: 1 } });
    expect(interview(rescue, mai, { ...again, reason: 'new-evidence' })[0]!.data)
      .toMatchObject({ number: 2, reason: 'new-evidence' });
  });

  it('takes place after the rescue, forwards in time, and is not announced', () => {
    const rescue = aDoneRescue();
    for (const times of [
      { startedAt: at('15:00') }, { startedAt: at('16:40') }, { endedAt: at('17:10') },
    ]) expect(code(() => interview(rescue, hoa, times))).toBe('rescue.interview-times');
    expect(code(() => interview(aPlannedRescue(), hoa))).toBe('rescue.not-rescued');
  });

  it('is counted as well when another unit of the case asks, and nobody else may', () => {
    const rescue = aDoneRescue();
    expect(types(interview(rescue, hoa, { by: investigator }))).toEqual(['rescue.interviewed']);
    expect(rescue.rescued[0]!.interviews[0]!.byUnit).toBe(investigator.unitId);
    expect(code(() => interview(rescue, hoa, { by: stranger }))).toBe('access.not-answerable');
  });
});

describe('A victim whom another open rescue is to free (R-4)', () => {
  it('is freed there, and here only where this one was asked to as well', () => {
    const ofHoa = aRescue([hoa]);
    draft(ofHoa, [hoa, mai]);
    approve(ofHoa);
    expect(refusal(() => free(ofHoa, mai, { heldBy: id(199) }))).toMatchObject({
      code: 'rescue.held-by-another', details: { victimId: mai.victimId, rescueId: id(199) },
    });
    expect(ofHoa.rescued).toEqual([]);
    expect(types(free(ofHoa, hoa, { heldBy: id(199) }))[0]).toBe('rescue.person-rescued');
    expect(types(free(ofHoa, mai))[0]).toBe('rescue.person-rescued');
  });
});

describe('A medical check (R-2)', () => {
  it('stops the clock, in time or late, and is recorded once', () => {
    const rescue = aDoneRescue();
    const facts = check(rescue, hoa);
    expect(types(facts)).toEqual(['rescue.medical-checked', 'clock.stopped']);
    expect(facts[0]!.data).toMatchObject({ victimId: hoa.victimId, atUnit: clinician.unitId, inTime: true });
    expect(check(rescue, hoa)).toEqual([]);
    const late = check(rescue, mai, officer, '2026-07-03T16:00:00.000Z');
    expect(late.find(({ type }) => type === 'rescue.medical-checked')!.data).toMatchObject({ inTime: false });
    expect(rescue.clocks.allRunning()).toEqual([]);
  });

  it('is recorded by the hospital that was asked, where it took place, and by no other', () => {
    const asked = aDoneRescue();
    asked.askMedicalCheck({ by: officer, at: at('16:00'), victimId: hoa.victimId, toUnit: clinician.unitId, toKind: 'hospital' });
    expect(types(check(asked, hoa, clinician))[0]).toBe('rescue.medical-checked');
    expect(refusal(() => check(asked, mai, clinician))).toMatchObject({
      code: 'access.not-answerable', details: { unitId: officer.unitId },
    });
    expect(code(() => check(aDoneRescue(), hoa, clinician))).toBe('access.not-answerable');
    expect(code(() => check(aDoneRescue(), hoa, { ...clinician, unitId: '532503-hospital' }))).toBe('access.not-answerable');
  });

  it('comes after the rescue', () => {
    expect(code(() => check(aPlannedRescue(), hoa))).toBe('rescue.not-rescued');
    expect(code(() => aDoneRescue().checkMedically({
      by: officer, at: at('17:30'), victimId: hoa.victimId, checkId: id(600), atUnit: '532528-school', atKind: 'school',
    }))).toBe('rescue.not-a-health-unit');
    expect(code(() => check(aDoneRescue(), hoa, officer, at('15:00')))).toBe('time.before-last-change');
    expect(code(() => check(anOfferedRescue(), hoa))).toBe('stage.not-accepted');
  });
});

describe('The next stage', () => {
  const request = (
    rescue: Rescue, victims: readonly Victim[], requestId = id(700), elsewhere: StageElsewhere[] = [],
  ): Fact[] => rescue.requestStage({
    by: officer, at: at('18:00'), requestId, stage: 'placement', toUnit: '532500-relief-station',
    victimIds: victims.map(({ victimId }) => victimId), elsewhere,
  });

  it('is asked for, once per victim and kind', () => {
    const rescue = aDoneRescue();
    expect(request(rescue, [hoa])).toEqual([{ type: 'stage.requested', v: 1, data: {
      requestId: id(700), stage: 'placement', toUnit: '532500-relief-station', victimIds: [hoa.victimId],
    } }]);
    expect(code(() => request(rescue, [hoa, mai], id(701)))).toBe('stage.already-requested');
    expect(types(request(rescue, [mai], id(702)))).toEqual(['stage.requested']);
    expect(rescue.requests.all).toHaveLength(2);
  });

  it('is asked for again for a victim whose stage was closed, and for no other', () => {
    const rescue = aDoneRescue();
    request(rescue, [hoa, mai]);
    const elsewhere = [
      { stage: 'placement' as const, requestId: id(700), victimId: hoa.victimId, taken: true, closed: false },
      { stage: 'placement' as const, requestId: id(700), victimId: mai.victimId, taken: false, closed: true },
    ];
    expect(code(() => request(rescue, [hoa], id(701), elsewhere))).toBe('stage.already-requested');
    expect(types(request(rescue, [mai], id(702), elsewhere))).toEqual(['stage.requested']);
  });

  it('is for rescued victims', () => {
    expect(code(() => request(aPlannedRescue(), [hoa]))).toBe('rescue.not-rescued');
  });
});

describe('A child who is taken back (R-3)', () => {
  const relief = '532500-relief-station';
  const takenBack = (): Rescue => Rescue.takeBack({
    id: id(110), caseId: id(101), victimId: mai.victimId, custodyId: id(301), clockId: id(302), rules, by: officer,
    at: at('15:00'), superiorUnit: '532500-psb',
  })[0];
  const close = (rescue: Rescue, given: Partial<Parameters<Rescue['close']>[0]> = {}): Fact[] => rescue.close({
    by: officer, at: at('20:00'), care: [{ ...inCareOf(relief, [mai])[0]!, rescueId: id(110) }], elsewhere: [], ...given,
  });

  it('has an answerable unit from that minute on, and is examined anew', () => {
    const [rescue, facts] = Rescue.takeBack({
      id: id(110), caseId: id(101), victimId: mai.victimId, custodyId: id(301), clockId: id(302), rules, by: officer,
      at: at('15:00'),
    });
    expect(facts).toMatchObject([
      { type: 'stage.opened', data: { stageId: id(110), stage: 'rescue', victimId: mai.victimId, unitId: officer.unitId } },
      { type: 'clock.started', data: { rule: 'medical-check-after-rescue', unitId: officer.unitId } },
    ]);
    expect(rescue.stage).toMatchObject({ taken: true, answers: { personId: officer.personId } });
    expect(rescue.rescued).toMatchObject([{ victimId: mai.victimId, planId: null, rescuedAt: at('15:00') }]);
    expect(code(() => free(rescue, mai, { by: chief }))).toBe('rescue.already-rescued');
  });

  it('is placed anew before whoever took the child is free to go', () => {
    const rescue = takenBack();
    expect(code(() => close(rescue))).toBe('rescue.medical-check-missing');
    check(rescue, mai);
    const inOurs = [{ ...inCareOf(officer.unitId, [mai])[0]!, rescueId: id(110) }];
    expect(code(() => close(rescue, { care: inOurs }))).toBe('rescue.still-in-care');
    expect(code(() => close(rescue))).toBe('stage.next-not-accepted');
    rescue.requestStage({
      by: officer, at: at('18:00'), requestId: id(710), stage: 'placement', toUnit: relief, victimIds: [mai.victimId],
      elsewhere: [{ stage: 'placement', requestId: id(700), victimId: mai.victimId, taken: true, closed: true }],
    });
    expect(code(() => close(rescue))).toBe('stage.next-not-accepted');
    const elsewhere = [{ stage: 'placement' as const, requestId: id(710), victimId: mai.victimId, taken: true, closed: false }];
    expect(types(close(rescue, { elsewhere }))).toEqual(['stage.closed']);
  });

  it('is in good hands, too, once a placement that is under way has received the child again, and not before', () => {
    const rescue = takenBack();
    check(rescue, mai);
    const open = { stage: 'placement' as const, requestId: id(700), victimId: mai.victimId, taken: true, closed: false };
    expect(refusal(() => rescue.requestStage({
      by: officer, at: at('18:00'), requestId: id(710), stage: 'placement', toUnit: relief, victimIds: [mai.victimId],
      elsewhere: [open],
    }))).toMatchObject({ code: 'stage.already-requested', details: { victimIds: [mai.victimId] } });
    const received = (receivedAt: string) =>
      ({ care: [{ ...inCareOf(relief, [mai])[0]!, rescueId: id(110), receivedAt }], elsewhere: [open] });
    expect(code(() => close(rescue, received(at('14:59'))))).toBe('stage.next-not-accepted');
    expect(types(close(rescue, received(at('18:00'))))).toEqual(['stage.closed']);
    const onTheWay = takenBack();
    check(onTheWay, mai);
    const abroad = { ...open, stage: 'cross-border' as const };
    expect(code(() => close(onTheWay, { elsewhere: [{ ...abroad, closed: true }] }))).toBe('stage.next-not-accepted');
    expect(types(close(onTheWay, { elsewhere: [abroad] }))).toEqual(['stage.closed']);
  });

  it('was asked before as often as was asked then', () => {
    const rescue = takenBack();
    const present = ['social-worker', 'camera-recording', 'female-officer', 'interpreter'] as const;
    expect(code(() => interview(rescue, mai, { before: 1, present: [...present] }))).toBe('rescue.repeat-needs-reason');
    expect(interview(rescue, mai, { before: 1, present: [...present], reason: 'new-evidence' }))
      .toMatchObject([{ type: 'rescue.interviewed', data: { number: 2 } }]);
  });
});

describe('Closing a rescue', () => {
  const relief = '532500-relief-station';
  const accepted = { stage: 'placement' as const, requestId: id(700), taken: true, closed: false };
  const close = (rescue: Rescue, given: Partial<Parameters<Rescue['close']>[0]> = {}): Fact[] =>
    rescue.close({ by: officer, at: at('20:00'), care: inCareOf(relief), elsewhere: [accepted], ...given });

  function aSettledRescue(): Rescue {
    const rescue = aDoneRescue();
    check(rescue, hoa);
    check(rescue, mai);
    rescue.requestStage({
      by: officer, at: at('18:00'), requestId: id(700), stage: 'placement', toUnit: relief,
      victimIds: [hoa.victimId, mai.victimId], elsewhere: [],
    });
    return rescue;
  }

  it('is done when everybody is free, examined, in other hands, and the next stage is accepted', () => {
    const rescue = aSettledRescue();
    expect(types(close(rescue))).toEqual(['stage.closed']);
    expect(rescue.stage.state).toBe('closed');
    expect(rescue.whenNext()).toBeNull();
    expect(code(() => close(rescue))).toBe('stage.closed');
  });

  it('refuses while anything of that is missing, and says for whom', () => {
    expect(code(() => close(aPlannedRescue()))).toBe('rescue.not-rescued');
    expect(refusal(() => close(aDoneRescue()))).toMatchObject({
      code: 'rescue.medical-check-missing', details: { victimIds: [hoa.victimId, mai.victimId] },
    });
    expect(refusal(() => close(aSettledRescue(), { care: [...inCareOf(officer.unitId, [mai]), ...inCareOf(relief, [hoa])] })))
      .toMatchObject({ code: 'rescue.still-in-care', details: { victimIds: [mai.victimId] } });
    expect(code(() => close(aSettledRescue(), { elsewhere: [] }))).toBe('stage.next-not-accepted');
    expect(code(() => close(aSettledRescue(), { by: stranger }))).toBe('access.not-answerable');
    expect(code(() => close(aSettledRescue(), { at: at('17:00') }))).toBe('time.before-last-change');
  });

  it('waits for every request, not for one of them', () => {
    const rescue = aSettledRescue();
    rescue.requestStage({
      by: officer, at: at('18:30'), requestId: id(701), stage: 'cross-border', toUnit: '532500-border-management',
      victimIds: [hoa.victimId], elsewhere: [],
    });
    expect(refusal(() => close(rescue)))
      .toMatchObject({ code: 'stage.next-not-accepted', details: { victimIds: [hoa.victimId] } });
  });

  it('waits for who has nobody, and not for a stage that was closed before anybody took it', () => {
    const gone = [
      { stage: 'placement' as const, requestId: id(700), victimId: hoa.victimId, taken: true, closed: false },
      { stage: 'placement' as const, requestId: id(700), victimId: mai.victimId, taken: false, closed: true },
    ];
    const rescue = aSettledRescue();
    expect(refusal(() => close(rescue, { elsewhere: gone })))
      .toMatchObject({ code: 'stage.next-not-accepted', details: { victimIds: [mai.victimId] } });
    rescue.requestStage({
      by: officer, at: at('18:30'), requestId: id(701), stage: 'placement', toUnit: relief, victimIds: [mai.victimId],
      elsewhere: gone,
    });
    const again = { stage: 'placement' as const, requestId: id(701), victimId: mai.victimId, taken: true, closed: false };
    expect(types(close(rescue, { elsewhere: [...gone, again] }))).toEqual(['stage.closed']);
  });

  it('is free to go where somebody else has asked for the next stage, and it is accepted', () => {
    const theirs = [hoa, mai].map(({ victimId }) =>
      ({ stage: 'cross-border' as const, requestId: id(720), victimId, taken: true, closed: false }));
    const rescue = aDoneRescue();
    [hoa, mai].forEach((victim) => check(rescue, victim));
    const unfit = [[], [theirs[0]!], ...[{ taken: false }, { stage: 'rescue' as const }].map((given) =>
      [theirs[0]!, { ...theirs[1]!, ...given }])];
    for (const elsewhere of unfit)
      expect(refusal(() => close(rescue, { elsewhere }))).toMatchObject({ code: 'stage.next-not-accepted' });
    expect(types(close(rescue, { elsewhere: [theirs[0]!, { ...theirs[1]!, closed: true }] }))).toEqual(['stage.closed']);
  });

  it('does not ask for more where an adult has gone her own way', () => {
    const rescue = aRescue([hoa]);
    draft(rescue, [hoa]);
    rescue.approvePlan({ by: chief, at: at('13:40'), planId: id(200), victims: [hoa] });
    free(rescue, hoa);
    const facts = close(rescue, { care: [{ ...inCareOf(null, [hoa])[0]!, ending: 'own-will' }], elsewhere: [] });
    expect(types(facts)).toEqual(['clock.suspended', 'stage.closed']);
  });

  it('does not ask for more where a child was taken back since, and is followed up there', () => {
    const rescue = aDoneRescue();
    check(rescue, hoa);
    rescue.requestStage({
      by: officer, at: at('18:00'), requestId: id(700), stage: 'placement', toUnit: relief, victimIds: [hoa.victimId],
      elsewhere: [],
    });
    const taken = { ...inCareOf(officer.unitId, [mai])[0]!, rescueId: id(999) };
    expect(types(close(rescue, { care: [...inCareOf(relief, [hoa]), taken] }))).toEqual(['clock.suspended', 'stage.closed']);
  });

  it('is given up when nobody was found, but not over the heads of those who were', () => {
    const rescue = aPlannedRescue();
    expect(close(rescue, { abandoned: true, care: [] }).at(-1))
      .toMatchObject({ type: 'stage.closed', data: { abandoned: true } });
    const half = aPlannedRescue();
    free(half, hoa);
    expect(code(() => close(half, { abandoned: true, care: inCareOf(relief, [hoa]) }))).toBe('rescue.medical-check-missing');
  });
});
