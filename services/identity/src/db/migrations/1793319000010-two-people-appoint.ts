import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Appointments wait for a second person, and so do passwords. */
export class TwoPeopleAppoint1793319000010 implements MigrationInterface {
  name = 'TwoPeopleAppoint1793319000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE unit_record ADD COLUMN proposals jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE unit_record ALTER COLUMN proposals DROP DEFAULT;
      CREATE TABLE password_asked (
        person_id uuid PRIMARY KEY REFERENCES person (id), asked_by uuid, asked_at timestamptz(3) NOT NULL
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE password_asked');
    await runner.query('ALTER TABLE unit_record DROP COLUMN proposals');
  }
}
