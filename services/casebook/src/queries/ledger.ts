import type { PoolClient } from 'pg';
import type { Instant, Sight } from '#contracts';
import type { CustodyInterval } from '../domain/custody.js';
import { untimedIn, type Deadlines } from '../domain/deadlines.js';
import { uncoveredAlarms } from '../domain/fold.js';
import { lasts, type Interval } from '../domain/intervals.js';
import { checkTiling, holdersAt, type Finding } from '../domain/ledger.js';
import { seesCare, stagesSeen } from '../domain/sight.js';
import type { StageInterval, StageNow } from '../domain/stages.js';
import { custodyInterval, stageDeadlines, stageInterval, stageNow } from '../views/tables.js';
import { ask } from './ask.js';
import { isKnown } from './cases.js';

const INTERVALS_MAX = 5_000;

/** Who answered for each stage, and who had each victim in their care, from the beginning on, with the proof. */
export async function ledgerOf(client: PoolClient, sight: Sight, caseId: string): Promise<object | null> {
  const stages = await ask<StageNow>(client, 'ledger stages',
    `SELECT ${stageNow.selected()} FROM stage_now WHERE case_id = $1 ORDER BY opened_at, stage_id LIMIT 500`, [caseId]);
  if (stages.length === 0 && !(await isKnown(client, caseId))) return null;
  const [intervals, deadlines, care] = await Promise.all([
    stageIntervals(client, caseId), deadlinesOf(client, caseId), careIntervals(client, sight, caseId)]);
  const seen = stagesSeen(sight);
  const ledger = ({ stageId, stage, victimId, state, openedAt, closedAt }: StageNow): object => {
    const { intervals: held, findings } = proven(intervals.filter((interval) => interval.stageId === stageId));
    const untimed = deadlines.filter((row) => row.stageId === stageId).flatMap(untimedIn);
    return { stageId, stage, victimId, state, openedAt, closedAt, intervals: held, findings: [...findings, ...untimed] };
  };
  return {
    stages: stages.filter(({ stage }) => seen.includes(stage)).map(ledger),
    care: [...new Set(care.map(({ victimId }) => victimId))].map((victimId) => ({
      victimId, ...proven(care.filter((interval) => interval.victimId === victimId)),
    })),
    uncovered: uncoveredAlarms(stages).filter(({ stage }) => seen.includes(stage!)),
  };
}

/** Who answered for each stage that was open at a moment, and who had each victim in their care. */
export async function answerableAt(client: PoolClient, sight: Sight, caseId: string, at: Instant): Promise<object | null> {
  const [intervals, care] = await Promise.all([stageIntervals(client, caseId), careIntervals(client, sight, caseId)]);
  if (intervals.length === 0 && care.length === 0 && !(await isKnown(client, caseId))) return null;
  const seen = stagesSeen(sight);
  return {
    at,
    stages: holdersAt(intervals, at).filter(({ stage }) => seen.includes(stage))
      .map(({ stageId, stage, victimId, ...interval }) => ({ stageId, stage, victimId, ...holding(interval) })),
    care: holdersAt(care, at)
      .map(({ victimId, kind, relation, ...interval }) => ({ victimId, kind, relation, ...holding(interval) })),
  };
}

const stageIntervals = (client: PoolClient, caseId: string): Promise<StageInterval[]> =>
  ask(client, 'stage intervals', `SELECT ${stageInterval.selected()} FROM stage_interval
    WHERE case_id = $1 ORDER BY stage_id, number LIMIT ${INTERVALS_MAX}`, [caseId]);

const deadlinesOf = (client: PoolClient, caseId: string): Promise<Deadlines[]> =>
  ask(client, 'stage deadlines', `SELECT ${stageDeadlines.selected()} FROM stage_deadlines WHERE case_id = $1 LIMIT 500`, [caseId]);

const careIntervals = async (client: PoolClient, sight: Sight, caseId: string): Promise<CustodyInterval[]> =>
  (seesCare(sight) ? ask(client, 'care intervals', `SELECT ${custodyInterval.selected()} FROM custody_interval
    WHERE case_id = $1 ORDER BY victim_id, number LIMIT ${INTERVALS_MAX}`, [caseId]) : []);

/** The intervals that lasted, and what their proof has found; whoever answered for no time at all is not shown. */
const proven = <I extends Interval>(intervals: readonly I[]): { intervals: object[]; findings: Finding[] } => ({
  intervals: intervals.filter(lasts).map((interval) => ({
    ...holding(interval), vacant: interval.vacant,
    ...('kind' in interval && 'relation' in interval ? { kind: interval.kind, relation: interval.relation } : {}),
  })),
  findings: checkTiling(intervals),
});

const holding = ({ unitId, personId, fromAt, toAt }: Pick<Interval, 'unitId' | 'personId' | 'fromAt' | 'toAt'>): object =>
  ({ unitId, personId, fromAt, toAt });
