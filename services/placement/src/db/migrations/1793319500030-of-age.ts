import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether somebody is a minor is what intake has said last, and no longer what it was when the placement began. */
export class OfAge1793319500030 implements MigrationInterface {
  name = 'OfAge1793319500030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE placement DROP COLUMN is_minor');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE placement ADD COLUMN is_minor boolean NOT NULL DEFAULT true;
      UPDATE placement p SET is_minor = v.is_minor FROM known_victim v WHERE v.victim_id = p.victim_id;
      ALTER TABLE placement ALTER COLUMN is_minor DROP DEFAULT`);
  }
}
