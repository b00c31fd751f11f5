import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Somebody with posts in two units takes note for the one in whose name they do it; for the other it stays open. */
export class NoticeMarksOfAUnit1793319100000 implements MigrationInterface {
  name = 'NoticeMarksOfAUnit1793319100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE notice_mark DROP CONSTRAINT notice_mark_pkey,
      ADD CONSTRAINT notice_mark_pkey PRIMARY KEY (notice_key, unit_id, person_id, mark)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM notice_mark later USING notice_mark sooner
        WHERE later.notice_key = sooner.notice_key AND later.person_id = sooner.person_id AND later.mark = sooner.mark
          AND (later.at, later.unit_id) > (sooner.at, sooner.unit_id);
      ALTER TABLE notice_mark DROP CONSTRAINT notice_mark_pkey,
        ADD CONSTRAINT notice_mark_pkey PRIMARY KEY (notice_key, person_id, mark)`);
  }
}
