import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { idOf, minute } from '../../test/sayings.js';
import { begin, checkTiling, demand, end, holdersAt, pass, type Interval } from './intervals.js';

const interval = (from: number, to: number | null, given: Partial<Interval> = {}): Interval => ({
  number: 1, unitId: '532503-psb', personId: idOf(1), vacant: false, fromAt: minute(from), toAt: to === null ? null : minute(to),
  ended: false, recordedAt: minute(from), ...given,
});
const next = (from: number) => ({ unitId: '532500-psb', personId: idOf(2), fromAt: minute(from), recordedAt: minute(from) });

describe('The proof that intervals tile', () => {
  it('finds nothing where one begins when the other ends', () => {
    expect(checkTiling([interval(0, 10), interval(10, 20, { personId: idOf(2) }), interval(20, null)])).toEqual([]);
    expect(checkTiling([])).toEqual([]);
  });

  it('finds a gap, and when it could first be seen', () => {
    expect(checkTiling([interval(0, 10), interval(12, null)]))
      .toEqual([{ kind: 'gap', fromAt: minute(10), toAt: minute(12), seenAt: minute(12) }]);
  });

  it('finds two holders at once, and one who is written down twice', () => {
    expect(checkTiling([interval(0, 10), interval(8, 20, { personId: idOf(2) })]))
      .toEqual([{ kind: 'two-holders', fromAt: minute(8), toAt: minute(10), seenAt: minute(8) }]);
    expect(checkTiling([interval(0, null), interval(8, null)]))
      .toEqual([{ kind: 'overlap', fromAt: minute(8), toAt: null, seenAt: minute(8) }]);
  });

  it('sees that a short one inside a long one leaves no gap behind it', () => {
    expect(checkTiling([interval(0, 100), interval(10, 20), interval(100, null)]).map(({ kind }) => kind)).toEqual(['overlap']);
  });

  it('lets what lasted no time drop out', () => {
    expect(checkTiling([interval(0, 10), interval(10, 10, { personId: idOf(9) }), interval(10, null)])).toEqual([]);
  });

  it('asks nobody to answer after the end, until it begins anew', () => {
    expect(checkTiling([interval(0, 10, { ended: true }), interval(50, null)])).toEqual([]);
  });

  it('takes time that is nobody\'s for a gap', () => {
    expect(checkTiling([interval(0, 5, { vacant: true, unitId: null, personId: null }), interval(5, null)]))
      .toEqual([{ kind: 'gap', fromAt: minute(0), toAt: minute(5), seenAt: minute(0) }]);
  });

  it('finds the fault wherever a row of tiles is damaged', () => {
    const tiles = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 12 }).map((lengths) => {
      let at = 0;
      return lengths.map((length, index) => interval(at, (at += length), { personId: idOf(index), number: index + 1 }));
    });
    fc.assert(fc.property(tiles, fc.nat(), fc.boolean(), (row, which, isGap) => {
      expect(checkTiling(row)).toEqual([]);
      const index = which % (row.length - 1);
      const moved = new Date(Date.parse(row[index]!.toAt!) + (isGap ? -30_000 : 30_000)).toISOString();
      const damaged = row.map((tile, at) => (at === index ? { ...tile, toAt: moved } : tile));
      expect(checkTiling(damaged)).toEqual([
        expect.objectContaining(
          isGap
            ? { kind: 'gap', fromAt: moved, toAt: row[index]!.toAt }
            : { kind: 'two-holders', fromAt: row[index]!.toAt, toAt: moved },
        ),
      ]);
    }));
  });
});

describe('A holder', () => {
  const one = begin<Interval>([], next(0));

  it('begins, hands over at the same moment, and ends', () => {
    const ended = end(pass(one, next(5)), minute(9));
    expect(ended.map(({ number, fromAt, toAt, ended: isLast }) => [number, fromAt, toAt, isLast]))
      .toEqual([[1, minute(0), minute(5), false], [2, minute(5), minute(9), true]]);
    expect(checkTiling(ended)).toEqual([]);
  });

  it('leaves time that is nobody\'s when the next one takes over after the end', () => {
    const late = pass(end(one, minute(5)), next(8));
    expect(late.map(({ vacant }) => vacant)).toEqual([false, true, false]);
    expect(checkTiling(late)).toEqual([expect.objectContaining({ kind: 'gap', fromAt: minute(5), toAt: minute(8) })]);
  });

  it('is missed from the moment at which somebody must answer', () => {
    const awaited = demand<Interval>([], next(0));
    expect(checkTiling(awaited)).toEqual([expect.objectContaining({ kind: 'gap', fromAt: minute(0), toAt: null })]);
    expect(checkTiling(begin(awaited, next(3)))).toEqual([
      expect.objectContaining({ kind: 'gap', fromAt: minute(0), toAt: minute(3) }),
    ]);
    expect(checkTiling(begin(awaited, next(0)))).toEqual([]);
    expect(demand(one, next(4))).toEqual(one);
  });

  it('who begins beside another one is a second one', () => {
    expect(checkTiling(begin(one, next(3)))).toEqual([expect.objectContaining({ kind: 'overlap', fromAt: minute(3) })]);
  });

  it('shows time that runs backwards', () => {
    const backwards = pass(pass(one, next(10)), next(6));
    expect(backwards.map(({ fromAt, toAt }) => [fromAt, toAt]))
      .toEqual([[minute(0), minute(10)], [minute(10), minute(10)], [minute(6), null]]);
    expect(checkTiling(backwards)).toEqual([expect.objectContaining({ kind: 'overlap', fromAt: minute(6), toAt: minute(10) })]);
  });

  it('answers from the first moment on, up to but without the last', () => {
    const handed = pass(one, next(5));
    expect(holdersAt(handed, minute(4)).map(({ number }) => number)).toEqual([1]);
    expect(holdersAt(handed, minute(5)).map(({ number }) => number)).toEqual([2]);
    expect(holdersAt(handed, minute(-1))).toEqual([]);
    expect(holdersAt(demand<Interval>([], next(0)), minute(1))).toEqual([]);
  });
});
