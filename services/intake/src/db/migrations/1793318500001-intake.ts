import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Intake1793318500001 implements MigrationInterface {
  name = 'Intake1793318500001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE intake (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT intake_one_per_case UNIQUE,
        version integer NOT NULL,
        next_fire_at timestamptz(3),
        division text NOT NULL,
        stage jsonb NOT NULL,
        clocks jsonb NOT NULL,
        clues jsonb NOT NULL,
        reports jsonb NOT NULL,
        victims jsonb NOT NULL,
        risk text,
        opened_case jsonb,
        requests jsonb NOT NULL,
        merged_into uuid REFERENCES intake (id),
        outcome text
      );
      CREATE INDEX intake_due ON intake (next_fire_at) WHERE next_fire_at IS NOT NULL;
      CREATE INDEX intake_of_unit ON intake ((stage->'answers'->>'unitId'), id);
      CREATE INDEX intake_offered_to ON intake ((stage->'offer'->>'toUnit'), id) WHERE stage->'offer'->>'toUnit' IS NOT NULL;

      CREATE TABLE case_counter (
        division text NOT NULL, year integer NOT NULL, last integer NOT NULL, PRIMARY KEY (division, year)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE intake, case_counter');
  }
}
