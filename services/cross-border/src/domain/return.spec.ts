import { describe, expect, it } from '@jest/globals';
import {
  aCertificate, anAskedReturn, anOfferedReturn, aReadyReturn, aReturn, answering, ask, asReceiver, august, BORDER, CENTRE, centre,
  CASE, clinician, clocked, counterpart, escort, HOA, id, july, LAO_CAI, liaison, MAI, refusalOf, rescuer, seenAs, stranger,
  types, unchanged, under,
} from '../../test/a-return.js';
import type { StageElsewhere } from '#stages';
import type { Return } from './return.js';

describe('A return', () => {
  it('is begun when another stage asks for it, and offered to the border unit that it named', () => {
    const [opened, facts] = anOfferedReturn();
    expect(types(facts)).toEqual(['stage.opened', 'cross-border.return-begun', 'stage.offered']);
    expect(facts[0]!.data)
      .toMatchObject({ stageId: HOA.returnId, stage: 'cross-border', unitId: rescuer.unitId, victimId: HOA.victimId });
    expect(facts[1]!.data).toEqual({ ...HOA, country: 'VN' });
    expect(opened).toMatchObject({ caseId: CASE, handoverId: null, handedOver: null });
    expect(opened.stage.taken).toBe(false);
  });

  it('is not worked on before a border unit has accepted, nor by a unit that does not answer', () => {
    const [offered] = anOfferedReturn();
    expect(unchanged(offered, () => ask(offered)).code).toBe('stage.not-accepted');
    const taken = aReturn();
    expect(unchanged(taken, () => taken.assessSafety({ by: stranger, at: july(4), outcome: 'family-safe' })))
      .toEqual({ code: 'access.not-answerable', details: { unitId: BORDER } });
  });

  it('keeps time in order', () => {
    const asked = anAskedReturn();
    expect(refusalOf(() => asked.assessSafety({ by: liaison, at: july(3), outcome: 'family-safe' })).code)
      .toBe('time.before-last-change');
  });
});

