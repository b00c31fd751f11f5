import type { MigrationInterface, QueryRunner } from 'typeorm';
import { indexOneOpen } from '#service-kit';

/** A victim has one open return at a time. Those that are doubled already stay as they are, until they are closed. */
export class OneOpen1793319500031 implements MigrationInterface {
  name = 'OneOpen1793319500031';

  async up(runner: QueryRunner): Promise<void> {
    await indexOneOpen(runner, 'victim_return');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX victim_return_one_open');
  }
}
