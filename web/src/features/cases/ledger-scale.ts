import type { Held } from '../../api/records.js';

export interface Scale {
  readonly x: (at: number) => number;
  readonly ticks: readonly { readonly at: number; readonly x: number }[];
}

const MINUTE_MS = 60_000;
const TICK_PX = 92;

/** Every moment in which something passed from one to another, and now while something runs. */
export function moments(intervals: readonly Held[], now: number): number[] {
  const all = intervals.flatMap(({ fromAt, toAt }) => [Date.parse(fromAt), toAt ? Date.parse(toAt) : now]);
  return [...new Set(all)].sort((a, b) => a - b);
}

/**
 * An axis on which two minutes and two years can both be seen: each stretch between two moments is as long as the
 * logarithm of its time.
 */
export function scaleOf(at: readonly number[], [left, right]: readonly [number, number]): Scale {
  const weights = at.slice(1).map((moment, index) => Math.log2(2 + (moment - at[index]!) / MINUTE_MS));
  const whole = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const xs = [left];
  for (const weight of weights) xs.push(xs.at(-1)! + (weight / whole) * (right - left));
  const x = (moment: number): number => {
    const after = at.findIndex((known) => known >= moment);
    if (after === 0) return left;
    if (after < 0) return right;
    const [from, to] = [at[after - 1]!, at[after]!];
    return xs[after - 1]! + ((moment - from) / (to - from)) * (xs[after]! - xs[after - 1]!);
  };
  const ticks: { at: number; x: number }[] = [];
  at.forEach((moment, index) => {
    if (ticks.length === 0 || xs[index]! - ticks.at(-1)!.x >= TICK_PX) ticks.push({ at: moment, x: xs[index]! });
  });
  return { x, ticks };
}

const SHADES = 6;

/** The same unit has the same shade on every line; those that come first are told apart best. */
export function shadesOf(intervals: readonly Held[]): (unitId: string | null) => number {
  const order = [...new Set([...intervals].sort((a, b) => a.fromAt.localeCompare(b.fromAt)).map(({ unitId }) => unitId))];
  return (unitId) => order.indexOf(unitId) % SHADES;
}
