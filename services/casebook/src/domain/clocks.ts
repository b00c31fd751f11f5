import {
  ClockExtended, ClockOverdue, ClockResumed, ClockStarted, ClockStopped, ClockSuspended, ClockWarned, declarationOf,
  PackageReassigned, StageAccepted, TaskForceFormed, type ClockRuleCode, type Instant,
} from '#contracts';
import { packageOf } from '#clocks';
import { when, type Said, type Step } from './said.js';

/** A deadline that runs or stands still: when it is due, who answers, how far it has escalated. */
export interface ClockNow {
  readonly clockId: string;
  readonly caseId: string;
  readonly source: string;
  readonly subjectId: string;
  readonly rule: ClockRuleCode;
  readonly ruleVersion: number;
  readonly unitId: string;
  readonly personId: string;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly state: 'running' | 'warned' | 'overdue' | 'suspended';
  readonly warnedPercent: number | null;
  readonly overdueAt: Instant | null;
  readonly overdueStep: number | null;
  readonly toldUnit: string | null;
}

type Handed = { readonly unitId: string; readonly personId: string };
type OfClock = { readonly clockId: string };

const FRESH = { state: 'running', warnedPercent: null, overdueAt: null, overdueStep: null, toldUnit: null } as const;

/** What each fact of a clock changes; a clock that has stopped is gone. */
export const CLOCK_STEPS: ReadonlyMap<string, Step<ClockNow | null>> = new Map([
  when(ClockStarted, (_, said) => ({ ...begun(said), ruleVersion: said.data.ruleVersion })),
  when(ClockWarned, (clock, said) => ({
    ...(clock ?? begun(said)), ...answering(said.data), state: 'warned', warnedPercent: said.data.percent,
  })),
  when(ClockOverdue, (clock, said) => ({
    ...(clock ?? begun(said)), ...answering(said.data), state: 'overdue', overdueAt: clock?.overdueAt ?? said.occurredAt,
    overdueStep: said.data.step, toldUnit: said.data.toldUnit ?? null,
  })),
  when(ClockStopped, () => null),
  when(ClockSuspended, (clock) => (clock ? { ...clock, state: 'suspended' } : null)),
  when(ClockResumed, (clock, { data }) => (clock ? { ...clock, dueAt: data.dueAt, state: stateOf(clock) } : null)),
  when(ClockExtended, (clock, { data }) => (clock ? {
    ...clock, ...FRESH, dueAt: data.dueAt, state: clock.state === 'suspended' ? 'suspended' : 'running',
  } : null)),
] as [string, Step<ClockNow | null>][]);

/** Who answers for the deadlines of an aggregate from now on: said by facts that are not about clocks. */
const HANDOVERS: ReadonlyMap<string, (said: Said<never>) => (clock: ClockNow) => Handed | null> = new Map([
  handover(StageAccepted, ({ data }) => ({ rule }) => (packageOf(rule) === null ? data : null)),
  handover(TaskForceFormed, ({ data }) => ({ rule }) =>
    data.packages.find((held) => held.package === packageOf(rule)) ?? null),
  handover(PackageReassigned, ({ data }) => ({ rule }) => (packageOf(rule) === data.package ? data : null)),
]);

/** True when a fact may change who answers for the running clocks of its subject. */
export const handsClocks = (type: string): boolean => HANDOVERS.has(type);

/**
 * Which deadlines run, by clock; null for one that has stopped.
 * @param known the clocks that these facts name, and those of the subjects that change hands.
 */
export function foldClocks(
  facts: readonly Said[], known: ReadonlyMap<string, ClockNow> = new Map(),
): Map<string, ClockNow | null> {
  const touched = new Map<string, ClockNow | null>();
  for (const said of facts) {
    const step = CLOCK_STEPS.get(said.type);
    if (step) {
      const { clockId } = said.data as OfClock;
      const before = touched.has(clockId) ? touched.get(clockId) : known.get(clockId);
      touched.set(clockId, step(before ?? null, said as Said<never>) ?? null);
    } else handOver(said, known, touched);
  }
  return touched;
}

function handOver(said: Said, known: ReadonlyMap<string, ClockNow>, touched: Map<string, ClockNow | null>): void {
  const handed = HANDOVERS.get(said.type)?.(said as Said<never>);
  if (!handed) return;
  const hand = (clock: ClockNow | null): void => {
    if (!clock || clock.subjectId !== said.subjectId || clock.source !== said.source) return;
    const to = handed(clock);
    if (to) touched.set(clock.clockId, { ...clock, ...answering(to) });
  };
  for (const clock of [...touched.values()]) hand(clock);
  for (const clock of known.values()) if (!touched.has(clock.clockId)) hand(clock);
}

function handover<T extends object>(
  type: new () => T, to: (said: Said<T>) => (clock: ClockNow) => Handed | null,
): [string, (said: Said<never>) => (clock: ClockNow) => Handed | null] {
  return [declarationOf(type).type, to];
}

const begun = ({ caseId, source, subjectId, occurredAt, data }: Said<ClockStarted | ClockWarned | ClockOverdue>): ClockNow => ({
  clockId: data.clockId, caseId, source, subjectId, rule: data.rule, ruleVersion: 1, ...answering(data),
  startedAt: occurredAt, dueAt: data.dueAt, ...FRESH,
});

const answering = ({ unitId, personId }: Handed): Handed => ({ unitId, personId });

function stateOf({ overdueAt, warnedPercent }: ClockNow): ClockNow['state'] {
  if (overdueAt !== null) return 'overdue';
  return warnedPercent === null ? 'running' : 'warned';
}
