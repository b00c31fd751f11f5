import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a unit is asked beside stages and care; what is said of it afterwards, and whether that settles it. */
const MOVES: readonly (readonly [asked: string, move: string, settles: boolean])[] = [
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
];

const ASKED = [...new Set(MOVES.map(([asked]) => `'${asked}'`))].join(', ');
const UNIT = `coalesce(t.data->>'toUnit', t.data->>'counterpart')`;
const same = (name: string): string => `a.data->>'${name}' = t.data->>'${name}'`;

/** What a unit was asked and has not answered yet, read from the timeline. */
export class AskedOfUnits1793318900040 implements MigrationInterface {
  name = 'AskedOfUnits1793318900040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX timeline_asked ON timeline ((${UNIT.replaceAll('t.', '')})) WHERE type IN (${ASKED});
      CREATE VIEW asked_now AS
      SELECT t.case_id, t.source, t.type, ${UNIT} AS unit_id, t.actor_unit AS by_unit, t.actor_person AS by_person,
        (t.data->>'victimId')::uuid AS victim_id, t.occurred_at AS asked_at,
        coalesce((t.data->>'returnId')::uuid, (t.data->>'placementId')::uuid, t.subject_id) AS about_id
      FROM timeline t
      WHERE t.type IN (${ASKED}) AND NOT coalesce((
        SELECT m.settles FROM timeline a
        JOIN (VALUES ${MOVES.map(([asked, move, settles]) => `('${asked}', '${move}', ${settles})`).join(', ')})
          AS m(asked, move, settles) ON m.move = a.type
        WHERE m.asked = t.type AND a.case_id = t.case_id AND a.source = t.source AND a.version > t.version
          AND (a.subject_id = t.subject_id OR ${same('victimId')} OR ${same('handoverId')})
          AND coalesce(${same('requestId')}, true) AND coalesce(${same('victimId')}, true)
          AND coalesce(a.data->>'byUnit' = ${UNIT}, true)
        ORDER BY a.version DESC LIMIT 1), false);
      DO $$
      DECLARE runtime text := regexp_replace(current_user, '_owner$', '');
      BEGIN
        IF runtime <> current_user THEN EXECUTE format('GRANT SELECT ON asked_now TO %I', runtime); END IF;
      END $$;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW asked_now; DROP INDEX timeline_asked');
  }
}
