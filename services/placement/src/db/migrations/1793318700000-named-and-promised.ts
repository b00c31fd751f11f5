import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was named with a household, and which units have promised to receive the person. */
export class NamedAndPromised1793318700000 implements MigrationInterface {
  name = 'NamedAndPromised1793318700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE placement ADD COLUMN place_requests jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN promises jsonb NOT NULL DEFAULT '[]', ADD COLUMN named jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE placement ALTER COLUMN place_requests DROP DEFAULT, ALTER COLUMN promises DROP DEFAULT,
        ALTER COLUMN named DROP DEFAULT;
      CREATE TABLE known_promise (victim_id uuid PRIMARY KEY, unit_id text NOT NULL);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE known_promise; ALTER TABLE placement DROP COLUMN place_requests, DROP COLUMN promises, DROP COLUMN named');
  }
}
