import { MedicalChecked } from '#contracts';
import { on, type Reaction, type Tx } from '#messaging';

/** Which unit has examined a victim after the rescue: it knows her, and may say whether she can travel. */
export const examinerReactions: readonly Reaction[] = [
  on(MedicalChecked, async ({ data }, tx) => tx.execute(
    'INSERT INTO known_examiner (victim_id, unit_id) VALUES ($1,$2) ON CONFLICT DO NOTHING', [data.victimId, data.atUnit])),
];

export async function examinersOf(tx: Tx, victimId: string): Promise<string[]> {
  const rows = await tx.query<{ unit_id: string }>('SELECT unit_id FROM known_examiner WHERE victim_id = $1 ORDER BY unit_id', [victimId]);
  return rows.map((row) => row.unit_id);
}
