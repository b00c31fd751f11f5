import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A child who is taken back may return to a placement that is still under way. */
export class Receptions1793319300029 implements MigrationInterface {
  name = 'Receptions1793319300029';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE known_reception (victim_id uuid PRIMARY KEY, received_at timestamptz NOT NULL)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE known_reception');
  }
}
