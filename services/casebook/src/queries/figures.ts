import type { PoolClient } from 'pg';
import { divisionPrefix, holdsDivision, type Sight } from '#contracts';
import { withoutSmall, type Cell, type ShownCell } from '../domain/figures.js';
import type { Unit } from '#messaging';
import { ask } from './ask.js';

/** Counts by codes. No names, no ids of people or cases. */
export type Figures = Readonly<Record<FigureTable, readonly ShownCell[]>>;

const OF_CASE = '(SELECT c.division FROM case_now c WHERE c.case_id = t.case_id)';

/** $1: the beginning of the division codes that are counted, or null for all. */
const TABLES = {
  casesByKind: `SELECT kind, state, count(*) AS count FROM case_now
    WHERE case_number IS NOT NULL AND ($1::text IS NULL OR division LIKE $1) GROUP BY kind, state ORDER BY kind, state`,
  casesByDivision: `SELECT division, state, count(*) AS count FROM case_now
    WHERE case_number IS NOT NULL AND ($1::text IS NULL OR division LIKE $1) GROUP BY division, state ORDER BY division, state`,
  victimsByKind: `SELECT kind, sum(victims)::integer AS count FROM case_now
    WHERE case_number IS NOT NULL AND ($1::text IS NULL OR division LIKE $1) GROUP BY kind ORDER BY kind`,
  stages: `SELECT stage, CASE WHEN state = 'closed' THEN 'closed' WHEN offer_id IS NOT NULL THEN 'offered'
      WHEN taken THEN 'accepted' ELSE 'not-accepted' END AS state, count(*) AS count FROM stage_now t
    WHERE $1::text IS NULL OR ${OF_CASE} LIKE $1 GROUP BY 1, 2 ORDER BY 1, 2`,
  reportsByChannel: `SELECT channel, bound_to_report AS "boundToReport", late, count(*) AS count FROM clue_counted
    WHERE $1::text IS NULL OR division LIKE $1 GROUP BY channel, bound_to_report, late ORDER BY channel, late`,
  lateReports: `SELECT count(*) AS count FROM clue_counted
    WHERE bound_to_report AND late AND ($1::text IS NULL OR division LIKE $1)`,
  overdue: `SELECT rule, unit_id AS "unitId", count(*) AS count FROM clock_now t
    WHERE overdue_at IS NOT NULL AND ($1::text IS NULL OR ${OF_CASE} LIKE $1)
    GROUP BY rule, unit_id ORDER BY rule, unit_id LIMIT 2000`,
  offersExpired: `SELECT stage, last_outcome_unit AS "unitId", count(*) AS count FROM stage_now t
    WHERE last_outcome = 'expired' AND offer_id IS NULL AND ($1::text IS NULL OR ${OF_CASE} LIKE $1)
    GROUP BY stage, last_outcome_unit ORDER BY stage, last_outcome_unit LIMIT 2000`,
  alarms: `SELECT kind, stage, count(*) AS count FROM alarm t WHERE $1::text IS NULL OR ${OF_CASE} LIKE $1
    GROUP BY kind, stage ORDER BY kind, stage`,
} as const;
export type FigureTable = keyof typeof TABLES;

/** How the bound report on time is a figure about agencies: it points at no victim, and the conference must see each (I-1). */
const OF_AGENCIES: ReadonlySet<string> = new Set(['lateReports']);

/**
 * The figures of a division and of what lies under it. Without small counts for the joint conference (C-6, C-7), and for
 * whoever asks about a division that is not their unit's: one case among few is easily recognised.
 */
export async function figuresOf(
  client: PoolClient, { sight, unit }: { sight: Sight | 'figures'; unit: Unit | null }, division: string | undefined,
): Promise<Figures> {
  const under = division ? `${divisionPrefix(division)}%` : null;
  const isWhole = sight !== 'figures' && unit !== null && isWithin(unit, division);
  const tables = await Promise.all(Object.entries(TABLES).map(async ([name, text]) => {
    const cells = await ask<Cell>(client, `figures ${name}`, text, [under]);
    return [name, isWhole || OF_AGENCIES.has(name) ? cells : withoutSmall(cells)] as const;
  }));
  return Object.fromEntries(tables) as unknown as Figures;
}

const isWithin = ({ level, division: own }: Unit, division: string | undefined): boolean =>
  level === 'nation' || (division !== undefined && holdsDivision(own, division));
