import type { MigrationInterface } from 'typeorm';
import { ClockRules } from '#clocks';
import { Inbox, poolOf, Transactions, type Message, type Outcome } from '#messaging';
import { dataSourceFor, Directory } from '#service-kit';
import { freshService } from '#testing';
import { casebookService } from '../src/casebook.module.js';
import { rebuild, type RebuildReport } from '../src/rebuild/rebuild.js';
import { BUILT } from '../src/views/tables.js';

/** The casebook's tables and inbox on a database of their own, without HTTP and Kafka. */
export interface Casebook {
  readonly databaseUrl: string;
  hear(source: string, messages: readonly Message[]): Promise<Outcome>;
  /** A digest over all rows of each built table. */
  digests(): Promise<Record<string, string>>;
  rebuild(): Promise<RebuildReport>;
  query<R>(text: string, values?: unknown[]): Promise<R[]>;
  /** Takes a migration back and makes it again, on what the tables hold. */
  remake(migration: MigrationInterface): Promise<void>;
  stop(): Promise<void>;
}

export async function aCasebook(): Promise<Casebook> {
  const { ownerUrl, runtimeUrl } = await freshService('casebook');
  const owner = await dataSourceFor(casebookService, ownerUrl, 1).initialize();
  await owner.runMigrations().finally(() => owner.destroy());
  const source = await dataSourceFor(casebookService, runtimeUrl, 4).initialize();
  const transactions = new Transactions(source, {
    service: 'casebook', exercise: false, rules: new ClockRules(), identityDigest: () => '',
    directoryOn: (connection) => new Directory(connection),
  }, () => '2019-01-01T00:00:00.000Z'); // Our clock is behind: what the others said has happened all the same.
  const inbox = new Inbox(transactions);
  const query = async <R>(text: string, values: unknown[] = []) => (await poolOf(source).query(text, values)).rows as R[];
  return {
    databaseUrl: runtimeUrl, query,
    hear: (from, messages) => inbox.receive(messages, casebookService.listenings.find((known) => known.source === from)!),
    digests: async () => {
      const digests: Record<string, string> = {};
      for (const { name } of BUILT) {
        const [row] = await query<{ digest: string }>(
          `SELECT count(*) || ' ' || md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')) AS digest FROM ${name} t`);
        digests[name] = row!.digest;
      }
      return digests;
    },
    rebuild: () => rebuild(runtimeUrl),
    remake: async (migration) => {
      const again = await dataSourceFor(casebookService, ownerUrl, 1).initialize();
      const runner = again.createQueryRunner();
      await migration.down(runner).then(() => migration.up(runner)).finally(() => again.destroy());
    },
    stop: () => source.destroy(),
  };
}
