import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The alarms look for cases that wait in another service: few facts among very many. */
export class ParkedElsewhere1793318700001 implements MigrationInterface {
  name = 'ParkedElsewhere1793318700001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX timeline_parked ON timeline (recorded_at) WHERE type = 'record.fact-parked';
      CREATE INDEX timeline_went_on ON timeline (case_id) WHERE type IN ('record.fact-released', 'record.fact-set-aside');`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX timeline_parked, timeline_went_on');
  }
}
