import { describe, expect, it } from '@jest/globals';
import type { Fact } from '#contracts';
import {
  at, officer, colleague, relief, reliefStation, stranger, abroad, aCustody, offer, anOfferedCustody, accept,
  aCustodyAtTheStation,
} from '../../test/a-custody.js';
import { code, id, refusal, types } from '../../test/a-rescue.js';
import type { Carer } from './care.js';
import { Custody } from './custody.js';

describe('Custody of a person (R-4)', () => {
  it('begins with the unit and the person who carried out the rescue', () => {
    const [custody, facts] = Custody.take({
      id: id(100), caseId: id(101), victimId: id(10), rescueId: id(102), by: officer, at: at('07:30'),
    });
    expect(facts).toEqual([{ type: 'rescue.custody-taken', v: 1, data: {
      custodyId: id(100), victimId: id(10), kind: 'unit', unitId: officer.unitId, personId: officer.personId,
    } }]);
    expect(custody.history).toEqual([
      { holder: { kind: 'unit', unitId: officer.unitId, personId: officer.personId }, from: at('07:30'), to: null },
    ]);
  });

  it('stays with the holder until the receiver has taken the victim, and passes at that minute', () => {
    const custody = anOfferedCustody();
    expect(custody.holder).toMatchObject({ unitId: officer.unitId });
    const facts = accept(custody);
    expect(types(facts)).toEqual(['rescue.custody-transferred', 'clock.stopped']);
    expect(facts[0]!.data).toEqual({
      custodyId: id(100), victimId: id(10), offerId: id(200), kind: 'unit', unitId: relief.unitId, personId: relief.personId,
    });
    expect(custody.history).toMatchObject([
      { holder: { unitId: officer.unitId }, from: at('07:30'), to: at('10:00') },
      { holder: { unitId: relief.unitId }, from: at('10:00'), to: null },
    ]);
    expect(custody.whenNext()).toBeNull();
  });

  it('is offered by the unit that has the victim, one offer at a time, with four hours to answer', () => {
    const custody = aCustody();
    const facts = offer(custody);
    expect(types(facts)).toEqual(['rescue.custody-offered', 'clock.started']);
    expect(facts[1]!.data).toMatchObject({ rule: 'custody-offer-answer', unitId: relief.unitId, dueAt: at('13:00') });
    expect(custody.offer).toMatchObject({ toUnit: relief.unitId, offeredAt: at('09:00'), expiresAt: at('13:00') });
    expect(code(() => offer(custody, { offerId: id(201) }))).toBe('rescue.offer-pending');
    expect(code(() => offer(aCustody(), { by: stranger }))).toBe('rescue.not-the-holder');
    expect(code(() => offer(aCustody(), { at: at('07:00') }))).toBe('time.before-last-change');
  });

  it('gives the receiver its four hours from when it can know, also when the offer is recorded late', () => {
    const custody = aCustody();
    offer(custody, { at: at('08:00'), now: at('15:00') });
    expect(custody.offer).toMatchObject({ offeredAt: at('08:00'), expiresAt: at('19:00') });
    accept(custody, { at: at('08:30') });
    expect(custody.since).toBe(at('08:30'));
  });

  it('passes within a unit from person to person, and not to the same one', () => {
    const custody = aCustody();
    const own = (personId?: string): Carer => ({ unitId: officer.unitId, unitKind: 'public-security', personId });
    expect(code(() => offer(custody, { carer: own() }))).toBe('rescue.same-holder');
    expect(code(() => offer(custody, { carer: own(officer.personId) }))).toBe('rescue.same-holder');
    offer(custody, { carer: own(colleague.personId) });
    expect(code(() => accept(custody, { by: officer }))).toBe('rescue.not-the-receiver');
    accept(custody, { by: colleague });
    expect(custody.holder).toMatchObject({ personId: colleague.personId });
  });

  it('is not offered to a unit that cares for nobody, nor abroad but by the handover at the port', () => {
    const school: Carer = { unitId: '341226-school', unitKind: 'school' };
    expect(code(() => offer(aCustody(), { carer: school }))).toBe('rescue.unit-cannot-care');
    const carer: Carer = { unitId: abroad.unitId, unitKind: 'foreign-border' };
    expect(code(() => offer(aCustody(), { carer }))).toBe('rescue.border-handover-needed');
    const custody = aCustody();
    custody.handAbroad({ toUnit: abroad.unitId, toPerson: abroad.personId, at: at('08:30') });
    const centre: Carer = { unitId: 'vn-10-social-protection', unitKind: 'foreign-social-protection' };
    expect(code(() => offer(custody, { by: abroad, carer: reliefStation, holderKind: 'foreign-border' })))
      .toBe('rescue.border-handover-needed');
    expect(types(offer(custody, { by: abroad, carer: centre, holderKind: 'foreign-border' }))[0]).toBe('rescue.custody-offered');
  });

  it('stays with the holder when the receiver declines, and may be offered again', () => {
    const custody = anOfferedCustody();
    const facts = custody.decline({ by: relief, at: at('09:30'), offerId: id(200) });
    expect(types(facts)).toEqual(['rescue.custody-declined', 'clock.stopped']);
    expect(custody.holder).toMatchObject({ unitId: officer.unitId });
    expect(types(offer(custody, { offerId: id(201), at: at('09:40'), now: at('09:40') }))[0]).toBe('rescue.custody-offered');
  });

  it('takes one answer, from the receiver, and says how an earlier one went', () => {
    expect(code(() => accept(aCustody()))).toBe('rescue.no-offer');
    expect(code(() => accept(anOfferedCustody(), { by: stranger }))).toBe('rescue.not-the-receiver');
    expect(code(() => accept(anOfferedCustody(), { at: at('08:59') }))).toBe('time.before-last-change');
    expect(code(() => accept(anOfferedCustody(), { offerId: id(299) }))).toBe('rescue.offer-answered');
    const custody = aCustodyAtTheStation();
    expect(refusal(() => accept(custody))).toMatchObject({ code: 'rescue.offer-answered', details: { outcome: 'accepted' } });
    expect(code(() => custody.decline({ by: relief, at: at('10:00'), offerId: id(200) }))).toBe('rescue.offer-answered');
    expect(custody.history).toHaveLength(2);
  });

  it('lapses unanswered: the holder keeps the victim, the superior is told, once', () => {
    const custody = anOfferedCustody();
    const said: Fact[] = [];
    for (let next = custody.whenNext(); next !== null; next = custody.whenNext()) said.push(...custody.tick(next));
    expect(types(said)).toEqual([
      'clock.warned', 'clock.warned', 'clock.overdue', 'rescue.custody-offer-expired', 'clock.stopped',
    ]);
    expect(said[2]!.data).toMatchObject({ step: 1, toldUnit: '341226-civil-affairs' });
    expect(custody.holder).toMatchObject({ unitId: officer.unitId });
    expect(custody.lastOffer).toEqual({ offerId: id(200), outcome: 'expired' });
    expect(custody.tick(at('20:00'))).toEqual([]);
    expect(code(() => accept(custody, { at: at('12:00') }))).toBe('rescue.offer-answered');
  });

  it('is not accepted when the time is up, even if nobody has looked at the clock yet', () => {
    const custody = anOfferedCustody();
    expect(refusal(() => accept(custody, { at: at('13:00') })))
      .toMatchObject({ code: 'rescue.offer-answered', details: { outcome: 'expired' } });
    expect(custody.holder).toMatchObject({ unitId: officer.unitId });
  });
});

