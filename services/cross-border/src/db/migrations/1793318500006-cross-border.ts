import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CrossBorder1793318500006 implements MigrationInterface {
  name = 'CrossBorder1793318500006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE victim_return (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        version integer NOT NULL,
        next_fire_at timestamptz(3),
        victim_id uuid NOT NULL,
        stage jsonb NOT NULL,
        clocks jsonb NOT NULL,
        identity jsonb NOT NULL,
        safety text,
        promise jsonb,
        consent jsonb,
        document text,
        fitness jsonb NOT NULL,
        handover_id uuid,
        handed_over jsonb,
        reception_reports jsonb NOT NULL,
        placement_request jsonb
      );
      CREATE INDEX victim_return_of_case ON victim_return (case_id, id);
      CREATE INDEX victim_return_due ON victim_return (next_fire_at) WHERE next_fire_at IS NOT NULL;

      CREATE TABLE handover (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        version integer NOT NULL,
        state text NOT NULL,
        port text NOT NULL,
        scheduled_at timestamptz(3) NOT NULL,
        sending_unit text NOT NULL,
        counterpart text NOT NULL,
        persons jsonb NOT NULL,
        items jsonb NOT NULL,
        sealed_digest text,
        signatures jsonb NOT NULL,
        signed_text_id uuid,
        refusal text,
        since timestamptz(3) NOT NULL,
        CONSTRAINT handover_done_by_two CHECK (state <> 'handed-over' OR jsonb_array_length(signatures) = 2)
      );
      CREATE INDEX handover_of_case ON handover (case_id, id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE victim_return, handover');
  }
}
