import type { Queryable } from './directory-reader.js';

/**
 * Says the journal again, or one case of it, in order: the relay sends it as if it were new. Listeners that have a fact
 * drop it by its version; one that has missed it takes it.
 */
export async function replayJournal(db: Queryable, caseId: string | null = null): Promise<number> {
  const { rowCount } = await db.query({
    text: `INSERT INTO outbox (seq) SELECT seq FROM journal WHERE $1::text IS NULL OR aggregateid = $1 ON CONFLICT DO NOTHING`,
    values: [caseId],
  });
  return rowCount ?? 0;
}
