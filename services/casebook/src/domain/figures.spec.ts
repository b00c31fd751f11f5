import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SMALL, withoutSmall } from './figures.js';

const cells = (...counts: number[]) => counts.map((count, index) => ({ kind: String(index), count }));
const counts = (...given: number[]) => withoutSmall(cells(...given)).map(({ count }) => count);

describe('Figures for the joint conference (C-6, C-7)', () => {
  it('keep counts that point to nobody', () => expect(counts(3, 40, 5)).toEqual([3, 40, 5]));

  it('leave out small counts', () => expect(counts(1, 2, 40)).toEqual([null, null, 40]));

  it('leave out a second one, so that a single small count cannot be worked out from the sum', () => {
    expect(counts(1, 40, 5)).toEqual([null, 40, null]);
    expect(counts(1)).toEqual([null]);
  });

  it('never show a small count, and never leave out exactly one of several', () => {
    fc.assert(fc.property(fc.array(fc.nat(12), { minLength: 2 }), (given) => {
      const shown = counts(...given);
      expect(shown.every((count) => count === null || count >= SMALL)).toBe(true);
      expect(shown.filter((count) => count === null)).not.toHaveLength(1);
    }));
  });
});
