import type { Pool } from 'pg';
import type { CalendarDate } from '#contracts';

export interface Leaver {
  readonly unitId: string;
  readonly personId: string;
}

/** Whose post has ended since the day up to which leavers were seen off; nobody before that was written down once. */
export async function leaversBy(pool: Pool, today: CalendarDate): Promise<Leaver[]> {
  const { rows } = await pool.query<Leaver>({
    name: 'leavers',
    text: `SELECT DISTINCT unit_id AS "unitId", person_id AS "personId" FROM directory_post WHERE to_day <= $1::date
           AND to_day > (SELECT (value #>> '{}')::date FROM setting WHERE name = 'leavers-seen-off') ORDER BY 1, 2`,
    values: [today] });
  return rows;
}

export async function seenOffBy(pool: Pool, today: CalendarDate): Promise<void> {
  await pool.query({
    name: 'leavers seen off',
    text: `INSERT INTO setting (name, value) VALUES ('leavers-seen-off', to_jsonb($1::text))
           ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE setting.value <> excluded.value`,
    values: [today] });
}
