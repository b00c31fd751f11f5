import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PARTY_PATHS } from '#contracts';
import { INDEXES, rebuildFunctions, TABLES } from './1793318500070-casebook.js';

export const PARTY = 'CREATE TABLE case_party (case_id uuid NOT NULL, unit_id text NOT NULL);';
export const PARTY_INDEXES = `ALTER TABLE case_party ADD CONSTRAINT case_party_pkey PRIMARY KEY (case_id, unit_id);
  CREATE INDEX case_party_of_unit ON case_party (unit_id, case_id);
  CREATE INDEX case_now_numbered ON case_now (case_number) WHERE case_number IS NOT NULL;`;

const PATHS = Object.entries(PARTY_PATHS).flatMap(([type, paths]) => paths.map((path) => `('${type}', '$.${path}')`));

/** The units that take part in each case: who may read it is looked up here. */
export class CaseParties1793318700010 implements MigrationInterface {
  name = 'CaseParties1793318700010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${PARTY}
      INSERT INTO case_party (case_id, unit_id) SELECT DISTINCT t.case_id, named.unit #>> '{}'
      FROM timeline t JOIN (VALUES ${PATHS.join(', ')}) AS f(type, path) ON f.type = t.type,
        LATERAL jsonb_path_query(jsonb_build_object(
          'data', t.data::jsonb, 'actor', jsonb_build_object('unitId', t.actor_unit)), f.path::jsonpath) AS named(unit)
      WHERE jsonb_typeof(named.unit) = 'string';
      ${PARTY_INDEXES}
      ${rebuildFunctions(`${TABLES} ${PARTY}`, `${INDEXES} ${PARTY_INDEXES}`)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX case_now_numbered; DROP TABLE case_party; ${rebuildFunctions(TABLES, INDEXES)}`);
  }
}
