import type { Pool } from 'pg';
import type { CalendarDate, Instant } from '#contracts';
import type { Vault } from '#vault';
import { ageUnknown, bornMarks } from '../commands/person.js';
import { cameOfAgeSince } from '../domain/age.js';
import { lastAge } from './age-on-record.js';

export interface OfAge {
  readonly intakeId: string;
  readonly victimIds: readonly string[];
}

const PAGE = 100;

const OF_AGE = `
  SELECT i.id AS "intakeId", array_agg(v->>'victimId') AS "victimIds"
  FROM intake i CROSS JOIN LATERAL jsonb_array_elements(i.victims) AS v
  CROSS JOIN LATERAL ${lastAge('$2')} AS last
  WHERE i.case_id = ANY(ARRAY(SELECT case_id::uuid FROM private_record WHERE marks && $1::text[] AND marks <> '{}'))
    AND i.merged_into IS NULL AND (v->>'minor')::boolean AND last.marks && $1::text[]
    AND ($3::uuid IS NULL OR i.id > $3)
  GROUP BY i.id ORDER BY i.id LIMIT ${PAGE}`;

/**
 * Who has come of age since the day up to which it was looked, and is still taken for a minor; of whom the age was judged, the
 * youngest that was possible. Found by the marks of the birth dates: no day is kept for this, and where the data of a case are
 * erased nobody is found. A page at a time: the first look is at a whole childhood.
 */
export async function* ofAge(pool: Pool, vault: Vault, at: Instant): AsyncGenerator<OfAge> {
  const marks = cameOfAgeSince(await lookedUpTo(pool), at).flatMap((day) => bornMarks(vault, day));
  for (let after: string | null = null; ;) {
    const values: unknown[] = [marks, [ageUnknown(vault)], after];
    const { rows } = await pool.query<OfAge>({ name: 'of age', text: OF_AGE, values });
    yield* rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.intakeId;
  }
}

async function lookedUpTo(pool: Pool): Promise<CalendarDate | null> {
  const { rows: [row] } = await pool.query<{ day: CalendarDate }>(
    `SELECT value #>> '{}' AS day FROM setting WHERE name = 'came-of-age'`);
  return row?.day ?? null;
}

/** In an exercise the day may lie before the one that was kept: then the time between is looked at again. */
export async function lookedOn(pool: Pool, day: CalendarDate): Promise<void> {
  await pool.query({
    name: 'came of age',
    text: `INSERT INTO setting (name, value) VALUES ('came-of-age', to_jsonb($1::text))
           ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE setting.value <> excluded.value`,
    values: [day] });
}
