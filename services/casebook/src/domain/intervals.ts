import type { Instant } from '#contracts';

/** From `fromAt` on, up to but without `toAt` (null: still), this holder answered. */
export interface Interval {
  /** Counts 1, 2, 3 … in the order in which the facts of its source came. */
  readonly number: number;
  readonly unitId: string | null;
  readonly personId: string | null;
  /** True when somebody had to answer and nobody did. */
  readonly vacant: boolean;
  readonly fromAt: Instant;
  readonly toAt: Instant | null;
  /** True when it ended because the matter ended, and not because somebody else took over. */
  readonly ended: boolean;
  /** When the system learnt of its beginning. */
  readonly recordedAt: Instant;
}

export const TILING_FAULTS = ['gap', 'overlap', 'two-holders'] as const;
export type TilingFault = (typeof TILING_FAULTS)[number];

/** A stretch of time in which not exactly one holder answered. */
export interface Finding {
  readonly kind: TilingFault;
  readonly fromAt: Instant;
  readonly toAt: Instant | null;
  /** When the system could first know it. */
  readonly seenAt: Instant;
}

/** An interval as it begins: its number and its end come with its place in the list. */
export type Beginning<I extends Interval> = Omit<I, 'number' | 'toAt' | 'ended' | 'vacant'>;

/** Somebody begins to answer. Whoever answered already goes on: then there are two, and the prover finds them. */
export function begin<I extends Interval>(known: readonly I[], next: Beginning<I>): I[] {
  const kept = known.at(-1)?.vacant ? withoutMoment(known, next) : known;
  return [...kept.map((interval) => (interval.vacant ? closed(interval, next.fromAt, false) : interval)), numbered(kept, next)];
}

/** The next one takes over from whoever answers; where nobody did, the time since the last holder is nobody's. */
export function pass<I extends Interval>(known: readonly I[], next: Beginning<I>): I[] {
  const kept = withoutMoment(known, next);
  if (kept !== known || known.some(isOpen)) {
    const handed = kept.map((interval) => closed(interval, next.fromAt, false));
    return [...handed, numbered(kept, next)];
  }
  const left = lastEnd(known);
  if (left === null || left >= next.fromAt) return [...known, numbered(known, next)];
  const withHole = [...known, { ...vacancy(known, next, left), toAt: next.fromAt }];
  return [...withHole, numbered(withHole, next)];
}

/** From now on somebody must answer; where nobody does, the time is nobody's until somebody begins. */
export function demand<I extends Interval>(known: readonly I[], next: Beginning<I>): I[] {
  return known.some(isOpen) ? [...known] : [...known, vacancy(known, next, next.fromAt)];
}

/** The matter has ended: nobody answers any more, and nobody has to. */
export const end = <I extends Interval>(known: readonly I[], at: Instant): I[] =>
  known.map((interval) => closed(interval, at, true));

/**
 * Proves that intervals tile: at every moment from the first beginning to the end exactly one holder answers.
 * What lasted no time drops out. It looks at the intervals only, not at how they came about.
 */
export function checkTiling(intervals: readonly Interval[]): Finding[] {
  const findings: Finding[] = [];
  const spans = intervals.filter(lasts).sort((a, b) => (a.fromAt < b.fromAt ? -1 : Number(a.fromAt > b.fromAt)));
  let reach: Interval | undefined;
  for (const span of spans) {
    if (span.vacant) findings.push({ kind: 'gap', fromAt: span.fromAt, toAt: span.toAt, seenAt: span.recordedAt });
    if (reach) findings.push(...between(reach, span));
    if (!reach || reachesFurther(span, reach)) reach = span;
  }
  return [...new Map(findings.sort(byEnd).map((finding) => [`${finding.kind} ${finding.fromAt}`, finding])).values()];
}

/** Who answered at a moment: exactly one, where the intervals tile. */
export const holdersAt = <I extends Interval>(intervals: readonly I[], at: Instant): I[] =>
  intervals.filter((interval) => interval.fromAt <= at && (interval.toAt === null || at < interval.toAt) && !interval.vacant);

export const lasts = ({ fromAt, toAt }: Pick<Interval, 'fromAt' | 'toAt'>): boolean => toAt === null || fromAt < toAt;

/** How an earlier interval, the one that reaches furthest, and the next one meet. */
function between(before: Interval, next: Interval): Finding[] {
  const seenAt = before.recordedAt > next.recordedAt ? before.recordedAt : next.recordedAt;
  if (before.toAt !== null && before.toAt < next.fromAt)
    return before.ended ? [] : [{ kind: 'gap', fromAt: before.toAt, toAt: next.fromAt, seenAt }];
  if (before.toAt === next.fromAt) return [];
  const isSame = before.unitId === next.unitId && before.personId === next.personId;
  return [{ kind: isSame ? 'overlap' : 'two-holders', fromAt: next.fromAt, toAt: earlierEnd(before.toAt, next.toAt), seenAt }];
}

const isOpen = ({ toAt }: Interval): boolean => toAt === null;

/** Of findings that begin together the longest remains. */
const byEnd = (one: Finding, other: Finding): number => {
  if (one.toAt === other.toAt) return 0;
  return one.toAt !== null && (other.toAt === null || one.toAt < other.toAt) ? -1 : 1;
};

const earlierEnd = (one: Instant | null, other: Instant | null): Instant | null =>
  (one === null || (other !== null && other < one) ? other : one);

const reachesFurther = (one: Interval, other: Interval): boolean =>
  other.toAt !== null && (one.toAt === null || one.toAt > other.toAt);

/** Time that runs backwards gives an interval of no length, and an overlap that the prover finds. */
function closed<I extends Interval>(interval: I, at: Instant, ended: boolean): I {
  return isOpen(interval) ? { ...interval, toAt: at < interval.fromAt ? interval.fromAt : at, ended } : interval;
}

/** Whoever would answer for no time at all drops out: the next one has their place in the list. */
function withoutMoment<I extends Interval>(known: readonly I[], next: Beginning<I>): readonly I[] {
  const last = known.at(-1);
  return last && isOpen(last) && last.fromAt === next.fromAt ? known.slice(0, -1) : known;
}

const numbered = <I extends Interval>(known: readonly I[], next: Beginning<I>): I =>
  ({ ...next, number: known.length + 1, vacant: false, toAt: null, ended: false }) as I;

const vacancy = <I extends Interval>(known: readonly I[], next: Beginning<I>, fromAt: Instant): I =>
  ({ ...numbered(known, next), unitId: null, personId: null, vacant: true, fromAt });

const lastEnd = (known: readonly Interval[]): Instant | null =>
  known.reduce<Instant | null>((last, { toAt }) => (last === null || (toAt !== null && toAt > last) ? toAt : last), null);
