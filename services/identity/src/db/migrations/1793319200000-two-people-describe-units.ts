import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What units are proposed to be waits for a second person. */
export class TwoPeopleDescribeUnits1793319200000 implements MigrationInterface {
  name = 'TwoPeopleDescribeUnits1793319200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE unit_proposed (
        unit_id text PRIMARY KEY, proposal_id uuid NOT NULL UNIQUE, description jsonb NOT NULL,
        by_person uuid NOT NULL, by_unit text NOT NULL, at timestamptz(3) NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE unit_proposed');
  }
}
