import { describe, expect, it } from '@jest/globals';
import type { UnitKind } from '#contracts';
import { caseOf } from './gates.js';
import { Handover } from './handover.js';
import { ITEMS_MAX } from './handover-state.js';
import {
  aHandover, aListedHandover, anAcceptedHandover, aSealedHandover, aSigning, aTraveller, august, BORDER, BOTH, CASE,
  counterpart, counterpartColleague, escort, HOA, id, july, LAO_CAI, liaison, MAI, refusalOf, SEALED, SIGNED, stateOf,
  stranger, types, unchanged, WAY,
} from '../../test/a-return.js';

function silent(handover: Handover, work: () => unknown): void {
  const before = stateOf(handover);
  expect(work()).toEqual([]);
  expect(stateOf(handover)).toEqual(before);
}

const HOA_UNFIT = [aTraveller(HOA, ['cross-border.not-fit-to-travel']), aTraveller(MAI)];

const split = (handover: Handover, given: Partial<Parameters<Handover['split']>[0]> = {}) => handover.split({
  by: liaison, at: july(29, '09:50'), returnId: HOA.returnId, reason: 'not-fit-to-travel',
  scheduledAt: august(6, '09:30'), newId: id(301), ...given,
});

function aSignedHandover(): Handover {
  const handover = anAcceptedHandover();
  handover.sign(aSigning(escort));
  handover.sign(aSigning(counterpart));
  return handover;
}

describe('A handover', () => {
  const schedule = (travellers = BOTH, scheduledAt = july(29, '10:00'), kind: UnitKind = 'foreign-border') => Handover.schedule({
    by: liaison, at: july(28), id: WAY, caseId: CASE, port: 'hekou', scheduledAt, counterpart: LAO_CAI,
    travellers, unitKind: kind,
  });

  it('is with police or border units abroad, and of one case', () => {
    const centre = (): unknown => schedule(BOTH, july(29, '10:00'), 'foreign-social-protection');
    expect(refusalOf(centre).code).toBe('cross-border.not-a-counterpart');
    expect(caseOf([{ caseId: CASE }, { caseId: CASE }])).toBe(CASE);
    expect(refusalOf(() => caseOf([{ caseId: CASE }, { caseId: WAY }])).code).toBe('cross-border.not-of-one-case');
  });

  it('shows what stands in the manifest to its two sides', () => {
    const handover = aHandover();
    for (const by of [liaison, counterpart]) expect(handover.mayRead({ by })).toBeUndefined();
    expect(refusalOf(() => handover.mayRead({ by: stranger })).code).toBe('access.not-permitted');
  });

  it('is scheduled for persons who may go', () => {
    const [handover, facts] = schedule();
    expect(facts).toEqual([{ type: 'cross-border.handover-scheduled', v: 1, data: {
      handoverId: WAY, returnIds: [HOA.returnId, MAI.returnId], port: 'hekou', at: july(29, '10:00'), counterpart: LAO_CAI,
    } }]);
    expect(handover).toMatchObject({ state: 'scheduled', sendingUnit: BORDER, counterpart: LAO_CAI, items: [], signatures: [] });
    expect(handover.persons).toMatchObject([{ ...HOA, destination: 'family' }, { ...MAI, destination: 'family' }]);
  });

  it('is refused with the first gate that is shut, and says all of them', () => {
    const travellers = [
      aTraveller(HOA, ['cross-border.document-missing', 'cross-border.not-fit-to-travel']),
      aTraveller(MAI, ['cross-border.family-at-risk']),
    ];
    expect(refusalOf(() => schedule(travellers))).toEqual({
      code: 'cross-border.document-missing',
      details: {
        returnId: HOA.returnId, missing: travellers[0]!.missing,
        persons: travellers.map(({ returnId, missing }) => ({ returnId, missing })),
      },
    });
  });

  it('is refused for a buyer household before anything else', () => {
    const travellers = [aTraveller(HOA, ['cross-border.document-missing']), aTraveller(MAI, ['cross-border.buyer-household'])];
    expect(refusalOf(() => schedule(travellers)).code).toBe('cross-border.buyer-household');
  });

  it('is not scheduled for a time that has passed', () => {
    expect(refusalOf(() => schedule(BOTH, july(27))).code).toBe('cross-border.time-passed');
  });

  it('is postponed by the sending unit, which makes void what was sealed for the old time', () => {
    const handover = anAcceptedHandover();
    const postpone = (by = liaison, scheduledAt = july(30, '10:00')) =>
      handover.postpone({ by, at: july(29, '10:20'), scheduledAt });
    silent(handover, () => postpone(liaison, july(29, '10:00')));
    expect(unchanged(handover, () => postpone(counterpart)).code).toBe('cross-border.not-the-sending-unit');
    expect(unchanged(handover, () => postpone(liaison, july(28))).code).toBe('cross-border.time-passed');
    expect(postpone())
      .toEqual([{ type: 'cross-border.handover-postponed', v: 1, data: { handoverId: WAY, at: july(30, '10:00') } }]);
    expect(handover).toMatchObject({ state: 'scheduled', scheduledAt: july(30, '10:00'), sealedDigest: null });
    expect(handover.items.every(({ accepted }) => accepted === null)).toBe(true);
  });

  it('is refused by the receiving side, and goes on only with a new time', () => {
    const handover = aSealedHandover();
    const refuse = (by = counterpart) => handover.refuse({ by, at: july(29, '10:05'), reason: 'port-closed' });
    expect(unchanged(handover, () => refuse(liaison)).code).toBe('cross-border.not-the-counterpart');
    expect(refuse()).toEqual([{ type: 'cross-border.handover-refused', v: 1, data: { handoverId: WAY, reason: 'port-closed' } }]);
    silent(handover, refuse);
    const seal = () => handover.seal({ by: escort, at: july(30), digest: SEALED, travellers: BOTH });
    expect(unchanged(handover, seal)).toEqual({ code: 'cross-border.handover-refused', details: { reason: 'port-closed' } });
    expect(unchanged(handover, () => handover.sign(aSigning(escort))).code).toBe('cross-border.handover-refused');
    expect(types(handover.postpone({ by: liaison, at: july(29, '11:00'), scheduledAt: july(31) })))
      .toEqual(['cross-border.handover-postponed']);
    expect(types(seal())).toEqual(['cross-border.manifest-sealed']);
  });

  it('keeps time in order', () => {
    expect(refusalOf(() => aSealedHandover().postpone({ by: liaison, at: july(28, '12:00'), scheduledAt: july(30) })).code)
      .toBe('time.before-last-change');
  });

  it('does not change any more when it is done', () => {
    const handover = aSignedHandover();
    const at = july(29, '11:00');
    for (const work of [
      () => handover.postpone({ by: liaison, at, scheduledAt: july(30) }),
      () => split(handover, { at }),
      () => handover.listItem({ by: escort, at, itemId: id(599), kind: 'document', returnId: HOA.returnId }),
      () => handover.refuse({ by: counterpart, at, reason: 'no-authority' }),
      () => handover.acceptItem({ by: counterpart, at, n: 1, remark: 'damaged' }),
    ]) expect(unchanged(handover, work).code).toBe('cross-border.handover-done');
  });
});

