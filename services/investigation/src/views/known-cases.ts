import { CaseOpened, DivisionCorrected, PersonRescued, type CaseKind } from '#contracts';
import { on, type Reaction, type Tx } from '#messaging';
import type { KnownVictim } from '../domain/package-done.js';

/** Kind and place of a case, as intake said. */
export const caseReactions: readonly Reaction[] = [
  on(CaseOpened, async ({ caseId, data }, tx) =>
    tx.execute('INSERT INTO known_case (case_id, kind, division) VALUES ($1,$2,$3) ON CONFLICT (case_id) DO NOTHING',
      [caseId, data.kind, data.division])),
  on(DivisionCorrected, async ({ caseId, data }, tx) =>
    tx.execute('UPDATE known_case SET division = $2 WHERE case_id = $1', [caseId, data.to])),
];

/** Who is rescued: kept apart from the victims, because two services may be heard in either order. */
export const rescueViewReactions: readonly Reaction[] = [
  on(PersonRescued, async ({ caseId, occurredAt, data }, tx) => tx.execute(
    `INSERT INTO known_rescue (victim_id, case_id, rescued_at) VALUES ($1,$2,$3)
     ON CONFLICT (victim_id) DO UPDATE SET rescued_at = greatest(known_rescue.rescued_at, excluded.rescued_at)`,
    [data.victimId, caseId, occurredAt])),
];

export async function knownCase(tx: Tx, caseId: string): Promise<{ kind: CaseKind | null; division: string | null }> {
  const [row] = await tx.query<{ kind: CaseKind; division: string }>(
    'SELECT kind, division FROM known_case WHERE case_id = $1', [caseId]);
  return row ?? { kind: null, division: null };
}

export async function victimsOf(tx: Tx, caseId: string): Promise<KnownVictim[]> {
  const rows = await tx.query<{ victim_id: string; rescued_at: Date | null }>(
    `SELECT v.victim_id, r.rescued_at FROM known_victim v LEFT JOIN known_rescue r USING (victim_id)
     WHERE v.case_id = $1 ORDER BY v.victim_id`, [caseId]);
  return rows.map((row) => ({ victimId: row.victim_id, rescuedAt: row.rescued_at?.toISOString() ?? null }));
}
