import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what a proven relative is recognised among the people of a household. */
export class RelativesByIdentity1793318800000 implements MigrationInterface {
  name = 'RelativesByIdentity1793318800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE known_kinship ADD COLUMN identity_digest text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE known_kinship DROP COLUMN identity_digest');
  }
}
