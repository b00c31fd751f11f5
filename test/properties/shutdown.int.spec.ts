import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Kafka } from 'kafkajs';
import { Client } from 'pg';
import { fact, StageAccepted, StageOpened, type Actor } from '#contracts';
import { EMPTY_HEAD, linked, type Receipt } from '#messaging';
import { kafkaAs } from '#embedded';
import { provide, testInfrastructure, type Provided } from '#testing';
import { intakeService } from '../../services/intake/src/intake.module.js';

const SECOND = 1_000;
const ROOT = resolve(import.meta.dirname, '../..');
const OFFICER: Actor = { personId: randomUUID(), unitId: '532528-psb', post: 'officer' };

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

async function eventually<T>(what: string, look: () => Promise<T | null | false>): Promise<T> {
  for (const until = Date.now() + 60 * SECOND; Date.now() < until; await pause(50)) {
    const found = await look();
    if (found !== null && found !== false) return found;
  }
  throw new Error(`In a minute there was no ${what}.`);
}

/** The program as it is deployed, in a process of its own. */
class Program {
  url = '';
  private readonly child: ChildProcess;
  private output = '';
  private ended: string | null = null;

  constructor(environment: Readonly<Record<string, string>>) {
    this.child = spawn(process.execPath, ['--enable-source-maps', resolve(ROOT, 'dist/services/intake/src/main.js')], {
      cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env.PATH, ...environment, LOG_LEVEL: 'info' },
    });
    const keep = (text: Buffer): void => { this.output += text.toString(); };
    for (const stream of [this.child.stdout!, this.child.stderr!]) stream.on('data', keep);
    this.child.on('exit', (code, signal) => { this.ended = String(code ?? signal); });
  }

  async started(path = '/health/ready'): Promise<this> {
    await eventually('service that is ready', async () => {
      if (this.ended !== null) throw new Error(`It ended with ${this.ended}: ${this.output}`);
      const port = /"port":(\d+)/.exec(this.output)?.[1];
      if (port) this.url = `http://127.0.0.1:${port}`;
      return port !== undefined && (await fetch(`${this.url}${path}`).catch(() => null))?.ok === true;
    });
    return this;
  }

  get isRunning(): boolean {
    return this.ended === null;
  }

  terminate(): void {
    this.child.kill('SIGTERM');
  }

  /** How it ended: `0`, another code, or the signal. */
  async end(): Promise<string> {
    if (this.ended === null) await once(this.child, 'exit');
    return this.ended!;
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }
}

let provided: Provided;
let kafka: Kafka;
const programs: Program[] = [];

const start = (given: Record<string, string> = {}, path?: string): Promise<Program> => {
  const program = new Program({ ...provided.environment, ...given });
  programs.push(program);
  return program.started(path);
};

beforeAll(async () => {
  provided = await provide(intakeService, { DATABASE_POOL: '24' });
  kafka = kafkaAs(testInfrastructure().kafka, { clientId: 'shutdown' });
}, 60 * SECOND);
afterAll(async () => {
  for (const program of programs) program.kill();
  await provided.stop();
});

interface Command {
  readonly id: string;
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body: object;
}

const HOUR_AGO = new Date(Date.now() - 3_600_000).toISOString();
const aClue = (): Command => ({
  id: randomUUID(), method: 'POST', path: '/intakes/clues',
  body: { channel: 'citizen', discoveredAt: HOUR_AGO, division: '532528', place: '某地', description: '某事' },
});
const aGrade = (intakeId: string): Command =>
  ({ id: randomUUID(), method: 'PUT', path: `/intakes/${intakeId}/risk`, body: { risk: 'urgent' } });

async function send(
  program: Program, { id, method, path, body }: Command, by: Actor,
): Promise<{ status: number; receipt: Receipt }> {
  const answer = await fetch(`${program.url}${path}`, {
    method, body: JSON.stringify(body), headers: {
      authorization: `Bearer ${await provided.bench.tokenOf(by)}`, 'content-type': 'application/json', 'idempotency-key': id,
    },
  });
  return { status: answer.status, receipt: await answer.json() as Receipt };
}

/** What the rescue service would say: two facts on each of five stages of a case. */
async function speak(caseIds: readonly string[]): Promise<void> {
  const producer = kafka.producer();
  await producer.connect();
  for (const caseId of caseIds) {
    const stages = Array.from({ length: 5 }, () => randomUUID());
    const { unitId, personId } = OFFICER;
    const { rows } = linked(EMPTY_HEAD, stages.flatMap((stageId) => [
      fact(StageOpened, { stageId, stage: 'rescue', unitId, personId }),
      fact(StageAccepted, { stageId, stage: 'rescue', offerId: randomUUID(), unitId, personId }),
    ]), {
      service: 'rescue', caseId, subjectId: caseId, occurredAt: HOUR_AGO, recordedAt: HOUR_AGO, exercise: true, actor: OFFICER,
      commandId: randomUUID(),
    });
    await producer.send({ topic: 'rescue.events', messages: rows.map(({ payload }) => ({ key: caseId, value: payload })) });
  }
  await producer.disconnect();
}

