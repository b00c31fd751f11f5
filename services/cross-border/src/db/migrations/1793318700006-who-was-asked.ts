import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was asked to examine or to receive a person, and who has examined her. */
export class WhoWasAsked1793318700006 implements MigrationInterface {
  name = 'WhoWasAsked1793318700006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE victim_return ADD COLUMN reception_requests jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN fitness_requests jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE victim_return ALTER COLUMN reception_requests DROP DEFAULT, ALTER COLUMN fitness_requests DROP DEFAULT;
      CREATE TABLE known_examiner (victim_id uuid NOT NULL, unit_id text NOT NULL, PRIMARY KEY (victim_id, unit_id));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE known_examiner; ALTER TABLE victim_return DROP COLUMN reception_requests, DROP COLUMN fitness_requests');
  }
}
