import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Investigation1793318600000 implements MigrationInterface {
  name = 'Investigation1793318600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE investigation (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        version integer NOT NULL,
        next_fire_at timestamptz(3),
        case_kind text,
        division text,
        stage jsonb NOT NULL,
        clocks jsonb NOT NULL,
        task_force jsonb,
        measures jsonb NOT NULL,
        last_contact_at timestamptz(3),
        dna jsonb NOT NULL,
        findings jsonb NOT NULL,
        requests jsonb NOT NULL,
        cold_since timestamptz(3),
        reviews integer NOT NULL
      );
      CREATE INDEX investigation_of_case ON investigation (case_id);
      CREATE UNIQUE INDEX investigation_one_open ON investigation (case_id) WHERE stage->>'state' = 'open';
      CREATE INDEX investigation_due ON investigation (next_fire_at) WHERE next_fire_at IS NOT NULL;

      CREATE TABLE known_case (case_id uuid PRIMARY KEY, kind text NOT NULL, division text NOT NULL);
      CREATE TABLE known_rescue (victim_id uuid PRIMARY KEY, case_id uuid NOT NULL, rescued_at timestamptz(3) NOT NULL);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE investigation, known_case, known_rescue');
  }
}
