import type { QueryRunner } from 'typeorm';
import type { Tx } from '#messaging';

/**
 * A victim has one open stage of a kind at a time: of two requests that are heard in the same moment the index stops the second,
 * and heard again it finds the first. What is doubled already stays as it is, until it is closed.
 */
export async function indexOneOpen(runner: QueryRunner, table: string): Promise<void> {
  const doubled = await runner.query(`
    SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY case_id, victim_id ORDER BY id) AS n
      FROM ${table} WHERE stage->>'state' = 'open') AS open WHERE n > 1`) as { id: string }[];
  const others = doubled.length === 0 ? '' : `AND id NOT IN (${doubled.map(({ id }) => `'${id}'`).join(', ')})`;
  await runner.query(
    `CREATE UNIQUE INDEX ${table}_one_open ON ${table} (case_id, victim_id) WHERE stage->>'state' = 'open' ${others}`);
}

export async function hasOneOpen(
  tx: Tx, table: string, { caseId, victimId }: { caseId: string; victimId: string },
): Promise<boolean> {
  const open = await tx.query(
    `SELECT 1 FROM ${table} WHERE case_id = $1 AND victim_id = $2 AND stage->>'state' = 'open'`, [caseId, victimId]);
  return open.length > 0;
}
