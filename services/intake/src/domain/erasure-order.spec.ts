import { describe, expect, it } from '@jest/globals';
import { Refusal, type Actor } from '#contracts';
import { ErasureOrder } from './erasure-order.js';

const [ID, CASE, STAGE] = [1, 2, 3].map((n) => `0198c0de-0000-7000-8000-00000000000${n}`) as [string, string, string];
const person = (n: number, unitId: string): Actor =>
  ({ personId: `0198c0de-0000-7000-8000-0000000000a${n}`, unitId, post: 'head' });
const [ONE, OTHER] = [person(1, '532528-psb'), person(2, '532500-psb')];
const PAPER = { ground: 'retention-over', documentNumber: 'YYGA-2031-17' } as const;
const OVER = { openStages: [] };

const proposed = (): ErasureOrder => {
  const order = ErasureOrder.of({ id: ID, caseId: CASE });
  order.propose({ by: ONE, ...OVER, ...PAPER });
  return order;
};

function refusal(act: () => unknown): string | undefined {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return undefined;
}

describe('An erasure', () => {
  it('is proposed on a ground and under a document; a later proposal takes the place of an earlier one', () => {
    const order = ErasureOrder.of({ id: ID, caseId: CASE });
    expect(order.propose({ by: ONE, ...OVER, ...PAPER })).toEqual([
      { type: 'intake.erasure-proposed', v: 1, data: { erasureId: ID, ...PAPER } }]);
    expect(order.propose({ by: ONE, ...OVER, ...PAPER })).toEqual([]);
    expect(order.propose({ by: OTHER, ...OVER, ...PAPER })).toHaveLength(1);
    expect(order).toMatchObject({ state: 'proposed', proposedBy: OTHER.personId, proposedByUnit: OTHER.unitId });
  });

  it('is ordered by another person of another unit, who knows the document', () => {
    const order = proposed();
    const confirm = (by: Actor, documentNumber: string = PAPER.documentNumber) => () =>
      order.confirm({ by, ...OVER, documentNumber });
    expect(refusal(confirm(ONE))).toBe('intake.erasure-same-person');
    expect(refusal(confirm({ ...ONE, unitId: OTHER.unitId }))).toBe('intake.erasure-same-person');
    expect(refusal(confirm({ ...OTHER, unitId: ONE.unitId }))).toBe('intake.erasure-same-unit');
    expect(refusal(confirm(OTHER, 'YYGA-2031-18'))).toBe('intake.erasure-document-differs');
    expect(order.state).toBe('proposed');
    expect(confirm(OTHER)()).toEqual([{ type: 'intake.erasure-ordered', v: 1, data: {
      erasureId: ID, ...PAPER, proposedBy: ONE.personId, proposedByUnit: ONE.unitId,
    } }]);
    expect(order.state).toBe('ordered');
    expect(refusal(confirm(OTHER))).toBe('intake.erasure-done');
    expect(refusal(() => order.propose({ by: ONE, ...OVER, ...PAPER }))).toBe('intake.erasure-done');
  });

  it('waits until every stage of the case is closed', () => {
    const open = { openStages: [STAGE] };
    expect(refusal(() => ErasureOrder.of({ id: ID, caseId: CASE }).propose({ by: ONE, ...open, ...PAPER })))
      .toBe('intake.erasure-case-open');
    const { documentNumber } = PAPER;
    expect(refusal(() => proposed().confirm({ by: OTHER, ...open, documentNumber }))).toBe('intake.erasure-case-open');
  });
});
