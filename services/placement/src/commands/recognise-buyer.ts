import type { BuyerIdentified, Envelope } from '#contracts';
import type { Tx } from '#messaging';
import { Placement } from '../domain/placement.js';

const PLACEMENTS_MAX = 100;

/** somebody is found to have bought a person. Was anybody, in whichever case, placed where they live? */
export async function recogniseBuyer(tx: Tx, { data }: Envelope<BuyerIdentified>): Promise<void> {
  const marks = [...data.personIds, ...data.identities.map(({ digest }) => digest)];
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM placement WHERE in_effect_since IS NOT NULL AND (decision->>'householdId' = $1 OR EXISTS (
       SELECT FROM jsonb_array_elements(named) n WHERE n->'marks' ?| $2::text[]))
     ORDER BY case_id, id LIMIT $3`, [data.householdId, marks, PLACEMENTS_MAX]);
  for (const { id } of rows) {
    const placement = await tx.load(Placement, id);
    await tx.save(placement, placement.recogniseBuyer({ householdId: data.householdId, marks }));
  }
}
