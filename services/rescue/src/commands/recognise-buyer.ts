import type { BuyerIdentified, Envelope } from '#contracts';
import type { Tx } from '#messaging';
import { Custody } from '../domain/custody.js';

const CHILDREN_MAX = 100;

/** somebody is found to have bought a person. Does a child, of whichever case, live with them as with a relative? */
export async function recogniseBuyer(tx: Tx, { data }: Envelope<BuyerIdentified>): Promise<void> {
  const marks = [...data.personIds, ...data.identities.map(({ digest }) => digest)];
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM custody WHERE (ending IS NULL OR ending = 'with-family') AND EXISTS (
       SELECT FROM jsonb_array_elements(kinship) k WHERE k->>'relativeId' = ANY($1::text[]) OR k->>'identityDigest' = ANY($1::text[]))
     ORDER BY case_id, id LIMIT $2`, [marks, CHILDREN_MAX]);
  for (const { id } of rows) {
    const custody = await tx.load(Custody, id);
    await tx.save(custody, custody.recogniseBuyer({ householdId: data.householdId, marks }));
  }
}
