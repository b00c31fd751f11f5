import { describe, expect, it } from '@jest/globals';
import { IdentityVerification } from './identity-verification.js';
import {
  aReturn, ask, answering, anAskedReturn, BORDER, centre, clocked, counterpartColleague, HOA, id, july, LAO_CAI, liaison,
  stateOf, stranger, types, unchanged,
} from '../../test/a-return.js';

describe('An identity request (X-1)', () => {
  it('starts a clock of fifteen working days, whatever the weekends between', () => {
    const person = aReturn();
    const facts = ask(person);
    expect(types(facts)).toEqual(['cross-border.identity-requested', 'clock.started']);
    expect(facts[0]!.data).toEqual({ ...HOA, requestId: id(410), counterpart: LAO_CAI });
    // Saturday 4 July does not count; the fifteenth working day after it is Friday the 24th.
    expect(facts[1]!.data).toMatchObject({
      rule: 'identity-verification', dueAt: '2026-07-24T16:00:00.000Z', unitId: BORDER, personId: liaison.personId,
    });
    expect(person.identity.requests).toMatchObject([{ requestId: id(410), waiting: true, answers: [] }]);
  });

  it('is one at a time, and none when the identity is confirmed', () => {
    const person = anAskedReturn();
    expect(unchanged(person, () => ask(person, 411)))
      .toEqual({ code: 'cross-border.identity-request-pending', details: { requestId: id(410) } });
    answering(person);
    expect(unchanged(person, () => ask(person, 412, july(17))).code).toBe('cross-border.identity-already-confirmed');
  });

  it('changes nothing where it, its answer or its supplement is told too late, or no calendar has its deadline', () => {
    const person = anAskedReturn();
    const [early, far] = [july(2), '2040-07-04T01:00:00.000Z'];
    const later = aReturn();
    expect(unchanged(later.identity, () => ask(later, 411, early)).code).toBe('time.before-last-change');
    expect(unchanged(later.identity, () => ask(later, 411, far)).code).toBe('clock.year-not-loaded');
    expect(unchanged(person, () => answering(person, { at: early })).code).toBe('time.before-last-change');
    answering(person, { answer: 'not-matching' });
    const supplement = { by: liaison, at: early, requestId: id(410), ...clocked(430) };
    expect(unchanged(person, () => person.supplementIdentity(supplement)).code).toBe('time.before-last-change');
  });

  it('stops its clock with the answer', () => {
    const person = anAskedReturn();
    const facts = answering(person);
    expect(types(facts)).toEqual(['cross-border.identity-answered', 'clock.warned', 'clock.stopped']);
    expect(facts[0]!.data).toEqual({ ...HOA, requestId: id(410), answer: 'confirmed' });
    expect(facts.at(-1)!.data).toMatchObject({ rule: 'identity-verification', inTime: true });
    expect(person.identity.isConfirmed).toBe(true);
    expect(person.clocks.allRunning()).toEqual([]);
  });

  it('is answered by the counterpart that was addressed and by no other', () => {
    const person = anAskedReturn();
    for (const by of [stranger, centre, liaison])
      expect(unchanged(person, () => answering(person, { by })))
        .toEqual({ code: 'cross-border.not-the-counterpart', details: { counterpart: LAO_CAI } });
    expect(unchanged(person, () => answering(person, { by: stranger, onBehalf: true, documentNumber: 'LC-1-2026' })).code)
      .toBe('cross-border.not-the-counterpart');
    expect(unchanged(person, () => answering(person, { requestId: id(999) })).code).toBe('cross-border.unknown-identity-request');
  });

  it('is entered on behalf of the counterpart with the number of its letter, never without', () => {
    const person = anAskedReturn();
    expect(unchanged(person, () => answering(person, { by: liaison, onBehalf: true })).code)
      .toBe('cross-border.document-number-missing');
    const [answered] = answering(person, { by: liaison, onBehalf: true, documentNumber: 'LC-77-2026' });
    expect(answered!.data).toMatchObject({ answer: 'confirmed', documentNumber: 'LC-77-2026' });
    expect(person.identity.requests[0]!.answers[0]).toMatchObject({ byPerson: liaison.personId, documentNumber: 'LC-77-2026' });
  });

  it('is answered once: a second person comes too late, the same person with the same answer is not heard twice', () => {
    const person = anAskedReturn();
    answering(person);
    expect(unchanged(person, () => answering(person, { by: counterpartColleague }))).toMatchObject({
      code: 'cross-border.identity-answered', details: { answer: 'confirmed', byUnit: LAO_CAI },
    });
    expect(unchanged(person, () => answering(person, { answer: 'not-matching' })).code).toBe('cross-border.identity-answered');
    const before = stateOf(person);
    expect(answering(person)).toEqual([]);
    expect(stateOf(person)).toEqual(before);
  });

  it('begins its time anew when what was missing is sent', () => {
    const person = anAskedReturn();
    answering(person, { answer: 'not-matching' });
    expect(person.identity.isConfirmed).toBe(false);
    const supplement = () => person.supplementIdentity({ by: liaison, at: july(17), requestId: id(410), ...clocked(430) });
    const facts = supplement();
    expect(types(facts)).toEqual(['cross-border.identity-supplemented', 'clock.started']);
    expect(facts[1]!.data).toMatchObject({ rule: 'identity-supplement', clockId: id(430), dueAt: '2026-08-07T16:00:00.000Z' });
    expect(supplement()).toEqual([]);
    expect(types(answering(person, { at: july(22) }))).toEqual(['cross-border.identity-answered', 'clock.stopped']);
    expect(person.identity.isConfirmed).toBe(true);
    expect(person.clocks.stopped.map(({ rule, inTime }) => [rule, inTime]))
      .toEqual([['identity-verification', true], ['identity-supplement', true]]);
  });

  it('is supplemented only where the counterpart missed something', () => {
    const person = anAskedReturn();
    const supplement = () => person.supplementIdentity({ by: liaison, at: july(17), requestId: id(410), ...clocked(430) });
    expect(unchanged(person, supplement).code).toBe('cross-border.nothing-to-supplement');
    answering(person, { answer: 'not-a-national' });
    expect(unchanged(person, supplement).code).toBe('cross-border.nothing-to-supplement');
    // Not theirs: another counterpart may be asked, and meanwhile the first is not.
    expect(types(ask(person, 411, july(18)))).toEqual(['cross-border.identity-requested', 'clock.started']);
  });

  it('waits for one counterpart at a time, with supplements too', () => {
    const person = anAskedReturn();
    answering(person, { answer: 'not-matching' });
    ask(person, 411, july(17));
    expect(unchanged(person, () => person.supplementIdentity({ by: liaison, at: july(18), requestId: id(410), ...clocked(430) })))
      .toEqual({ code: 'cross-border.identity-request-pending', details: { requestId: id(411) } });
  });

  it('becomes overdue when nobody answers, and the unit above is told', () => {
    const person = anAskedReturn();
    const said = person.tick('2026-07-24T16:00:00.000Z');
    expect(said.at(-1))
      .toMatchObject({ type: 'clock.overdue', data: { rule: 'identity-verification', step: 1, toldUnit: '532500-border' } });
    expect(answering(person, { at: july(27) }).at(-1)!.data).toMatchObject({ inTime: false });
  });

  it('keeps its state when it is stored and revived', () => {
    const person = anAskedReturn();
    answering(person);
    expect(IdentityVerification.from(JSON.parse(JSON.stringify(person.identity))).isConfirmed).toBe(true);
  });
});
