import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { digestOf, EMPTY_HEAD, verifyJournal, type Books, type StoredRow } from '#messaging';
import { aBench, listeningTo, upTo, type Bench, type Tally } from './bench-case.js';

let speaker: Bench;
let witness: Bench;
let owner: Client;
let connections: Client[] = [];
beforeAll(async () => {
  [speaker, witness] = await Promise.all([aBench('intake'), aBench('rescue')]);
  owner = new Client({ connectionString: speaker.ownerUrl });
  await owner.connect();
  connections = [speaker, witness].map((bench) => new Client({ connectionString: bench.ownerUrl }));
  await Promise.all(connections.map((connection) => connection.connect()));
});
afterAll(async () => {
  await Promise.all([owner, ...connections].map((connection) => connection.end()));
  await Promise.all([speaker.stop(), witness.stop()]);
});

const books = (bench: Bench): Books => ({ service: bench.name, db: connections[bench === speaker ? 0 : 1] as never });
const rowsOf = async (caseId: string): Promise<StoredRow[]> =>
  (await owner.query<StoredRow>('SELECT * FROM journal WHERE aggregateid = $1 ORDER BY version', [caseId])).rows;

/** A case of four facts that another service has taken. */
async function aWitnessedCase(): Promise<Tally> {
  const tally = await speaker.tally();
  for (const _ of upTo(3)) await speaker.add(tally.id);
  const rows = await rowsOf(tally.caseId);
  await witness.inbox.receive(
    rows.map(({ payload }) => ({ key: tally.caseId, value: payload, place: 'test' })),
    listeningTo('intake'),
  );
  return tally;
}

/** What somebody with the owner's password would do to leave no trace in the service's own database. */
async function recompute(caseId: string): Promise<void> {
  let digest = EMPTY_HEAD.digest;
  const rows = await rowsOf(caseId);
  for (const [index, row] of rows.entries()) {
    digest = digestOf(digest, row.payload);
    await owner.query('UPDATE journal SET version = $2, digest = $3 WHERE seq = $1', [row.seq, index + 1, digest]);
  }
  await owner.query('UPDATE case_head SET version = $2, digest = $3 WHERE case_id = $1', [caseId, rows.length, digest]);
}

describe('Verification with witnesses', () => {
  it('finds nothing where nothing was touched', async () => {
    await aWitnessedCase();
    const verdict = await verifyJournal(books(speaker), [books(witness)]);
    expect(verdict).toMatchObject({ findings: [], witnesses: 1 });
  });

  it.each<[string, (caseId: string) => Promise<unknown>, object]>([
    ['cuts the tail and moves the head', async (caseId) => {
      await owner.query('DELETE FROM journal WHERE aggregateid = $1 AND version = 4', [caseId]);
      await recompute(caseId);
    }, { what: 'removed', version: 4, witness: 'rescue' }],
    ['edits the last fact and computes the chain anew', async (caseId) => {
      await owner.query("UPDATE journal SET payload = replace(payload, '532528-psb', '532501-psb') WHERE aggregateid = $1 AND version = 4", [caseId]);
      await recompute(caseId);
    }, { what: 'witness-differs', version: 4, witness: 'rescue' }],
    ['edits the first fact and computes the chain anew', async (caseId) => {
      await owner.query("UPDATE journal SET payload = replace(payload, '532528-psb', '532501-psb') WHERE aggregateid = $1 AND version = 1", [caseId]);
      await recompute(caseId);
    }, { what: 'witness-differs', version: 4, witness: 'rescue' }],
    ['removes a whole case', async (caseId) => {
      await owner.query('DELETE FROM journal WHERE aggregateid = $1', [caseId]);
      await owner.query('DELETE FROM case_head WHERE case_id = $1', [caseId]);
    }, { what: 'removed', version: 1, witness: 'rescue' }],
    ['removes a fact in the middle', (caseId) =>
      owner.query('DELETE FROM journal WHERE aggregateid = $1 AND version = 2', [caseId]), { what: 'removed', version: 2 }],
    ['dates a record back', (caseId) =>
      owner.query("UPDATE journal SET recorded_at = '2000-01-01' WHERE aggregateid = $1 AND version = 2", [caseId]),
    { what: 'columns-differ', version: 2 }],
    ['gives a record to another command', (caseId) =>
      owner.query('UPDATE journal SET command_id = gen_random_uuid() WHERE aggregateid = $1 AND version = 3', [caseId]),
    { what: 'columns-differ', version: 3 }],
    ['edits a digest', (caseId) =>
      owner.query("UPDATE journal SET digest = decode(repeat('00', 32), 'hex') WHERE aggregateid = $1 AND version = 3", [caseId]),
    { what: 'changed', version: 3 }],
  ])('names the first bad row when somebody %s', async (_what, tamper, expected) => {
    const tally = await aWitnessedCase();
    await tamper(tally.caseId);
    const { findings } = await verifyJournal(books(speaker), [books(witness)]);
    expect(findings.find(({ caseId }) => caseId === tally.caseId)).toMatchObject(expected);
  });
});
