import type { PoolClient } from 'pg';
import { isCommander, type Actor, type Instant, type Sight } from '#contracts';
import { seesCare, stagesSeen } from '../domain/sight.js';
import { childByOwnChoice, LASTS, withBuyer } from './alarms.js';
import { ask, keyAfter, PAGE, pageOf, type Page } from './ask.js';
import { ASKED_OF_READER } from './worklist.js';

/** What somebody in a unit is told of: what is asked of it, what came back, what is late, what is wrong, who was turned away. */
export const NOTICES = [
  'offer', 'care-offer', 'asked', 'package', 'returned', 'expired', 'warned', 'overdue', 'told-expired', 'told-overdue', 'gap',
  'overlap', 'two-holders', 'no-clock', 'uncovered', 'with-buyer', 'child-by-own-choice', 'denied',
] as const;
export type NoticeKind = (typeof NOTICES)[number];

/** `read`: it was opened. `acknowledged`: somebody has taken note of it, and answers for that. */
export const MARKS = ['read', 'acknowledged'] as const;
export type Mark = (typeof MARKS)[number];

export interface Notice {
  /** The same thing has the same key; when it happens anew it has another. */
  readonly key: string;
  readonly kind: NoticeKind;
  readonly at: Instant;
  readonly caseId: string;
  readonly caseNumber: string | null;
  readonly stage: string | null;
  readonly rule: string | null;
  /** What is asked, as the type of the fact that asks; of a package, which. */
  readonly what: string | null;
  /** Where one acts: the record of the stage, or the victim; of a try that was turned away the person who tried. */
  readonly subjectId: string | null;
  /** What of the record is meant, where it is a part of it: the file, the plan. */
  readonly partId: string | null;
  /** Who asks, has sent back, is late, or was turned away. */
  readonly unitId: string | null;
  readonly dueAt: Instant | null;
  readonly readAt: Instant | null;
  readonly acknowledgedAt: Instant | null;
  readonly acknowledgedBy: readonly { readonly personId: string; readonly at: Instant }[];
}

const STAMP = `'YYYYMMDDHH24MISSMS'`;
const ASKED_KEY = `'asked-' || source || '-' || case_id || '-' || version`;

/**
 * $1 the unit, $2 the person, $3 the stages whose faults they see, $4 whether they see care, $5 whether they head the unit, $6
 * whether they approve plans. Each says: kind, at, key, case, stage, rule, subject, unit, due, what.
 */
const BRANCHES = [
  `SELECT 'offer', offered_at, 'offer-' || offer_id, case_id, stage, NULL::text, subject_id, offer_by_unit, offer_expires_at, NULL
   FROM stage_now WHERE offer_id IS NOT NULL AND offer_to_unit = $1 AND (offer_to_person IS NULL OR offer_to_person = $2)`,
  `SELECT 'care-offer', offered_at, 'care-offer-' || offer_id, case_id, 'rescue', NULL, victim_id, unit_id, NULL, NULL
   FROM custody_now WHERE offer_id IS NOT NULL AND offer_to_unit = $1 AND (offer_to_person IS NULL OR offer_to_person = $2)`,
  `SELECT 'asked', asked_at, ${ASKED_KEY}, case_id, source, NULL, about_id, by_unit, NULL, type
   FROM asked_now WHERE ${ASKED_OF_READER}`,
  // Only the one who holds it: what the unit holds stands in its work.
  `SELECT 'package', since_at, 'package-' || case_id || '-' || version || '-' || package, case_id, source, NULL, subject_id, by_unit,
     NULL, package
   FROM package_now WHERE holders ? $1 AND unit_id = $1 AND person_id = $2`,
  `SELECT last_outcome, last_outcome_at, last_outcome || '-' || stage_id || '-' || to_char(last_outcome_at, ${STAMP}), case_id, stage,
     NULL, subject_id, last_outcome_unit, NULL, NULL
   FROM stage_now WHERE state = 'open' AND unit_id = $1 AND offer_id IS NULL AND last_outcome IN ('returned', 'expired')`,
  `SELECT 'told-expired', last_outcome_at, 'told-expired-' || stage_id || '-' || to_char(last_outcome_at, ${STAMP}), case_id, stage,
     NULL, subject_id, nullif(unit_id, ''), NULL, NULL
   FROM stage_now WHERE last_outcome = 'expired' AND offer_id IS NULL AND told_unit = $1 AND unit_id <> $1`,
  `SELECT 'warned', started_at + (due_at - started_at) * warned_percent / 100, 'warned-' || clock_id || '-' || warned_percent, case_id,
     source, rule, subject_id, unit_id, due_at, NULL
   FROM clock_now WHERE unit_id = $1 AND overdue_at IS NULL AND warned_percent IS NOT NULL`,
  `SELECT CASE WHEN unit_id = $1 THEN 'overdue' ELSE 'told-overdue' END, overdue_at,
     'overdue-' || clock_id || '-' || coalesce(overdue_step, 1), case_id, source, rule, subject_id, unit_id, due_at, NULL
   FROM clock_now WHERE overdue_at IS NOT NULL AND (unit_id = $1 OR told_unit = $1)`,
  `SELECT kind, seen_at, kind || '-' || subject_id || '-' || to_char(from_at, ${STAMP}), case_id, stage, NULL, NULL, NULL, NULL, NULL
   FROM alarm a WHERE (stage = ANY($3::text[]) OR (stage IS NULL AND $4)) AND ${LASTS} AND EXISTS (
     SELECT FROM stage_now s WHERE s.case_id = a.case_id AND s.unit_id = $1 AND s.state = 'open')`,
  // Every unit of the case is told, also after all its stages are closed: the child is at home by then.
  `SELECT 'with-buyer', b.recorded_at, 'with-buyer-' || b.case_id || '-' || b.source || '-' || b.version, b.case_id, b.source,
     NULL, (b.data->>'victimId')::uuid, NULL, NULL, NULL
   ${withBuyer('$3')} AND EXISTS (SELECT FROM case_party p WHERE p.case_id = b.case_id AND p.unit_id = $1)`,
  `SELECT 'child-by-own-choice', b.recorded_at, 'child-by-own-choice-' || b.case_id || '-' || b.version || '-' || d.version, b.case_id,
     d.source, NULL, (d.data->>'placementId')::uuid, NULL, NULL, NULL
   ${childByOwnChoice('$3')} AND EXISTS (SELECT FROM case_party p WHERE p.case_id = b.case_id AND p.unit_id = $1)`,
  `SELECT 'denied', at, 'denied-' || id, case_id, NULL, NULL, person_id, unit_id, NULL, NULL
   FROM access_log l WHERE $5 AND outcome = 'denied' AND unit_id <> $1 AND EXISTS (
     SELECT FROM stage_now s WHERE s.case_id = l.case_id AND s.unit_id = $1 AND s.state = 'open')`,
];

