import { dayOf } from '#clocks';
import type { Actor, Post } from '#contracts';
import type { Tx } from '#messaging';
import { Directory } from '#service-kit';
import type { UnitDescription } from '../domain/unit-record.js';

const LEADERS: readonly Post[] = ['administrator', 'head', 'deputy-head'];

/** An appointment that waits for its second person. */
interface Proposed {
  readonly personId: string;
  readonly by: Pick<Actor, 'personId' | 'unitId'>;
}

/**
 * Who may be the second person of an appointment: those who lead or administer the unit, and for its own proposals those
 * above it too. What another unit proposes, the unit itself must agree to, or, where nobody there can, those above it. Where
 * nobody is there at all, as in a new unit, any other administrator of the installation.
 */
export async function confirmersOf(tx: Tx, unitId: string, { personId, by }: Proposed): Promise<string[]> {
  const others = async (units: readonly string[] | null, posts: readonly Post[]): Promise<string[]> =>
    (await holders(tx, units, posts)).filter((holder) => holder !== personId && holder !== by.personId);
  const own = await others([unitId], LEADERS);
  if (own.length > 0 && by.unitId !== unitId) return own;
  const near = [...own, ...await others(await new Directory(tx.client).superiorsOf(unitId), LEADERS)];
  return near.length > 0 ? near : others(null, ['administrator']);
}

/**
 * Who may be the second person of what a unit is: those who lead or administer a unit that stands above it, now or as it is
 * proposed, or the unit of whoever proposes it; never the unit itself, to which cases may be opened by this. Where nobody
 * is there, any other administrator of the installation.
 */
export async function confirmersAbove(
  tx: Tx, { unitId, is, by }: { unitId: string; is: UnitDescription; by: Proposed['by'] },
): Promise<string[]> {
  const directory = new Directory(tx.client);
  const to = is.superiorUnit === null ? [] : [is.superiorUnit, ...await directory.superiorsOf(is.superiorUnit)];
  const above = [...await directory.superiorsOf(unitId), ...to, by.unitId].filter((unit) => unit !== unitId);
  const others = async (units: readonly string[] | null, posts: readonly Post[]): Promise<string[]> =>
    (await holders(tx, units, posts)).filter((holder) => holder !== by.personId);
  const near = await others(above, LEADERS);
  return near.length > 0 ? near : others(null, ['administrator']);
}

/** @param units of all of them, where it is null. */
async function holders(tx: Tx, units: readonly string[] | null, posts: readonly Post[]): Promise<string[]> {
  const rows = await tx.query<{ person_id: string }>(
    `SELECT DISTINCT person_id FROM directory_post WHERE ($1::text[] IS NULL OR unit_id = ANY($1::text[]))
     AND post = ANY($2::text[]) AND from_day <= $3 AND (to_day IS NULL OR to_day > $3)`, [units, posts, dayOf(tx.now)]);
  return rows.map((row) => row.person_id);
}