/** Everything on the topic of intake about these cases, in the order of each case. */
async function onTopic(caseIds: ReadonlySet<string>, count: number): Promise<string[]> {
  const found: string[] = [];
  const consumer = kafka.consumer({ groupId: `shutdown-${randomUUID()}` });
  await consumer.connect();
  await consumer.subscribe({ topics: ['intake.events'], fromBeginning: true });
  await consumer.run({ eachMessage: async ({ message }) => {
    const { caseId, version } = JSON.parse(message.value!.toString()) as { caseId: string; version: number };
    if (caseIds.has(caseId)) found.push(`${caseId} ${version}`);
  } });
  await eventually('whole journal on the topic', async () => found.length >= count);
  await pause(SECOND); // Were something doubled, it would come now.
  await consumer.disconnect();
  return found;
}

const heldUp = (count: number): Promise<boolean> => eventually(`${count} statements that wait for the lock`, async () => {
  const [{ n }] = await provided.bench.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted
     AND relation IN ('command'::regclass, 'known_stage'::regclass)`) as [{ n: number }];
  return n >= count;
});

describe('A service that is told to end', () => {
  it('answers whoever it is serving, finishes the batch in hand, ends well, and nothing is doubled afterwards', async () => {
    const first = await start();
    const by = await provided.bench.person(OFFICER.unitId, 'officer');
    const before = await Promise.all(Array.from({ length: 4 }, () => send(first, aClue(), by)));
    expect(before.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const heard = Array.from({ length: 6 }, () => randomUUID());

    // Everybody is in the middle of something when the signal comes.
    const lock = new Client({ connectionString: provided.environment.DATABASE_OWNER_URL });
    await lock.connect();
    await lock.query('BEGIN; LOCK TABLE command, known_stage IN SHARE ROW EXCLUSIVE MODE');
    const commands = [...Array.from({ length: 6 }, aClue), ...before.map(({ receipt }) => aGrade(receipt.id!))];
    const answers = Promise.all(commands.map((command) => send(first, command, by)));
    await speak(heard);
    await heldUp(commands.length + 1);
    const told = performance.now();
    first.terminate();
    await pause(500);
    expect(first.isRunning).toBe(true);
    await expect(fetch(`${first.url}/health/live`)).rejects.toThrow();
    await lock.query('COMMIT');
    await lock.end();

    expect((await answers).map(({ status }) => status)).toEqual([...Array.from({ length: 6 }, () => 201), 200, 200, 200, 200]);
    expect(await first.end()).toBe('0');
    expect(performance.now() - told).toBeLessThan(15 * SECOND);
    const [half] = await provided.bench.query<{ taken: number; rows: number }>(
      `SELECT (SELECT coalesce(sum(version), 0)::int FROM inbox WHERE source = 'rescue' AND case_id = ANY($1)) AS taken,
              (SELECT (count(*) + count(*) FILTER (WHERE taken))::int FROM known_stage WHERE case_id::text = ANY($1)) AS rows`, [heard]);
    expect(half!.rows).toBe(half!.taken);

    const second = await start();
    const again = await Promise.all(commands.map((command) => send(second, command, by)));
    expect(again.map(({ receipt }) => ({ ...receipt, repeated: false }))).toEqual((await answers).map(({ receipt }) => receipt));
    expect(again.every(({ receipt }) => receipt.repeated)).toBe(true);
    await eventually('fact of rescue that was not taken', async () => {
      const rows = await provided.bench.query<{ version: number }>(
        `SELECT version FROM inbox WHERE source = 'rescue' AND case_id = ANY($1)`, [heard]);
      return rows.length === heard.length && rows.every(({ version }) => version === 10);
    });
    const counted = await provided.bench.query<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM known_stage WHERE case_id::text = ANY($1)) AS stages,
              (SELECT count(*)::int FROM parked WHERE case_id = ANY($1)) AS parked, (SELECT count(*)::int FROM intake) AS intakes,
              (SELECT count(*)::int FROM command) AS commands`, [heard]);
    expect(counted).toEqual([{ stages: 30, parked: 0, intakes: 10, commands: 14 }]);

    const journal = await provided.bench.query<{ aggregateid: string; version: number }>(
      'SELECT aggregateid, version FROM journal ORDER BY aggregateid, version');
    const said = journal.map(({ aggregateid, version }) => `${aggregateid} ${version}`);
    const carried = await onTopic(new Set(journal.map(({ aggregateid }) => aggregateid)), said.length);
    for (const caseId of new Set(journal.map(({ aggregateid }) => aggregateid)))
      expect(carried.filter((one) => one.startsWith(caseId))).toEqual(said.filter((one) => one.startsWith(caseId)));
    second.terminate();
    expect(await second.end()).toBe('0');
  }, 180 * SECOND);

  it('ends well and in time also while the broker is away', async () => {
    const program = await start({ KAFKA_BROKERS: '127.0.0.1:1' }, '/health/live');
    const by = await provided.bench.person(OFFICER.unitId, 'officer');
    expect((await send(program, aClue(), by)).status).toBe(201);
    const told = performance.now();
    program.terminate();
    expect(await program.end()).toBe('0');
    expect(performance.now() - told).toBeLessThan(15 * SECOND);
  }, 90 * SECOND);
});