describe('Handover at the border (X-4)', () => {
  it('passes the care to the other side at the minute of the second signature', () => {
    const custody = anOfferedCustody();
    const facts = custody.handAbroad({ toUnit: abroad.unitId, toPerson: abroad.personId, at: at('09:30') });
    expect(types(facts)).toEqual(['rescue.custody-transferred', 'clock.stopped']);
    expect(custody.holder).toEqual({ kind: 'unit', unitId: abroad.unitId, personId: abroad.personId });
    expect(custody.offer).toBeNull();
    expect(code(() => accept(custody))).toBe('rescue.offer-answered');
    expect(custody.handAbroad({ toUnit: abroad.unitId, toPerson: abroad.personId, at: at('09:30') })).toEqual([]);
  });

  it('is not recorded as of a time before the last change', () => {
    expect(code(() => aCustodyAtTheStation().handAbroad({ toUnit: abroad.unitId, toPerson: abroad.personId, at: at('09:30') })))
      .toBe('time.before-last-change');
  });

  it('ends the care when the other side confirms the reception (X-5), at that minute and once', () => {
    const custody = anOfferedCustody();
    custody.handAbroad({ toUnit: abroad.unitId, toPerson: abroad.personId, at: at('09:30') });
    const carer: Carer = { unitId: 'vn-10-centre', unitKind: 'foreign-social-protection' };
    offer(custody, { by: abroad, carer, holderKind: 'foreign-border', offerId: id(201), at: at('10:00'), now: at('10:00') });
    const facts = custody.receiveAbroad({ isAbroad: true, at: at('11:00') });
    expect(types(facts)).toEqual(['rescue.custody-ended', 'clock.stopped']);
    expect(facts[0]!.data).toMatchObject({ reason: 'received-abroad' });
    expect(custody).toMatchObject({ holder: null, ending: 'received-abroad', since: at('11:00'), offer: null });
    expect(custody.history.at(-1)).toMatchObject({ holder: { unitId: abroad.unitId }, from: at('09:30'), to: at('11:00') });
    expect(custody.receiveAbroad({ isAbroad: true, at: at('12:00') })).toEqual([]);
  });

  it('ends no care that is not abroad, or that has changed since', () => {
    const [here, away] = [aCustody(), aCustody()];
    expect(here.receiveAbroad({ isAbroad: false, at: at('11:00') })).toEqual([]);
    away.handAbroad({ toUnit: abroad.unitId, toPerson: abroad.personId, at: at('09:30') });
    expect(away.receiveAbroad({ isAbroad: true, at: at('09:29') })).toEqual([]);
    for (const custody of [here, away]) expect(custody).toMatchObject({ ending: null, holder: { kind: 'unit' } });
  });
});
