import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The alarms look for victims who live with a buyer: few facts among very many. */
export class WithBuyers1793318900002 implements MigrationInterface {
  name = 'WithBuyers1793318900002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX timeline_with_buyer ON timeline (recorded_at)
        WHERE type IN ('rescue.buyer-has-victim', 'placement.buyer-in-household');
      CREATE INDEX timeline_taken_back ON timeline (case_id) WHERE type IN ('rescue.protection-taken', 'placement.fallen');`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX timeline_with_buyer, timeline_taken_back');
  }
}