describe('Preparing a return (X-3)', () => {
  it('assesses the safety, again when it changes, silently when it does not', () => {
    const person = aReturn();
    const assess = (outcome: 'family-safe' | 'family-at-risk', at = july(20)) =>
      person.assessSafety({ by: liaison, at, outcome });
    expect(assess('family-safe'))
      .toEqual([{ type: 'cross-border.safety-assessed', v: 1, data: { ...HOA, outcome: 'family-safe' } }]);
    expect(assess('family-safe', july(21))).toEqual([]);
    expect(types(assess('family-at-risk', july(22)))).toEqual(['cross-border.safety-assessed']);
    expect(person.safety).toBe('family-at-risk');
  });

  it('takes the promise of the receiving body that was asked, or its letter with a number', () => {
    const person = aReturn(MAI);
    const promised = { at: july(27), destination: 'social-protection-centre', byUnit: CENTRE } as const;
    expect(unchanged(person, () => person.promiseReception({ by: centre, ...promised })).code)
      .toBe('cross-border.reception-not-asked');
    const asked = {
      by: liaison, at: july(20), toUnit: CENTRE, unitKind: 'foreign-social-protection', destination: 'social-protection-centre',
    } as const;
    for (const unitKind of ['child-welfare-institution', undefined] as const)
      expect(unchanged(person, () => person.askReception({ ...asked, unitKind })).code).toBe('cross-border.not-a-receiving-body');
    expect(person.askReception(asked)).toEqual([{ type: 'cross-border.reception-asked', v: 1, data: {
      ...MAI, toUnit: CENTRE, destination: 'social-protection-centre',
    } }]);
    expect(person.askReception(asked)).toEqual([]);
    expect(unchanged(person, () => person.askReception({ ...asked, by: stranger })).code).toBe('access.not-answerable');
    expect(unchanged(person, () => person.promiseReception({ by: centre, ...promised, destination: 'family' })).code)
      .toBe('cross-border.reception-not-asked');
    const ofAnother = { ...promised, by: liaison, byUnit: LAO_CAI, letterNumber: 'LC-1' };
    expect(unchanged(person, () => person.promiseReception(ofAnother)).code).toBe('cross-border.reception-not-asked');
    expect(person.promiseReception({ by: centre, ...promised })[0]).toEqual({
      type: 'cross-border.reception-promised', v: 1, data: { ...MAI, destination: 'social-protection-centre', byUnit: CENTRE },
    });
    expect(person.promiseReception({ by: centre, ...promised })).toEqual([]);
    const other = aReturn(MAI);
    other.askReception(asked);
    expect(unchanged(other, () => other.promiseReception({ by: liaison, ...promised })).code)
      .toBe('cross-border.document-number-missing');
    expect(unchanged(other, () => other.promiseReception({ by: counterpart, letterNumber: 'SPC-27', ...promised })).code)
      .toBe('cross-border.not-the-counterpart');
    expect(other.promiseReception({ by: liaison, letterNumber: 'SPC-27', ...promised })[0]!.data)
      .toMatchObject({ letterNumber: 'SPC-27' });
    expect(other.promise).toEqual({ destination: 'social-protection-centre', byUnit: CENTRE, letterNumber: 'SPC-27' });
  });

  it('lets an adult consent herself and a minor by the guardian', () => {
    const consent = (person: Return, byGuardian: boolean, isMinor: boolean) =>
      person.recordConsent({ by: liaison, at: july(20), language: 'vi', byGuardian, isMinor });
    const [adult, minor] = [aReturn(), aReturn(MAI)];
    expect(unchanged(adult, () => consent(adult, true, false)).code).toBe('cross-border.adult-consents');
    expect(unchanged(minor, () => consent(minor, false, true)).code).toBe('cross-border.guardian-consents');
    expect(consent(adult, false, false)[0]!.data).toEqual({ ...HOA, language: 'vi', byGuardian: false });
    expect(consent(minor, true, true)[0]!.data).toEqual({ ...MAI, language: 'vi', byGuardian: true });
    expect(consent(adult, false, false)).toEqual([]);
    expect(adult.consent).toEqual({ language: 'vi', byGuardian: false, at: july(20) });
  });

  it('records the travel document once', () => {
    const person = aReturn();
    const obtain = () => person.obtainDocument({ by: liaison, at: july(28), document: 'return-permit' });
    expect(obtain()).toEqual([{ type: 'cross-border.document-obtained', v: 1, data: { ...HOA, document: 'return-permit' } }]);
    expect(obtain()).toEqual([]);
    expect(person.document).toBe('return-permit');
  });

  it('lets a clinician say not fit until a day, under a clock that the next look stops', () => {
    const person = aReturn();
    const unfit = () =>
      person.assessFitness(aCertificate(HOA, { at: july(3, '11:00'), fit: false, reviewAt: july(24), ...clocked(440) }));
    const facts = unfit();
    expect(types(facts)).toEqual(['cross-border.fitness-assessed', 'clock.started']);
    expect(facts[0]!.data).toEqual({ ...HOA, fit: false, byUnit: clinician.unitId, reviewAt: july(24) });
    expect(facts[1]!.data).toMatchObject({ rule: 'fitness-review', dueAt: july(24), personId: liaison.personId });
    expect(unfit()).toEqual([]);
    const again = person.assessFitness(aCertificate(HOA, { at: july(24, '08:00'), fit: false, ...clocked(441) }));
    expect(types(again)).toEqual(expect.arrayContaining(['cross-border.fitness-assessed', 'clock.stopped', 'clock.started']));
    expect(again.at(-1)!.data).toMatchObject({ rule: 'fitness-review', dueAt: '2026-07-31T16:00:00.000Z' });
    expect(types(person.assessFitness(aCertificate(HOA, { at: july(28), reviewAt: july(29), ...clocked(442) }))))
      .toEqual(expect.arrayContaining(['cross-border.fitness-assessed', 'clock.stopped']));
    expect(person.fitness.map(({ fit }) => fit)).toEqual([false, false, true]);
    expect(person.fitness.at(-1)!.reviewAt).toBeNull();
    expect(person.clocks.allRunning()).toEqual([]);
  });
});

