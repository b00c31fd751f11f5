import { afterAll, describe, expect, it } from '@jest/globals';
import { type DataSource } from 'typeorm';
import { aggregateTable, flag, text } from '#messaging';
import { dataSourceFor, type ServiceDefinition } from '#service-kit';
import { freshService } from '#testing';
import { listServices } from './services.js';

/**
 * Indexes and constraints stand in the migrations only: the mapping of a class to its table does not repeat them,
 * so TypeORM would drop them. Everything else that it would change is a difference between the two.
 */
const MIGRATIONS_ONLY = /^(DROP INDEX|ALTER TABLE "\w+" DROP CONSTRAINT) /;

const open: DataSource[] = [];

async function differences(source: DataSource): Promise<string[]> {
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query).filter((query) => !MIGRATIONS_ONLY.test(query));
}

async function migrated(definition: ServiceDefinition): Promise<DataSource> {
  const { ownerUrl } = await freshService(definition.name);
  const source = await dataSourceFor(definition, ownerUrl, 1).initialize();
  open.push(source);
  await source.runMigrations();
  return source;
}

const services = await listServices();

describe('migrations', () => {
  afterAll(() => Promise.all(open.map((source) => source.destroy())));

  it.each(services)('of $name make the tables that its mappings expect', async ({ definition }) => {
    expect(await differences(await migrated(definition))).toEqual([]);
  });

  it('are compared column by column', async () => {
    class Moved { id!: string; caseId!: string; version!: number; }
    const { definition } = services.find(({ name }) => name === 'placement')!;
    const other = aggregateTable(Moved, 'placement', { victimId: text(), added: flag() });
    const found = await differences(await migrated({ ...definition, tables: [other] }));
    expect(found.join('\n')).toMatch(/ADD "victim_id" text/);
    expect(found.join('\n')).toMatch(/ADD "added" boolean/);
  });

  it.each(services)('of $name can be taken back and made again', async ({ definition }) => {
    const source = await migrated(definition);
    for (const _ of source.migrations) await source.undoLastMigration();
    await source.runMigrations();
    expect(await source.showMigrations()).toBe(false);
  });
});
