import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a victim is in the care of a unit. Of whom nothing is heard from now on it is not asked, as before. */
export class WhoLeftCare1793319700006 implements MigrationInterface {
  name = 'WhoLeftCare1793319700006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE known_care (victim_id uuid PRIMARY KEY, has_left boolean NOT NULL, since timestamptz(3) NOT NULL);
      CREATE TABLE known_own_choice (placement_id uuid PRIMARY KEY);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE known_care, known_own_choice');
  }
}