describe('A certificate of fitness (X-3)', () => {
  it('is given only by the unit that was asked, or that has examined her', () => {
    const person = aReturn();
    const unknown = () => person.assessFitness(aCertificate(HOA, { examiners: [] }));
    expect(unchanged(person, unknown)).toEqual({
      code: 'cross-border.not-the-examiner', details: { victimId: HOA.victimId, asked: [] },
    });
    const ask = { by: liaison, at: july(20), toUnit: clinician.unitId, unitKind: 'hospital' } as const;
    for (const unitKind of ['school', undefined] as const)
      expect(unchanged(person, () => person.askFitness({ ...ask, unitKind })).code).toBe('cross-border.not-a-clinic');
    expect(person.askFitness(ask))
      .toEqual([{ type: 'cross-border.fitness-asked', v: 1, data: { ...HOA, toUnit: clinician.unitId } }]);
    expect(person.askFitness(ask)).toEqual([]);
    expect(types(unknown())).toEqual(['cross-border.fitness-assessed']);
    const other = aReturn();
    other.askFitness({ ...ask, toUnit: '532500-clinic' });
    expect(unchanged(other, () => other.assessFitness(aCertificate(HOA, { examiners: ['532500-clinic'] }))).code)
      .toBe('cross-border.not-the-examiner');
  });

  it('names the person, the unit and how long it holds', () => {
    const person = aReturn();
    expect(unchanged(person, () => person.assessFitness(aCertificate(MAI)))).toEqual({
      code: 'cross-border.certificate-of-another', details: { victimId: MAI.victimId, returnId: HOA.returnId },
    });
    for (const validUntil of [undefined, july(28)])
      expect(unchanged(person, () => person.assessFitness(aCertificate(HOA, { validUntil }))).code)
        .toBe('cross-border.validity-missing');
    expect(unchanged(person, () => person.assessFitness(aCertificate(HOA, { validUntil: august(27, '09:01') })))).toEqual({
      code: 'cross-border.validity-too-long', details: { latest: august(27), days: 30 },
    });
    expect(types(aReturn().assessFitness(aCertificate(HOA, { validUntil: august(27) }))))
      .toEqual(['cross-border.fitness-assessed']);
    expect(person.assessFitness(aCertificate())).toEqual([{ type: 'cross-border.fitness-assessed', v: 2, data: {
      ...HOA, fit: true, byUnit: clinician.unitId, validUntil: august(12),
    } }]);
    expect(person.fitness.at(-1)).toMatchObject({ byUnit: clinician.unitId, validUntil: august(12) });
  });

  it('opens no gate after its last day', () => {
    const person = aReadyReturn();
    expect(seenAs(person, { at: august(11) }).missing).toEqual([]);
    expect(seenAs(person, { at: august(12) }).missing).toEqual(['cross-border.fitness-expired']);
  });
});

describe('The gates of a handover (X-3)', () => {
  it('are open for who is ready', () => {
    expect(seenAs(aReadyReturn())).toEqual({ ...HOA, destination: 'family', missing: [] });
  });

  it('are named in their order where nothing is there yet', () => {
    expect(seenAs(aReturn(), { isBuyer: true, isBuyerBehind: true }).missing).toEqual([
      'cross-border.buyer-household', 'cross-border.investigation-not-heard', 'cross-border.identity-not-confirmed',
      'cross-border.safety-not-assessed',
      'cross-border.consent-missing', 'cross-border.document-missing', 'cross-border.fitness-not-assessed',
    ]);
  });

  it('are shut for somebody who is not there: gone, with a relative, or living where she chose', () => {
    const person = aReadyReturn();
    expect(seenAs(person, { hasLeftCare: true }).missing).toEqual(['cross-border.not-in-care']);
    expect(unchanged(person, () => person.mayBeScheduled({
      by: liaison, traveller: seenAs(person, { hasLeftCare: true }), elsewhere: [],
    })).code).toBe('cross-border.not-in-care');
  });

  it('shut the way to a family at risk, and every way where a return is unsafe', () => {
    const person = aReadyReturn();
    person.assessSafety({ by: liaison, at: july(28), outcome: 'family-at-risk' });
    expect(seenAs(person).missing).toEqual(['cross-border.family-at-risk']);
    expect(seenAs(person, { destination: 'own-choice' }).missing).toEqual([]);
    person.assessSafety({ by: liaison, at: july(28), outcome: 'return-unsafe' });
    expect(seenAs(person, { destination: 'own-choice' }).missing).toEqual(['cross-border.return-unsafe']);
  });

  it('ask a centre for its promise, and a minor for somebody who receives her', () => {
    const mai = aReadyReturn(MAI, { isMinor: true });
    const centreBound = { destination: 'social-protection-centre', isMinor: true } as const;
    expect(seenAs(mai, centreBound).missing).toEqual(['cross-border.promise-missing']);
    mai.askReception({
      by: liaison, at: july(28), toUnit: CENTRE, unitKind: 'foreign-social-protection', destination: 'social-protection-centre',
    });
    mai.promiseReception({ by: centre, at: july(28), destination: 'social-protection-centre', byUnit: CENTRE });
    expect(seenAs(mai, centreBound).missing).toEqual([]);
    expect(seenAs(mai, { destination: 'own-choice', isMinor: true }).missing).toEqual(['cross-border.minor-own-choice']);
    // A guardian's consent is none where the person turns out to be of age.
    expect(seenAs(mai, { destination: 'social-protection-centre' }).missing).toEqual(['cross-border.consent-missing']);
  });

  it('are opened by no earlier date: who is known not to be fit does not go, and was not fit before somebody said so', () => {
    const person = aReadyReturn();
    person.assessFitness(aCertificate(HOA, { at: july(29, '08:00'), fit: false, ...clocked(450) }));
    for (const time of ['07:59', '08:00'])
      expect(seenAs(person, { at: july(29, time) }).missing).toEqual(['cross-border.not-fit-to-travel']);
    person.assessFitness(aCertificate(HOA, { at: july(30), ...clocked(451) }));
    expect([july(29, '07:59'), july(29, '08:00'), july(30)].map((at) => seenAs(person, { at }).missing))
      .toEqual([['cross-border.not-fit-to-travel'], ['cross-border.not-fit-to-travel'], []]);
    expect(seenAs(aReadyReturn(), { at: july(26) }).missing).toEqual(['cross-border.fitness-not-assessed']);
  });
});

