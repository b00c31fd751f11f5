import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { Refusal } from '#contracts';
import { firstFinding, poolOf, type StoredRow, type Tx } from '#messaging';
import { aBench, somebody, Tally, upTo, type Bench } from './bench-case.js';

let bench: Bench;
beforeAll(async () => { bench = await aBench(); });
afterAll(() => bench.stop());

const journal = async (caseId: string): Promise<StoredRow[]> => (await poolOf(bench.source).query<StoredRow>(
  'SELECT * FROM journal WHERE aggregateid = $1 ORDER BY version', [caseId])).rows;
const head = async (caseId: string) => (await poolOf(bench.source).query<{ version: number; digest: Buffer }>(
  'SELECT version, digest FROM case_head WHERE case_id = $1', [caseId])).rows[0];
const refusalOf = async (work: Promise<unknown>): Promise<Refusal> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('It was not refused.');
};

describe('A command', () => {
  it('writes state, journal, head and outbox pointer together', async () => {
    const tally = await bench.tally();
    const receipt = await bench.add(tally.id);
    expect(receipt).toMatchObject({ id: tally.id, caseId: tally.caseId, version: 2, repeated: false });
    expect((await journal(tally.caseId)).map(({ version, type }) => [version, type]))
      .toEqual([[1, 'intake.clue-linked'], [2, 'intake.clue-linked']]);
    expect(await head(tally.caseId)).toMatchObject({ version: 2 });
    const { rows } = await poolOf(bench.source).query(
      'SELECT 1 FROM outbox o JOIN journal j USING (seq) WHERE j.aggregateid = $1', [tally.caseId]);
    expect(rows).toHaveLength(2);
  });

  it('sent ten times at once under one id has one effect and ten equal receipts', async () => {
    const tally = await bench.tally();
    const commandId = randomUUID();
    const receipts = await Promise.all(upTo(10).map(() => bench.add(tally.id, { commandId, fingerprint: 'same' })));
    expect(new Set(receipts.map(({ version, recordedAt }) => `${version} ${recordedAt}`)).size).toBe(1);
    expect(receipts.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await head(tally.caseId)).toMatchObject({ version: 2 });
  });

  it('that creates something, sent ten times at once, creates it once', async () => {
    const commandId = randomUUID();
    const caseId = randomUUID();
    const receipts = await Promise.all(upTo(10).map(() => bench.transactions.run({ actor: somebody, commandId }, async (tx) => {
      const tally = Object.assign(new Tally(), { id: randomUUID(), caseId });
      await tx.save(tally, tally.add());
    })));
    expect(new Set(receipts.map(({ id }) => id)).size).toBe(1);
    expect(await journal(caseId)).toHaveLength(1);
  });

  it('under a used id with another content is refused', async () => {
    const tally = await bench.tally();
    const commandId = randomUUID();
    await bench.add(tally.id, { commandId, fingerprint: 'one' });
    expect((await refusalOf(bench.add(tally.id, { commandId, fingerprint: 'other' }))).code).toBe('input.command-id-reused');
  });

  it('from an old version is refused and says what differs', async () => {
    const tally = await bench.tally();
    await bench.add(tally.id);
    const refusal = await refusalOf(bench.add(tally.id, { expectedVersion: 1 }));
    expect(refusal.code).toBe('record.stale-version');
    expect(refusal.details).toMatchObject({ expected: 1, actual: 2, changes: [{ version: 2, type: 'intake.clue-linked' }] });
    expect(await head(tally.caseId)).toMatchObject({ version: 2 });
  });

  it('of a stranger learns nothing of what differs: the rule that turns it away speaks first', async () => {
    const tally = await bench.tally();
    await bench.add(tally.id);
    const from = { actor: { ...somebody, unitId: '532532-psb' }, expectedVersion: 1 };
    const refusal = await refusalOf(bench.transactions.run({ ...from, commandId: randomUUID() }, async (tx) => {
      await tx.load(Tally, tally.id);
      throw new Refusal('access.not-answerable');
    }));
    expect({ code: refusal.code, details: refusal.details }).toEqual({ code: 'access.not-answerable', details: {} });
    expect((await refusalOf(bench.add(tally.id, from))).code).toBe('record.stale-version');
  });

  it('that began first and came to the case second happened second', async () => {
    const tally = await bench.tally();
    let overtaken = (): void => undefined;
    const wait = new Promise<void>((resolve) => { overtaken = resolve; });
    const slow = bench.transactions.run({ actor: somebody, commandId: randomUUID() }, async (tx) => {
      await wait;
      const loaded = await tx.load(Tally, tally.id);
      await tx.save(loaded, loaded.add());
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    await bench.add(tally.id);
    overtaken();
    await slow;
    const said = (await journal(tally.caseId)).map(({ payload }) => (JSON.parse(payload) as { occurredAt: string }).occurredAt);
    expect(said).toHaveLength(3);
    expect(said).toEqual([...said].sort());
  });

  it('lets one of two edits from the same version win', async () => {
    const tally = await bench.tally();
    const outcomes = await Promise.allSettled(upTo(2).map(() => bench.add(tally.id, { expectedVersion: 1 })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'record.stale-version' } });
  });

  it('is refused when it claims to have happened in the future, and leaves nothing', async () => {
    const tally = await bench.tally();
    expect((await refusalOf(bench.add(tally.id, { occurredAt: '2999-01-01T00:00:00.000Z' }))).code).toBe('time.in-future');
    expect(await head(tally.caseId)).toMatchObject({ version: 1 });
  });

  it('fails of the write that failed, and not of what was asked after it', async () => {
    const broken = (tx: Tx): Promise<unknown> => {
      tx.execute('INSERT INTO heard (case_id, version) VALUES ($1, $2)', [null, 1]);
      return tx.query('SELECT 1');
    };
    const asked = { actor: somebody, commandId: randomUUID() };
    const cause = { code: '23502', column: 'case_id' };
    await expect(bench.transactions.run(asked, broken)).rejects.toMatchObject(cause);
    const batch = bench.transactions.inOne((client) => broken(bench.transactions.on(client, asked)));
    await expect(batch).rejects.toMatchObject(cause);
    await expect(bench.transactions.inOne(async (client, last) => {
      last(client.query('INSERT INTO heard (case_id, version) VALUES (NULL, 1)'));
      await client.query('SELECT 1');
    })).rejects.toMatchObject(cause);
  });

  it('numbers the facts of a busy case without hole or repeat', async () => {
    const caseId = randomUUID();
    const tallies = await Promise.all(upTo(4).map(() => bench.tally(caseId)));
    await Promise.all(upTo(60).map((n) => bench.add(tallies[n % 4]!.id)));
    const rows = await journal(caseId);
    expect(rows.map(({ version }) => version)).toEqual(upTo(64));
    expect(firstFinding(caseId, rows, await head(caseId), [])).toBeNull();
  });
});

describe('The journal', () => {
  it('cannot be changed, emptied or shortened by the role of its own service', async () => {
    const tally = await bench.tally();
    for (const attempt of [
      'UPDATE journal SET payload = payload', 'DELETE FROM journal', 'TRUNCATE journal',
      'ALTER TABLE journal DISABLE TRIGGER ALL', 'DROP TABLE journal',
    ]) await expect(poolOf(bench.source).query(attempt)).rejects.toMatchObject({ code: '42501' });
    expect(await journal(tally.caseId)).toHaveLength(1);
  });

  it.each([
    ['changed', 'changed', "UPDATE journal SET payload = replace(payload, 'officer', 'nobody') WHERE aggregateid = $1 AND version = 2", 2],
    ['relabelled', 'columns-differ', "UPDATE journal SET type = 'intake.feedback-sent' WHERE aggregateid = $1 AND version = 2", 2],
    ['removed', 'removed', 'DELETE FROM journal WHERE aggregateid = $1 AND version = 2', 2],
    ['cut off at the end', 'removed', 'DELETE FROM journal WHERE aggregateid = $1 AND version = 4', 4],
    ['inserted', 'changed', `INSERT INTO journal (aggregatetype, aggregateid, type, version, payload, digest, command_id, recorded_at)
      SELECT aggregatetype, aggregateid, type, 5, payload, digest, command_id, recorded_at FROM journal WHERE aggregateid = $1 AND version = 2`, 5],
  ])('shows a row that was %s behind its back', async (_kind, what, sql, version) => {
    const tally = await bench.tally();
    for (const _ of upTo(3)) await bench.add(tally.id);
    const owner = new Client({ connectionString: bench.ownerUrl });
    await owner.connect();
    await owner.query(sql, [tally.caseId]);
    await owner.end();
    expect(firstFinding(tally.caseId, await journal(tally.caseId), await head(tally.caseId), [])).toMatchObject({
      what, version,
    });
  });
});
