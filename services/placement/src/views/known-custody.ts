import { CustodyEnded, CustodyTaken, CustodyTransferred, KinshipProven, type Envelope } from '#contracts';
import { on, type Reaction, type Tx } from '#messaging';

/** Who has a victim in their care, and whose kinship is proven: owned by the rescue service, known here. */
const hold = async ({ caseId, occurredAt, data }: Envelope<CustodyTaken | CustodyTransferred>, tx: Tx): Promise<void> =>
  tx.execute(
    `INSERT INTO known_custody (victim_id, case_id, unit_id, since) VALUES ($1,$2,$3,$4)
     ON CONFLICT (victim_id) DO UPDATE SET unit_id = excluded.unit_id, since = excluded.since`,
    [data.victimId, caseId, data.unitId ?? null, occurredAt]);

export const custodyReactions: readonly Reaction[] = [
  on(CustodyTaken, hold),
  on(CustodyTransferred, hold),
  on(CustodyEnded, async ({ data }, tx) => tx.execute('DELETE FROM known_custody WHERE victim_id = $1', [data.victimId])),
  on(KinshipProven, async ({ data }, tx) => tx.execute(
    'INSERT INTO known_kinship (victim_id, relative_id) VALUES ($1,$2) ON CONFLICT DO NOTHING', [data.victimId, data.relativeId])),
];

/** The unit that has the victim in its care, or null: nobody, or a relative. */
export async function holderOf(tx: Tx, victimId: string): Promise<string | null> {
  const [row] = await tx.query<{ unit_id: string | null }>('SELECT unit_id FROM known_custody WHERE victim_id = $1', [victimId]);
  return row?.unit_id ?? null;
}

/** The relatives of a victim whose kinship is proven. */
export async function knownRelatives(tx: Tx, victimId: string): Promise<string[]> {
  const rows = await tx.query<{ relative_id: string }>('SELECT relative_id FROM known_kinship WHERE victim_id = $1', [victimId]);
  return rows.map((row) => row.relative_id);
}