describe('From the handover to the end (X-4, X-5)', () => {
  const join = (person: Return, handoverId = id(300), from?: string, elsewhere: readonly StageElsewhere[] = []) =>
    person.join({ by: liaison, at: july(28, '11:00'), handoverId, destination: 'family', from, elsewhere });
  const aGoneReturn = (): Return => {
    const person = aReadyReturn();
    join(person);
    person.handOver({ by: counterpart, at: july(29, '10:40'), toUnit: LAO_CAI, toPerson: counterpart.personId, ...clocked(460) });
    return person;
  };
  const confirm = (person: Return, at = '2026-09-05T02:00:00.000Z', by = counterpart) =>
    person.confirmReception({ by, at, situation: 'settling' });
  const close = (person: Return, elsewhere: readonly StageElsewhere[] = []) =>
    person.close({ by: liaison, at: '2026-09-06T02:00:00.000Z', elsewhere });
  const placed = { stage: 'placement' as const, requestId: id(480), victimId: HOA.victimId, taken: true, closed: false };

  it('is in one handover at a time', () => {
    const person = aReadyReturn();
    expect(join(person)).toEqual([
      { type: 'cross-border.person-scheduled', v: 1, data: { ...HOA, handoverId: id(300), destination: 'family' } },
    ]);
    expect(join(person)).toEqual([]);
    expect(unchanged(person, () => join(person, id(301))))
      .toEqual({ code: 'cross-border.already-scheduled', details: { returnId: HOA.returnId, handoverId: id(300) } });
    expect(types(join(person, id(301), id(300)))).toEqual(['cross-border.person-scheduled']);
    expect(person.handoverId).toBe(id(301));
  });

  it('stays with the unit that scheduled the handover until it is done', () => {
    const person = aReadyReturn();
    join(person);
    const offer = { offerId: id(470), by: liaison, toUnit: stranger.unitId, at: july(28, '12:00'), expiresAt: july(30) };
    expect(unchanged(person, () => person.offerStage(offer, asReceiver(stranger))).code).toBe('cross-border.already-scheduled');
    expect(types(person.offerStage({ ...offer, toUnit: BORDER, toPerson: escort.personId }, asReceiver(escort))))
      .toEqual(['stage.offered']);
    expect(types(person.acceptStage({ offerId: id(470), by: escort, at: july(28, '13:00') }, asReceiver(escort))))
      .toEqual(['stage.accepted']);
  });

  it('is handed over with a clock for the word that she arrived', () => {
    const person = aGoneReturn();
    expect(person.handedOver).toEqual({ toUnit: LAO_CAI, toPerson: counterpart.personId, at: july(29, '10:40') });
    expect(person.clocks.running('handover-reception-confirmation')).toMatchObject({ dueAt: '2026-09-27T16:00:00.000Z' });
    expect(unchanged(person, () => person.assessSafety({ by: liaison, at: july(30), outcome: 'return-unsafe' })).code)
      .toBe('cross-border.already-handed-over');
    expect(unchanged(person, () => person.assessFitness(aCertificate(HOA, { at: july(30), ...clocked(461) }))).code)
      .toBe('cross-border.already-handed-over');
  });

  it('is true when it is told late, after a change that was made meanwhile elsewhere', () => {
    const person = aReadyReturn();
    join(person);
    person.askReception({
      by: liaison, at: july(29, '10:44'), toUnit: CENTRE, unitKind: 'foreign-social-protection', destination: 'family',
    });
    person.promiseReception({ by: centre, at: july(29, '10:45'), destination: 'family', byUnit: CENTRE });
    const facts =
      person.handOver({ by: escort, at: july(29, '10:40'), toUnit: LAO_CAI, toPerson: counterpart.personId, ...clocked(460) });
    expect(types(facts)).toEqual(['cross-border.handed-over', 'clock.started']);
    expect(person.stage.since).toBe(july(29, '10:45'));
  });

  it('closes for her only when reception is confirmed, and neither side does both', () => {
    const waiting = aReadyReturn();
    expect(unchanged(waiting, () => close(waiting)).code).toBe('cross-border.not-handed-over');
    expect(unchanged(waiting, () => confirm(waiting)).code).toBe('cross-border.not-handed-over');
    const person = aGoneReturn();
    expect(unchanged(person, () => close(person))).toEqual({
      code: 'cross-border.reception-not-confirmed', details: { returnId: HOA.returnId, toUnit: LAO_CAI },
    });
    expect(unchanged(person, () => confirm(person, undefined, liaison)).code).toBe('cross-border.not-the-counterpart');
    expect(unchanged(person, () => confirm(person, july(29))).code).toBe('time.before-last-change');
    const confirmed = confirm(person);
    expect(confirmed[0])
      .toMatchObject({ type: 'cross-border.reception-confirmed', data: { ...HOA, report: 1, situation: 'settling' } });
    expect(confirmed.at(-1))
      .toMatchObject({ type: 'clock.stopped', data: { rule: 'handover-reception-confirmation', inTime: true } });
    expect(confirm(person)).toEqual([]);
    expect(types(close(person))).toEqual(['stage.closed']);
    expect(person.stage.state).toBe('closed');
    expect(unchanged(person, () => close(person)).code).toBe('stage.closed');
  });

  it('hears how she is settled after the stage is closed', () => {
    const person = aGoneReturn();
    confirm(person);
    close(person);
    expect(confirm(person, '2026-11-05T02:00:00.000Z')).toMatchObject([{ data: { report: 2 } }]);
    expect(person.receptionReports).toHaveLength(2);
  });

  it('goes on to placement where she comes in or cannot go back (X-6)', () => {
    const person = aReturn();
    const request = (toUnit = '532500-relief', elsewhere: readonly StageElsewhere[] = []) =>
      person.requestPlacement({ by: liaison, at: july(20), requestId: id(480), toUnit, elsewhere });
    expect(request()[0])
      .toMatchObject({ type: 'stage.requested', data: { stage: 'placement', requestId: id(480), victimIds: [HOA.victimId] } });
    for (const toUnit of [undefined, '532532-relief'])
      expect(unchanged(person, () => request(toUnit)).code).toBe('cross-border.placement-requested');
    expect(unchanged(person, () => join(person)).code).toBe('cross-border.placement-requested');
    expect(unchanged(person, () => close(person)).code).toBe('stage.next-not-accepted');
    expect(unchanged(person, () => close(person, [{ ...placed, taken: false }])).code).toBe('stage.next-not-accepted');
    expect(types(close(person, [placed]))).toEqual(['stage.closed']);
  });

  it('is asked for placement again, or joins a handover, where the first request was given up before anybody took it', () => {
    const gone = [{ ...placed, taken: false, closed: true }];
    const asked = (): Return => {
      const person = aReadyReturn();
      person.requestPlacement({ by: liaison, at: july(28), requestId: id(480), toUnit: '532500-relief', elsewhere: [] });
      return person;
    };
    const person = asked();
    expect(unchanged(person, () => close(person, gone)).code).toBe('cross-border.not-handed-over');
    const again = { by: liaison, at: july(28), requestId: id(481), toUnit: '532532-relief', elsewhere: gone };
    expect(types(person.requestPlacement(again))).toEqual(['stage.requested']);
    expect(person.requests.all.map(({ requestId, toUnit }) => [requestId, toUnit]))
      .toEqual([[id(480), '532500-relief'], [id(481), '532532-relief']]);
    expect(types(join(asked(), id(300), undefined, gone))).toEqual(['cross-border.person-scheduled']);
    const withdrawn = asked();
    withdrawn.withdrawRequest({ by: liaison, at: july(28), requestId: id(480), reason: 'not-needed', elsewhere: [] });
    expect(types(join(withdrawn))).toEqual(['cross-border.person-scheduled']);
  });

  it('is not asked into placement where somebody else has asked for it, and is done once that one is taken', () => {
    const person = aReturn();
    const theirs = { ...placed, requestId: id(490) };
    const request = (elsewhere: readonly StageElsewhere[]) => person.requestPlacement({
      by: liaison, at: july(20), requestId: id(480), toUnit: '532500-relief', elsewhere,
    });
    for (const taken of [true, false])
      expect(unchanged(person, () => request([{ ...theirs, taken }])).code).toBe('stage.already-requested');
    for (const other of [{ ...theirs, taken: false }, { ...theirs, closed: true }, { ...theirs, victimId: MAI.victimId }])
      expect(unchanged(person, () => close(person, [other])).code).toBe('cross-border.not-handed-over');
    expect(types(close(person, [theirs]))).toEqual(['stage.closed']);
  });

  it('is not asked into placement while a handover waits for her', () => {
    const person = aReadyReturn();
    join(person);
    const request = () => person.requestPlacement({
      by: liaison, at: july(29), requestId: id(480), toUnit: '532500-relief', elsewhere: [],
    });
    expect(unchanged(person, request).code)
      .toBe('cross-border.already-scheduled');
  });

  it('is not closed while a handover waits for her, wherever else she was taken', () => {
    const person = aReadyReturn();
    join(person);
    const theirs = { ...placed, requestId: id(490) };
    expect(unchanged(person, () => close(person, [theirs])))
      .toEqual({ code: 'cross-border.already-scheduled', details: { returnId: HOA.returnId, handoverId: id(300) } });
  });

  it('shuts the way to a handover once it is closed: nobody would answer for her', () => {
    const person = aReadyReturn();
    close(person, [{ ...placed, requestId: id(490) }]);
    expect(seenAs(person).missing).toEqual(['cross-border.return-closed']);
  });

  it('stops the clocks that nobody needs to answer any more', () => {
    const person = aReturn();
    ask(person);
    person.requestPlacement({ by: liaison, at: july(20), requestId: id(480), toUnit: '532500-relief', elsewhere: [] });
    expect(types(close(person, [placed]))).toEqual(expect.arrayContaining(['stage.closed', 'clock.stopped']));
    expect(person.whenNext()).toBeNull();
  });
});

