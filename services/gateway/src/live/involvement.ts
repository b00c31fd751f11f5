import type { Pool } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { declarationOf, partiesIn, PARTY_PATHS, StageExpired, StageReturned, STAGES, type StageKind } from '#contracts';
import { on, type Listening, type Reaction, type Tx } from '#messaging';

/** Which units have had to do with a case, by what the services have said of it. */
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

/** Whoever takes part in the case by what this service says; and whoever is told that an offer came back or lapsed. */
const reactionsTo = (source: StageKind): Reaction[] => [
  ...Object.keys(PARTY_PATHS).filter((type) => declarationOf(type).by.includes(source)).map((type) =>
    on(declarationOf(type).class, async (envelope, tx) => involve(tx, envelope.caseId, partiesIn(envelope)))),
  on(StageReturned, async ({ caseId, data }, tx) => involve(tx, caseId, [data.byUnit])),
  on(StageExpired, async ({ caseId, data }, tx) => involve(tx, caseId, [data.unitId, data.toUnit, data.toldUnit])),
];

/** All that the gateway keeps of cases: an id, and the units that a change of it concerns. */
export const involvementListenings: Listening[] = STAGES.map((source) => ({ source, reactions: reactionsTo(source) }));

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
