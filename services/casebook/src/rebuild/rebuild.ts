import pg, { type Client } from 'pg';
import { Refusal } from '#contracts';
import { fold, uncoveredAlarms } from '../domain/fold.js';
import type { Said } from '../domain/said.js';
import { APPLYING, REBUILDING } from '../views/rebuild-lock.js';
import {
  alarm, BUILT, caseNow, caseParty, caseVictim, clockNow, clueCounted, custodyInterval, custodyNow, sourceNow,
  stageDeadlines, stageInterval, stageNow,
  type SourceNow,
} from '../views/tables.js';
import { TableWriter } from './table-writer.js';
import { readTimeline } from './timeline-reader.js';

export interface RebuildReport {
  readonly facts: number;
  readonly cases: number;
  readonly milliseconds: number;
  /** Rows that were written, by table. */
  readonly rows: Readonly<Record<string, number>>;
}

/**
 * Builds everything anew from the timeline: folds in memory, fills new tables and puts them in the place of the old
 * ones in one transaction. Reading goes on meanwhile; new facts wait and are given again.
 * @throws Refusal casebook.rebuild-running
 */
export async function rebuild(databaseUrl: string): Promise<RebuildReport> {
  const begun = performance.now();
  const [reader, writer] = [clientOf(databaseUrl), clientOf(databaseUrl)];
  try {
    await Promise.all([reader.connect(), writer.connect()]);
    await lock(reader);
    await begin(writer);
    await writer.query('SELECT begin_rebuild()');
    const tables = new TableWriter(writer, 'rebuilt');
    const { facts, cases } = await foldAll(reader, tables);
    await writer.query('SELECT finish_rebuild()');
    await writer.query('COMMIT');
    await reader.query('COMMIT');
    const rows = Object.fromEntries(BUILT.map(({ name }) => [name, tables.rows[name] ?? 0]));
    return { facts, cases, milliseconds: Math.round(performance.now() - begun), rows };
  } finally {
    // A connection that ends in the middle takes its transaction with it: then the old tables stay.
    await Promise.allSettled([reader.end(), writer.end()]);
  }
}

async function foldAll(reader: Client, tables: TableWriter): Promise<{ facts: number; cases: number }> {
  const { rows: sources } = await reader.query<SourceNow>(
    'SELECT source, max(recorded_at)::text AS "asOf", count(*)::integer AS facts FROM timeline GROUP BY source');
  tables.add(sourceNow, sources);
  let cases = 0;
  await readTimeline(reader, (facts) => {
    cases += 1;
    writeCase(tables, facts);
  }, () => tables.flush());
  await tables.flush(true);
  return { facts: sources.reduce((sum, { facts }) => sum + facts, 0), cases };
}

function writeCase(tables: TableWriter, facts: readonly Said[]): void {
  const { stages, custody, clocks, cases, parties, victims, clues, alarms } = fold(facts);
  const [stageLedgers, careLedgers] = [[...stages.values()], [...custody.values()]];
  tables.add(caseNow, cases.values());
  tables.add(stageNow, stageLedgers.map(({ now }) => now));
  tables.add(stageDeadlines, stageLedgers.map(({ deadlines }) => deadlines));
  for (const { intervals } of stageLedgers) tables.add(stageInterval, intervals);
  tables.add(custodyNow, careLedgers.map(({ now }) => now));
  for (const { intervals } of careLedgers) tables.add(custodyInterval, intervals);
  tables.add(clockNow, [...clocks.values()].filter((clock) => clock !== null));
  tables.add(caseParty, parties);
  tables.add(caseVictim, new Map(victims.toReversed().map((victim) => [victim.victimId, victim])).values());
  tables.add(clueCounted, new Map(clues.toReversed().map((clue) => [clue.clueId, clue])).values());
  tables.add(alarm, alarms);
  tables.add(alarm, uncoveredAlarms(stageLedgers.map(({ now }) => now)));
}

/** One rebuild at a time; facts that are being applied are waited for, and new ones wait. */
async function lock(client: Client): Promise<void> {
  await begin(client);
  const { rows: [row] } = await client.query<{ may: boolean }>(`SELECT pg_try_advisory_xact_lock(${REBUILDING}) AS may`);
  if (!row?.may) throw new Refusal('casebook.rebuild-running');
  await client.query(`SELECT pg_advisory_xact_lock(${APPLYING})`);
}

async function begin(client: Client): Promise<void> {
  await client.query(`BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;
    SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'; SET LOCAL work_mem = '64MB';
    SET LOCAL maintenance_work_mem = '128MB'`);
}

/** A connection of its own: COPY cannot share one with pipelined statements. */
function clientOf(databaseUrl: string): Client {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'guitu-casebook-rebuild' });
  client.on('error', () => undefined);
  return client;
}