describe('The deadline of a return', () => {
  it('is that of the question (X-1), of the answer, of the way home (X-3), and of the word that she has arrived (X-5)', () => {
    const person = aReturn();
    expect(under(person, july(3))).toEqual(['identity-request']);
    ask(person);
    expect(under(person, july(4))).toEqual(['identity-verification']);
    answering(person, { answer: 'not-matching', at: july(16) });
    expect(under(person, july(16))).toEqual(['stage-next-step']);
    person.supplementIdentity({ by: liaison, at: july(17), requestId: id(410), ...clocked(425) });
    expect(under(person, july(17))).toEqual(['identity-supplement']);
    answering(person, { answer: 'confirmed', at: july(22) });
    expect(under(person, july(22))).toEqual(['return-handover']);
    person.join({ by: liaison, at: july(28), handoverId: id(300), destination: 'family', elsewhere: [] });
    expect(under(person, july(28))).toEqual(['return-handover']);
    person.handOver({ by: escort, at: july(29), toUnit: LAO_CAI, toPerson: counterpart.personId, ...clocked(430) });
    expect(under(person, july(29))).toEqual(['handover-reception-confirmation']);
  });

  it('goes on when she is asked into placement (X-6): neither asking nor withdrawing wins a day', () => {
    const person = aReturn();
    expect(under(person, july(3))).toEqual(['identity-request']);
    const [clock] = person.clocks.allRunning();
    person.requestPlacement({ by: liaison, at: july(4), requestId: id(440), toUnit: '532500-relief', elsewhere: [] });
    expect(under(person, july(4))).toEqual(['identity-request']);
    person.withdrawRequest({ by: liaison, at: july(5), requestId: id(440), reason: 'not-needed', elsewhere: [] });
    expect(under(person, july(5))).toEqual(['identity-request']);
    expect(person.clocks.allRunning()).toEqual([clock]);
  });
});
