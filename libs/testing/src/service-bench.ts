import { randomBytes, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { ModuleMetadata } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import {
  fact, PostAssigned, UnitRegistered, type Actor, type Envelope, type Fact, type Post, type UnitKind, type UnitLevel,
} from '#contracts';
import { kafkaSettings } from '#embedded';
import {
  EMPTY_HEAD, FactTransport, Inbox, linked, poolOf, Transactions, type Head, type Outcome, type Receipt,
} from '#messaging';
import {
  createApp, describedBy, kafkaFor, listeningsOf, Log, migrate, readConfig, Sweeper, SystemClock,
  type Problem, type ServiceDefinition,
} from '#service-kit';
import { filesFolder, freshService } from './infrastructure.js';
import { startTestIssuer } from './issuer.js';
import { promisesOf, type Promises } from './promises.js';

export interface Answer<T = Receipt & Problem> {
  readonly status: number;
  readonly body: T;
}

export interface Sent {
  readonly commandId?: string;
  readonly ifMatch?: number;
}

/** Somebody at a desk: asks over HTTP, with a token. */
export interface Desk {
  get<T>(path: string): Promise<Answer<T>>;
  post(path: string, body?: object, sent?: Sent): Promise<Answer>;
  put(path: string, body?: object, sent?: Sent): Promise<Answer>;
  delete(path: string): Promise<Answer>;
}

/** One service on a database of its own, with its real HTTP, rights and inbox; what others say is told to it here. */
export interface ServiceBench {
  /** Where it listens, for requests that no desk would send. */
  readonly url: string;
  /** Where it keeps the sealed bytes of files. */
  readonly filesFolder: string;
  tokenOf(actor: Pick<Actor, 'personId'>): Promise<string>;
  unit(unitId: string, kind: UnitKind, given?: { level?: UnitLevel; superiorUnit?: string }): Promise<void>;
  person(unitId: string, post: Post): Promise<Actor>;
  as(actor: Pick<Actor, 'personId'>): Desk;
  /** Lets the inbox receive what another service says about a case. */
  hear(source: string, caseId: string, ...facts: Fact[]): Promise<Outcome>;
  /** The same, where it matters who has done it. */
  hearOf(actor: Actor, source: string, caseId: string, ...facts: Fact[]): Promise<Outcome>;
  /** What the service has said about a case, in order. */
  said(caseId: string): Promise<Envelope[]>;
  query<R>(text: string, values?: unknown[]): Promise<R[]>;
  /** As the service makes it: what another service would say of a national id. */
  identityDigest(nationalId: string): string;
  /** Moves the rehearsal clock and fires what became due. */
  moveClock(to: string): Promise<void>;
  /** Whoever sends something meanwhile is answered as ever, and nothing of it is kept. */
  unkept<T>(work: () => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

export async function aServiceBench(
  definition: ServiceDefinition, parts: ModuleMetadata, mode: 'live' | 'rehearsal' = 'rehearsal',
): Promise<ServiceBench> {
  const [fresh, issuer] = await Promise.all([freshService(definition.name), startTestIssuer()]);
  const key = (): string => randomBytes(32).toString('base64');
  const config = readConfig({
    PORT: '0', DATABASE_URL: fresh.runtimeUrl, DATABASE_OWNER_URL: fresh.ownerUrl, ...kafkaSettings(fresh.kafka),
    OIDC_ISSUER: issuer.address, GUITU_MODE: mode, GUITU_KEK: key(), GUITU_DIGEST_KEY: key(), LOG_LEVEL: 'fatal',
    GUITU_FILES: filesFolder(),
  });
  await migrate(definition, config);
  const transport = new FactTransport({ service: definition.name, kafka: () => kafkaFor(definition.name, config) });
  const app = await createApp(definition, parts, config, { transport, log: new Log(definition.name, 'fatal') });
  const promises = promisesOf(describedBy(app, definition));
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const source = app.get(DataSource);
  const hearOf = speaker(app.get(Inbox), definition, () => app.get(SystemClock).now());
  const hear: ServiceBench['hear'] = (...said) => hearOf(OTHERS, ...said);
  const directory = directoryOver(hear);
  const query = async <R>(text: string, values: unknown[] = []) => (await poolOf(source).query(text, values)).rows as R[];
  return {
    ...directory, hear, hearOf, url, filesFolder: config.GUITU_FILES!,
    tokenOf: ({ personId }) => issuer.tokenFor(personId),
    as: ({ personId }) => desk(url, () => issuer.tokenFor(personId), promises),
    said: async (caseId) => {
      const rows = await query<{ payload: string }>(
        'SELECT payload FROM journal WHERE aggregateid = $1 ORDER BY version', [caseId]);
      return rows.map(({ payload }) => JSON.parse(payload) as Envelope);
    },
    query,
    identityDigest: (nationalId) => app.get(Transactions).surroundings.identityDigest(nationalId),
    moveClock: async (to) => {
      await app.get(SystemClock).move(to, source);
      await app.get(Sweeper).sweep();
    },
    unkept: (work) => rollingBack(poolOf(source), work),
    stop: async () => {
      await app.close();
      await Promise.all([source.isInitialized ? source.destroy() : null, issuer.stop()]);
      await rm(config.GUITU_FILES!, { recursive: true, force: true });
    },
  };
}

/** What a command answers is known before its last word to the database, which is another one meanwhile. */
async function rollingBack<T>(pool: Pool, work: () => Promise<T>): Promise<T> {
  const { prototype } = (pool as unknown as { Client: { prototype: { query(...sent: unknown[]): unknown } } }).Client;
  const { query } = prototype;
  prototype.query = function (statement, ...rest) {
    return query.call(this, statement === 'COMMIT' ? 'ROLLBACK' : statement, ...rest);
  };
  try {
    return await work();
  } finally {
    prototype.query = query;
  }
}

const OTHERS: Actor = { personId: randomUUID(), unitId: '530000-psb', post: 'administrator' };

/** Others speak in the rehearsed time too, so that a suite does not depend on the day on which it runs. */
function speaker(inbox: Inbox, definition: ServiceDefinition, time: () => string): ServiceBench['hearOf'] {
  const heads = new Map<string, Head>();
  return async (actor, source, caseId, ...facts) => {
    const listening = listeningsOf(definition).find((known) => known.source === source);
    if (!listening) throw new Error(`${definition.name} does not listen to ${source}.`);
    const now = time();
    const { rows, head } = linked(heads.get(`${source} ${caseId}`) ?? EMPTY_HEAD, facts, {
      service: source, caseId,
      // The record of a stage has the id of its stage.
      subjectId: facts.flatMap(({ data }) => (data as { stageId?: string }).stageId ?? [])[0] ?? randomUUID(),
      occurredAt: now, recordedAt: now, exercise: true, actor,
      commandId: randomUUID(),
    });
    heads.set(`${source} ${caseId}`, head);
    return inbox.receive(
      rows.map(({ payload, version }) => ({ key: caseId, value: payload, place: `bench/0/${version}` })),
      listening,
    );
  };
}

function directoryOver(hear: ServiceBench['hear']): Pick<ServiceBench, 'unit' | 'person'> {
  return {
    async unit(unitId, kind, { level = 'county', superiorUnit } = {}) {
      await hear('identity', unitId, fact(UnitRegistered, {
        unitId, kind, level, division: unitId.slice(0, 6), country: 'CN', ...(superiorUnit && { superiorUnit }),
      }));
    },
    async person(unitId, post) {
      const personId = randomUUID();
      await hear(
        'identity', unitId,
        fact(PostAssigned, { assignmentId: randomUUID(), personId, unitId, post, from: '2000-01-01' }),
      );
      return { personId, unitId, post };
    },
  };
}

/** @param promises with which every answer is compared. */
export function desk(url: string, token: () => Promise<string>, promises: Promises): Desk {
  const ask = async (
    method: string, path: string,
    { body: sent, headers }: { body?: object; headers?: Record<string, string> } = {},
  ) => {
    const answer = await fetch(`${url}${path}`, {
      method, body: sent && JSON.stringify(sent), signal: AbortSignal.timeout(20_000),
      headers: { authorization: `Bearer ${await token()}`, ...(sent && { 'content-type': 'application/json' }), ...headers },
    });
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
    const body = await (isJson ? answer.json() : answer.text()) as never;
    promises({ method, path, status: answer.status, body });
    return { status: answer.status, body };
  };
  const command =
    (method: string) =>
    (path: string, body: object = {}, { commandId = randomUUID(), ifMatch }: Sent = {}) =>
      ask(method, path, {
        body,
        headers: { 'idempotency-key': commandId, ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }) },
      });
  return {
    get: (path) => ask('GET', path), post: command('POST'), put: command('PUT'),
    delete: (path) => ask('DELETE', path, { headers: { 'idempotency-key': randomUUID() } }),
  };
}