describe('A split (X-4)', () => {
  it('gives one person a handover of her own with everything that is hers, and loses nothing', () => {
    const handover = aSealedHandover();
    const before = handover.items.map(({ itemId }) => itemId);
    const [own, splitFacts, scheduled] = split(handover);
    expect(splitFacts).toEqual([{ type: 'cross-border.handover-split', v: 1, data: {
      handoverId: WAY, newHandoverId: id(301), returnId: HOA.returnId, reason: 'not-fit-to-travel',
    } }]);
    expect(scheduled[0]).toMatchObject({ type: 'cross-border.handover-scheduled', data: {
      handoverId: id(301), returnIds: [HOA.returnId], at: august(6, '09:30'), counterpart: LAO_CAI, port: 'hekou',
    } });
    expect(own).toMatchObject({ state: 'scheduled', caseId: CASE, sendingUnit: BORDER, sealedDigest: null, signatures: [] });
    expect([own, handover].map(({ persons }) => persons.map(({ returnId }) => returnId)))
      .toEqual([[HOA.returnId], [MAI.returnId]]);
    expect([...own.items, ...handover.items].map(({ itemId }) => itemId).sort()).toEqual(before);
    expect(own.items.every(({ returnId }) => returnId === HOA.returnId)).toBe(true);
    expect([own, handover].map(({ items }) => items.map(({ n }) => n))).toEqual([[1, 2], [1, 2]]);
  });

  it('makes both manifests be sealed, accepted and signed anew', () => {
    const handover = anAcceptedHandover();
    handover.sign(aSigning(escort, { at: july(29, '10:20') }));
    const [own] = split(handover, { at: july(29, '10:30') });
    for (const one of [own, handover]) {
      expect(one).toMatchObject({ state: 'scheduled', sealedDigest: null, signatures: [], signedTextId: null });
      expect(one.items.every(({ accepted }) => accepted === null)).toBe(true);
      expect(refusalOf(() => one.sign(aSigning(counterpart))).code).toBe('cross-border.manifest-not-sealed');
    }
  });

  it('is refused for a stranger, by a stranger, and for the last one', () => {
    const handover = aListedHandover();
    expect(unchanged(handover, () => split(handover, { returnId: id(999) })).code).toBe('cross-border.not-in-handover');
    expect(unchanged(handover, () => split(handover, { by: counterpart })).code).toBe('cross-border.not-the-sending-unit');
    expect(unchanged(handover, () => split(handover, { scheduledAt: july(28) })).code).toBe('cross-border.time-passed');
    split(handover);
    expect(unchanged(handover, () => split(handover, { returnId: MAI.returnId })).code).toBe('cross-border.last-person');
    expect(unchanged(handover, () => split(handover)).code).toBe('cross-border.last-person');
  });
});

