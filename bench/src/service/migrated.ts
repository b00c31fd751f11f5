import { dataSourceFor } from '#service-kit';
import { benchService } from './bench.service.js';

/** Brings a database of the bench up to date, with the migrations that every service runs. */
export async function migrated(ownerUrl: string): Promise<void> {
  const source = await dataSourceFor(benchService, ownerUrl, 1).initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}
