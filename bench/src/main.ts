import { loadavg } from 'node:os';
import type { Comparison } from './measure.js';
import { tableOf, write } from './report.js';
import { commands } from './rows/a-commands.js';
import { relay } from './rows/b-relay.js';
import { view } from './rows/c-view.js';
import { latency } from './rows/d-latency.js';
import { chain } from './rows/e-chain.js';
import type { Row } from './rows/row.js';
import { tracing } from './rows/tracing.js';
import { web } from './rows/web.js';

const ROWS: readonly Row[] = [commands, relay, view, latency, chain, web, tracing];

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Runs the rows that are named on the command line, or all, and writes the table. */
async function main(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !ROWS.some(({ id }) => id === name));
  if (unknown.length > 0) {
    say(`没有这一行 / no such row: ${unknown.join(', ')}. ${ROWS.map(({ id, says }) => `\n  ${id}  ${says}`).join('')}`);
    return 2;
  }
  const before = loadavg()[0]!;
  const comparisons: Comparison[] = [];
  for (const row of ROWS.filter(({ id }) => names.length === 0 || names.includes(id))) {
    say(`${row.id}: ${row.says}`);
    comparisons.push(...await row.run(say));
  }
  const table = tableOf(comparisons, { before, after: loadavg()[0]! });
  if (!process.env['GUITU_BENCH_DRY']) write(comparisons, table, names);
  say(`\n${table}`);
  return 0;
}

process.exit(await main(process.argv.slice(2)));
