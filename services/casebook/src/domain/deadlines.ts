import { packageOf } from '#clocks';
import {
  ClockResumed, ClockStarted, ClockStopped, ClockSuspended, type ClockRuleCode, type Instant,
} from '#contracts';
import { when, type Said, type Step } from './said.js';

/**
 * Under which deadlines a stage stands, and when it stood under none. By the time at which the system learnt of it: a
 * deadline warns and escalates from when it is on record, and cannot have run before.
 */
export interface Deadlines {
  readonly caseId: string;
  readonly stageId: string;
  /** Ids of the deadlines that run, and of the offer that waits, with a blank between them. */
  readonly running: string;
  /** Since when an open stage stands under none. */
  readonly untimedSince: Instant | null;
  /** When it stood under none: ISO 8601 intervals, with a blank between them. */
  readonly untimed: string;
}

/** A stretch of time in which an open stage had no running deadline. */
export interface Untimed {
  readonly kind: 'no-clock';
  readonly fromAt: Instant;
  readonly toAt: Instant | null;
  readonly seenAt: Instant;
}

/** A stage begins, and with it the duty to be under a deadline. */
export const noneYet = (of: Pick<Deadlines, 'caseId' | 'stageId'>, at: Instant): Deadlines =>
  ({ caseId: of.caseId, stageId: of.stageId, running: '', untimedSince: at, untimed: '' });

/** A deadline of the stage begins to run, or an offer to wait. */
export function timedBy(now: Deadlines, id: string, at: Instant): Deadlines {
  const running = [...idsOf(now).filter((known) => known !== id), id].join(' ');
  return { ...untimedUpTo(now, at), running };
}

/** It runs, or waits, no longer. */
export function untimedBy(now: Deadlines, id: string, at: Instant): Deadlines {
  const ids = idsOf(now);
  if (!ids.includes(id)) return now;
  const left = ids.filter((known) => known !== id);
  return { ...now, running: left.join(' '), untimedSince: left.length === 0 ? at : null };
}

/** A stage that is closed needs no deadline. */
export const needsNone = (now: Deadlines, at: Instant): Deadlines => ({ ...untimedUpTo(now, at), running: '' });

/** When the stage stood under no deadline, and since when it does, if so. What lasted no time is nothing. */
export function untimedIn({ untimedSince, untimed }: Deadlines): Untimed[] {
  const over = untimed === '' ? [] : untimed.split(' ').map((stretch) => stretch.split('/') as [Instant, Instant]);
  const stretches = [...over, ...(untimedSince === null ? [] : [[untimedSince, null] as const])];
  return stretches.map(([fromAt, toAt]) => ({ kind: 'no-clock', fromAt, toAt, seenAt: fromAt }));
}

type Ledger = { readonly now: { readonly state: 'open' | 'closed' }; readonly deadlines: Deadlines };
type ClockSaid = Said<{ readonly clockId: string; readonly rule: ClockRuleCode }>;

/**
 * What each fact about a deadline changes for the stage that its record keeps. Where the record keeps no stage, as the care
 * of a person, there is nothing to change. The deadline of a package is its holder's, and not that of the stage.
 */
export const deadlineSteps = <L extends Ledger>(): [string, Step<L>][] => {
  type Change = (now: Deadlines, said: ClockSaid) => Deadlines;
  const step = (change: Change) => (ledger: L | undefined, said: ClockSaid): L | undefined =>
    (ledger && ledger.now.state === 'open' && packageOf(said.data.rule) === null
      ? { ...ledger, deadlines: change(ledger.deadlines, said) } : ledger);
  const runs = step((now, { data, recordedAt }) => timedBy(now, data.clockId, recordedAt));
  const rests = step((now, { data, recordedAt }) => untimedBy(now, data.clockId, recordedAt));
  return [when(ClockStarted, runs), when(ClockResumed, runs), when(ClockSuspended, rests), when(ClockStopped, rests)];
};

const idsOf = ({ running }: Deadlines): string[] => (running === '' ? [] : running.split(' '));

function untimedUpTo(now: Deadlines, at: Instant): Deadlines {
  const { untimedSince, untimed } = now;
  if (untimedSince === null) return now;
  const added = untimedSince < at ? `${untimed} ${untimedSince}/${at}`.trim() : untimed;
  return { ...now, untimed: added, untimedSince: null };
}
