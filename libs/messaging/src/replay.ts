import type { Pool } from 'pg';

/**
 * Says the whole journal again, in order. Listeners that have a fact drop it by its version; a listener that has begun
 * anew (its inbox rows for this source removed together with its view) takes everything.
 */
export async function replayJournal(pool: Pool): Promise<number> {
  const { rowCount } = await pool.query('INSERT INTO outbox (seq) SELECT seq FROM journal ON CONFLICT DO NOTHING');
  return rowCount ?? 0;
}
