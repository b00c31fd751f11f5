import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { topicOf } from '#contracts';
import {
  createTopics, kafkaSettings, provisionService, startKafka, startPostgres, temporaryFolder, type KafkaAccess,
  type RunningKafka, type RunningPostgres, type ServiceDatabase,
} from '#embedded';

const PASSWORD = 'postgres-for-the-bench';
const ROLES = { ownerPassword: 'owner-for-the-bench', runtimePassword: 'runtime-for-the-bench' };

/** PostgreSQL and Kafka of one row's own, in a folder that is thrown away with them. */
export class Servers {
  private constructor(
    private readonly folder: string,
    private readonly postgres: RunningPostgres,
    private readonly kafka: RunningKafka | null,
  ) {}

  /** @param logical writes what logical replication needs into the write-ahead log. */
  static async start({ kafka = true, logical = false } = {}): Promise<Servers> {
    const folder = temporaryFolder('guitu-bench-');
    const options = { dataDir: join(folder, 'postgres'), password: PASSWORD };
    let postgres = await startPostgres(options);
    if (logical) {
      await withClient(postgres.adminUrl, async (client) => { await client.query('ALTER SYSTEM SET wal_level = logical'); });
      await postgres.stop();
      postgres = await startPostgres(options);
    }
    return new Servers(folder, postgres, kafka ? await startKafka({ dataDir: join(folder, 'kafka') }) : null);
  }

  get kafkaAccess(): KafkaAccess {
    if (!this.kafka) throw new Error('This row has no Kafka.');
    return this.kafka.access;
  }

  /** What a program must be told to reach the broker. */
  get kafkaSettings(): Record<string, string> {
    return kafkaSettings(this.kafkaAccess);
  }

  /** The superuser's address of a database. */
  adminUrl(database = 'postgres'): string {
    const url = new URL(this.postgres.adminUrl);
    url.pathname = `/${database}`;
    return url.href;
  }

  /** A database with the roles and rights of a service, as in production. */
  database(service: string): Promise<ServiceDatabase> {
    return provisionService(this.postgres.adminUrl, service, ROLES);
  }

  async topic(service: string): Promise<string> {
    await createTopics(this.kafkaAccess, [topicOf(service)]);
    return topicOf(service);
  }

  /** A file that goes with the servers. */
  file(name: string, text: string): string {
    const path = join(this.folder, name);
    writeFileSync(path, text);
    return path;
  }

  async stop(): Promise<void> {
    await this.kafka?.stop();
    await this.postgres.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
