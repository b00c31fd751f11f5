import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The alarms look for who was found to be a child: few facts among very many. */
export class ChildrenByOwnChoice1793319700010 implements MigrationInterface {
  name = 'ChildrenByOwnChoice1793319700010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX timeline_child_found ON timeline (recorded_at) WHERE type = 'intake.victim-age-said' AND data->>'minor' = 'true'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX timeline_child_found');
  }
}
