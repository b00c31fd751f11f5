import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { ClockRules } from '#clocks';
import { Refusal, type Actor } from '#contracts';
import { poolOf, Transactions, type Tx } from '#messaging';
import { dataSourceFor, Log, type ServiceDefinition } from '#service-kit';
import { freshService } from '#testing';
import { destroyCaseKey, reading, readingsOf, Rewrapping, Vault, VAULT_MIGRATIONS, WrappingKeys } from '#vault';

const actor: Actor = { personId: randomUUID(), unitId: '532528-psb', post: 'duty-officer' };
const newKey = (): string => randomBytes(32).toString('base64');
const kek = newKey();
const digestKey = newKey();
const vaultUnder = (given: { kek: string; kekBefore?: string }, service = 'intake'): Vault =>
  new Vault(service, new WrappingKeys(service, given), digestKey);
const vault = vaultUnder({ kek });
let source: DataSource;
let transactions: Transactions;

beforeAll(async () => {
  const fresh = await freshService('intake');
  const definition = { name: 'intake', tables: [], migrations: [...VAULT_MIGRATIONS] } as unknown as ServiceDefinition;
  const owner = await dataSourceFor(definition, fresh.ownerUrl, 1).initialize();
  await owner.runMigrations();
  await owner.destroy();
  source = await dataSourceFor(definition, fresh.runtimeUrl, 4).initialize();
  transactions = new Transactions(source, {
    service: 'intake', exercise: false, rules: new ClockRules(), identityDigest: () => '',
    directoryOn: () => { throw new Error('The vault asks no directory.'); },
  }, () => new Date().toISOString());
});

afterAll(() => source.destroy());

const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => reading(transactions, actor, work);
const query = async <R,>(text: string, values: unknown[] = []): Promise<R[]> =>
  (await poolOf(source).query(text, values)).rows as R[];
const read = (id: string) => run((tx) => vault.read(tx, { id, purpose: 'triage' }));
const logOf = (caseId: string) => run((tx) => readingsOf(tx, { caseId }));

async function aRecord(caseId: string = randomUUID(), kind = 'person'): Promise<{ id: string; caseId: string }> {
  const id = randomUUID();
  await run((tx) => vault.keep(tx, { id, caseId, kind, value: { name: '某某', id } }));
  return { id, caseId };
}

const code = (work: Promise<unknown>): Promise<string> => work.then(() => 'no refusal', (error: unknown) => {
  if (error instanceof Refusal) return error.code;
  throw error;
});

