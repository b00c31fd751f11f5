import type { MigrationInterface, QueryRunner } from 'typeorm';
import { aggregateTable, json, moment, text, whole } from '#messaging';
import { Enquiry } from './enquiry.js';

export const EnquiryTable = aggregateTable(Enquiry, 'enquiry', {
  number: text(),
  kind: text(),
  division: text(),
  toUnit: text(),
  dueOn: text(),
  victimIds: json(),
  openedAt: moment(),
  openedBy: text(),
  answeredAt: moment({ nullable: true }),
  findings: whole({ nullable: true }),
});

/** The aggregate's row; the plain service that we are measured against has the same. */
export const ENQUIRY_SQL = `
  CREATE TABLE enquiry (
    id uuid PRIMARY KEY, case_id uuid NOT NULL, version integer NOT NULL, number text NOT NULL, kind text NOT NULL,
    division text NOT NULL, to_unit text NOT NULL, due_on text NOT NULL, victim_ids jsonb NOT NULL,
    opened_at timestamptz(3) NOT NULL, opened_by text NOT NULL, answered_at timestamptz(3), findings integer);
  CREATE INDEX enquiry_of_case ON enquiry (case_id);`;

export class Enquiry1793900000000 implements MigrationInterface {
  name = 'Enquiry1793900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ENQUIRY_SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE enquiry');
  }
}
