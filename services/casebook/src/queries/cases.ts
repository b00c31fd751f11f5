import type { PoolClient } from 'pg';
import { divisionPrefix, sees, shown, type Instant, type Sight } from '#contracts';
import { clocksSeen, filterOf, seesCare, seesEveryClock, seesEveryStage, stagesSeen } from '../domain/sight.js';
import { alarm, clockNow, custodyNow, stageNow, timeline } from '../views/tables.js';
import { ask, keyAfter, PAGE, pageOf, type Page } from './ask.js';

export interface CaseSummary {
  readonly caseId: string;
  readonly caseNumber: string | null;
  readonly kind: string | null;
  readonly division: string | null;
  readonly openedAt: Instant | null;
  readonly state: 'open' | 'closed';
  readonly victims: number;
  readonly stages: number;
  readonly openStages: number;
  /** Of the last fact that the asker may see. */
  readonly lastOccurredAt: Instant | null;
  readonly lastRecordedAt: Instant | null;
  readonly exercise: boolean;
}

/**
 * $1 and $2: what the asker sees of the timeline; $3: the stages of which they see who answers. What is no case yet lies where
 * it was reported to lie.
 */
const SUMMARY = `c.case_id AS "caseId", c.case_number AS "caseNumber", c.kind,
  coalesce(c.division, r.division) AS division, c.opened_at AS "openedAt", c.state,
  c.victims, coalesce(s.stages, 0)::integer AS stages, coalesce(s.open, 0)::integer AS "openStages",
  t.occurred_at AS "lastOccurredAt",
  t.recorded_at AS "lastRecordedAt", coalesce(t.exercise, false) AS exercise
  FROM case_now c
  LEFT JOIN LATERAL (SELECT count(*) AS stages, count(*) FILTER (WHERE state = 'open') AS open FROM stage_now
    WHERE case_id = c.case_id AND stage = ANY($3::text[])) s ON true
  LEFT JOIN LATERAL (SELECT occurred_at, recorded_at, exercise FROM timeline
    WHERE case_id = c.case_id AND (source = ANY($1::text[]) OR source || ' ' || type = ANY($2::text[]))
    ORDER BY case_id DESC, occurred_at DESC, source DESC, version DESC LIMIT 1) t ON true
  LEFT JOIN LATERAL (SELECT data->>'division' AS division FROM timeline
    WHERE c.division IS NULL AND case_id = c.case_id AND type IN ('intake.clue-received', 'intake.missing-person-reported')
    ORDER BY case_id, occurred_at LIMIT 1) r ON true`;

/** Whether somebody is a minor is what was said last, be it before the case was opened, by opening it, or afterwards. */
const VICTIMS = `SELECT case_id AS "caseId", victim_id AS "victimId", sex, nationality, coalesce((SELECT (said->>'minor')::boolean
      FROM timeline t CROSS JOIN LATERAL json_array_elements(coalesce(t.data->'victims', json_build_array(t.data))) AS said
      WHERE t.case_id = v.case_id AND t.source = 'intake' AND said->>'victimId' = v.victim_id::text
        AND t.type IN ('intake.case-opened', 'intake.victim-added', 'intake.victim-age-said')
      ORDER BY t.version DESC LIMIT 1), minor) AS minor
    FROM case_victim v WHERE case_id = $1 ORDER BY victim_id LIMIT 200`;

const summaryValues = (sight: Sight): unknown[] => {
  const { whole, named } = filterOf(sight);
  return [whole, named, stagesSeen(sight)];
};

export interface CasesAsked {
  readonly after?: string;
  readonly limit?: number;
  readonly division?: string;
  readonly state?: 'open' | 'closed';
  readonly caseNumber?: string;
}

