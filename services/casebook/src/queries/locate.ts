import type { PoolClient } from 'pg';
import { ask } from './ask.js';

/** That a case exists, and who answers for it: enough not to open it twice, and to know whom to call. */
export interface LocatedCase {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly division: string;
  readonly state: 'open' | 'closed';
  readonly answerable: readonly { stage: string; unitId: string }[];
}

const STAGES_MAX = 50;

export async function locatedCase(client: PoolClient, caseNumber: string): Promise<LocatedCase | null> {
  const [found] = await ask<Omit<LocatedCase, 'answerable'>>(client, 'located',
    'SELECT case_id AS "caseId", case_number AS "caseNumber", division, state FROM case_now WHERE case_number = $1 LIMIT 1', [caseNumber]);
  if (!found) return null;
  const answerable = await ask<LocatedCase['answerable'][number]>(client, 'located stages',
    `SELECT DISTINCT stage, unit_id AS "unitId" FROM stage_now WHERE case_id = $1 AND state = 'open'
     ORDER BY stage, unit_id LIMIT ${STAGES_MAX}`, [found.caseId]);
  return { ...found, answerable };
}
