import { randomUUID } from 'node:crypto';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import type { Kafka } from 'kafkajs';
import { ClockRules } from '#clocks';
import { ClueLinked, Refusal, fact, type Actor, type Envelope, type Fact } from '#contracts';
import { kafkaAs, type KafkaAccess } from '#embedded';
import { freshService } from '#testing';
import {
  EMPTY_HEAD, Inbox, linked, poolOf, Relay, Transactions, aggregateTable, whole, type Listening, type Message,
} from '#messaging';
import { dataSourceFor, Directory, type ServiceDefinition } from '#service-kit';

/** The smallest thing with a rule: it counts to a limit, and says so. */
export class Tally {
  id!: string;
  caseId!: string;
  version = 0;
  count = 0;

  add(): Fact[] {
    if (this.count >= 1_000) throw new Refusal('stage.closed');
    this.count += 1;
    return [fact(ClueLinked, { clueId: this.id })];
  }
}

const TallyTable = aggregateTable(Tally, 'tally', { count: whole() });

class TallyTables1793318999999 implements MigrationInterface {
  name = 'TallyTables1793318999999';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tally (id uuid PRIMARY KEY, case_id uuid NOT NULL, version integer NOT NULL, count integer NOT NULL);
      CREATE TABLE heard (seq bigint GENERATED ALWAYS AS IDENTITY, case_id text NOT NULL, version integer NOT NULL, PRIMARY KEY (case_id, version))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE tally, heard');
  }
}

export const somebody: Actor = { personId: '0198c0de-0000-7000-8000-00000000000a', unitId: '532528-psb', post: 'officer' };

export interface Bench {
  readonly source: DataSource;
  readonly transactions: Transactions;
  readonly inbox: Inbox;
  readonly kafka: KafkaAccess;
  readonly ownerUrl: string;
  readonly name: string;
  /** Starts a tally and adds to it; one command each. */
  tally(caseId?: string): Promise<Tally>;
  add(id: string, context?: Partial<Parameters<Transactions['run']>[0]>): ReturnType<Transactions['run']>;
  stop(): Promise<void>;
}

/** A service of nothing but messaging, on a database of its own. The role is a real service's, with its real rights. */
export async function aBench(name = 'intake'): Promise<Bench> {
  const fresh = await freshService(name);
  const definition = { name, tables: [TallyTable], migrations: [TallyTables1793318999999] } as unknown as ServiceDefinition;
  const owner = await dataSourceFor(definition, fresh.ownerUrl, 1).initialize();
  await owner.runMigrations();
  await owner.destroy();
  const source = await dataSourceFor(definition, fresh.runtimeUrl, 12).initialize();
  await poolOf(source).query('INSERT INTO directory_unit VALUES ($1, $2, $3, $4, $5)',
    [somebody.unitId, 'public-security', 'county', '532528', 'CN']);
  const transactions = new Transactions(
    source,
    {
      service: name, exercise: false,
      rules: new ClockRules(),
      identityDigest: (given) => `keyed ${given}`,
      directoryOn: (connection) => new Directory(connection),
    },
    () => new Date().toISOString(),
  );
  const add: Bench['add'] = (id, context = {}) =>
    transactions.run({ actor: somebody, commandId: randomUUID(), ...context }, async (tx) => {
      const tally = await tx.load(Tally, id);
      await tx.save(tally, tally.add());
    });
  return {
    source, transactions, inbox: new Inbox(transactions), kafka: fresh.kafka, ownerUrl: fresh.ownerUrl, name, add,
    async tally(caseId = randomUUID()) {
      const tally = Object.assign(new Tally(), { id: randomUUID(), caseId });
      await transactions.run({ actor: somebody, commandId: randomUUID() }, (tx) => tx.save(tally, tally.add()));
      return tally;
    },
    stop: () => source.destroy(),
  };
}

/** Facts of one case as another service would have said them, in order. */
export function saidBy(service: string, caseId: string, count: number): Message[] {
  const said = Array.from({ length: count }, () => fact(ClueLinked, { clueId: randomUUID() }));
  const { rows } = linked(EMPTY_HEAD, said, {
    service, caseId, subjectId: randomUUID(), occurredAt: '2026-07-02T13:12:00.000Z', recordedAt: '2026-07-02T13:12:00.000Z',
    exercise: false, actor: somebody, commandId: randomUUID(),
  });
  return rows.map(({ payload, version }) => ({ key: caseId, value: payload, place: `test/0/${version}` }));
}

/** A reaction that writes down what it heard, once per fact: a second time would break its primary key. */
export const listeningTo = (source: string, before: (envelope: Envelope) => void = () => undefined): Listening => ({
  source,
  reactions: [{
    type: 'intake.clue-linked',
    run: async (envelope: Envelope, tx: { execute(sql: string, values: unknown[]): void }) => {
      before(envelope);
      tx.execute('INSERT INTO heard (case_id, version) VALUES ($1, $2)', [envelope.caseId, envelope.version]);
    },
  }],
});

export async function heard(source: DataSource, caseId: string): Promise<number[]> {
  const { rows } = await poolOf(source).query<{ version: number }>('SELECT version FROM heard WHERE case_id = $1 ORDER BY seq', [caseId]);
  return rows.map(({ version }) => version);
}

export const parked = async (source: DataSource): Promise<{ version: number | null; reason: string }[]> =>
  (await poolOf(source).query<{ version: number | null; reason: string }>('SELECT version, reason FROM parked ORDER BY id')).rows;

export const kafkaAt = (access: KafkaAccess, clientId = 'test'): Kafka =>
  kafkaAs(access, { clientId, retry: { initialRetryTime: 100, retries: 5 } });

export async function aRelay(
  bench: Bench, kafka: Kafka,
  options: { batchMax?: number } = {},
): Promise<{ relay: Relay; stop: () => Promise<void> }> {
  const producer = kafka.producer({ allowAutoTopicCreation: false, maxInFlightRequests: 1 });
  await producer.connect();
  const relay = new Relay(bench.name, poolOf(bench.source), producer, options);
  bench.transactions.onCommit = () => relay.nudge();
  relay.start();
  return { relay, stop: async () => { await relay.stop(); await producer.disconnect(); } };
}

export const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
