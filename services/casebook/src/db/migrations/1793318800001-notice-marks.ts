import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has read a notice and who has taken note of it, and when: can be added to, and neither changed nor taken away. */
export class NoticeMarks1793318800001 implements MigrationInterface {
  name = 'NoticeMarks1793318800001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notice_mark (notice_key text NOT NULL, person_id uuid NOT NULL, unit_id text NOT NULL,
        mark text NOT NULL CHECK (mark IN ('read', 'acknowledged')), at timestamptz(3) NOT NULL, case_id uuid NOT NULL,
        CONSTRAINT notice_mark_pkey PRIMARY KEY (notice_key, person_id, mark));
      CREATE INDEX access_log_denied ON access_log (case_id, id) WHERE outcome = 'denied';

      DO $$
      DECLARE runtime text := regexp_replace(current_user, '_owner$', '');
      BEGIN
        IF runtime <> current_user THEN
          EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON notice_mark FROM %I', runtime);
        END IF;
      END $$;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX access_log_denied; DROP TABLE notice_mark');
  }
}
