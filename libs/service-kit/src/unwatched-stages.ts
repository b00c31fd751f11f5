import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SYSTEM_NOW } from './clock.js';

/**
 * Of the open stages that were kept before they were watched, some are under no deadline, and it may be long until somebody
 * comes to them. They become due, so that the sweeper comes first; what it saves is watched. In an exercise
 * its own time counts, which may be behind.
 */
export class UnwatchedStages1793319300000 implements MigrationInterface {
  name = 'UnwatchedStages1793319300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$
      DECLARE staged text;
      BEGIN
        FOR staged IN SELECT table_name FROM information_schema.columns
          WHERE table_schema = 'public' AND column_name IN ('stage', 'clocks', 'next_fire_at')
          GROUP BY table_name HAVING count(*) = 3
        LOOP
          EXECUTE format($update$
            UPDATE %I SET next_fire_at = least(next_fire_at, ${SYSTEM_NOW})
            WHERE stage ->> 'state' = 'open' AND stage ->> 'offer' IS NULL AND NOT EXISTS (
              SELECT FROM jsonb_array_elements(clocks -> 'running') AS c
              WHERE c ->> 'suspendedAt' IS NULL AND c ->> 'rule' <> 'relatives-contact')$update$, staged);
        END LOOP;
      END $$`);
  }

  async down(): Promise<void> {
    // A deadline that has begun stays: it is on record.
  }
}
