import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose child and whose parents a hit names (V-3). */
export class WhoseHit1793318700002 implements MigrationInterface {
  name = 'WhoseHit1793318700002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE known_hit ADD COLUMN victim_id uuid, ADD COLUMN parents jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE known_hit DROP COLUMN victim_id, DROP COLUMN parents');
  }
}
