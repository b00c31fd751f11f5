import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Buyer households to which a victim turned out to have gone. */
export class FoundBuyers1793318900001 implements MigrationInterface {
  name = 'FoundBuyers1793318900001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE custody ADD COLUMN buyer_households jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE custody ALTER COLUMN buyer_households DROP DEFAULT`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE custody DROP COLUMN buyer_households');
  }
}
