import { dataSourceFor, type ServiceDefinition } from '#service-kit';
import { benchService } from './bench.service.js';

/** Brings a database up to date, with the migrations that the service runs. */
export async function migratedWith(definition: ServiceDefinition, ownerUrl: string): Promise<void> {
  const source = await dataSourceFor(definition, ownerUrl, 1).initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}

export const migrated = (ownerUrl: string): Promise<void> => migratedWith(benchService, ownerUrl);
