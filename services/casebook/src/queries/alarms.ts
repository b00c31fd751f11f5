import type { PoolClient } from 'pg';
import type { Instant } from '#contracts';
import type { Alarm } from '../domain/fold.js';
import { clocksSeen, seesCare, stagesSeen } from '../domain/sight.js';
import { ask, keyAfter, PAGE, pageOf, type Page } from './ask.js';
import type { Scope } from './reading.js';

/** Something about responsibility that is wrong or late, and waits for somebody to see to it. */
export interface AlarmItem {
  readonly kind: Alarm['kind'] | 'offer-expired' | 'overdue' | 'parked' | 'with-buyer' | 'child-by-own-choice';
  /** Since when it stands. */
  readonly at: Instant;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  /** The stage, victim, clock or parked message. */
  readonly id: string;
  readonly stage: string | null;
  readonly rule: string | null;
  readonly unitId: string | null;
  readonly toldUnit: string | null;
  readonly fromAt: Instant | null;
  readonly toAt: Instant | null;
}

/**
 * a victim lives with a buyer, as far as is known, until they are taken back or what was decided falls.
 * @param stages the parameter that says whose faults the reader sees.
 */
export const withBuyer = (stages: string): string =>
  `FROM timeline b WHERE b.type IN ('rescue.buyer-has-victim', 'placement.buyer-in-household') AND b.source = ANY(${stages}::text[])
     AND NOT EXISTS (SELECT FROM timeline e WHERE e.case_id = b.case_id
       AND e.type IN ('rescue.protection-taken', 'placement.fallen') AND e.data->>'victimId' = b.data->>'victimId'
       AND e.recorded_at >= b.recorded_at)`;

/**
 * whoever lives by own choice was taken for an adult, and is found to be a child; until she is of age after all, the
 * placement falls, or its stage is closed. `b` is what intake has said, `d` the placement in effect.
 * @param stages the parameter that says whose faults the reader sees.
 */
export const childByOwnChoice = (stages: string): string =>
  `FROM timeline b JOIN timeline d ON d.case_id = b.case_id AND d.type = 'placement.taken-effect' AND d.data->>'victimId' = b.data->>'victimId'
   WHERE b.type = 'intake.victim-age-said' AND b.data->>'minor' = 'true' AND b.source = ANY(${stages}::text[])
     AND (SELECT c.data->>'kind' FROM timeline c WHERE c.case_id = d.case_id AND c.type = 'placement.decided'
       AND c.data->>'placementId' = d.data->>'placementId' AND c.version < d.version ORDER BY c.version DESC LIMIT 1) = 'own-choice'
     AND NOT EXISTS (SELECT FROM timeline e WHERE e.case_id = b.case_id AND e.type = b.type
       AND e.data->>'victimId' = b.data->>'victimId' AND e.version > b.version)
     AND NOT EXISTS (SELECT FROM timeline e WHERE e.case_id = d.case_id AND e.source = d.source AND e.version > d.version
       AND e.type IN ('placement.fallen', 'stage.closed') AND d.data->>'placementId' IN (e.data->>'placementId', e.data->>'stageId'))`;

/** A stage that is under a deadline again needs nobody any more: that it was under none is a finding of its ledger, for good. */
export const LASTS = `(kind <> 'no-clock' OR to_at IS NULL)`;

/** Each says the columns of an alarm in their order, and last the key that tells those of one moment apart. */
const BRANCHES = [
  `SELECT kind, seen_at, case_id, subject_id::text, stage, NULL::text, NULL::text, NULL::text, from_at, to_at,
     subject_id || ' ' || kind || ' ' || to_char(from_at, 'YYYYMMDDHH24MISSMS')
   FROM alarm WHERE (stage = ANY($1::text[]) OR (stage IS NULL AND $3)) AND ${LASTS}`,
  `SELECT 'offer-expired', last_outcome_at, case_id, stage_id::text, stage, NULL::text, nullif(unit_id, ''), told_unit,
     NULL::timestamptz, NULL::timestamptz, stage_id::text
   FROM stage_now WHERE last_outcome = 'expired' AND offer_id IS NULL AND stage = ANY($1::text[])`,
  `SELECT 'overdue', overdue_at, case_id, clock_id::text, source, rule, unit_id, told_unit, due_at,
     NULL::timestamptz, clock_id::text
   FROM clock_now WHERE overdue_at IS NOT NULL AND source = ANY($2::text[])`,
  // What could not be applied here: until it is released, this case's pages lag behind. Of a case whose very first facts are
  // parked no party is known: everybody is told.
  `SELECT 'parked', parked_at,
     CASE WHEN case_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN case_id::uuid END,
     id::text, source, reason, NULL::text, NULL::text,
     NULL::timestamptz, NULL::timestamptz, id::text
   FROM parked WHERE source = ANY($1::text[])`,
  // What a stage's service could not apply: until it goes on there, that stage does not know what the others do.
  `SELECT 'parked', p.recorded_at, p.case_id, p.data->>'holdId', p.source, p.data->>'reason', NULL::text, NULL::text,
     NULL::timestamptz, NULL::timestamptz, p.data->>'holdId'
   FROM timeline p WHERE p.type = 'record.fact-parked' AND p.source = ANY($1::text[]) AND NOT EXISTS (
     SELECT FROM timeline e WHERE e.case_id = p.case_id AND e.type IN ('record.fact-released', 'record.fact-set-aside')
       AND e.source = p.source AND e.data->>'holdId' = p.data->>'holdId')`,
  `SELECT 'with-buyer', b.recorded_at, b.case_id, b.data->>'victimId', b.source, NULL::text, NULL::text, NULL::text,
     b.occurred_at, NULL::timestamptz, b.source || ' ' || b.version
   ${withBuyer('$1')}`,
  `SELECT 'child-by-own-choice', b.recorded_at, b.case_id, d.data->>'placementId', d.source, NULL::text, NULL::text, NULL::text,
     b.occurred_at, NULL::timestamptz, 'child ' || b.version || ' ' || d.version
   ${childByOwnChoice('$1')}`,
];

/** Everything that is wrong or late in the cases of these units, the newest first. Each branch is read from its own index. */
export async function alarmsPage(
  client: PoolClient, { sight, units }: Scope, { after, limit = PAGE }: { after?: string; limit?: number },
): Promise<Page<AlarmItem>> {
  const branches = BRANCHES.map((branch) => `(SELECT * FROM (${branch})
      AS b(kind, at, "caseId", id, stage, rule, "unitId", "toldUnit", "fromAt", "toAt", key)
    WHERE ($4::timestamptz IS NULL OR at < $4 OR (at = $4 AND key < $5::text))
      AND (EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = b."caseId" AND p.unit_id = ANY($7::text[]))
        OR (kind = 'parked' AND NOT EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = b."caseId")))
    ORDER BY at DESC, key DESC LIMIT $6)`);
  const rows = await ask<AlarmItem & { key: string }>(client, 'alarms',
    `SELECT every.*, (SELECT case_number FROM case_now c WHERE c.case_id = every."caseId") AS "caseNumber"
     FROM (${branches.join(' UNION ALL ')}) AS every ORDER BY at DESC, key DESC LIMIT $6`,
    [stagesSeen(sight), clocksSeen(sight), seesCare(sight), ...keyAfter(after, ['moment', 'text']), limit + 1, units]);
  return pageOf(rows, limit, { keyOf: ({ at, key }) => [at, key], item: ({ key: _key, ...item }) => item });
}
