import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Paper for two countries names the case by its number. */
export class CaseNumbers1793319600006 implements MigrationInterface {
  name = 'CaseNumbers1793319600006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE known_case_number (case_id uuid PRIMARY KEY, case_number text NOT NULL)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE known_case_number');
  }
}
