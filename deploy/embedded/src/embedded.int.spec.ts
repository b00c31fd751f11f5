import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Kafka } from 'kafkajs';
import pg from 'pg';
import {
  createTopics,
  kafkaAs,
  startKafka,
  startPostgres,
  temporaryFolder,
  type RunningKafka,
  type RunningPostgres,
} from './index.js';

const folder = temporaryFolder('guitu-embedded-spec-');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('embedded PostgreSQL', () => {
  const options = { dataDir: join(folder, 'postgres'), password: 'p@ss:/ word' };
  let server: RunningPostgres;

  beforeAll(async () => {
    server = await startPostgres(options);
  }, 60_000);

  afterAll(() => server.stop());

  it('is PostgreSQL 18, in UTF-8, durable, on the loopback address only', async () => {
    const [row] = await query<Record<string, string>>(
      server.adminUrl,
      `select current_setting('server_version') as version, current_setting('server_encoding') as encoding,
        current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
        current_setting('listen_addresses') as addresses, current_setting('max_connections') as connections,
        (select datlocale from pg_database where datname = 'postgres') as locale`,
    );
    expect(row).toMatchObject({
      encoding: 'UTF8', fsync: 'on', commit: 'on', addresses: '127.0.0.1', connections: '200', locale: 'C.UTF-8',
    });
    expect(row?.['version']).toMatch(/^18\./);
  });

  it('keeps rows over an orderly stop and over a kill', async () => {
    await query(server.adminUrl, 'create table kept (word text)');
    await query(server.adminUrl, `insert into kept values ('归途')`);
    await server.stop();
    server = await startPostgres({ ...options, port: server.port });
    await query(server.adminUrl, `insert into kept values ('回家')`);
    await server.kill();
    server = await startPostgres({ ...options, port: server.port });
    expect(await query(server.adminUrl, 'select word from kept order by word')).toEqual([{ word: '回家' }, { word: '归途' }]);
  });

  it('starts again after a kill while clients were at work', async () => {
    const busy = query(server.adminUrl, 'select pg_sleep(20)').catch(() => 'cut');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await server.kill();
    expect(await busy).toBe('cut');
    server = await startPostgres(options);
    expect(await query(server.adminUrl, 'select count(*)::int as rows from kept')).toEqual([{ rows: 2 }]);
  });

  it('refuses a second start over the same data', async () => {
    await expect(startPostgres(options)).rejects.toThrow(/already runs over this data folder/);
    expect(await query(server.adminUrl, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  });

  it('tells at once when the password is not that of the data', async () => {
    await server.stop();
    await expect(startPostgres({ ...options, password: 'other' })).rejects.toThrow(/password authentication failed/);
    server = await startPostgres(options);
  });
});

describe('embedded Kafka', () => {
  const options = { dataDir: join(folder, 'kafka') };
  let server: RunningKafka;

  beforeAll(async () => {
    server = await startKafka(options);
  }, 300_000);

  afterAll(() => server.stop());

  const client = (): Kafka => kafkaAs(server.access, { retry: { retries: 8 } });

  async function send(topic: string, value: string): Promise<void> {
    const producer = client().producer();
    await producer.connect();
    await producer.send({ topic, acks: -1, messages: [{ key: 'case', value }] });
    await producer.disconnect();
  }

  async function readAll(topic: string, count: number): Promise<string[]> {
    const consumer = client().consumer({ groupId: `spec-${Date.now()}` });
    const values: string[] = [];
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error(`only ${values.length} of ${count}`)), 30_000);
      void consumer.run({
        eachMessage: async ({ message }) => {
          values.push(String(message.value));
          if (values.length < count) return;
          clearTimeout(limit);
          resolve();
        },
      });
    });
    await consumer.disconnect();
    return values;
  }

  async function clusterId(): Promise<string> {
    const admin = client().admin();
    await admin.connect();
    const { clusterId: id } = await admin.describeCluster();
    await admin.disconnect();
    return id;
  }

  it('creates topics once, and none by accident', async () => {
    await createTopics(server.access, ['intake.events', 'rescue.events']);
    await createTopics(server.access, ['intake.events', 'casebook.events']);
    const admin = client().admin();
    await admin.connect();
    const { topics } = await admin.fetchTopicMetadata({ topics: ['intake.events', 'casebook.events'] });
    await admin.disconnect();
    expect(topics.map(({ partitions }) => partitions.length)).toEqual([6, 6]);
    await expect(send('misspelt', 'x')).rejects.toThrow();
  }, 30_000);

  it('keeps messages and its cluster id over an orderly stop and over a kill', async () => {
    const id = await clusterId();
    await send('intake.events', '一');
    await server.stop();
    server = await startKafka({ ...options, port: server.port });
    await send('intake.events', '二');
    await server.kill();
    server = await startKafka(options);
    expect(await readAll('intake.events', 2)).toEqual(['一', '二']);
    expect(await clusterId()).toBe(id);
  }, 120_000);

  it('refuses a second start over the same data', async () => {
    await expect(startKafka(options)).rejects.toThrow(/already runs over this data folder/);
  });

  it('says in both languages that Java is missing', async () => {
    const before = process.env['JAVA_HOME'];
    process.env['JAVA_HOME'] = join(folder, 'nowhere');
    try {
      await expect(startKafka({ dataDir: join(folder, 'never') })).rejects.toThrow(/找不到 Java[^]*Java not found/);
    } finally {
      if (before === undefined) delete process.env['JAVA_HOME'];
      else process.env['JAVA_HOME'] = before;
    }
  });
});
