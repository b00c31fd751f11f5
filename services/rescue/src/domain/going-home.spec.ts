import { describe, expect, it } from '@jest/globals';
import type { Fact } from '#contracts';
import {
  aHit, at, officer, relief, stranger, abroad, MOTHER, MENGZI, aCustody, offer, anOfferedCustody, accept,
  aCustodyAtTheStation, byDna, byDocument, prove, handOver,
} from '../../test/a-custody.js';
import { code, id, refusal, types } from '../../test/a-rescue.js';
import type { Custody } from './custody.js';

describe('Kinship (R-3)', () => {
  it('is proven by a confirmed hit, and says which', () => {
    const custody = aCustodyAtTheStation();
    expect(prove(custody)).toEqual([{ type: 'rescue.kinship-proven', v: 1, data: {
      victimId: id(10), relativeId: MOTHER, relation: 'mother', proof: 'dna', hitId: id(300),
      identityDigest: 'b'.repeat(64),
    } }]);
    expect(prove(custody)).toEqual([]);
    expect(custody.kinship).toHaveLength(1);
  });

  it('keeps the paper that a relative has shown, and asks who they are when it is another one', () => {
    const custody = aCustodyAtTheStation();
    expect(types(prove(custody, { claim: byDocument }))).toEqual(['rescue.kinship-proven']);
    expect(custody.digestsOf(MOTHER)).toEqual(['b'.repeat(64)]);
    expect(prove(custody, { claim: byDocument })).toEqual([]);
    for (const relation of ['mother', 'aunt-or-uncle'] as const)
      expect(code(() => prove(custody, { claim: { ...byDocument, relation, identityDigest: 'd'.repeat(64) } })))
        .toBe('rescue.relative-identity-differs');
    expect(custody.kinship).toHaveLength(1);
  });

  it('is not proven before there was anybody to claim', () => {
    const custody = aCustodyAtTheStation();
    expect(code(() => prove(custody, { at: at('07:29') }))).toBe('time.before-last-change');
    expect(custody.kinship).toEqual([]);
  });

  it.each([
    ['an unconfirmed hit', { hits: [{ ...aHit, confirmedAt: null }] }],
    ['no hit', { hits: [] }],
    ['a hit of the other parent', { hits: [{ ...aHit, relation: 'duo-father' }] }],
    ['a hit of another child', { hits: [{ ...aHit, victimId: id(11) }] }],
    ['a hit that was told before hits named anybody', { hits: [{ ...aHit, victimId: null, parents: [] }] }],
    ['a hit of other parents', { relativeId: id(398) }],
    ['the id of the mother with another\'s paper', { identityDigest: 'd'.repeat(64) }],
    ['a relation that the hit says nothing of', { relation: 'aunt-or-uncle' as const }],
  ])('is not proven by %s', (_what, changed) => {
    const custody = aCustodyAtTheStation();
    expect(code(() => prove(custody, { claim: { ...byDna, ...changed } }))).toBe('rescue.no-confirmed-hit');
    expect(custody.kinship).toEqual([]);
  });

  it('is proven by a document of somebody whose own paper was looked at', () => {
    expect(types(prove(aCustodyAtTheStation(), { claim: byDocument }))).toEqual(['rescue.kinship-proven']);
    const nameless = { ...byDocument, identityDigest: undefined };
    expect(code(() => prove(aCustodyAtTheStation(), { claim: nameless }))).toBe('rescue.relative-not-identified');
  });

  it('by a document lets somebody else hand the child over, and by DNA whoever has the child', () => {
    const custody = aCustodyAtTheStation();
    prove(custody, { claim: byDocument });
    expect(code(() => handOver(custody))).toBe('rescue.second-person-needed');
    expect(code(() => custody.mayHandToRelative({ by: relief, isMinor: true, isBuyerBehind: false })))
      .toBe('rescue.second-person-needed');
    expect(types(handOver(custody, { by: { ...relief, personId: id(77) } }))).toEqual(['rescue.custody-transferred']);
    const hit = aCustodyAtTheStation();
    prove(hit);
    expect(types(handOver(hit))).toEqual(['rescue.custody-transferred']);
  });

  it('by a hit that names no national id lets somebody else hand the child over, as by a document', () => {
    const custody = aCustodyAtTheStation();
    prove(custody, { claim: { ...byDna, hits: [{ ...aHit, parents: [{ personId: MOTHER, relation: 'mother' }] }] } });
    expect(code(() => handOver(custody))).toBe('rescue.second-person-needed');
    expect(code(() => custody.mayHandToRelative({ by: relief, isMinor: true, isBuyerBehind: false })))
      .toBe('rescue.second-person-needed');
    expect(types(handOver(custody, { by: { ...relief, personId: id(77) } }))).toEqual(['rescue.custody-transferred']);
  });

  it('by DNA, too, is of somebody whose id was looked at', () => {
    const custody = aCustodyAtTheStation();
    const parents = [{ personId: MOTHER, relation: 'mother' }];
    const nameless = { ...byDna, hits: [{ ...aHit, parents }], identityDigest: undefined };
    expect(code(() => prove(custody, { claim: nameless }))).toBe('rescue.relative-not-identified');
    expect(custody.kinship).toEqual([]);
  });

  it('is recorded by who has the victim or answers for the case, while there is care', () => {
    expect(types(prove(aCustodyAtTheStation(), { by: { ...officer, unitId: MENGZI } }))).toEqual(['rescue.kinship-proven']);
    expect(code(() => prove(aCustodyAtTheStation(), { by: stranger }))).toBe('rescue.not-involved');
    const ended = aCustodyAtTheStation();
    ended.goOwnWay({ by: relief, at: at('10:30'), isMinor: false });
    expect(code(() => prove(ended))).toBe('rescue.custody-ended');
  });
});

