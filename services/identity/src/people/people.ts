import { Matches } from 'class-validator';
import type { Pool } from 'pg';
import { Maybe, Words, type Post, type UnitKind } from '#contracts';
import type { Tx } from '#messaging';

/** Who works in the units. Names and passwords live in this table and nowhere else: facts carry the id. */
export class NewPerson {
  @Matches(/^[a-z0-9][a-z0-9.-]{1,63}$/) @Words({ min: 2, max: 64, example: 'qian.ming' }) username!: string;
  @Words({ max: 60, example: '钱明' }) nameZh!: string;
  @Maybe() @Words({ max: 80, example: 'Qian Ming' }) nameLatin?: string;
}

export interface PersonPost {
  readonly assignmentId: string;
  readonly unitId: string;
  readonly post: Post;
  readonly from: string;
  readonly to: string | null;
}

export interface PersonEntry {
  readonly personId: string;
  readonly nameZh: string;
  readonly nameLatin: string;
  readonly posts: PersonPost[];
}

/** In one transaction with the first post: nobody is in the directory without a unit. */
export async function addPerson(tx: Tx, person: NewPerson & { personId: string; unitId: string }): Promise<void> {
  tx.execute('INSERT INTO person (id, username, name_zh, name_latin, unit_id) VALUES ($1,$2,$3,$4,$5)',
    [person.personId, person.username, person.nameZh, person.nameLatin ?? '', person.unitId]);
  await tx.settled();
}

export async function isKnownPerson(tx: Tx, personId: string): Promise<boolean> {
  return (await tx.query('SELECT 1 FROM person WHERE id = $1', [personId])).length > 0;
}

const ENTRY = `SELECT p.id, p.name_zh, p.name_latin, coalesce(jsonb_agg(jsonb_build_object(
    'assignmentId', d.assignment_id, 'unitId', d.unit_id, 'post', d.post,
    'from', to_char(d.from_day, 'YYYY-MM-DD'), 'to', to_char(d.to_day, 'YYYY-MM-DD')) ORDER BY d.from_day, d.assignment_id)
    FILTER (WHERE d.assignment_id IS NOT NULL), '[]') AS posts
  FROM person p LEFT JOIN directory_post d ON d.person_id = p.id
  WHERE p.id = ANY($1::uuid[]) GROUP BY p.id ORDER BY p.id`;

/** Names and posts, past and present: at most as many people as are asked for. */
export async function findPeople(pool: Pool, ids: readonly string[]): Promise<PersonEntry[]> {
  const { rows } = await pool.query<{ id: string; name_zh: string; name_latin: string; posts: PersonPost[] }>({
    name: 'people', text: ENTRY, values: [ids] });
  return rows.map((row) => ({ personId: row.id, nameZh: row.name_zh, nameLatin: row.name_latin, posts: row.posts }));
}

/**
 * Whether the person works in these units only. Where there is no post, now or later, the unit counts that brought the
 * person in.
 */
export async function worksWithin(pool: Pool, of: { personId: string; units: readonly string[]; day: string }): Promise<boolean> {
  const { rows: [row] } = await pool.query<{ works: boolean }>(
    `WITH posts AS (SELECT unit_id FROM directory_post WHERE person_id = $1 AND (to_day IS NULL OR to_day > $3)),
     units AS (SELECT unit_id FROM posts
               UNION SELECT unit_id FROM person WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM posts))
     SELECT NOT EXISTS (SELECT 1 FROM units WHERE unit_id <> ALL($2::text[])) AS works`, [of.personId, of.units, of.day]);
  return row!.works;
}

/** Whether it was one of these units that brought the person in. */
export async function enteredWithin(pool: Pool, of: { personId: string; units: readonly string[] }): Promise<boolean> {
  const { rows: [row] } = await pool.query<{ entered: boolean }>(
    'SELECT EXISTS (SELECT 1 FROM person WHERE id = $1 AND unit_id = ANY($2::text[])) AS entered', [of.personId, of.units]);
  return row!.entered;
}

export async function usernameOf(pool: Pool, personId: string): Promise<string | null> {
  const { rows: [row] } = await pool.query<{ username: string }>('SELECT username FROM person WHERE id = $1', [personId]);
  return row?.username ?? null;
}

export interface DemoAccount {
  readonly personId: string;
  readonly username: string;
  readonly nameZh: string;
  readonly nameLatin: string;
  readonly unitId: string;
  readonly unitNameZh: string;
  readonly unitNameEn: string;
  readonly unitKind: UnitKind;
  readonly post: Post;
}

/** Who can sign in now, with unit and post, in order of the user name. */
export async function listAccounts(pool: Pool, page: { after: string; limit: number; day: string }): Promise<DemoAccount[]> {
  const { rows } = await pool.query<DemoAccount>(
    `SELECT p.id AS "personId", p.username, p.name_zh AS "nameZh", p.name_latin AS "nameLatin",
            u.case_id AS "unitId", u.name_zh AS "unitNameZh", u.name_en AS "unitNameEn",
            u.kind AS "unitKind", d.post
     FROM person p
     JOIN LATERAL (SELECT unit_id, post FROM directory_post WHERE person_id = p.id AND from_day <= $3
                   AND (to_day IS NULL OR to_day > $3) ORDER BY from_day, assignment_id LIMIT 1) d ON true
     JOIN unit_record u ON u.case_id = d.unit_id
     WHERE p.username > $1 ORDER BY p.username LIMIT $2`, [page.after, page.limit, page.day]);
  return rows;
}
