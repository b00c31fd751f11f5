import { ReceptionPromised } from '#contracts';
import { on, type Reaction, type Tx } from '#messaging';

/** Which unit abroad has promised to receive a victim; the last promise counts. */
export const promiseReactions: readonly Reaction[] = [
  on(ReceptionPromised, async ({ data }, tx) => tx.execute(
    `INSERT INTO known_promise (victim_id, unit_id) VALUES ($1,$2)
     ON CONFLICT (victim_id) DO UPDATE SET unit_id = excluded.unit_id`, [data.victimId, data.byUnit])),
];

export async function promisedAbroad(tx: Tx, victimId: string): Promise<string | null> {
  const [row] = await tx.query<{ unit_id: string }>('SELECT unit_id FROM known_promise WHERE victim_id = $1', [victimId]);
  return row?.unit_id ?? null;
}
