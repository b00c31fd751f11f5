import { randomBytes, randomUUID } from 'node:crypto';
import type { ModuleMetadata } from '@nestjs/common';
import { Pool } from 'pg';
import { topicOf, type Actor, type Post } from '#contracts';
import { createTopics, kafkaSettings } from '#embedded';
import { listeningsOf, startService, type RunningService, type ServiceDefinition } from '#service-kit';
import { filesFolder, freshService } from './infrastructure.js';
import { startTestIssuer, type TestIssuer } from './issuer.js';
import { promisesOf } from './promises.js';
import { desk, type Desk } from './service-bench.js';

/** One service as it runs, with its relay, its listener and its sweeper, on a database of its own and the broker of all. */
export interface RunningBench {
  readonly url: string;
  /** Everything that it was told on starting: enough to start it once more, here or in a process of its own. */
  readonly environment: Readonly<Record<string, string>>;
  /** Somebody who holds a post in a bureau, known without identity having said so. */
  person(unitId: string, post: Post): Promise<Actor>;
  as(actor: Pick<Actor, 'personId'>): Desk;
  tokenOf(actor: Pick<Actor, 'personId'>): Promise<string>;
  query<R>(text: string, values?: unknown[]): Promise<R[]>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function aRunningService(
  definition: ServiceDefinition, parts: ModuleMetadata, given: Record<string, string> = {},
): Promise<RunningBench> {
  const provided = await provide(definition, given);
  let running: RunningService = await startService(definition, parts, provided.environment);
  return {
    ...provided.bench,
    get url() { return running.url; },
    as: ({ personId }) => desk(running.url, () => provided.issuer.tokenFor(personId), promisesOf(running.openApi)),
    restart: async () => {
      await running.stop();
      running = await startService(definition, parts, provided.environment);
    },
    stop: async () => {
      await running.stop();
      await provided.stop();
    },
  };
}

export interface Provided {
  readonly environment: Readonly<Record<string, string>>;
  readonly issuer: TestIssuer;
  readonly bench: Pick<RunningBench, 'environment' | 'person' | 'tokenOf' | 'query'>;
  stop(): Promise<void>;
}

/** A database, topics and an issuer for a service that is not started yet. */
export async function provide(definition: ServiceDefinition, given: Record<string, string> = {}): Promise<Provided> {
  const [fresh, issuer] = await Promise.all([freshService(definition.name), startTestIssuer()]);
  const heard = listeningsOf(definition).map(({ source }) => source);
  await createTopics(fresh.kafka, [definition.name, ...heard].map(topicOf));
  const key = (): string => randomBytes(32).toString('base64');
  const environment = {
    PORT: '0', DATABASE_URL: fresh.runtimeUrl, DATABASE_OWNER_URL: fresh.ownerUrl, ...kafkaSettings(fresh.kafka),
    OIDC_ISSUER: issuer.address, GUITU_MODE: 'rehearsal', GUITU_KEK: key(), GUITU_DIGEST_KEY: key(), LOG_LEVEL: 'fatal',
    GUITU_FILES: filesFolder(), ...given,
  };
  const pool = new Pool({ connectionString: fresh.ownerUrl, max: 2 });
  const query = async <R>(text: string, values: unknown[] = []) => (await pool.query(text, values)).rows as R[];
  const person = async (unitId: string, post: Post): Promise<Actor> => {
    const personId = randomUUID();
    await query(`INSERT INTO directory_unit (unit_id, kind, level, division, country) VALUES ($1, 'public-security', 'county', $2, 'CN')
      ON CONFLICT DO NOTHING`, [unitId, unitId.slice(0, 6)]);
    await query(`INSERT INTO directory_post VALUES ($1, $2, $3, $4, '2000-01-01', NULL)`, [randomUUID(), personId, unitId, post]);
    return { personId, unitId, post };
  };
  return {
    environment, issuer, bench: { environment, person, query, tokenOf: ({ personId }) => issuer.tokenFor(personId) },
    stop: async () => { await Promise.all([pool.end(), issuer.stop()]); },
  };
}
