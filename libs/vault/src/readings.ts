import type { Instant } from '#contracts';
import type { Tx } from '#messaging';

/** One reading of personal data, or one refused try: who, under which post, why, and what came of it. */
export interface Reading {
  readonly id: string;
  readonly at: Instant;
  readonly personId: string;
  readonly unitId: string;
  readonly post: string;
  readonly purpose: string;
  readonly recordId: string | null;
  readonly caseId: string | null;
  readonly allowed: boolean;
  readonly refusedCode: string | null;
}

const PAGE_MAX = 100;

type Row = Record<'id' | 'person_id' | 'unit_id' | 'post' | 'purpose', string>
  & Record<'record_id' | 'case_id' | 'refused_code', string | null> & { at: Date; allowed: boolean };

/**
 * Who read, or tried to read, the personal data of a case, a page at a time.
 * @param given.things ids for which a try may have been refused before the case was known.
 */
export async function readingsOf(
  tx: Tx, given: { caseId: string; things?: readonly string[]; after?: number },
): Promise<Reading[]> {
  const rows = await tx.query<Row>(
    `SELECT * FROM access_log WHERE (case_id = $1 OR record_id = ANY($2::uuid[])) AND id > $3 ORDER BY id LIMIT ${PAGE_MAX}`,
    [given.caseId, given.things ?? [], given.after ?? 0]);
  return rows.map((row) => ({
    id: row.id, at: row.at.toISOString(), personId: row.person_id, unitId: row.unit_id, post: row.post, purpose: row.purpose,
    recordId: row.record_id, caseId: row.case_id, allowed: row.allowed, refusedCode: row.refused_code,
  }));
}
