import type { Pool } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { StageAccepted, StageExpired, StageOffered, StageOpened, StageRequested, StageReturned, STAGES } from '#contracts';
import { on, type Listening, type Reaction, type Tx } from '#messaging';

/** Which units have had to do with a case, by what the stages have said of it. */
export class Involvement1793318700001 implements MigrationInterface {
  name = 'Involvement1793318700001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE case_unit (case_id text NOT NULL, unit_id text NOT NULL, PRIMARY KEY (case_id, unit_id))');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE case_unit');
  }
}

const involve = (tx: Tx, caseId: string, units: readonly (string | undefined)[]): void => tx.execute(
  'INSERT INTO case_unit SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING', [caseId, [...new Set(units.filter(Boolean))]]);

const reactions: readonly Reaction[] = [
  on(StageRequested, async ({ caseId, data }, tx) => involve(tx, caseId, [data.toUnit])),
  on(StageOpened, async ({ caseId, data }, tx) => involve(tx, caseId, [data.unitId])),
  on(StageOffered, async ({ caseId, data }, tx) => involve(tx, caseId, [data.fromUnit, data.toUnit])),
  on(StageAccepted, async ({ caseId, data }, tx) => involve(tx, caseId, [data.unitId])),
  on(StageReturned, async ({ caseId, data }, tx) => involve(tx, caseId, [data.byUnit])),
  on(StageExpired, async ({ caseId, data }, tx) => involve(tx, caseId, [data.unitId, data.toUnit, data.toldUnit])),
];

/** All that the gateway keeps of cases: an id, and the units that a change of it concerns. */
export const involvementListenings: Listening[] = STAGES.map((source) => ({ source, reactions }));

export class Involvement {
  constructor(private readonly pool: Pool) {}

  async unitsOf(caseIds: readonly string[]): Promise<Map<string, Set<string>>> {
    const { rows } = await this.pool.query<{ case_id: string; unit_id: string }>({
      name: 'units of cases', text: 'SELECT case_id, unit_id FROM case_unit WHERE case_id = ANY($1::text[])', values: [caseIds] });
    const units = new Map<string, Set<string>>();
    for (const row of rows) units.set(row.case_id, (units.get(row.case_id) ?? new Set()).add(row.unit_id));
    return units;
  }
}
