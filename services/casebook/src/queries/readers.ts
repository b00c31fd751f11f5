import type { PoolClient } from 'pg';
import type { Instant } from '#contracts';
import { ask, keyAfter, PAGE, pageOf, type Page } from './ask.js';
import { isKnown } from './cases.js';

/** One reading of a case, or a try that was turned away. */
export interface ReadingOfCase {
  readonly id: number;
  readonly at: Instant;
  readonly personId: string;
  readonly unitId: string;
  readonly post: string;
  readonly route: string;
  readonly outcome: 'shown' | 'denied' | 'not-found';
}

/** Who has read a case here, the latest first. */
export async function readersPage(
  client: PoolClient, caseId: string, { after, limit = PAGE }: { after?: string; limit?: number },
): Promise<Page<ReadingOfCase> | null> {
  if (!(await isKnown(client, caseId))) return null;
  const rows = await ask<ReadingOfCase>(client, 'readers', `SELECT id, at, person_id AS "personId", unit_id AS "unitId", post, route,
      outcome FROM access_log WHERE case_id = $1 AND ($2::bigint IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
  [caseId, ...keyAfter(after, ['number']), limit + 1]);
  return pageOf(rows, limit, { keyOf: ({ id }) => [id], item: (row) => row });
}
