import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Placement1793318500000 implements MigrationInterface {
  name = 'Placement1793318500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE placement (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        version integer NOT NULL,
        next_fire_at timestamptz(3),
        victim_id uuid NOT NULL,
        is_minor boolean NOT NULL,
        stage jsonb NOT NULL,
        clocks jsonb NOT NULL,
        received_by text,
        suitable_households jsonb NOT NULL,
        decision jsonb,
        in_effect_since timestamptz(3),
        visits jsonb NOT NULL
      );
      CREATE INDEX placement_of_case ON placement (case_id);
      CREATE INDEX placement_due ON placement (next_fire_at) WHERE next_fire_at IS NOT NULL;

      CREATE TABLE known_custody (victim_id uuid PRIMARY KEY, case_id uuid NOT NULL, unit_id text, since timestamptz(3) NOT NULL);
      CREATE TABLE known_kinship (victim_id uuid NOT NULL, relative_id uuid NOT NULL, PRIMARY KEY (victim_id, relative_id));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE placement, known_custody, known_kinship');
  }
}
