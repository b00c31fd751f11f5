import type { Envelope, Instant } from '#contracts';
import { fold, NOTHING_KNOWN, uncoveredAlarms, type Known } from '../../services/casebook/src/domain/fold.js';
import { untimedIn } from '../../services/casebook/src/domain/deadlines.js';
import { holdersAt, type Interval } from '../../services/casebook/src/domain/intervals.js';
import type { Said } from '../../services/casebook/src/domain/said.js';
import { NOBODY, type Course, type Model } from './model.js';

/** What the casebook makes of facts that reach it in this order: folded piece by piece, as its view folds batches. */
export function foldAll(said: readonly Envelope[]): { known: Known; alarms: ReturnType<typeof uncoveredAlarms> } {
  const known = { stages: new Map(), custody: new Map(), clocks: new Map() } as {
    stages: Map<string, never>; custody: Map<string, never>; clocks: Map<string, never>;
  };
  const alarms = new Map<string, ReturnType<typeof uncoveredAlarms>[number]>();
  for (const batch of batchesOf(said)) {
    const folded = fold(batch.map(saidOf), { ...NOTHING_KNOWN, ...known });
    for (const [key, ledger] of folded.stages) known.stages.set(key, ledger as never);
    for (const [key, ledger] of folded.custody) known.custody.set(key, ledger as never);
    // As the view does: what is proven anew loses its old alarms first.
    const proven = [...folded.stages.keys(), ...[...folded.custody.values()].map(({ now }) => now.victimId)];
    for (const [key, { subjectId }] of alarms) if (proven.includes(subjectId)) alarms.delete(key);
    for (const alarm of folded.alarms) alarms.set(`${alarm.subjectId} ${alarm.kind} ${alarm.fromAt}`, alarm);
  }
  const stages = [...(known as Known).stages.values()].map(({ now }) => now);
  const byCase = Map.groupBy(stages, ({ caseId }) => caseId);
  return { known, alarms: [...alarms.values(), ...[...byCase.values()].flatMap(uncoveredAlarms)] };
}

/** Runs of facts of one service: what one message to a listener holds. */
function batchesOf(said: readonly Envelope[]): Envelope[][] {
  const batches: Envelope[][] = [];
  for (const fact of said) {
    const last = batches.at(-1);
    if (last && last[0]!.service === fact.service && last.length < 5) last.push(fact);
    else batches.push([fact]);
  }
  return batches;
}

const saidOf = ({ service: source, ...said }: Envelope): Said => ({ source, actorUnit: said.actor.unitId, ...said });

/** Everything that the ledgers of these facts say about who answers, and under which deadline, to compare with another. */
export function ledgerOf(said: readonly Envelope[]): string {
  const { known: { stages, custody } } = foldAll(said);
  const lines = [...stages, ...custody].map(([key, { intervals }]) =>
    JSON.stringify([key, intervals.map(({ unitId, personId, fromAt, toAt }) => [unitId, personId, fromAt, toAt])]));
  const untimed = [...stages.values()].map(({ deadlines }) => JSON.stringify([deadlines.stageId, untimedIn(deadlines)]));
  return [...lines, ...untimed].sort().join('\n');
}

/** Facts that are missing, doubled or out of their order: a service counts 1, 2, 3 … in each case. */
export function misnumbered(said: readonly Envelope[]): string[] {
  const last = new Map<string, number>();
  return said.flatMap(({ service, caseId, version }) => {
    const key = `${service} ${caseId}`;
    const expected = (last.get(key) ?? 0) + 1;
    last.set(key, version);
    return version === expected ? [] : [`${key}: ${version} instead of ${expected}`];
  });
}

/** Another order in which the facts of several services can arrive: within a service the order stays. */
export function interleaved(said: readonly Envelope[], picks: readonly number[]): Envelope[] {
  const left = [...Map.groupBy(said, ({ service }) => service).values()].map((facts) => [...facts]);
  const arrived: Envelope[] = [];
  for (let n = 0; left.some((facts) => facts.length > 0); n += 1) {
    const filled = left.filter((facts) => facts.length > 0);
    const from = filled[(picks[n % picks.length] ?? 0) % filled.length]!;
    arrived.push(...from.splice(0, 1 + (picks[(n + 1) % picks.length] ?? 0) % 7));
  }
  return arrived;
}

/**
 * Proves that the ledgers of these facts say who had to answer at every moment, and nobody besides.
 * @returns what is wrong, in words; nothing, when all is as it must be.
 */
export function complaints(said: readonly Envelope[], model: Model, moments: readonly Instant[]): string[] {
  const { known, alarms } = foldAll(said);
  const found = alarms.map(({ kind, subjectId, fromAt, toAt }) => `${kind} at ${subjectId} from ${fromAt} to ${toAt}`);
  for (const course of model.stages.values())
    found.push(...differing('stage', course, known.stages.get(course.id)?.intervals ?? [], moments));
  const custody = new Map(said.flatMap(({ type, caseId, data }) => {
    const { custodyId, victimId } = data as Record<string, string>;
    return type === 'rescue.custody-taken' ? [[custodyId, `${caseId} ${victimId}`] as const] : [];
  }));
  for (const course of model.care.values())
    found.push(...differing('care', course, known.custody.get(custody.get(course.id) ?? '')?.intervals ?? [], moments));
  if (known.stages.size !== model.stages.size) found.push(`${known.stages.size} stages, ${model.stages.size} must be`);
  if (known.custody.size !== model.care.size) found.push(`${known.custody.size} in care, ${model.care.size} must be`);
  return found;
}

/** Tiles, told once more and without the prover: one after another, first to last, as the model has it. */
function differing(
  what: string, { id, answers, endedAt }: Course, intervals: readonly Interval[], moments: readonly Instant[],
): string[] {
  // A care that ended in the moment in which it began, before a retaking, has left no trace in the model.
  const isMoment = ({ fromAt, toAt, ended }: Interval, index: number): boolean =>
    what === 'care' && ended && fromAt === toAt && index < intervals.length - 1;
  const held = intervals.filter((interval, index) => !interval.vacant && !isMoment(interval, index));
  // Whoever answered for no time at all has left no trace.
  const lasting = answers.filter(({ at }, index) => answers[index + 1]?.at !== at);
  const must = lasting.map(({ at, unitId, personId }, index) => [unitId, personId, at, lasting[index + 1]?.at ?? endedAt])
    .filter(([, personId]) => personId !== NOBODY);
  const are = held.map(({ unitId, personId, fromAt, toAt }) => [unitId ?? '', personId, fromAt, toAt]);
  const found = JSON.stringify(are) === JSON.stringify(must)
    ? [] : [`${what} ${id}: the ledger says ${JSON.stringify(are)}, and it must be ${JSON.stringify(must)}`];
  for (const { fromAt, toAt, vacant } of intervals) {
    if (toAt !== null && toAt < fromAt) found.push(`${what} ${id}: negative from ${fromAt} to ${toAt}`);
    if (vacant && toAt !== fromAt) found.push(`${what} ${id}: nobody from ${fromAt} to ${toAt}`);
  }
  for (const at of moments) {
    const holders = holdersAt(intervals, at);
    const one = answers.findLast((since) => since.at <= at);
    const mustAnswer = one === undefined || one.personId === NOBODY || (endedAt !== null && at >= endedAt) ? 0 : 1;
    if (holders.length !== mustAnswer) found.push(`${what} ${id}: ${holders.length} answer at ${at}, ${mustAnswer} must`);
    if (mustAnswer === 1 && holders[0]?.personId !== one!.personId) found.push(`${what} ${id}: the wrong one answers at ${at}`);
  }
  return found;
}