/** The cases that the asker may see, the newest first. */
export async function casesPage(
  client: PoolClient, { sight, units }: { sight: Sight; units: readonly string[] },
  { after, limit = PAGE, division, state, caseNumber }: CasesAsked,
): Promise<Page<CaseSummary>> {
  const rows = await ask<CaseSummary>(client, 'cases', `SELECT ${SUMMARY}
    WHERE ($4::uuid IS NULL OR c.case_id < $4) AND ($5::text IS NULL OR c.division LIKE $5 OR r.division LIKE $5) AND ($6::text IS NULL OR c.state = $6)
      AND (c.case_number IS NOT NULL OR c.stages > 0) AND ($7 OR s.stages > 0)
      AND ($9::text IS NULL OR c.case_number = $9)
      AND EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = c.case_id AND p.unit_id = ANY($10::text[]))
    ORDER BY c.case_id DESC LIMIT $8`,
  [...summaryValues(sight), keyAfter(after, ['id'])[0], division ? `${divisionPrefix(division)}%` : null, state ?? null,
    seesEveryStage(sight), limit + 1, caseNumber ?? null, units]);
  return pageOf(rows, limit, { keyOf: ({ caseId }) => [caseId], item: (row) => row });
}

/** A case as it stands now. */
export async function caseNowOf(client: PoolClient, sight: Sight, caseId: string): Promise<object | null> {
  const values = summaryValues(sight);
  const [found] = await ask<CaseSummary>(client, 'case', `SELECT ${SUMMARY} WHERE c.case_id = $4`, [...values, caseId]);
  if (!found) return null;
  const stages = stagesSeen(sight);
  const [victims, open, care, clocks, alarms] = await Promise.all([
    sees(sight, 'intake', 'intake.case-opened') ? ask(client, 'victims of case', VICTIMS, [caseId]) : [],
    ask(client, 'stages of case', `SELECT ${stageNow.selected()} FROM stage_now WHERE case_id = $1 AND stage = ANY($2::text[])
      ORDER BY opened_at, stage_id LIMIT 200`, [caseId, stages]),
    seesCare(sight) ? ask(client, 'care of case', `SELECT ${custodyNow.selected()} FROM custody_now WHERE case_id = $1
      ORDER BY victim_id LIMIT 200`, [caseId]) : [],
    ask(client, 'clocks of case', `SELECT ${clockNow.selected()} FROM clock_now WHERE case_id = $1 AND source = ANY($2::text[])
      ORDER BY due_at, clock_id LIMIT 200`, [caseId, clocksSeen(sight)]),
    ask(client, 'alarms of case', `SELECT ${alarm.selected()} FROM alarm
      WHERE case_id = $1 AND (stage = ANY($2::text[]) OR (stage IS NULL AND $3)) ORDER BY seen_at LIMIT 200`,
    [caseId, stages, seesCare(sight)]),
  ]);
  return { case: found, victims, stages: open, care, clocks, everyClock: seesEveryClock(sight), alarms };
}

export interface TimelineItem {
  readonly source: string;
  readonly version: number;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly actorPerson: string;
  readonly actorUnit: string;
  readonly subjectId: string;
  readonly exercise: boolean;
  readonly data: object;
}

export interface TimelineAsked {
  readonly after?: string;
  readonly limit?: number;
  readonly type?: string;
}

/** What happened in a case, in the order in which it happened, as far as the asker may see it. */
export async function timelinePage(
  client: PoolClient, sight: Sight, caseId: string, { after, limit = PAGE, type }: TimelineAsked,
): Promise<Page<TimelineItem> | null> {
  const { whole, named } = filterOf(sight);
  const rows = await ask<TimelineItem>(client, 'timeline', `SELECT ${timeline.selected()}
    FROM timeline WHERE case_id = $1 AND (source = ANY($2::text[]) OR source || ' ' || type = ANY($3::text[]))
      AND ($4::timestamptz IS NULL OR (occurred_at, source, version) > ($4, $5::text, $6::integer)) AND ($7::text IS NULL OR type = $7)
    ORDER BY case_id, occurred_at, source, version LIMIT $8`,
  [caseId, whole, named, ...keyAfter(after, ['moment', 'text', 'number']), type ?? null, limit + 1]);
  if (rows.length === 0 && !(await isKnown(client, caseId))) return null;
  return pageOf(rows, limit, {
    keyOf: ({ occurredAt, source, version }) => [occurredAt, source, version],
    item: (row) => ({ ...row, data: shown(sight, row.type, row.data) }),
  });
}

/** Has anything been said about this case? */
export const isKnown = async (client: PoolClient, caseId: string): Promise<boolean> =>
  (await ask(client, 'case known', 'SELECT 1 FROM timeline WHERE case_id = $1 LIMIT 1', [caseId])).length > 0;
