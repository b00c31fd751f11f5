import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '#embedded';
import { startTestIssuer, type TestIssuer } from '#testing';
import { interleaved, type Comparison, type Side } from '../measure.js';
import { Program } from '../program.js';
import type { Carried, Load } from '../programs/load.js';
import { Servers, withClient } from '../servers.js';
import { ENQUIRY_SQL } from '../service/enquiry.table.js';
import { ACTOR, sampleAsked } from '../service/samples.js';
import { seconds, type Row } from './row.js';

const CLIENTS = 16;
const EVENT_SQL = `CREATE TABLE event (seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, aggregatetype text NOT NULL,
  aggregateid text NOT NULL, type text NOT NULL, version integer NOT NULL, payload text NOT NULL, recorded_at timestamptz(3) NOT NULL);`;

const PGBENCH = `BEGIN;
INSERT INTO enquiry VALUES (gen_random_uuid(), gen_random_uuid(), 1, 'XC-2026-0147', 'residence', '532503', '440300-psb',
  '2026-12-24', '["${randomUUID()}", "${randomUUID()}"]', now(), '532503-psb', NULL, NULL);
INSERT INTO event (aggregatetype, aggregateid, type, version, payload, recorded_at)
  VALUES ('bench', gen_random_uuid()::text, 'bench.enquiry-opened', 1, repeat('x', 640), now());
END;
`;

/** The sides share a machine, a PostgreSQL server and a load generator; each has its own database and process. */
export const commands: Row = {
  id: 'a',
  says: 'commands per second, HTTP to commit, 16 clients, half of them create and half change',
  async run(say) {
    const servers = await Servers.start();
    const issuer = await startTestIssuer();
    const programs: Program[] = [];
    const start = async (file: string, environment: Record<string, string> = {}): Promise<Program> => {
      programs.push(await Program.start(file, environment));
      return programs.at(-1)!;
    };
    try {
      const load = await start('dist/bench/src/programs/load.js');
      const ours = await ourService(servers, issuer, start);
      const sides = [
        await httpSide('ours', await ours(NO_BROKER), load, await issuer.tokenFor(ACTOR.personId)),
        await httpSide(
          'ours with its relay', await ours(servers.kafkaSettings.KAFKA_BROKERS!), load, await issuer.tokenFor(ACTOR.personId),
        ),
        await plainSide(servers, issuer, load, start),
        await emmettSide(servers, start), await pgbenchSide(servers),
      ].filter((side) => side !== null);
      const figures = new Map((await interleaved(sides, say)).map((runs, index) => [sides[index]!.name, runs]));
      return comparisons(figures);
    } finally {
      for (const program of programs.reverse()) await program.stop();
      await issuer.stop();
      await servers.stop();
    }
  },
};

type Start = (file: string, environment?: Record<string, string>) => Promise<Program>;

function comparisons(figures: ReadonlyMap<string, number[]>): Comparison[] {
  const base = { what: 'commands, HTTP to commit', unit: 'commands/s', ours: figures.get('ours')! };
  const theirs = (name: string, missing: string): Pick<Comparison, 'theirs' | 'note'> =>
    (figures.has(name) ? { theirs: figures.get(name)! } : { theirs: null, note: `not measured: ${missing}` });
  return [
    { ...base, id: 'a1', against: 'NestJS on Express, TypeORM save() of the same two rows, no guarantees', goal: 1, ...theirs('plain', '') },
    { ...base, id: 'a2', against: 'Emmett, append to a new stream (no HTTP)', goal: 0.7,
      ...theirs('emmett', 'needs npm ci in bench/competitors') },
    { ...base, id: 'a3', against: 'pgbench, the same two rows as two INSERTs (no HTTP)', goal: 0,
      ...theirs('pgbench', 'needs pgbench (postgresql-contrib)') },
    { ...base, id: 'a4', what: 'the same while the relay sends to Kafka', ours: figures.get('ours with its relay')!,
      against: 'ours, nothing sent', goal: 0, theirs: base.ours },
  ];
}

/**
 * Nobody listens here: the relay waits, as in an outage, and the outbox grows. The others we are measured against send
 * nothing either; a4 says what sending costs when Kafka shares the machine.
 */
