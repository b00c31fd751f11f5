import { PersonReceived } from '#contracts';
import { on, type Reaction, type Tx } from '#messaging';

/** When a placement that was under way last received a victim (P-1). */
export const receptionReactions: readonly Reaction[] = [
  on(PersonReceived, async ({ occurredAt, data }, tx) => tx.execute(
    `INSERT INTO known_reception (victim_id, received_at) VALUES ($1,$2)
     ON CONFLICT (victim_id) DO UPDATE SET received_at = greatest(known_reception.received_at, excluded.received_at)`,
    [data.victimId, occurredAt])),
];

export async function receivedAt(tx: Tx, victimId: string): Promise<string | null> {
  const [row] = await tx.query<{ received_at: Date }>('SELECT received_at FROM known_reception WHERE victim_id = $1', [victimId]);
  return row?.received_at.toISOString() ?? null;
}
