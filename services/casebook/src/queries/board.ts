import type { PoolClient } from 'pg';
import { Refusal, STAGES, type Sight } from '#contracts';
import { withoutSmall, type Cell } from '../domain/figures.js';
import { clocksSeen, seesCare, stagesSeen } from '../domain/sight.js';
import { ask } from './ask.js';

/**
 * How a unit stands: open stages, offers that wait for it and for others, deadlines, people in its care, what each of
 * its people answers for, and whose answer it waits for since when. Counts only; the joint conference gets no small ones
 * and no people.
 * @param asked.units whose boards are shown in full: the asker's unit and those below it.
 * @throws Refusal record.not-found, casebook.not-your-unit
 */
export async function boardOf(
  client: PoolClient, { sight, units }: { sight: Sight | 'figures'; units: readonly string[] }, unitId: string,
): Promise<object> {
  const [unit] = await ask(client, 'unit',
    'SELECT unit_id AS "unitId", kind, level, division FROM directory_unit WHERE unit_id = $1', [unitId]);
  if (!unit) throw new Refusal('record.not-found', { unitId });
  const isFigures = sight === 'figures';
  if (!isFigures && !units.includes(unitId)) throw new Refusal('casebook.not-your-unit', { unitId });
  const [stages, sources] = isFigures ? [STAGES, STAGES] : [stagesSeen(sight), clocksSeen(sight)];
  const shown = <C extends object>(cells: Cell<C>[]): object[] => (isFigures ? withoutSmall(cells) : cells);
  const [open, offers, clocks, care, people, waitingOn] = await Promise.all([
    ask<Cell>(client, 'board stages', `SELECT stage, count(*) AS count FROM stage_now
      WHERE state = 'open' AND unit_id = $1 AND stage = ANY($2::text[]) GROUP BY stage ORDER BY stage`, [unitId, stages]),
    ask<Cell>(client, 'board offers', `SELECT 'to-us' AS direction, count(*) AS count FROM stage_now
        WHERE offer_id IS NOT NULL AND offer_to_unit = $1 AND stage = ANY($2::text[])
      UNION ALL SELECT 'by-us', count(*) FROM stage_now
        WHERE offer_id IS NOT NULL AND offer_by_unit = $1 AND stage = ANY($2::text[])`, [unitId, stages]),
    ask<Cell>(client, 'board clocks', `SELECT rule, state, count(*) AS count FROM clock_now
      WHERE unit_id = $1 AND source = ANY($2::text[]) GROUP BY rule, state ORDER BY rule, state`, [unitId, sources]),
    isFigures || seesCare(sight) ? ask<Cell>(client, 'board care', `SELECT 'held' AS state, count(*) AS count FROM custody_now
      WHERE state = 'held' AND unit_id = $1`, [unitId]) : [],
    isFigures ? [] : ask(client, 'board people', `SELECT person_id AS "personId", sum(stage) AS "openStages", sum(overdue) AS overdue,
        min(since) AS since
      FROM (SELECT person_id, 1 AS stage, 0 AS overdue, since_at AS since FROM stage_now
          WHERE state = 'open' AND unit_id = $1 AND stage = ANY($2::text[])
        UNION ALL SELECT person_id, 0, 1, overdue_at FROM clock_now
          WHERE overdue_at IS NOT NULL AND unit_id = $1 AND source = ANY($3::text[])) AS load
      GROUP BY person_id ORDER BY overdue DESC, "openStages" DESC, person_id LIMIT 200`, [unitId, stages, sources]),
    isFigures ? [] : ask(client, 'board waiting', `SELECT offer_to_unit AS "unitId", stage, count(*) AS offers, min(offered_at) AS since,
        min(offer_expires_at) AS "firstExpiresAt"
      FROM stage_now WHERE offer_id IS NOT NULL AND offer_by_unit = $1 AND stage = ANY($2::text[])
      GROUP BY offer_to_unit, stage ORDER BY since, offer_to_unit, stage LIMIT 200`, [unitId, stages]),
  ]);
  return { unit, stages: shown(open), offers: shown(offers), clocks: shown(clocks), inCare: shown(care), people, waitingOn };
}
