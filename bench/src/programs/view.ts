import type { DataSource } from 'typeorm';
import { Inbox, poolOf, Transactions, type Listening, type Message } from '#messaging';
import { dataSourceFor } from '#service-kit';
import { casebookService } from '../../../services/casebook/src/casebook.module.js';
import { rebuild } from '../../../services/casebook/src/rebuild/rebuild.js';
import { BUILT, timeline } from '../../../services/casebook/src/views/tables.js';
import { answer } from '../answering.js';
import { withClient } from '../servers.js';
import { placementMessages } from '../service/placements.js';
import { surroundings } from '../service/stand-alone.js';

// Row c. One process and one database: the sides take turns on the same tables, emptied before each.
const url = process.env['DATABASE_URL']!;
const tables = [timeline, ...BUILT];
const listening: Listening = casebookService.listenings.find(({ source }) => source === 'placement')!;
const source: DataSource = await dataSourceFor(casebookService, url, 4).initialize();
const inbox = new Inbox(new Transactions(source, { ...surroundings, service: 'casebook' }, () => new Date().toISOString()));
const pool = poolOf(source);
let messages: Message[] = [];

function prepare({ count }: { count: number }): number {
  messages = placementMessages(count);
  return messages.length;
}

/** Only the owner may. */
const empty = (): Promise<unknown> => withClient(process.env['DATABASE_OWNER_URL']!, (client) =>
  client.query(`TRUNCATE inbox, ${tables.map(({ name }) => name).join(', ')}`));

/** @returns facts a second through inbox and view, one transaction for each batch. */
async function apply({ batch, count }: { batch: number; count: number }): Promise<number> {
  await empty();
  const given = messages.slice(0, count);
  const begun = performance.now();
  for (let from = 0; from < given.length; from += batch) {
    const { applied, parked } = await inbox.receive(given.slice(from, from + batch), listening);
    if (parked > 0 || applied === 0) throw new Error(`${parked} facts parked, ${applied} applied.`);
  }
  return (given.length * 1000) / (performance.now() - begun);
}

/** Built from the timeline that the last `apply` has left. */
async function build(): Promise<number> {
  const { facts, milliseconds } = await rebuild(url);
  if (facts !== messages.length) throw new Error(`The rebuild read ${facts} of ${messages.length} facts.`);
  return (facts * 1000) / milliseconds;
}

type Columns = readonly { readonly property: string; readonly name: string; readonly type: string }[];

/** @returns facts a second if the rows that the view has made were all known beforehand and merely inserted. */
async function insert({ batch }: { batch: number }): Promise<number> {
  const kept: { name: string; columns: Columns; rows: Record<string, unknown>[] }[] = [];
  for (const { name, columns } of tables) {
    const names = columns.map((column) => `${column.name}::text`).join(', ');
    kept.push({ name, columns, rows: (await pool.query<Record<string, unknown>>(`SELECT ${names} FROM ${name}`)).rows });
  }
  await empty();
  const begun = performance.now();
  for (const { name, columns, rows } of kept)
    for (let from = 0; from < rows.length; from += batch) await insertRows(name, columns, rows.slice(from, from + batch));
  return (messages.length * 1000) / (performance.now() - begun);
}

async function insertRows(table: string, columns: Columns, rows: readonly Record<string, unknown>[]): Promise<void> {
  const types = columns.map(({ type }, index) => (type === 'jsonb' ? `$${index + 1}::text[]::jsonb[]` : `$${index + 1}::${type}[]`));
  await pool.query({
    name: `plain ${table}`,
    text: `INSERT INTO ${table} (${columns.map(({ name }) => name).join(', ')}) SELECT * FROM unnest(${types.join(', ')})`,
    values: columns.map(({ name }) => rows.map((row) => row[name])),
  });
}

answer({ prepare, apply, build, insert });