describe('A manifest (X-4)', () => {
  const list = (handover: Handover, kind: 'person' | 'belonging' = 'belonging', returnId = HOA.returnId) =>
    handover.listItem({ by: escort, at: july(28, '16:00'), itemId: id(590), kind, returnId });
  const seal = (handover: Handover, travellers = BOTH, by = escort) =>
    handover.seal({ by, at: july(29, '09:30'), digest: SEALED, travellers });

  it('lists items in order and closes up when one is struck', () => {
    const handover = aListedHandover();
    expect(list(handover)).toEqual([{ type: 'cross-border.item-listed', v: 1, data: {
      handoverId: WAY, itemId: id(590), returnId: HOA.returnId, kind: 'belonging',
    } }]);
    const struck = handover.strikeItem({ by: escort, at: july(28, '16:10'), n: 2 });
    expect(struck).toEqual([{ type: 'cross-border.item-struck', v: 1, data: { handoverId: WAY, itemId: id(501) } }]);
    expect(handover.items.map(({ n, itemId }) => [n, itemId])).toEqual([[1, id(500)], [2, id(502)], [3, id(503)], [4, id(590)]]);
    expect(unchanged(handover, () => handover.strikeItem({ by: escort, at: july(28, '16:20'), n: 9 })).code)
      .toBe('cross-border.unknown-item');
  });

  it('lists each person once, things of these persons only, and has a limit', () => {
    const handover = aListedHandover();
    expect(unchanged(handover, () => list(handover, 'person')).code).toBe('cross-border.person-already-listed');
    expect(unchanged(handover, () => list(handover, 'belonging', id(999))).code).toBe('cross-border.not-in-handover');
    expect(unchanged(handover, () => handover.listItem({
      by: counterpart, at: july(28, '16:00'), itemId: id(590), kind: 'belonging', returnId: HOA.returnId,
    })).code).toBe('cross-border.not-the-sending-unit');
    while (handover.items.length < ITEMS_MAX) list(handover);
    expect(unchanged(handover, () => list(handover)).code).toBe('cross-border.manifest-full');
  });

  it('is sealed once, with its digest, when every person is on it', () => {
    const empty = aHandover();
    expect(unchanged(empty, () => seal(empty)))
      .toEqual({ code: 'cross-border.person-item-missing', details: { returnIds: [HOA.returnId, MAI.returnId] } });
    const handover = aListedHandover();
    expect(unchanged(handover, () => seal(handover, BOTH, stranger)).code).toBe('cross-border.not-the-sending-unit');
    expect(seal(handover))
      .toEqual([{ type: 'cross-border.manifest-sealed', v: 1, data: { handoverId: WAY, items: 4, digest: SEALED } }]);
    silent(handover, () => seal(handover));
    expect(unchanged(handover, () => list(handover)).code).toBe('cross-border.manifest-sealed');
    expect(unchanged(handover, () => handover.strikeItem({ by: escort, at: july(29), n: 1 })).code)
      .toBe('cross-border.manifest-sealed');
  });

  it('is not sealed with somebody in it who failed the check of that day', () => {
    const handover = aListedHandover();
    expect(unchanged(handover, () => seal(handover, HOA_UNFIT)).code).toBe('cross-border.not-fit-to-travel');
    split(handover, { at: july(29, '09:00') });
    expect(types(seal(handover, [aTraveller(MAI)]))).toEqual(['cross-border.manifest-sealed']);
  });

  it('is accepted item by item by the receiving side, with what it noticed', () => {
    const handover = aSealedHandover();
    const accept = (n: number, remark: 'as-listed' | 'damaged', given: { by?: typeof counterpart; noteId?: string } = {}) =>
      handover.acceptItem({ by: counterpart, at: july(29, '10:10'), n, remark, ...given });
    const draft = aListedHandover();
    expect(unchanged(draft, () => draft.acceptItem({ by: counterpart, at: july(29), n: 1, remark: 'as-listed' })).code)
      .toBe('cross-border.manifest-not-sealed');
    expect(unchanged(handover, () => accept(1, 'as-listed', { by: escort })).code).toBe('cross-border.not-the-counterpart');
    expect(unchanged(handover, () => accept(9, 'as-listed')).code).toBe('cross-border.unknown-item');
    expect(accept(2, 'damaged', { noteId: id(610) })).toEqual([
      { type: 'cross-border.item-accepted', v: 1, data: { handoverId: WAY, item: 2, remark: 'damaged' } },
    ]);
    expect(handover.items[1]!.accepted)
      .toEqual({ remark: 'damaged', noteId: id(610), byPerson: counterpart.personId, at: july(29, '10:10') });
    silent(handover, () => accept(2, 'damaged'));
    expect(accept(2, 'as-listed')).toHaveLength(1);
  });
});

