import { DnaHitConfirmed, DnaHitRecorded } from '#contracts';
import { on, type Reaction, type Tx } from '#messaging';
import type { KnownHit } from '../domain/kinship.js';

/** Hits of the national DNA database in each case, and which of them a second person has confirmed (V-3). */
export const hitReactions: readonly Reaction[] = [
  on(DnaHitRecorded, async ({ caseId, data }, tx) => tx.execute(
    `INSERT INTO known_hit (hit_id, case_id, relation, victim_id, parents) VALUES ($1,$2,$3,$4,$5::jsonb)
     ON CONFLICT (hit_id) DO NOTHING`,
    [data.hitId, caseId, data.relation, data.victimId ?? null, JSON.stringify(data.parents ?? [])])),
  on(DnaHitConfirmed, async ({ occurredAt, data }, tx) => tx.execute(
    'UPDATE known_hit SET confirmed_at = $2 WHERE hit_id = $1', [data.hitId, occurredAt])),
];

export async function hitsOf(tx: Tx, caseId: string): Promise<KnownHit[]> {
  const rows = await tx.query<{
    hit_id: string; relation: string; victim_id: string | null; parents: KnownHit['parents']; confirmed_at: Date | null;
  }>(
    'SELECT hit_id, relation, victim_id, parents, confirmed_at FROM known_hit WHERE case_id = $1 ORDER BY hit_id', [caseId]);
  return rows.map((row) => ({
    hitId: row.hit_id, relation: row.relation, victimId: row.victim_id, parents: row.parents,
    confirmedAt: row.confirmed_at?.toISOString() ?? null,
  }));
}
