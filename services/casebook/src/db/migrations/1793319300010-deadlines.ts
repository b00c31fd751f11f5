import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SYSTEM_NOW } from '#service-kit';
import { PARTY, PARTY_INDEXES } from './1793318700010-case-parties.js';
import { INDEXES, rebuildFunctions, TABLES } from './1793318500070-casebook.js';

export const DEADLINES = `CREATE TABLE stage_deadlines (case_id uuid NOT NULL, stage_id uuid NOT NULL, running text NOT NULL,
  untimed_since timestamptz(3), untimed text NOT NULL) WITH (fillfactor = 80);`;
export const DEADLINE_INDEXES = 'ALTER TABLE stage_deadlines ADD CONSTRAINT stage_deadlines_pkey PRIMARY KEY (case_id, stage_id);';

/**
 * Whether each open stage is under a deadline, from here on; when one was under none before says the next rebuild, which
 * reads the whole timeline.
 */
export class Deadlines1793319300010 implements MigrationInterface {
  name = 'Deadlines1793319300010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${DEADLINES}
      INSERT INTO stage_deadlines (case_id, stage_id, running, untimed)
      SELECT s.case_id, s.stage_id, CASE WHEN s.state = 'closed' THEN '' ELSE concat_ws(' ', s.offer_id, (
        SELECT string_agg(c.clock_id::text, ' ') FROM clock_now c WHERE c.case_id = s.case_id AND c.subject_id = s.subject_id
          AND c.state <> 'suspended' AND c.rule <> 'relatives-contact')) END, ''
      FROM stage_now s;
      UPDATE stage_deadlines d SET untimed_since = ${SYSTEM_NOW} FROM stage_now s
        WHERE s.case_id = d.case_id AND s.stage_id = d.stage_id AND s.state = 'open' AND d.running = '';
      ${DEADLINE_INDEXES}
      ${rebuildFunctions(`${TABLES} ${PARTY} ${DEADLINES}`, `${INDEXES} ${PARTY_INDEXES} ${DEADLINE_INDEXES}`)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE stage_deadlines; DELETE FROM alarm WHERE kind = 'no-clock';
      ${rebuildFunctions(`${TABLES} ${PARTY}`, `${INDEXES} ${PARTY_INDEXES}`)}`);
  }
}