describe('The two signatures (X-4)', () => {
  const sign = (handover: Handover, ...given: Parameters<typeof aSigning>) => handover.sign(aSigning(...given));

  it('wait until every item is accepted', () => {
    const handover = aSealedHandover();
    handover.acceptItem({ by: counterpart, at: july(29, '10:10'), n: 2, remark: 'as-listed' });
    expect(unchanged(handover, () => sign(handover, escort)))
      .toEqual({ code: 'cross-border.items-not-accepted', details: { items: [1, 3, 4] } });
    const draft = aListedHandover();
    expect(unchanged(draft, () => sign(draft, escort)).code).toBe('cross-border.manifest-not-sealed');
  });

  it('finish the handover together, in whichever order, and never one alone', () => {
    for (const order of [[escort, counterpart], [counterpart, escort]]) {
      const handover = anAcceptedHandover();
      const facts = sign(handover, order[0]!);
      expect(facts).toEqual([{ type: 'cross-border.manifest-signed', v: 1, data: {
        handoverId: WAY, side: order[0] === escort ? 'sending' : 'receiving', personId: order[0]!.personId, keyId: id(600),
        digest: SIGNED, signature: 'A'.repeat(86),
      } }]);
      expect([handover.state, handover.isSignedByBoth]).toEqual(['sealed', false]);
      sign(handover, order[1]!);
      expect([handover.state, handover.isSignedByBoth]).toEqual(['handed-over', true]);
      expect(handover.receiver).toBe(counterpart.personId);
    }
  });

  it('are silent the second time, and refuse a second person of the same side', () => {
    const handover = anAcceptedHandover();
    sign(handover, counterpart);
    silent(handover, () => sign(handover, counterpart));
    expect(unchanged(handover, () => sign(handover, counterpartColleague)))
      .toEqual({ code: 'cross-border.already-signed', details: { side: 'receiving' } });
    const correct = () => handover.acceptItem({ by: counterpart, at: july(29, '10:50'), n: 1, remark: 'damaged' });
    expect(unchanged(handover, correct).code)
      .toBe('cross-border.already-signed');
    sign(handover, escort);
    silent(handover, () => sign(handover, escort));
  });

  it('belong each to its own side and to two persons', () => {
    const handover = anAcceptedHandover();
    expect(unchanged(handover, () => sign(handover, escort, { side: 'receiving' })))
      .toEqual({ code: 'cross-border.wrong-side', details: { side: 'receiving', unitId: LAO_CAI } });
    expect(unchanged(handover, () => sign(handover, stranger, { side: 'sending' })).code).toBe('cross-border.wrong-side');
    sign(handover, escort);
    expect(unchanged(handover, () => sign(handover, { ...escort, unitId: LAO_CAI })).code)
      .toBe('cross-border.one-person-two-sides');
  });

  it('need a key of the signer that was registered before, and must fit', () => {
    const handover = anAcceptedHandover();
    const key = { personId: escort.personId, unitId: BORDER, validFrom: july(1) };
    const refused = (given: Parameters<typeof aSigning>[1]) => unchanged(handover, () => sign(handover, escort, given)).code;
    expect(refused({ key: null })).toBe('cross-border.unknown-key');
    expect(refused({ key: { ...key, personId: liaison.personId } })).toBe('cross-border.key-not-yours');
    expect(refused({ key: { ...key, unitId: LAO_CAI } })).toBe('cross-border.key-not-yours');
    expect(refused({ key: { ...key, validFrom: july(29, '10:41') } })).toBe('cross-border.unknown-key');
    expect(refused({ isGenuine: false })).toBe('cross-border.signature-invalid');
  });

  it('are not given while somebody in the handover may not go', () => {
    const handover = anAcceptedHandover();
    expect(unchanged(handover, () => sign(handover, escort, { travellers: HOA_UNFIT })).code)
      .toBe('cross-border.not-fit-to-travel');
  });
});