describe('The vault', () => {
  it('gives back what was kept, and keeps no word of it readable', async () => {
    const { id, caseId } = await aRecord();
    expect(await read(id)).toEqual({ name: '某某', id });
    const [row] = await query<{ ciphertext: Buffer; wrapped: Buffer }>(
      'SELECT r.ciphertext, k.wrapped FROM private_record r JOIN case_key k USING (case_id) WHERE r.case_id = $1', [caseId]);
    expect(row!.ciphertext[0]).toBe(1);
    expect(row!.ciphertext.includes('某某')).toBe(false);
  });

  it('gives each case a key of its own, also when its first records come at once', async () => {
    const caseId = randomUUID();
    const records = await Promise.all(Array.from({ length: 4 }, () => aRecord(caseId)));
    for (const { id } of records) expect(await read(id)).toMatchObject({ id });
    expect(await query('SELECT 1 FROM case_key WHERE case_id = $1', [caseId])).toHaveLength(1);
  });

  it('notices every changed byte of a record and of a key', async () => {
    const { id, caseId } = await aRecord();
    for (const [table, column, key, value] of [
      ['private_record', 'ciphertext', 'id', id],
      ['case_key', 'wrapped', 'case_id', caseId],
    ]) {
      const [row] = await query<{ bytes: Buffer }>(`SELECT ${column} AS bytes FROM ${table} WHERE ${key} = $1`, [value]);
      const set = (bytes: Buffer) => query(`UPDATE ${table} SET ${column} = $1 WHERE ${key} = $2`, [bytes, value]);
      for (let byte = 0; byte < row!.bytes.length; byte += 1) {
        const changed = Buffer.from(row!.bytes);
        changed[byte]! ^= 1 << (byte % 8);
        await set(changed);
        expect(await code(read(id))).toBe('vault.damaged');
      }
      await set(row!.bytes);
    }
    expect(await read(id)).toMatchObject({ id });
    expect(await logOf(caseId)).toHaveLength(1);
  });

  it('notices records that were exchanged within a case, between cases and between kinds', async () => {
    const [one, foreign] = [await aRecord(), await aRecord()];
    const sibling = await aRecord(one.caseId);
    const swap = (a: string, b: string) => query(
      `UPDATE private_record r SET ciphertext = o.ciphertext FROM private_record o
       WHERE (r.id = $1 AND o.id = $2) OR (r.id = $2 AND o.id = $1)`, [a, b]);
    for (const other of [sibling.id, foreign.id]) {
      await swap(one.id, other);
      expect(await code(read(one.id))).toBe('vault.damaged');
      expect(await code(read(other))).toBe('vault.damaged');
      await swap(one.id, other);
    }
    await query(`UPDATE private_record SET kind = 'reporter' WHERE id = $1`, [one.id]);
    expect(await code(read(one.id))).toBe('vault.damaged');
    await query(
      'UPDATE case_key k SET wrapped = o.wrapped FROM case_key o WHERE k.case_id = $1 AND o.case_id = $2',
      [sibling.caseId, foreign.caseId]);
    expect(await code(read(sibling.id))).toBe('vault.damaged');
  });

  it('opens nothing with the key of another service or installation', async () => {
    const { id } = await aRecord();
    for (const other of [vaultUnder({ kek }, 'rescue'), vaultUnder({ kek: newKey() })])
      expect(await code(run((tx) => other.read(tx, { id, purpose: 'triage' })))).toBe('vault.damaged');
    expect(() => vaultUnder({ kek: randomBytes(16).toString('base64') })).toThrow(/32 bytes/);
  });

  it('moves a record to another case, whose fate it then shares', async () => {
    const [one, other] = [await aRecord(), await aRecord()];
    await run((tx) => vault.move(tx, { id: one.id, toCaseId: other.caseId }));
    await run((tx) => destroyCaseKey(tx, one.caseId));
    expect(await read(one.id)).toEqual({ name: '某某', id: one.id });
    await run((tx) => destroyCaseKey(tx, other.caseId));
    expect(await code(read(one.id))).toBe('vault.key-destroyed');
  });

  it('can read nothing of a case whose key is destroyed, and keeps nothing more for it', async () => {
    const { id, caseId } = await aRecord();
    const second = await aRecord(caseId);
    const untouched = await aRecord();
    await run((tx) => destroyCaseKey(tx, caseId));
    await run((tx) => destroyCaseKey(tx, caseId));
    for (const record of [id, second.id]) expect(await code(read(record))).toBe('vault.key-destroyed');
    expect(await code(aRecord(caseId))).toBe('vault.key-destroyed');
    expect(await query('SELECT wrapped FROM case_key WHERE case_id = $1', [caseId])).toEqual([{ wrapped: null }]);
    expect(await read(untouched.id)).toMatchObject({ id: untouched.id });
    expect((await logOf(caseId)).map(({ purpose }) => purpose)).toEqual(['erasure', 'erasure']);
  });

  it('is found by its marks under one key, and by none of them after an erasure', async () => {
    const { caseId } = await aRecord();
    const mark = vault.mark('name', '某某');
    expect(mark).not.toBe(vaultUnder({ kek }, 'rescue').mark('name', '某某'));
    expect(mark).not.toBe(vault.mark('birth-date', '某某'));
    await run((tx) => vault.keep(tx, { id: randomUUID(), caseId, kind: 'person', value: {}, marks: [mark] }));
    const found = () => query('SELECT case_id FROM private_record WHERE marks @> $1', [[mark]]);
    expect(await found()).toEqual([{ case_id: caseId }]);
    await run((tx) => destroyCaseKey(tx, caseId));
    expect(await found()).toEqual([]);
  });

  it('knows no record that is not there', async () => {
    expect(await code(read(randomUUID()))).toBe('record.not-found');
  });
});

describe('The log of readings', () => {
  it('says who read what, when and why', async () => {
    const { id, caseId } = await aRecord();
    await read(id);
    expect(await logOf(caseId)).toEqual([{
      id: expect.any(String), at: expect.any(String), personId: actor.personId, unitId: actor.unitId, post: actor.post,
      purpose: 'triage', recordId: id, caseId, allowed: true, refusedCode: null,
    }]);
  });

  it('keeps a refused try although the reading was rolled back', async () => {
    const { id, caseId } = await aRecord();
    await run((tx) => vault.deniedRead(tx, { recordId: id, caseId, purpose: 'unstated', code: 'access.not-permitted' }));
    expect(await logOf(caseId)).toMatchObject([
      { recordId: id, allowed: false, refusedCode: 'access.not-permitted', purpose: 'unstated' },
    ]);
  });

  it('comes before the plaintext: where it cannot be written, nothing is read', async () => {
    const { id, caseId } = await aRecord();
    const nobody = { ...actor, personId: 'nobody' };
    await expect(reading(transactions, nobody, (tx) => vault.read(tx, { id, purpose: 'triage' }))).rejects.toThrow(/uuid/);
    expect(await logOf(caseId)).toEqual([]);
  });

  it('can be changed by nobody who runs the service', async () => {
    await read((await aRecord()).id);
    for (const statement of [
      'UPDATE access_log SET allowed = false', 'DELETE FROM access_log', 'TRUNCATE access_log', 'DROP TABLE access_log',
    ])
      await expect(query(statement)).rejects.toThrow(/permission denied|must be owner/);
  });
});

