import type { DataSource } from 'typeorm';
import { ClockRules } from '#clocks';
import { Refusal } from '#contracts';
import { poolOf, Transactions, type DirectoryReader, type Surroundings } from '#messaging';
import { dataSourceFor } from '#service-kit';
import { benchService } from './bench.service.js';

/** What commands of the bench find around them. They ask no directory. */
export const surroundings: Surroundings = {
  service: 'bench', exercise: false, rules: new ClockRules(),
  directoryOn: (): DirectoryReader => { throw new Refusal('record.not-found'); },
  identityDigest: (nationalId) => nationalId,
};

/** The database side of the bench service without its HTTP side. */
export async function openTransactions(
  url: string, poolSize: number, type: typeof Transactions = Transactions,
): Promise<{ transactions: Transactions; source: DataSource }> {
  const source = await dataSourceFor(benchService, url, poolSize).initialize();
  // As in a running service, all connections are there before the first command.
  const clients = await Promise.all(Array.from({ length: poolSize }, () => poolOf(source).connect()));
  clients.forEach((client) => client.release());
  return { transactions: new type(source, surroundings, () => new Date().toISOString()), source };
}
