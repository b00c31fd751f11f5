import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot, type ServiceDatabase } from '#embedded';
import { interleaved, type Comparison, type Side } from '../measure.js';
import { Program } from '../program.js';
import { Servers, withClient } from '../servers.js';
import { migrated } from '../service/migrated.js';
import { many, seconds, type Row } from './row.js';

const BACKLOG = many(150_000);
/** As the relay's own. */
const BATCH = 1_000;
const CASES = 20_000;

/** A backlog of the same facts waits in PostgreSQL; who brings it to Kafka faster, each case in its order? */
export const relay: Row = {
  id: 'b',
  says: `facts per second from a backlog of ${BACKLOG.toLocaleString('en')} to Kafka`,
  async run(say) {
    const servers = await Servers.start({ logical: true });
    const programs: Program[] = [];
    const start = async (file: string, environment: Record<string, string>): Promise<Program> => {
      programs.push(await Program.start(file, environment));
      return programs.at(-1)!;
    };
    try {
      await servers.topic('bench');
      const database = await servers.database('bench');
      await migrated(database.ownerUrl);
      await fillJournal(servers.adminUrl('guitu_bench'));
      const sides = [
        await ourSide(servers, database, start), await kafkajsSide(servers, database.runtimeUrl, start),
        await debeziumSide(servers, say), await packageSide(servers, start),
      ].filter((side) => side !== null);
      const figures = await interleaved(sides, say);
      return comparisons(new Map(figures.map((runs, index) => [sides[index]!.name, runs])));
    } finally {
      for (const program of programs.reverse()) await program.stop();
      await servers.stop();
    }
  },
};

type Start = (file: string, environment: Record<string, string>) => Promise<Program>;

function comparisons(figures: ReadonlyMap<string, number[]>): Comparison[] {
  const base = { what: 'relay, backlog to Kafka', unit: 'facts/s', ours: figures.get('ours')! };
  const theirs = (name: string, needs = ''): Pick<Comparison, 'theirs' | 'note'> =>
    (figures.has(name) ? { theirs: figures.get(name)! } : { theirs: null, note: `not measured: needs ${needs}` });
  return [
    { ...base, id: 'b1', against: `kafkajs, the same bytes in batches of ${BATCH}, out of memory`, goal: 0.6, ...theirs('kafkajs') },
    { ...base, id: 'b2', against: 'Debezium engine (pgoutput)', goal: 3, ...theirs('debezium', 'Maven and Java') },
    { ...base, id: 'b3', against: 'pg-transactional-outbox (replication, mutex per case)', goal: 50,
      ...theirs('pg-transactional-outbox', 'npm ci in bench/competitors') },
  ];
}

/** A payload of the size of a usual fact, with the case and the number of each row in it. */
const PAYLOAD = `format('{"id":"%s","type":"bench.enquiry-opened","v":1,"version":%s,"service":"bench","caseId":"%s",'
  '"subjectId":"%s","occurredAt":"2026-11-22T05:00:00.000Z","recordedAt":"2026-11-22T05:00:00.000Z","exercise":false,'
  '"actor":{"personId":"0198c0de-0000-7000-8000-000000000001","unitId":"532503-psb","post":"officer"},"commandId":"%s",'
  '"data":{"enquiryId":"%s","number":"XC-2026-0147","kind":"residence","division":"532503","toUnit":"440300-psb",'
  '"dueOn":"2026-12-24","victimIds":["%s","%s"]}}', gen_random_uuid(), n / ${CASES} + 1, c, gen_random_uuid(), gen_random_uuid(),
  gen_random_uuid(), gen_random_uuid(), gen_random_uuid())`;

const insertFacts = (from: string, to: string): string => `
  INSERT INTO journal (aggregatetype, aggregateid, type, version, payload, digest, command_id, recorded_at)
  SELECT 'bench', c, 'bench.enquiry-opened', n / ${CASES} + 1, ${PAYLOAD}, decode(repeat('00', 32), 'hex'), gen_random_uuid(), now()
  FROM (SELECT n, md5((n % ${CASES})::text)::uuid::text AS c FROM generate_series(${from}, ${to}) AS n) AS cases;`;

const fillJournal = (url: string): Promise<unknown> =>
  withClient(url, (client) => client.query(insertFacts('0', String(BACKLOG - 1))));

async function ourSide(
  servers: Servers,
  { ownerUrl, runtimeUrl }: ServiceDatabase,
  start: Start,
): Promise<Side> {
  const program = await start('dist/bench/src/programs/relay.js', {
    DATABASE_URL: runtimeUrl,
    ...servers.kafkaSettings,
  });
  const drain = async (count: number): Promise<number> => {
    await withClient(ownerUrl, (client) =>
      client.query('INSERT INTO outbox (seq) SELECT seq FROM journal ORDER BY seq LIMIT $1', [count]));
    return program.ask('drain', { count });
  };
  await drain(Math.ceil(BACKLOG / 5)); // The compiler warms up, Kafka's too.
  return { name: 'ours', measure: () => drain(BACKLOG) };
}