describe('A change of the wrapping key', () => {
  beforeEach(() => query('DELETE FROM case_key'));
  const rewrapping = (given: { kek: string; kekBefore?: string }): Rewrapping =>
    new Rewrapping(poolOf(source), new WrappingKeys('intake', given), new Log('intake', 'fatal'));
  const readUnder = (given: { kek: string; kekBefore?: string }, id: string): Promise<object> =>
    run((tx) => vaultUnder(given).read(tx, { id, purpose: 'triage' }));

  it('accepts both keys, wraps everything anew in batches, and then needs the former one no more', async () => {
    const old = await aRecord();
    const erased = await aRecord();
    await run((tx) => destroyCaseKey(tx, erased.caseId));
    const [{ ciphertext } = {}] = await query<{ ciphertext: Buffer }>('SELECT ciphertext FROM private_record WHERE id = $1', [old.id]);
    const next = newKey();
    const both = { kek: next, kekBefore: kek };
    expect(await readUnder(both, old.id)).toMatchObject({ id: old.id });
    const fresh = randomUUID();
    await run((tx) => vaultUnder(both).keep(tx, { id: fresh, caseId: randomUUID(), kind: 'person', value: { fresh } }));
    expect(await code(read(fresh))).toBe('vault.damaged');
    await expect(rewrapping({ kek: next }).onModuleInit()).rejects.toThrow('GUITU_KEK_BEFORE');

    await rewrapAll(rewrapping(both));
    expect(await readUnder({ kek: next }, old.id)).toMatchObject({ id: old.id });
    expect(await readUnder({ kek: next }, fresh)).toEqual({ fresh });
    expect(await code(readUnder({ kek }, old.id))).toBe('vault.damaged');
    expect(await code(readUnder({ kek: next }, erased.id))).toBe('vault.key-destroyed');
    expect(await query('SELECT ciphertext FROM private_record WHERE id = $1', [old.id])).toEqual([{ ciphertext }]);
    await rewrapping({ kek: next }).onModuleInit();
  });

  it('goes on where it was broken off, also in two processes at once, and leaves what cannot be opened', async () => {
    const records: { id: string; caseId: string }[] = [];
    for (let count = 0; count < 230; count += 1) records.push(await aRecord());
    const [spoilt] = records;
    await query(`UPDATE case_key SET wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1) WHERE case_id = $1`, [spoilt!.caseId]);
    const both = { kek: newKey(), kekBefore: kek };
    const first = await rewrapping(both).rewrapBatch('');
    expect(first).toMatchObject({ count: 200 });
    for (const { id } of [records[1]!, records.at(-1)!]) expect(await readUnder(both, id)).toMatchObject({ id });
    await Promise.all([rewrapAll(rewrapping(both)), rewrapAll(rewrapping(both))]);
    for (const { id } of records.slice(1)) expect(await readUnder({ kek: both.kek }, id)).toMatchObject({ id });
    const left = await query('SELECT case_id, key_id FROM case_key WHERE key_id <> $1', [new WrappingKeys('intake', both).presentId]);
    expect(left).toEqual([{ case_id: spoilt!.caseId, key_id: 'damaged' }]);
    await rewrapping({ kek: both.kek }).onModuleInit();
    expect(await code(readUnder(both, spoilt!.id))).toBe('vault.damaged');
  }, 60_000);

  it('marks anew what was marked under another key, once, and leaves what cannot be opened', async () => {
    const kept: string[] = [];
    for (const caseId of [randomUUID(), randomUUID()]) {
      const former = new Vault('intake', new WrappingKeys('intake', { kek }), newKey());
      kept.push(randomUUID());
      await run((tx) => former.keep(tx, {
        id: kept.at(-1)!, caseId, kind: 'marked', value: { name: '某某' }, marks: [former.mark('name', '某某')] }));
    }
    const [good, spoilt] = kept;
    await query('UPDATE private_record SET ciphertext = set_byte(ciphertext, 20, get_byte(ciphertext, 20) # 1) WHERE id = $1', [spoilt]);
    const anew = (after: string) => run((tx) => vault.markAnew(tx, {
      kind: 'marked', after, marksOf: (value) => [vault.mark('name', (value as { name: string }).name)] }));
    expect(await anew('')).toBe(kept.toSorted().at(-1));
    const found = await query('SELECT id FROM private_record WHERE marks @> ARRAY[$1]', [vault.mark('name', '某某')]);
    expect(found).toContainEqual({ id: good });
    expect(found).not.toContainEqual({ id: spoilt });
    expect(await anew('')).toBe(spoilt);
    expect(await anew(spoilt!)).toBeNull();
  });

  it('finds people by the same marks', () => {
    expect(vaultUnder({ kek: newKey() }).mark('name', '某某')).toBe(vault.mark('name', '某某'));
  });
});

/** As a service does it from its start. */
async function rewrapAll(rewrapping: Rewrapping): Promise<void> {
  for (let after: string | null = ''; after !== null;) after = (await rewrapping.rewrapBatch(after)).last;
}
