import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A placement that nobody has taken may be asked of another unit: the requests of a return are a list. */
export class Requests1793319200029 implements MigrationInterface {
  name = 'Requests1793319200029';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE victim_return ADD COLUMN requests jsonb NOT NULL DEFAULT '[]';
      UPDATE victim_return SET requests = jsonb_build_array(
          placement_request || jsonb_build_object('stage', 'placement', 'victimIds', jsonb_build_array(victim_id)))
        WHERE placement_request IS NOT NULL;
      ALTER TABLE victim_return ALTER COLUMN requests DROP DEFAULT, DROP COLUMN placement_request;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE victim_return ADD COLUMN placement_request jsonb;
      UPDATE victim_return SET placement_request = (requests -> -1) - 'stage' - 'victimIds' WHERE requests <> '[]';
      ALTER TABLE victim_return DROP COLUMN requests;`);
  }
}
