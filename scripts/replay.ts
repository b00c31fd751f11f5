import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { replayJournal } from '#messaging';
import { connections, WHERE } from './databases.js';

/**
 * `npm run replay -- <service> [--case <id>] [--data <folder> | --rehearsal]`: lets a service say its journal again. For a
 * listener that was away longer than Kafka keeps messages, or for a broker that lost them. Facts that a listener has are
 * dropped by it, so that nothing happens twice.
 */
async function main(): Promise<void> {
  const options = { ...WHERE, case: { type: 'string' } } as const;
  const { values, positionals: [service] } = parseArgs({ allowPositionals: true, options });
  const connectionString = service === undefined ? undefined : connections(values)[service];
  if (connectionString === undefined)
    throw new Error('用法:npm run replay -- <服务> [--case <案件编号>]\nUsage: npm run replay -- <service> [--case <id>]');
  const db = new Client({ connectionString, connectionTimeoutMillis: 5_000 });
  await db.connect();
  try {
    const count = await replayJournal(db, values.case);
    console.log(`${service} 将重新发送 ${count} 条事实;已有的由听者自行略过。\n${service} says ${count} facts again; listeners drop those that they have.`);
  } finally {
    await db.end();
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
