import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A victim has one open return at a time. Those that are doubled already stay as they are, until they are closed. */
export class OneOpen1793319500031 implements MigrationInterface {
  name = 'OneOpen1793319500031';

  async up(runner: QueryRunner): Promise<void> {
    const doubled = await runner.query(`
      SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY case_id, victim_id ORDER BY id) AS n
        FROM victim_return WHERE stage->>'state' = 'open') AS open WHERE n > 1`) as { id: string }[];
    const others = doubled.length === 0 ? '' : `AND id NOT IN (${doubled.map(({ id }) => `'${id}'`).join(', ')})`;
    await runner.query(
      `CREATE UNIQUE INDEX victim_return_one_open ON victim_return (case_id, victim_id) WHERE stage->>'state' = 'open' ${others}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX victim_return_one_open');
  }
}