describe('A child goes home (R-3)', () => {
  it('to a relative of proven kinship, and from that minute on nobody else has the child', () => {
    const custody = aCustodyAtTheStation();
    prove(custody);
    expect(handOver(custody)).toEqual([{ type: 'rescue.custody-transferred', v: 1, data: {
      custodyId: id(100), victimId: id(10), kind: 'relative', personId: MOTHER, relation: 'mother',
    } }]);
    expect(custody.history.at(-1)).toEqual({
      holder: { kind: 'relative', personId: MOTHER, relation: 'mother' }, from: at('12:00'), to: null,
    });
    expect(code(() => offer(custody, { by: relief }))).toBe('rescue.with-relative');
  });

  it('not without proof, not before it, not to another than proven, not without a social worker', () => {
    const custody = aCustodyAtTheStation();
    expect(code(() => handOver(custody))).toBe('rescue.kinship-not-proven');
    prove(custody);
    expect(code(() => handOver(custody, { at: at('10:30') }))).toBe('rescue.kinship-not-proven');
    expect(code(() => handOver(custody, { relativeId: id(21) }))).toBe('rescue.kinship-not-proven');
    expect(code(() => handOver(custody, { relation: 'father' }))).toBe('rescue.kinship-not-proven');
    expect(refusal(() => handOver(custody, { witnesses: ['guardian'] })))
      .toMatchObject({ code: 'rescue.present-missing', details: { missing: ['social-worker'] } });
    expect(code(() => handOver(custody, { by: officer }))).toBe('rescue.not-the-holder');
    expect(custody.holder).toMatchObject({ unitId: relief.unitId });
  });

  it('but an adult is not handed over to anybody', () => {
    const custody = aCustodyAtTheStation();
    prove(custody);
    expect(code(() => handOver(custody, { isMinor: false }))).toBe('rescue.adult-decides');
  });
});

describe('A buyer household (R-3, child item 5)', () => {
  it('is refused at every door, before anything else is looked at, whoever asks', () => {
    const custody = aCustodyAtTheStation();
    custody.offer = { offerId: id(200), toUnit: relief.unitId, offeredAt: at('10:00'), expiresAt: at('14:00') };
    const doors = [
      () => offer(custody, { isBuyer: true, by: stranger, at: at('00:00') }),
      () => accept(custody, { isBuyer: true }),
      () => prove(custody, { isBuyer: true, by: stranger, claim: byDocument }),
      () => handOver(custody, { isBuyer: true, by: stranger, isMinor: false, witnesses: [] }),
    ];
    expect(doors.map(code)).toEqual(doors.map(() => 'rescue.buyer-household'));
    expect(custody.kinship).toEqual([]);
    expect(custody.holder).toMatchObject({ unitId: relief.unitId });
  });

  it('may be named in what investigation has said and nobody could apply here: the child stays until it is applied', () => {
    const custody = aCustodyAtTheStation();
    prove(custody);
    expect(code(() => handOver(custody, { isBuyerBehind: true, isBuyer: true }))).toBe('rescue.buyer-household');
    expect(code(() => handOver(custody, { isBuyerBehind: true }))).toBe('rescue.investigation-not-heard');
    expect(custody.holder).toMatchObject({ unitId: relief.unitId });
    expect(types(handOver(custody))).toEqual(['rescue.custody-transferred']);
  });

  it('is refused when care has ended, too', () => {
    const custody = aCustodyAtTheStation();
    custody.goOwnWay({ by: relief, at: at('10:30'), isMinor: false });
    expect(code(() => handOver(custody, { isBuyer: true }))).toBe('rescue.buyer-household');
  });
});