async function kafkajsSide(servers: Servers, url: string, start: Start): Promise<Side> {
  const program = await start('dist/bench/src/programs/produce.js', {
    DATABASE_URL: url,
    ...servers.kafkaSettings,
  });
  await program.ask('load', { batch: BATCH });
  await program.ask('produce');
  return { name: 'kafkajs', measure: () => program.ask('produce') };
}

/** The journal of another database has the same facts, committed in small transactions as commands would have been. */
async function debeziumSide(servers: Servers, say: (text: string) => void): Promise<Side | null> {
  const folder = join(projectRoot(), 'bench/debezium');
  const execute = promisify(execFile);
  if (!existsSync(join(folder, 'target/drain.jar'))) {
    say('  Debezium is built with Maven, once');
    const built = await execute('mvn', ['-q', '-B', 'package'], { cwd: folder, timeout: 300_000 }).then(() => true, () => false);
    if (!built) return null;
  }
  const { ownerUrl } = await servers.database('debezium');
  await migrated(ownerUrl);
  await servers.topic('debezium');
  const url = new URL(servers.adminUrl('guitu_debezium'));
  const settings = {
    name: 'bench', 'connector.class': 'io.debezium.connector.postgresql.PostgresConnector', 'topic.prefix': 'bench',
    'offset.storage': 'org.apache.kafka.connect.storage.MemoryOffsetBackingStore', 'plugin.name': 'pgoutput',
    'database.hostname': url.hostname, 'database.port': url.port, 'database.user': url.username,
    'database.password': url.password, 'database.dbname': 'guitu_debezium', 'slot.name': 'bench_slot',
    'publication.name': 'bench_publication', 'publication.autocreate.mode': 'disabled', 'snapshot.mode': 'no_data',
    'table.include.list': 'public.journal', 'poll.interval.ms': '10',
    'kafka.bootstrap.servers': servers.kafkaAccess.brokers.join(','), 'kafka.security.protocol': 'SASL_PLAINTEXT',
    'kafka.sasl.mechanism': 'PLAIN', 'kafka.sasl.jaas.config': 'org.apache.kafka.common.security.plain.PlainLoginModule required '
      + `username="${servers.kafkaAccess.user}" password="${servers.kafkaAccess.password}";`,
    'drain.topic': 'debezium.events', 'drain.count': String(BACKLOG),
  };
  const args = [
    '-Xmx1g', '-Dorg.slf4j.simpleLogger.defaultLogLevel=off', ...Object.entries(settings).map(([name, value]) => `-Dbench.${name}=${value}`),
    '-cp', `${join(folder, 'target/drain.jar')}:${join(folder, 'target/jars')}/*`, 'Drain',
  ];
  return {
    name: 'debezium',
    measure: async () => {
      await withClient(url.href, refillForReplication);
      const { stdout } = await execute('java', args, { timeout: 120_000 });
      return Number(/factsPerSecond=([\d.E]+)/.exec(stdout)?.[1]);
    },
  };
}

async function refillForReplication(client: { query(text: string): Promise<unknown> }): Promise<void> {
  await client.query('TRUNCATE journal RESTART IDENTITY');
  await client.query(`SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = 'bench_slot'`);
  await client.query('DROP PUBLICATION IF EXISTS bench_publication');
  await client.query(`CREATE PUBLICATION bench_publication FOR TABLE journal WITH (publish = 'insert')`);
  await client.query(`SELECT pg_create_logical_replication_slot('bench_slot', 'pgoutput')`);
  await client.query(`DO $$ BEGIN FOR begun IN 0 .. ${BACKLOG - 1} BY 100 LOOP
    ${insertFacts('begun', `least(begun + 99, ${BACKLOG - 1})`)} COMMIT; END LOOP; END $$`);
}

async function packageSide(servers: Servers, start: Start): Promise<Side | null> {
  if (!existsSync(join(projectRoot(), 'bench/competitors/node_modules'))) return null;
  await servers.database('package');
  await servers.topic('package');
  const program = await start('bench/competitors/pg-transactional-outbox.mjs', {
    DATABASE_URL: servers.adminUrl('guitu_package'), ...servers.kafkaSettings,
  });
  const { rows: [sample] } = await withClient(servers.adminUrl('guitu_bench'), (client) =>
    client.query<{ payload: string }>('SELECT payload FROM journal LIMIT 1'));
  return {
    name: 'pg-transactional-outbox',
    measure: async () => {
      await program.ask('fill', { count: 15_000, payload: sample!.payload });
      return program.ask('drain', { seconds: seconds(5), topic: 'package.events' });
    },
  };
}
