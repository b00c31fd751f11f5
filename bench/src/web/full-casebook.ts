import { randomUUID } from 'node:crypto';
import { withClient } from '../servers.js';

export interface Full {
  readonly caseId: string;
  readonly clocks: number;
  readonly entries: number;
}

const PERSON = randomUUID();

/**
 * A unit with very many deadlines, each of a case of its own, and one case in which very much has happened: written as the
 * view writes it.
 */
export async function aFullCasebook(
  ownerUrl: string, { unitId, clocks, entries }: { unitId: string; clocks: number; entries: number },
): Promise<Full> {
  const caseId = randomUUID();
  await withClient(ownerUrl, async (client) => {
    await client.query(`WITH cases AS (INSERT INTO case_now (case_id, case_number, kind, division, opened_at, victims, stages, open_stages)
        SELECT gen_random_uuid(), 'BENCH-' || n, 'child-missing', '532503', now(), 1, 1, 1 FROM generate_series(1, $1) n RETURNING case_id)
      INSERT INTO clock_now (case_id, clock_id, source, subject_id, rule, rule_version, unit_id, person_id, started_at, due_at, state)
        SELECT case_id, gen_random_uuid(), 'investigation', gen_random_uuid(), 'relatives-contact', 1, $2, $3, now() - interval '1 day',
          now() + random() * interval '30 days', 'running' FROM cases`, [clocks, unitId, PERSON]);
    await client.query(`INSERT INTO case_now (case_id, case_number, kind, division, opened_at, victims, stages, open_stages)
        VALUES ($1, 'BENCH-LONG', 'child-missing', '532503', now(), 1, 1, 1)`, [caseId]);
    await client.query('INSERT INTO case_party (case_id, unit_id) VALUES ($1, $2)', [caseId, unitId]);
    await client.query(`INSERT INTO timeline (case_id, occurred_at, source, version, recorded_at, type, actor_person, actor_unit, subject_id,
        exercise, data) SELECT $1, now() - n * interval '1 hour', 'investigation', $2 - n + 1, now(), 'investigation.measure-taken', $3, $4,
        gen_random_uuid(), true, json_build_object('measureId', gen_random_uuid(), 'package', 'solve', 'measure', 'canvass')
      FROM generate_series(1, $2) n`, [caseId, entries, PERSON, unitId]);
  });
  return { caseId, clocks, entries };
}
