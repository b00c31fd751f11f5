import { PARTY_PATHS, type Instant, type StageKind } from '#contracts';
import {
  CASE_TYPES, CaseShares, cluesIn, partiesOfCases, victimsIn, type CaseShare, type ClueCounted, type PartyOfCase,
  type VictimOfCase,
} from './cases.js';
import { CLOCK_STEPS, foldClocks, handsClocks, type ClockNow } from './clocks.js';
import type { StageSpan } from './coverage.js';
import { findHoles } from './coverage.js';
import { untimedIn } from './deadlines.js';
import { CUSTODY_STEPS, type CustodyLedger } from './custody.js';
import { checkTiling, type TilingFault } from './intervals.js';
import { foldCustody, foldStages } from './ledger.js';
import type { Said } from './said.js';
import { STAGE_STEPS, type StageLedger } from './stages.js';

/** What earlier facts have made of the stages, victims and clocks that new facts touch. */
export interface Known {
  readonly stages: ReadonlyMap<string, StageLedger>;
  readonly custody: ReadonlyMap<string, CustodyLedger>;
  readonly clocks: ReadonlyMap<string, ClockNow>;
}

export const NOTHING_KNOWN: Known = { stages: new Map(), custody: new Map(), clocks: new Map() };

/** What the ledger cannot prove: time without a holder, with two, without a deadline, or a case without an open stage. */
export interface Alarm {
  readonly caseId: string;
  /** The stage, or the victim, whose time does not tile. */
  readonly subjectId: string;
  readonly kind: TilingFault | 'no-clock' | 'uncovered';
  /** Null for the care of a victim, which rescue keeps. */
  readonly stage: StageKind | null;
  readonly fromAt: Instant;
  readonly toAt: Instant | null;
  readonly seenAt: Instant;
}

/** What some facts make of what was known: only what they touch. */
export interface Folded {
  readonly stages: ReadonlyMap<string, StageLedger>;
  readonly custody: ReadonlyMap<string, CustodyLedger>;
  readonly clocks: ReadonlyMap<string, ClockNow | null>;
  readonly cases: ReadonlyMap<string, CaseShare>;
  readonly parties: readonly PartyOfCase[];
  readonly victims: readonly VictimOfCase[];
  readonly clues: readonly ClueCounted[];
  readonly alarms: readonly Alarm[];
}

/** The only facts whose data a fold reads; of the others it needs no more than that they were said. */
export const isFolded = (type: string): boolean =>
  STAGE_STEPS.has(type) || CUSTODY_STEPS.has(type) || CLOCK_STEPS.has(type) || handsClocks(type) || CASE_TYPES.includes(type)
  || type in PARTY_PATHS;

/** Folds facts, those of each source in the order in which it said them, and proves what they touch. */
export function fold(facts: readonly Said[], known: Known = NOTHING_KNOWN): Folded {
  const [stages, custody] = [foldStages(facts, known.stages), foldCustody(facts, known.custody)];
  const shares = new CaseShares();
  for (const said of facts) shares.add(said);
  for (const [stageId, ledger] of stages) shares.addStage(known.stages.get(stageId), ledger);
  return {
    stages, custody, clocks: foldClocks(facts, known.clocks), cases: shares.all, parties: partiesOfCases(facts),
    victims: victimsIn(facts), clues: cluesIn(facts), alarms: alarmsOf(stages.values(), custody.values()),
  };
}

/** Time of these stages and victims for which not exactly one holder answered, and of stages that were under no deadline. */
export function alarmsOf(stages: Iterable<StageLedger>, custody: Iterable<CustodyLedger>): Alarm[] {
  const alarms: Alarm[] = [];
  for (const { now: { caseId, stageId, stage }, intervals, deadlines } of stages)
    for (const finding of [...checkTiling(intervals), ...untimedIn(deadlines)])
      alarms.push({ caseId, subjectId: stageId, stage, ...finding });
  for (const {
    now: { caseId, victimId }, intervals,
  } of custody)
    for (const finding of checkTiling(intervals))
      alarms.push({ caseId, subjectId: victimId, stage: null, ...finding });
  return alarms;
}

/** Time in which a case lay between two chairs; needs every stage of the case. */
export const uncoveredAlarms = (stages: readonly StageSpan[]): Alarm[] =>
  findHoles(stages).map(({ stageId, ...hole }) => ({ subjectId: stageId, kind: 'uncovered', ...hole }));
