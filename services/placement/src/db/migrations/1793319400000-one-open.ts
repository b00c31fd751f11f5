import type { MigrationInterface, QueryRunner } from 'typeorm';
import { indexOneOpen } from '#service-kit';

/** A victim has one open placement at a time. Those that are doubled already stay as they are, until they are closed. */
export class OneOpen1793319400000 implements MigrationInterface {
  name = 'OneOpen1793319400000';

  async up(runner: QueryRunner): Promise<void> {
    await indexOneOpen(runner, 'placement');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX placement_one_open');
  }
}
