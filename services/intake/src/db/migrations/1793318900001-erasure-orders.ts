import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ErasureOrders1793318900001 implements MigrationInterface {
  name = 'ErasureOrders1793318900001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE erasure_order (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT erasure_order_one_per_case UNIQUE,
        version integer NOT NULL,
        state text NOT NULL,
        ground text NOT NULL,
        document_number text NOT NULL,
        proposed_by uuid NOT NULL,
        proposed_by_unit text NOT NULL
      );
      CREATE INDEX erasure_order_waiting ON erasure_order (proposed_by_unit, id) WHERE state = 'proposed';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE erasure_order');
  }
}
