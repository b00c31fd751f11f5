import type { MigrationInterface, QueryRunner } from 'typeorm';
import { aggregateTable, json, moment, text, uuid, whole } from '#messaging';
import { Attachment } from './attachment.js';

export const AttachmentTable = aggregateTable(Attachment, 'attachment', {
  recordId: uuid(),
  kind: text(),
  mediaType: text(),
  bytes: whole(),
  digest: text(),
  number: text({ nullable: true }),
  addedBy: json(),
  announcedAt: moment(),
  keptAt: moment({ nullable: true }),
  withdrawn: json(undefined, { nullable: true }),
  holdings: json(),
  handingOver: json(undefined, { nullable: true }),
  sealedFor: uuid({ nullable: true }),
});

class Attachment1793319000000 implements MigrationInterface {
  name = 'Attachment1793319000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE attachment (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        version integer NOT NULL,
        record_id uuid NOT NULL,
        kind text NOT NULL,
        media_type text NOT NULL,
        bytes integer NOT NULL,
        digest text NOT NULL,
        number text,
        added_by jsonb NOT NULL,
        announced_at timestamptz(3) NOT NULL,
        kept_at timestamptz(3),
        withdrawn jsonb,
        holdings jsonb NOT NULL,
        handing_over jsonb
      );
      CREATE INDEX attachment_of_case ON attachment (case_id, id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attachment');
  }
}

/** A file goes with the matter that is merged into another one; its bytes stay sealed as they are. */
class SealedFor1793319700000 implements MigrationInterface {
  name = 'SealedFor1793319700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE attachment ADD COLUMN sealed_for uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE attachment DROP COLUMN sealed_for');
  }
}

export const ATTACHMENT_MIGRATIONS = [Attachment1793319000000, SealedFor1793319700000];