const NO_BROKER = '127.0.0.1:1';

/** Starts the service over one database; twice, with a broker and without. */
async function ourService(servers: Servers, issuer: TestIssuer, start: Start): Promise<(brokers: string) => Promise<Program>> {
  await servers.topic('bench');
  await servers.topic('identity');
  return async (brokers) => {
    const { ownerUrl, runtimeUrl } = await servers.database(brokers === NO_BROKER ? 'bench' : 'bench-with-relay');
    const service = await start('dist/bench/src/programs/commands-service.js', {
      PORT: '0', HOST: '127.0.0.1', DATABASE_URL: runtimeUrl, DATABASE_OWNER_URL: ownerUrl, ...servers.kafkaSettings,
      KAFKA_BROKERS: brokers,
      OIDC_ISSUER: issuer.address, GUITU_MODE: 'live', LOG_LEVEL: 'fatal',
      DATABASE_POOL: String(CLIENTS + 1), // One is the relay's.
      GUITU_KEK: randomBytes(32).toString('base64'),
      GUITU_DIGEST_KEY: randomBytes(32).toString('base64'),
    });
    await withClient(ownerUrl, async (client) => {
      await client.query(`INSERT INTO directory_unit VALUES ($1, 'public-security', 'county', '532503', 'CN', NULL)`, [ACTOR.unitId]);
      await client.query(`INSERT INTO directory_post VALUES ($1, $2, $3, $4, '2020-01-01', NULL)`,
        [randomUUID(), ACTOR.personId, ACTOR.unitId, ACTOR.post]);
    });
    return service;
  };
}

async function plainSide(servers: Servers, issuer: TestIssuer, load: Program, start: Start): Promise<Side> {
  const { ownerUrl, runtimeUrl } = await servers.database('plain');
  await withClient(ownerUrl, (client) => client.query(ENQUIRY_SQL + EVENT_SQL));
  const service = await start('dist/bench/src/programs/plain-service.js', { DATABASE_URL: runtimeUrl, DATABASE_POOL: String(CLIENTS) });
  return httpSide('plain', service, load, await issuer.tokenFor(ACTOR.personId));
}

async function httpSide(name: string, service: Program, load: Program, token: string): Promise<Side> {
  const url = await service.ask<string>('address');
  const carry = async (time: number): Promise<number> =>
    (await load.ask<Carried>('carry', { url, token, clients: CLIENTS, seconds: time } satisfies Load)).perSecond;
  await carry(seconds(4)); // The compiler warms up, Kafka's too.
  return { name, measure: () => carry(seconds(5)) };
}

async function emmettSide(servers: Servers, start: Start): Promise<Side | null> {
  if (!existsSync(join(projectRoot(), 'bench/competitors/node_modules'))) return null;
  const { ownerUrl } = await servers.database('emmett');
  const emmett = await start('bench/competitors/emmett.mjs', { DATABASE_URL: ownerUrl });
  const event = { type: 'bench.enquiry-opened', data: { enquiryId: randomUUID(), ...sampleAsked() } };
  const append = (time: number): Promise<number> => emmett.ask('append', { clients: CLIENTS, seconds: time, event });
  await append(seconds(2));
  return { name: 'emmett', measure: () => append(seconds(4)) };
}

async function pgbenchSide(servers: Servers): Promise<Side | null> {
  const execute = promisify(execFile);
  if (!await execute('pgbench', ['--version']).then(() => true, () => false)) return null;
  const { ownerUrl } = await servers.database('pgbench');
  await withClient(ownerUrl, (client) => client.query(ENQUIRY_SQL + EVENT_SQL));
  const script = servers.file('pgbench.sql', PGBENCH);
  const args = [
    '-n', '-M', 'prepared', '-c',
    String(CLIENTS),
    '-j', '2', '-T',
    String(Math.ceil(seconds(4))),
    '-f', script, ownerUrl,
  ];
  return {
    name: 'pgbench',
    measure: async () => Number(/tps = ([\d.]+)/.exec((await execute('pgbench', args)).stdout)?.[1]),
  };
}
