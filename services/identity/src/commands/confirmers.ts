import { dayOf } from '#clocks';
import type { Actor, Post } from '#contracts';
import type { Tx } from '#messaging';
import { Directory } from '#service-kit';
import { FIRST_ADMINISTRATOR } from '../people/first-administrator.js';

const LEADERS: readonly Post[] = ['administrator', 'head', 'deputy-head'];

/** An appointment that waits for its second person. */
interface Proposed {
  readonly personId: string;
  readonly by: Pick<Actor, 'personId' | 'unitId'>;
}

/**
 * Who may be the second person of an appointment: those who lead or administer the unit, and for its own proposals those
 * above it too. What another unit proposes, the unit itself must agree to, or, where nobody there can, those above it. Where
 * nobody is there at all, as in a new installation, the other administrators of the first administrator's unit.
 */
export async function confirmersOf(tx: Tx, unitId: string, { personId, by }: Proposed): Promise<string[]> {
  const others = async (units: readonly string[], posts: readonly Post[]): Promise<string[]> =>
    (await holders(tx, units, posts)).filter((holder) => holder !== personId && holder !== by.personId);
  const own = await others([unitId], LEADERS);
  if (own.length > 0 && by.unitId !== unitId) return own;
  const near = [...own, ...await others(await new Directory(tx.client).superiorsOf(unitId), LEADERS)];
  if (near.length > 0) return near;
  const first = await tx.query<{ unit_id: string }>('SELECT unit_id FROM person WHERE id = $1', [FIRST_ADMINISTRATOR]);
  return others(first.map((row) => row.unit_id), ['administrator']);
}

async function holders(tx: Tx, units: readonly string[], posts: readonly Post[]): Promise<string[]> {
  const rows = await tx.query<{ person_id: string }>(
    `SELECT DISTINCT person_id FROM directory_post WHERE unit_id = ANY($1::text[]) AND post = ANY($2::text[])
     AND from_day <= $3 AND (to_day IS NULL OR to_day > $3)`, [units, posts, dayOf(tx.now)]);
  return rows.map((row) => row.person_id);
}
