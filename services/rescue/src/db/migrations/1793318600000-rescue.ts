import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Rescue1793318600000 implements MigrationInterface {
  name = 'Rescue1793318600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE rescue (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        version integer NOT NULL,
        next_fire_at timestamptz(3),
        victim_ids jsonb NOT NULL,
        answers_since timestamptz(3) NOT NULL,
        stage jsonb NOT NULL,
        clocks jsonb NOT NULL,
        plans jsonb NOT NULL,
        rescued jsonb NOT NULL,
        requests jsonb NOT NULL
      );
      CREATE INDEX rescue_of_case ON rescue (case_id);
      CREATE INDEX rescue_due ON rescue (next_fire_at) WHERE next_fire_at IS NOT NULL;

      CREATE TABLE custody (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        version integer NOT NULL,
        next_fire_at timestamptz(3),
        victim_id uuid NOT NULL,
        rescue_id uuid NOT NULL,
        holder jsonb,
        since timestamptz(3) NOT NULL,
        past jsonb NOT NULL,
        offer jsonb,
        last_offer jsonb,
        kinship jsonb NOT NULL,
        ending text,
        clocks jsonb NOT NULL,
        CONSTRAINT custody_once_per_victim UNIQUE (case_id, victim_id)
      );
      CREATE INDEX custody_due ON custody (next_fire_at) WHERE next_fire_at IS NOT NULL;

      CREATE TABLE known_hit (hit_id uuid PRIMARY KEY, case_id uuid NOT NULL, relation text NOT NULL, confirmed_at timestamptz(3));
      CREATE INDEX known_hit_of_case ON known_hit (case_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rescue, custody, known_hit');
  }
}
