import type { MigrationInterface, QueryRunner } from 'typeorm';
import { AskedOfUnits1793318900040 } from './1793318900040-asked-of-units.js';

/** What is asked beside stages and care; what is said of it afterwards, and whether that settles it. */
const MOVES: readonly (readonly [asked: string, move: string, settles: boolean])[] = [
  ['rescue.plan-drafted', 'rescue.plan-approved', true],
  ['rescue.plan-drafted', 'stage.accepted', true],
  ['rescue.plan-drafted', 'stage.closed', true],
  ['rescue.medical-check-asked', 'rescue.medical-checked', true],
  ['placement.place-asked', 'placement.place-promised', true],
  ['placement.place-asked', 'placement.taken-effect', true],
  ['cross-border.identity-requested', 'cross-border.identity-answered', true],
  ['cross-border.identity-requested', 'cross-border.identity-supplemented', false],
  ['cross-border.reception-asked', 'cross-border.reception-promised', true],
  ['cross-border.fitness-asked', 'cross-border.fitness-assessed', true],
  ['cross-border.handover-scheduled', 'cross-border.handed-over', true],
  ['cross-border.handover-scheduled', 'cross-border.handover-refused', true],
  ['cross-border.handover-scheduled', 'cross-border.handover-postponed', false],
  ['cross-border.handed-over', 'cross-border.reception-confirmed', true],
  ['attachment.original-offered', 'attachment.original-offered', true],
  ['attachment.original-offered', 'attachment.original-accepted', true],
  ['attachment.original-offered', 'attachment.original-declined', true],
];

const ASKED = [...new Set(MOVES.map(([asked]) => `'${asked}'`))].join(', ');
/** Whom it is asked of; the approval of a plan is asked of the unit in whose name it was drafted. */
const UNIT = `coalesce(t.data->>'toUnit', t.data->>'counterpart', t.actor_unit)`;
const same = (name: string): string => `a.data->>'${name}' = t.data->>'${name}'`;

const GIVEN = `'investigation.task-force-formed', 'investigation.package-reassigned'`;
const TAKEN = `'investigation.package-reassigned', 'investigation.package-discharged'`;
const HOLDERS = `jsonb_path_query_array(t.data::jsonb, '$.**.unitId')`;

/** The questions `t` that nothing said afterwards has settled. */
export const QUESTIONS = `
  SELECT t.case_id, t.source, t.version, t.type, ${UNIT} AS unit_id, t.actor_unit AS by_unit, t.actor_person AS by_person,
    (t.data->>'victimId')::uuid AS victim_id, t.occurred_at AS asked_at,
    coalesce((t.data->>'planId')::uuid, (t.data->>'attachmentId')::uuid) AS part_id,
    coalesce((t.data->>'returnId')::uuid, (t.data->>'placementId')::uuid, (
      SELECT (f.data->>'recordId')::uuid FROM timeline f WHERE t.type = 'attachment.original-offered'
        AND f.case_id = t.case_id AND f.source = t.source AND f.type = 'attachment.announced'
        AND f.data->>'attachmentId' = t.data->>'attachmentId'
      LIMIT 1), t.subject_id) AS about_id
  FROM timeline t
  WHERE t.type IN (${ASKED}) AND NOT coalesce((
    SELECT m.settles FROM timeline a
    JOIN (VALUES ${MOVES.map(([asked, move, settles]) => `('${asked}', '${move}', ${settles})`).join(', ')})
      AS m(asked, move, settles) ON m.move = a.type
    WHERE m.asked = t.type AND a.case_id = t.case_id AND a.source = t.source AND a.version > t.version
      AND (a.subject_id = t.subject_id OR ${['victimId', 'handoverId', 'planId', 'attachmentId'].map(same).join(' OR ')})
      AND coalesce(${same('requestId')}, true) AND coalesce(${same('victimId')}, true) AND coalesce(${same('planId')}, true)
      AND coalesce(a.data->>'byUnit' = ${UNIT}, true)
      AND (a.type <> 'stage.accepted' OR a.data->>'unitId' <> ${UNIT})
    ORDER BY a.version DESC LIMIT 1), false)`;

/** Beside what a unit is asked: plans that wait for approval, originals on offer, and who holds which package (V-1, R-1). */
export class PlansPackagesOriginals1793319200010 implements MigrationInterface {
  name = 'PlansPackagesOriginals1793319200010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW asked_now; DROP INDEX timeline_asked;
      CREATE INDEX timeline_asked ON timeline ((${UNIT.replaceAll('t.', '')})) WHERE type IN (${ASKED});
      CREATE VIEW asked_now AS ${QUESTIONS};

      CREATE INDEX timeline_package_holders ON timeline USING gin ((${HOLDERS.replaceAll('t.', '')})) WHERE type IN (${GIVEN});
      CREATE VIEW package_now AS
      SELECT t.case_id, t.source, t.version, t.subject_id, ${HOLDERS} AS holders, p.package, p."unitId" AS unit_id,
        p."personId" AS person_id, t.occurred_at AS since_at, t.actor_unit AS by_unit, t.actor_person AS by_person,
        overlay(overlay(md5(t.subject_id || p.package) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid AS package_id
      FROM timeline t, LATERAL json_to_recordset(coalesce(t.data->'packages', json_build_array(t.data)))
        AS p(package text, "unitId" text, "personId" uuid)
      WHERE t.type IN (${GIVEN}) AND NOT EXISTS (
        SELECT FROM timeline a WHERE a.case_id = t.case_id AND a.source = t.source
          AND a.version > t.version AND (a.type IN ('investigation.task-force-formed', 'investigation.task-force-dissolved')
            OR (a.type IN (${TAKEN}) AND a.data->>'package' = p.package)));
      ${granted('asked_now, package_now')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW package_now; DROP INDEX timeline_package_holders; DROP VIEW asked_now; DROP INDEX timeline_asked');
    await new AskedOfUnits1793318900040().up(runner);
  }
}

const granted = (views: string): string => `
  DO $$
  DECLARE runtime text := regexp_replace(current_user, '_owner$', '');
  BEGIN
    IF runtime <> current_user THEN EXECUTE format('GRANT SELECT ON ${views} TO %I', runtime); END IF;
  END $$;`;