describe('A child who is with the wrong relative (R-3, R-4)', () => {
  const retake = (custody: Custody, given: Partial<Parameters<Custody['retake']>[0]> = {}): Fact[] => custody.retake({
    by: officer, at: at('15:00'), rescueId: id(110), grounds: 'in-danger', documentNumber: 'YS-2026-77', isMinor: true,
    isBuyer: false, involved: [],
    ...given,
  });
  function withMother(): Custody {
    const custody = aCustodyAtTheStation();
    prove(custody);
    handOver(custody);
    return custody;
  }
  const home = { by: relief, at: at('13:00'), reason: 'with-family', isAbroad: false, isBuyer: false, involved: [] } as const;

  it('is taken back, and from that minute on the unit has the child', () => {
    const custody = withMother();
    expect(retake(custody)).toEqual([
      { type: 'rescue.protection-taken', v: 1, data: {
        custodyId: id(100), victimId: id(10), grounds: 'in-danger', documentNumber: 'YS-2026-77',
      } },
      { type: 'rescue.custody-transferred', v: 1, data: {
        custodyId: id(100), victimId: id(10), kind: 'unit', unitId: officer.unitId, personId: officer.personId,
      } },
    ]);
    expect(custody.rescueId).toBe(id(110));
    expect(custody.history.slice(-2)).toMatchObject([
      { holder: { personId: MOTHER }, from: at('12:00'), to: at('15:00') },
      { holder: { unitId: officer.unitId }, from: at('15:00'), to: null },
    ]);
    expect(types(offer(custody, { at: at('16:00'), now: at('16:00'), offerId: id(201) }))[0]).toBe('rescue.custody-offered');
  });

  it('is taken back, too, when care had ended: it begins anew', () => {
    const custody = withMother();
    custody.end(home);
    expect(custody.relative).toBe(MOTHER);
    expect(types(retake(custody))).toEqual(['rescue.protection-taken', 'rescue.custody-taken']);
    expect(custody).toMatchObject({ ending: null, holder: { unitId: officer.unitId }, since: at('15:00'), relative: null });
    expect(custody.history.slice(-2)).toMatchObject([{ to: at('13:00') }, { from: at('15:00'), to: null }]);
  });

  it('by the unit that freed or had the child, or that answers for the case, and by nobody else', () => {
    expect(code(() => retake(withMother(), { by: stranger }))).toBe('rescue.not-involved');
    expect(types(retake(withMother(), { by: stranger, involved: [stranger.unitId] }))[0]).toBe('rescue.protection-taken');
  });

  it('not from a unit, not from abroad, not of age, not earlier, and not as a buyer\'s where nobody has said so', () => {
    expect(code(() => retake(aCustodyAtTheStation()))).toBe('rescue.not-with-relative');
    const away = aCustody();
    away.handAbroad({ toUnit: abroad.unitId, toPerson: abroad.personId, at: at('09:00') });
    away.end({ ...home, by: officer, involved: [officer.unitId], isAbroad: true, reason: 'received-abroad' });
    expect(code(() => retake(away))).toBe('rescue.not-with-relative');
    expect(code(() => retake(withMother(), { isMinor: false }))).toBe('rescue.adult-decides');
    expect(code(() => retake(withMother(), { at: at('11:59') }))).toBe('time.before-last-change');
    expect(code(() => retake(withMother(), { grounds: 'buyer-recognised' }))).toBe('rescue.no-known-buyer');
    expect(types(retake(withMother(), { grounds: 'buyer-recognised', isBuyer: true }))[0]).toBe('rescue.protection-taken');
  });
});

