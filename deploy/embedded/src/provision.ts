import type { Admin } from 'kafkajs';
import pg from 'pg';
import { kafkaAs, type KafkaAccess } from './kafka-access.js';
import { until } from './waiting.js';

export interface ServiceSecrets {
  ownerPassword: string;
  runtimePassword: string;
}

export interface ServiceDatabase {
  /** For migrations: owns the tables. */
  ownerUrl: string;
  /** For the running service: reads and writes rows, and changes no table. */
  runtimeUrl: string;
}

/** One number for all who provision: two at once would fall over each other's changes to roles. */
const PROVISIONING_LOCK = 7_001_000;

export function rolesOf(service: string): { owner: string; runtime: string } {
  const name = service.replaceAll('-', '_');
  return { owner: `${name}_owner`, runtime: name };
}

export function databaseOf(service: string): string {
  return `guitu_${service.replaceAll('-', '_')}`;
}

/** Makes a service's database and its two roles. What exists is kept; rights and passwords are set anew. */
export async function provisionService(
  adminUrl: string,
  service: string,
  secrets: ServiceSecrets,
  database = databaseOf(service),
): Promise<ServiceDatabase> {
  const { owner, runtime } = rolesOf(service);
  await withClient(adminUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [PROVISIONING_LOCK]);
    await provideRole(client, owner, secrets.ownerPassword);
    await provideRole(client, runtime, secrets.runtimePassword);
    await provideDatabase(client, database, owner, runtime);
    // Still under the lock: two that grant on one schema at once would stumble over each other.
    await withClient(urlFor(adminUrl, { database }), (own) => grantOnSchema(own, owner, runtime));
  });
  return {
    ownerUrl: urlFor(adminUrl, { database, role: owner, password: secrets.ownerPassword }),
    runtimeUrl: urlFor(adminUrl, { database, role: runtime, password: secrets.runtimePassword }),
  };
}

async function provideRole(client: pg.Client, role: string, password: string): Promise<void> {
  const known = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  const verb = known.rowCount === 0 ? 'create' : 'alter';
  const limits = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls';
  await client.query(`${verb} role ${pg.escapeIdentifier(role)} ${limits} password ${pg.escapeLiteral(password)}`);
}

async function provideDatabase(client: pg.Client, database: string, owner: string, runtime: string): Promise<void> {
  const known = await client.query('select 1 from pg_database where datname = $1', [database]);
  const name = pg.escapeIdentifier(database);
  if (known.rowCount === 0) await client.query(`create database ${name}`);
  const [ownerRole, runtimeRole] = [owner, runtime].map((role) => pg.escapeIdentifier(role));
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect on database ${name} to ${ownerRole}, ${runtimeRole}`);
  // Migrations may need a trusted extension (such as pg_trgm); that takes CREATE on the database.
  await client.query(`grant create on database ${name} to ${ownerRole}`);
  // Otherwise every role may look around in the administrator's databases.
  await client.query('revoke all on database postgres, template1 from public');
}

/**
 * Rights on tables come as default privileges only: a grant on the existing tables would give back what
 * a migration has taken away (nobody may change a row of the journal).
 */
async function grantOnSchema(client: pg.Client, owner: string, runtime: string): Promise<void> {
  const [ownerRole, runtimeRole] = [owner, runtime].map((role) => pg.escapeIdentifier(role));
  const defaults = `alter default privileges for role ${ownerRole} in schema public grant`;
  await client.query(`
    revoke all on schema public from public;
    alter schema public owner to ${ownerRole};
    grant usage on schema public to ${runtimeRole};
    ${defaults} select, insert, update, delete on tables to ${runtimeRole};
    ${defaults} usage, select on sequences to ${runtimeRole};
  `);
}

/** Creates the topics that do not exist yet. */
export async function createTopics(access: KafkaAccess, topics: string[], partitions = 6): Promise<void> {
  const admin = kafkaAs(access, { clientId: 'guitu-provision' }).admin();
  await admin.connect();
  try {
    const known = new Set(await admin.listTopics());
    const missing = topics.filter((topic) => !known.has(topic));
    if (missing.length === 0) return;
    // kafkajs would wait for leaders too, but gives up when a busy broker does not know yet what it has just made.
    await admin.createTopics({
      topics: missing.map((topic) => ({ topic, numPartitions: partitions, replicationFactor: 1 })),
      waitForLeaders: false,
    });
    await until(() => haveLeaders(admin, missing), { deadlineMs: 30_000, what: 'Kafka topics' });
  } finally {
    await admin.disconnect();
  }
}

async function haveLeaders(admin: Admin, names: string[]): Promise<boolean> {
  const { topics } = await admin.fetchTopicMetadata({ topics: names });
  return topics.every(({ partitions }) => partitions.length > 0 && partitions.every(({ leader }) => leader >= 0));
}

function urlFor(adminUrl: string, target: { database: string; role?: string; password?: string }): string {
  const url = new URL(adminUrl);
  url.pathname = `/${target.database}`;
  if (target.role !== undefined) url.username = encodeURIComponent(target.role);
  if (target.password !== undefined) url.password = encodeURIComponent(target.password);
  return url.href;
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