const ALL = `SELECT * FROM (${BRANCHES.map((branch) => `(${branch})`).join(' UNION ALL ')})
    AS n(kind, at, key, case_id, stage, rule, subject_id, unit_id, due_at, what)`;

export interface Reader {
  readonly by: Pick<Actor, 'unitId' | 'personId' | 'post'>;
  readonly sight: Sight;
}

const valuesOf = ({ by, sight }: Reader): unknown[] => [
  by.unitId, by.personId, stagesSeen(sight), seesCare(sight), ['head', 'deputy-head'].includes(by.post),
  isCommander(by.post)];

/** The notices of a person in a unit, the newest first, with who has taken note of each, and when. */
export async function noticesPage(
  client: PoolClient, reader: Reader, { after, limit = PAGE }: { after?: string; limit?: number },
): Promise<Page<Notice>> {
  const rows = await ask<Notice>(client, 'notices', `SELECT n.key, n.kind, n.at, n.case_id AS "caseId", c.case_number AS "caseNumber",
      n.stage, n.rule, n.subject_id AS "subjectId", CASE WHEN n.kind = 'asked' THEN (SELECT part_id FROM asked_now a
        WHERE a.case_id = n.case_id AND a.source = n.stage AND n.key = ${ASKED_KEY}) END AS "partId", n.unit_id AS "unitId", n.due_at AS "dueAt", n.what,
      m.read_at AS "readAt", m.acknowledged_at AS "acknowledgedAt", coalesce(o.by, '[]') AS "acknowledgedBy"
    FROM (SELECT * FROM (${ALL}) AS every WHERE $7::timestamptz IS NULL OR (at, key) < ($7, $8::text)
      ORDER BY at DESC, key DESC LIMIT $9) n
    LEFT JOIN case_now c ON c.case_id = n.case_id
    LEFT JOIN LATERAL (SELECT min(at) AS read_at, min(at) FILTER (WHERE mark = 'acknowledged') AS acknowledged_at
      FROM notice_mark WHERE notice_key = n.key AND unit_id = $1 AND person_id = $2) m ON true
    LEFT JOIN LATERAL (SELECT json_agg(json_build_object('personId', person_id,
        'at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY at) AS by
      FROM (SELECT person_id, at FROM notice_mark WHERE notice_key = n.key AND unit_id = $1 AND mark = 'acknowledged'
        ORDER BY at LIMIT 20) AS first) o ON true
    ORDER BY n.at DESC, n.key DESC`,
  [...valuesOf(reader), ...keyAfter(after, ['moment', 'text']), limit + 1]);
  return pageOf(rows, limit, { keyOf: ({ at, key }) => [at, key], item: (row) => row });
}

/** Beyond so many nobody counts them one by one. */
const COUNTED_MAX = 1_000;

/** How many one has not opened, and of how many nobody has said that they have taken note. */
export async function noticesOpen(client: PoolClient, reader: Reader): Promise<{ unread: number; open: number }> {
  const [counted] = await ask<{ unread: number; open: number }>(client, 'notices open', `SELECT
      count(*) FILTER (WHERE NOT EXISTS (SELECT FROM notice_mark m
        WHERE m.notice_key = n.key AND m.unit_id = $1 AND m.person_id = $2)) AS unread,
      count(*) FILTER (WHERE NOT EXISTS (SELECT FROM notice_mark m
        WHERE m.notice_key = n.key AND m.unit_id = $1 AND m.mark = 'acknowledged')) AS open
    FROM (${ALL} ORDER BY at DESC LIMIT ${COUNTED_MAX}) n`, valuesOf(reader));
  return counted!;
}

/** Puts on record that this person has read these in the name of the unit, or taken note of them; the first time counts. */
export async function markNotices(
  client: PoolClient, reader: Reader, { keys, mark, at }: { keys: readonly string[]; mark: Mark; at: Instant },
): Promise<number> {
  const rows = await ask(client, 'mark notices', `INSERT INTO notice_mark (notice_key, person_id, unit_id, mark, at, case_id)
    SELECT key, $2, $1, $8, $9, case_id FROM (${ALL}) AS n WHERE key = ANY($7::text[])
    ON CONFLICT (notice_key, unit_id, person_id, mark) DO NOTHING RETURNING 1`, [...valuesOf(reader), keys, mark, at]);
  return rows.length;
}
