import type { MigrationInterface, QueryRunner } from 'typeorm';
import { QUESTIONS } from './1793319200010-plans-packages-originals.js';

const LATER = 'a.case_id = t.case_id AND a.source = t.source AND a.version > t.version';

/** Nobody approves a plan any more when a later one is for the same victims, or all of them are free. */
const LEFT_BEHIND = `(t.type = 'rescue.plan-drafted' AND (
  EXISTS (SELECT FROM timeline a WHERE ${LATER} AND a.type = t.type
    AND (a.data->'victimIds')::jsonb @> (t.data->'victimIds')::jsonb)
  OR NOT EXISTS (SELECT FROM json_array_elements_text(t.data->'victimIds') AS v(id) WHERE NOT EXISTS (
    SELECT FROM timeline a WHERE ${LATER} AND a.type = 'rescue.person-rescued' AND a.data->>'victimId' = v.id))))`;

/** A plan that something else has overtaken waits for nobody. */
export class PlansLeftBehind1793319500010 implements MigrationInterface {
  name = 'PlansLeftBehind1793319500010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE OR REPLACE VIEW asked_now AS ${QUESTIONS} AND NOT ${LEFT_BEHIND}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE OR REPLACE VIEW asked_now AS ${QUESTIONS}`);
  }
}
