import type { Envelope, Instant } from '#contracts';
import type { BatchView, Tx } from '#messaging';
import type { CaseShare } from '../domain/cases.js';
import { CLOCK_STEPS, handsClocks, type ClockNow } from '../domain/clocks.js';
import { mayChangeHoles, type StageSpan } from '../domain/coverage.js';
import { CUSTODY_STEPS } from '../domain/custody.js';
import type { Deadlines } from '../domain/deadlines.js';
import { alarmsOf, fold, isFolded, uncoveredAlarms, type Folded, type Known } from '../domain/fold.js';
import type { Interval } from '../domain/intervals.js';
import { custodyKey, stageOf } from '../domain/ledger.js';
import type { Said } from '../domain/said.js';
import { STAGE_STEPS, type StageLedger } from '../domain/stages.js';
import { keepRebuildAway } from './rebuild-lock.js';
import {
  alarm, caseNow, caseParty, caseVictim, clockNow, clueCounted, custodyInterval, custodyNow, sourceNow, stageDeadlines,
  stageInterval, stageNow, timeline,
  type TimelineRow,
} from './tables.js';

/** Writes down what one source says: every fact in the timeline, and what it makes of stages, victims and clocks. */
export const casebookView = (source: string): BatchView => ({
  apply: (envelopes, _texts, tx) => apply(source, envelopes, tx),
});

/** What a service did with a parked fact of the directory is on record under the id of the unit: that is no case. */
const isOfUnit = ({ type, caseId }: Envelope): boolean => type.startsWith('record.') && !CASE.test(caseId);
const CASE = /^[0-9a-f]{8}-/;

async function apply(source: string, said: readonly Envelope[], tx: Tx): Promise<void> {
  const envelopes = said.filter((envelope) => !isOfUnit(envelope));
  if (envelopes.length === 0) return;
  const facts = envelopes.filter(({ type }) => isFolded(type)).map(saidIn);
  // All three go out at once; the timeline is written while the rest is folded.
  const reading = [keepRebuildAway(tx), readKnown(tx, facts)] as const;
  timeline.write(tx, envelopes.map(timelineRow));
  const [, known] = await Promise.all(reading);
  const folded = fold(facts, known);
  // First the cases, in order of their ids: whoever else writes about them waits here, and nobody for one another.
  const shares = [...folded.cases.values()].sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
  const summing = caseNow.writeAndRead(tx.client, shares, ['caseId', 'stages', 'lastOpenedAt']);
  writeLedgers(tx, folded, known);
  await proveCoverage(tx, { folded, known, sums: await summing });
  sourceNow.write(tx, [{ source, asOf: latest(envelopes), facts: envelopes.length }]);
}

function writeLedgers(tx: Tx, { stages, custody, clocks, parties, victims, clues, alarms }: Folded, known: Known): void {
  // A fact about a deadline leaves the rest of its stage as it is.
  stageNow.write(tx, [...stages].flatMap(([key, { now }]) => (known.stages.get(key)?.now === now ? [] : [now])));
  stageDeadlines.write(tx, [...stages].flatMap(([key, { deadlines }]) =>
    (known.stages.get(key)?.deadlines === deadlines ? [] : [deadlines])));
  stageInterval.write(tx, changedIntervals(stages, known.stages));
  custodyNow.write(tx, [...custody.values()].map(({ now }) => now));
  custodyInterval.write(tx, changedIntervals(custody, known.custody));
  clockNow.write(tx, [...clocks.values()].filter((clock) => clock !== null));
  clockNow.remove(tx, [...clocks].flatMap(([clockId, clock]) => (clock === null ? known.clocks.get(clockId) ?? [] : [])));
  caseParty.write(tx, parties);
  caseVictim.write(tx, victims);
  clueCounted.write(tx, clues);
  // What was wrong before may have been put right: the old findings follow from what was known.
  alarm.remove(tx, alarmsOf(known.stages.values(), known.custody.values()));
  alarm.write(tx, alarms);
}

/** A stage that begins or ends may open or fill a hole in its case, whichever source says it. */
async function proveCoverage(
  tx: Tx, { folded: { stages }, known, sums }: { folded: Folded; known: Known; sums: readonly CaseSums[] },
): Promise<void> {
  const sumsOf = new Map(sums.map((ofCase) => [ofCase.caseId, ofCase]));
  const cases = new Set<string>();
  for (const [stageId, { now }] of stages) {
    const ofCase = sumsOf.get(now.caseId);
    if (ofCase && mayChangeHoles(known.stages.get(stageId)?.now, now, ofCase)) cases.add(now.caseId);
  }
  if (cases.size === 0) return;
  const spans = new Map<string, StageSpan[]>();
  for (const span of await stageNow.readOnly(tx.client, [...cases].map((caseId) => [caseId]), SPAN)) {
    const ofCase = spans.get(span.caseId);
    if (ofCase) ofCase.push(span);
    else spans.set(span.caseId, [span]);
  }
  tx.execute(`DELETE FROM alarm WHERE case_id = ANY($1::uuid[]) AND kind = 'uncovered'`, [[...cases]]);
  alarm.write(tx, [...spans.values()].flatMap(uncoveredAlarms));
}