describe('A relative who is found to have bought a person (R-3)', () => {
  const [householdId, digest] = [id(70), 'b'.repeat(64)];
  const withMother = (): Custody => {
    const custody = aCustodyAtTheStation();
    prove(custody);
    handOver(custody);
    return custody;
  };

  it('is an alarm while the child is with them, also for good, and said once', () => {
    for (const isHome of [false, true]) {
      const custody = withMother();
      const home = { by: relief, at: at('13:00'), isAbroad: false, isBuyer: false, involved: [] };
      if (isHome) custody.end({ ...home, reason: 'with-family' });
      expect(custody.recogniseBuyer({ householdId, marks: [digest] })).toEqual([
        { type: 'rescue.buyer-has-victim', v: 1, data: { custodyId: id(100), victimId: id(10), householdId } },
      ]);
      expect(custody.recogniseBuyer({ householdId, marks: [MOTHER] })).toEqual([]);
      expect(types(custody.recogniseBuyer({ householdId: id(71), marks: [MOTHER] }))).toEqual(['rescue.buyer-has-victim']);
    }
  });

  it('is none where the child is with somebody else', () => {
    expect(withMother().recogniseBuyer({ householdId, marks: ['c'.repeat(64)] })).toEqual([]);
    const custody = aCustodyAtTheStation();
    prove(custody);
    expect(custody.recogniseBuyer({ householdId, marks: [digest, MOTHER] })).toEqual([]);
    expect(custody.buyerHouseholds).toEqual([]);
  });
});

describe('The end of care', () => {
  it('comes by an adult\'s own will, and a minor has none', () => {
    const custody = anOfferedCustody();
    expect(code(() => custody.goOwnWay({ by: officer, at: at('10:00'), isMinor: true }))).toBe('rescue.minor-cannot-decide');
    expect(code(() => custody.goOwnWay({ by: stranger, at: at('10:00'), isMinor: false }))).toBe('rescue.not-the-holder');
    const facts = custody.goOwnWay({ by: officer, at: at('10:00'), isMinor: false });
    expect(facts[0]).toMatchObject({ type: 'rescue.custody-ended', data: { reason: 'own-will' } });
    expect(custody.holder).toBeNull();
    expect(custody.history).toMatchObject([{ from: at('07:30'), to: at('10:00') }]);
    expect(custody.goOwnWay({ by: officer, at: at('11:00'), isMinor: false })).toEqual([]);
    expect(code(() => offer(custody))).toBe('rescue.custody-ended');
    expect(custody.handAbroad({ toUnit: abroad.unitId, toPerson: abroad.personId, at: at('12:00') })).toEqual([]);
  });

  it('fits who has the victim', () => {
    const end = (custody: Custody, given: Partial<Parameters<Custody['end']>[0]> = {}): Fact[] =>
      custody.end({
        by: relief, at: at('13:00'), reason: 'with-family', isAbroad: false, isBuyer: false, involved: [], ...given,
      });
    const custody = aCustodyAtTheStation();
    expect(code(() => end(custody))).toBe('rescue.ending-does-not-fit');
    expect(code(() => end(custody, { reason: 'received-abroad' }))).toBe('rescue.ending-does-not-fit');
    prove(custody);
    handOver(custody);
    expect(code(() => end(custody, { by: stranger }))).toBe('rescue.not-involved');
    expect(code(() => end(custody, { at: at('11:59') }))).toBe('time.before-last-change');
    expect(code(() => end(custody, { isBuyer: true }))).toBe('rescue.buyer-household');
    expect(end(custody)[0]).toMatchObject({ type: 'rescue.custody-ended', data: { reason: 'with-family' } });
    expect(end(custody)).toEqual([]);
    expect(code(() => end(custody, { reason: 'received-abroad' }))).toBe('rescue.custody-ended');
    const away = aCustody();
    away.handAbroad({ toUnit: abroad.unitId, toPerson: abroad.personId, at: at('09:00') });
    expect(end(away, { by: stranger, involved: [stranger.unitId], reason: 'received-abroad', isAbroad: true }))
      .toMatchObject([{ data: { reason: 'received-abroad' } }]);
  });
});
