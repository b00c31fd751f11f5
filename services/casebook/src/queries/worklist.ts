import type { PoolClient } from 'pg';
import { isCommander, type Actor } from '#contracts';
import { clockNow, custodyNow, stageNow } from '../views/tables.js';
import { ask, keyAfter, PAGE, pageOf, type Page } from './ask.js';

/** The parts of a worklist: what waits for us, what we answer for, and what we wait for. */
export const PARTS = ['offers', 'care-offers', 'asked', 'packages', 'stages', 'clocks', 'in-care', 'waiting'] as const;
export type PartOfWorklist = (typeof PARTS)[number];

interface List {
  readonly columns: string;
  readonly from: string;
  /** $1 is the unit, $2 the person, $6 whether they approve plans. */
  readonly where: string;
  /** The moment and the id by which the list is ordered, and after which the next page begins. */
  readonly order: readonly [moment: string, id: string];
  readonly key: readonly [moment: string, id: string];
}

/** The deadline that the answer to a question must meet, where there is one. */
const DEADLINES = `WHEN 'rescue.medical-check-asked' THEN 'medical-check-after-rescue'
  WHEN 'cross-border.identity-requested' THEN 'identity-verification'`;

/** a plan waits for somebody else than its author, in a post that approves plans; the others are not asked. */
export const ASKED_OF_READER = `unit_id = $1 AND (type <> 'rescue.plan-drafted' OR ($6 AND by_person <> $2))`;

/**
 * What a unit must know before it takes a stage over: what kind of case, how urgent, where, of how many. What is no case yet
 * lies where it was reported to lie.
 */
const ITS_CASE = `(SELECT jsonb_build_object('kind', c.kind, 'victims', c.victims,
    'division', coalesce(c.division, (SELECT data->>'division' FROM timeline t WHERE t.case_id = c.case_id
      AND type IN ('intake.clue-received', 'intake.missing-person-reported') ORDER BY occurred_at LIMIT 1)),
    'risk', (SELECT data->>'risk' FROM timeline t WHERE t.case_id = c.case_id AND type = 'intake.risk-graded'
      ORDER BY version DESC LIMIT 1))
  FROM case_now c WHERE c.case_id = stage_now.case_id) AS "case"`;

const MINE = '(offer_to_person IS NULL OR offer_to_person = $2)';

const LISTS: Readonly<Record<PartOfWorklist, List>> = {
  offers: {
    columns: `${stageNow.selected()}, ${ITS_CASE}`, from: 'stage_now', where: `offer_id IS NOT NULL AND offer_to_unit = $1 AND ${MINE}`,
    order: ['offer_expires_at', 'stage_id'], key: ['offerExpiresAt', 'stageId'],
  },
  'care-offers': {
    columns: custodyNow.selected(), from: 'custody_now', where: `offer_id IS NOT NULL AND offer_to_unit = $1 AND ${MINE}`,
    order: ['offered_at', 'victim_id'], key: ['offeredAt', 'victimId'],
  },
  asked: {
    columns: `case_id AS "caseId", source, type, about_id AS "aboutId", part_id AS "partId", victim_id AS "victimId",
      by_unit AS "byUnit", by_person AS "byPerson", asked_at AS "askedAt", (SELECT min(due_at) FROM clock_now c WHERE c.case_id = asked_now.case_id
        AND c.subject_id = about_id AND c.rule = CASE type ${DEADLINES} END) AS "dueAt"`,
    from: 'asked_now', where: ASKED_OF_READER,
    order: ['asked_at', 'about_id'], key: ['askedAt', 'aboutId'],
  },
  packages: {
    columns: `case_id AS "caseId", source, subject_id AS "subjectId", package, package_id AS "packageId", unit_id AS "unitId",
      person_id AS "personId", since_at AS "sinceAt", by_unit AS "byUnit", by_person AS "byPerson", person_id = $2 AS mine`,
    from: 'package_now', where: 'holders ? $1 AND unit_id = $1',
    order: ['since_at', 'package_id'], key: ['sinceAt', 'packageId'],
  },
  stages: {
    columns: `${stageNow.selected()}, person_id = $2 AS mine`, from: 'stage_now', where: `state = 'open' AND unit_id = $1`,
    order: ['since_at', 'stage_id'], key: ['sinceAt', 'stageId'],
  },
  clocks: {
    columns: `${clockNow.selected()}, person_id = $2 AS mine`, from: 'clock_now', where: 'unit_id = $1',
    order: ['due_at', 'clock_id'], key: ['dueAt', 'clockId'],
  },
  'in-care': {
    columns: `${custodyNow.selected()}, person_id = $2 AS mine`, from: 'custody_now', where: `state = 'held' AND unit_id = $1`,
    order: ['since_at', 'victim_id'], key: ['sinceAt', 'victimId'],
  },
  waiting: {
    columns: `${stageNow.selected()}, offer_by_person = $2 AS mine`, from: 'stage_now',
    where: 'offer_id IS NOT NULL AND offer_by_unit = $1',
    order: ['offered_at', 'stage_id'], key: ['offeredAt', 'stageId'],
  },
};

/** One part of the worklist of a person in a unit: theirs and their unit's, what comes first in front. */
export async function worklistPart(
  client: PoolClient, by: Pick<Actor, 'unitId' | 'personId' | 'post'>,
  { part, after, limit = PAGE }: { part: PartOfWorklist; after?: string; limit?: number },
): Promise<Page<object>> {
  const { columns, from, where, order: [moment, id], key: [momentKey, idKey] } = LISTS[part];
  const rows = await ask<Record<string, string>>(client, `worklist ${part}`, `SELECT ${columns},
      (SELECT case_number FROM case_now c WHERE c.case_id = ${from}.case_id) AS "caseNumber" FROM ${from}
    WHERE ${where} AND $2::uuid IS NOT NULL AND $6::boolean IS NOT NULL AND ($3::timestamptz IS NULL OR (${moment}, ${id}) > ($3, $4::uuid))
    ORDER BY ${moment}, ${id} LIMIT $5`, [by.unitId, by.personId, ...keyAfter(after, ['moment', 'id']), limit + 1, isCommander(by.post)]);
  return pageOf(rows, limit, { keyOf: (row) => [row[momentKey]!, row[idKey]!], item: (row) => row });
}