type CaseSums = Pick<CaseShare, 'caseId' | 'stages' | 'lastOpenedAt'>;

const SPAN = ['caseId', 'stageId', 'stage', 'requestId', 'openedAt', 'openedRecordedAt', 'closedAt'] as const;

type Key = readonly [caseId: string, id: string];

async function readKnown({ client }: Tx, facts: readonly Said[]): Promise<Known> {
  const [stageKeys, victimKeys, clockKeys, handing] = [
    new Map<string, Key>(), new Map<string, Key>(), new Map<string, Key>(), new Set<string>()];
  for (const said of facts) {
    const { type, caseId } = said;
    const { victimId, clockId } = said.data as Partial<Record<string, string>>;
    if (STAGE_STEPS.has(type)) stageKeys.set(stageOf(said), [caseId, stageOf(said)]);
    if (CUSTODY_STEPS.has(type)) victimKeys.set(custodyKey(caseId, victimId!), [caseId, victimId!]);
    if (CLOCK_STEPS.has(type)) clockKeys.set(clockId!, [caseId, clockId!]);
    if (handsClocks(type)) handing.add(caseId);
  }
  const [stages, stageIntervals, deadlines, care, careIntervals, clocks, handed] = await Promise.all([
    stageNow.read(client, [...stageKeys.values()]), stageInterval.read(client, [...stageKeys.values()]),
    stageDeadlines.read(client, [...stageKeys.values()]),
    custodyNow.read(client, [...victimKeys.values()]), custodyInterval.read(client, [...victimKeys.values()]),
    clockNow.read(client, [...clockKeys.values()]), clockNow.read(client, [...handing].map((caseId) => [caseId])),
  ]);
  return {
    stages: withDeadlines(ledgers(stages, stageIntervals, ({ stageId }: { stageId: string }) => stageId), deadlines),
    custody: ledgers(care, careIntervals, (row: { caseId: string; victimId: string }) => custodyKey(row.caseId, row.victimId)),
    clocks: new Map<string, ClockNow>([...clocks, ...handed].map((clock) => [clock.clockId, clock])),
  };
}

function withDeadlines(
  stages: ReadonlyMap<string, Omit<StageLedger, 'deadlines'>>, deadlines: readonly Deadlines[],
): Map<string, StageLedger> {
  return new Map(deadlines.map((row) => [row.stageId, { ...stages.get(row.stageId)!, deadlines: row }]));
}

function ledgers<K, Now extends K, I extends Interval & K>(
  nows: readonly Now[], intervals: readonly I[], keyOf: (row: K) => string,
): Map<string, { now: Now; intervals: I[] }> {
  const byKey = new Map(nows.map((now) => [keyOf(now), { now, intervals: [] as I[] }]));
  for (const interval of intervals) byKey.get(keyOf(interval))?.intervals.push(interval);
  for (const ledger of byKey.values()) ledger.intervals.sort((a, b) => a.number - b.number);
  return byKey;
}

/** Intervals keep their place in the list, and one that did not change is the same object as before. */
const changedIntervals = <I extends Interval>(
  ledgersNow: ReadonlyMap<string, { readonly intervals: readonly I[] }>,
  before: ReadonlyMap<string, { readonly intervals: readonly I[] }>,
): I[] =>
  [...ledgersNow].flatMap(([key, { intervals }]) => {
    const known = before.get(key)?.intervals;
    return known ? intervals.filter((interval, index) => interval !== known[index]) : intervals;
  });

const latest = (envelopes: readonly Envelope[]): Instant =>
  envelopes.reduce((last, { recordedAt }) => (recordedAt > last ? recordedAt : last), envelopes[0]!.recordedAt);

const saidIn = ({ service: source, caseId, version, type, occurredAt, recordedAt, subjectId, actor, data }: Envelope): Said =>
  ({ source, caseId, version, type, occurredAt, recordedAt, subjectId, actorUnit: actor.unitId, data });

const timelineRow = (envelope: Envelope): TimelineRow => ({
  caseId: envelope.caseId, occurredAt: envelope.occurredAt, source: envelope.service, version: envelope.version,
  recordedAt: envelope.recordedAt, type: envelope.type, actorPerson: envelope.actor.personId, actorUnit: envelope.actor.unitId,
  subjectId: envelope.subjectId, exercise: envelope.exercise, data: JSON.stringify(envelope.data),
});

