import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { Refusal, type Actor, type Envelope, type Fact } from '#contracts';
import { Dismissals, Parking, poolOf, SYSTEM_ACTOR, verifyJournal, type Listening, type Message } from '#messaging';
import { aBench, heard, listeningTo, parked, somebody, upTo, type Bench, type Tally } from './bench-case.js';

let speaker: Bench;
let bench: Bench;
const books: Client[] = [];
beforeAll(async () => {
  [speaker, bench] = await Promise.all([aBench('intake'), aBench('rescue')]);
  for (const { ownerUrl } of [speaker, bench]) books.push(new Client({ connectionString: ownerUrl }));
  await Promise.all(books.map((client) => client.connect()));
});
afterAll(async () => {
  await Promise.all(books.map((client) => client.end()));
  await Promise.all([speaker.stop(), bench.stop()]);
});
beforeEach(() => poolOf(bench.source).query('DELETE FROM parked'));

const another: Actor = { ...somebody, personId: '0198c0de-0000-7000-8000-00000000000b', post: 'head' };
const asked = (actor: Actor = somebody) => ({ actor, commandId: randomUUID() });
const refusedAlways = (...versions: number[]): Listening => listeningTo('intake', ({ version }: Envelope) => {
  if (versions.includes(version)) throw new Refusal('stage.closed');
});

/** What intake has really said of a case, as Kafka brings it. */
async function said(count: number): Promise<{ caseId: string; messages: Message[]; tally: Tally }> {
  const tally = await speaker.tally();
  for (const _ of upTo(count - 1)) await speaker.add(tally.id);
  return { caseId: tally.caseId, tally, messages: await messagesOf(tally.caseId) };
}

const messagesOf = async (caseId: string): Promise<Message[]> => (await poolOf(speaker.source).query<{ payload: string }>(
  'SELECT payload FROM journal WHERE aggregateid = $1 ORDER BY version', [caseId]))
  .rows.map(({ payload }) => ({ key: caseId, value: payload, place: 'test' }));

const journal = async (caseId: string): Promise<Envelope[]> => (await poolOf(bench.source).query<{ payload: string }>(
  'SELECT payload FROM journal WHERE aggregateid = $1 ORDER BY version', [caseId]))
  .rows.map(({ payload }) => JSON.parse(payload) as Envelope);

const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(() => 'done', (error: unknown) => (error instanceof Refusal ? error.code : String(error)));

describe('A fact that will always be refused', () => {
  it('is set aside by two people, on record; what waited goes on in order, and the chain is still witnessed', async () => {
    const { caseId, messages, tally } = await said(4);
    const listening = refusedAlways(2);
    const parking = new Parking(bench.transactions, [listening]);
    await bench.inbox.receive(messages, listening);
    await expect(parking.release('intake', caseId, another)).rejects.toThrow('parked.still-refused');

    const { id: holdId } = await parking.propose(asked(), { source: 'intake', caseId, version: 2, reason: 'closed-here' });
    expect(await heard(bench.source, caseId)).toEqual([1]);
    expect(await parking.proposed()).toEqual([{
      holdId, source: 'intake', caseId, version: 2, type: 'intake.clue-linked', parkedFor: 'refused', reason: 'closed-here',
      proposedBy: somebody.personId, proposedByUnit: somebody.unitId,
    }]);
    await parking.confirm(asked(another), holdId!);

    expect(await heard(bench.source, caseId)).toEqual([1, 3, 4]);
    expect(await parked(bench.source)).toEqual([]);
    expect(await parking.proposed()).toEqual([]);
    const digest = (await books[0]!.query<{ digest: Buffer }>(
      'SELECT digest FROM journal WHERE aggregateid = $1 AND version = 2', [caseId])).rows[0]!.digest.toString('hex');
    const held = { holdId, source: 'intake', version: 2, digest, reason: 'closed-here' };
    expect((await journal(caseId)).map(({ type, actor, data }) => [type, actor.personId, data])).toEqual([
      ['record.fact-parked', SYSTEM_ACTOR.personId, { holdId, source: 'intake', version: 2, reason: 'refused' }],
      ['record.set-aside-proposed', somebody.personId, held],
      ['record.fact-set-aside', another.personId,
        { ...held, proposedBy: somebody.personId, proposedByUnit: somebody.unitId }]]);

    await speaker.add(tally.id);
    await bench.inbox.receive((await messagesOf(caseId)).slice(4), listening);
    expect(await heard(bench.source, caseId)).toEqual([1, 3, 4, 5]);
    const verdict = await verifyJournal(
      { service: 'intake', db: books[0]! as never }, [{ service: 'rescue', db: books[1]! as never }]);
    expect(verdict).toMatchObject({ findings: [], witnesses: 1 });
    await books[0]!.query("UPDATE journal SET payload = replace(payload, '532528-psb', '532501-psb') WHERE aggregateid = $1 AND version = 2", [caseId]);
    const after = await verifyJournal(
      { service: 'intake', db: books[0]! as never }, [{ service: 'rescue', db: books[1]! as never }]);
    expect(after.findings).toEqual([expect.objectContaining({ caseId, version: 2 })]);
  });

  it('is followed by another one that is refused: that one waits in its place', async () => {
    const { caseId, messages } = await said(4);
    const listening = refusedAlways(2, 3);
    const parking = new Parking(bench.transactions, [listening]);
    await bench.inbox.receive(messages, listening);
    for (const version of [2, 3]) {
      await expect(parking.release('intake', caseId, another)).rejects.toThrow('parked.still-refused');
      const { id } = await parking.propose(asked(), { source: 'intake', caseId, version, reason: 'superseded' });
      await parking.confirm(asked(another), id!);
    }
    expect(await heard(bench.source, caseId)).toEqual([1, 4]);
    expect(await parked(bench.source)).toEqual([]);
  });

  it('says so when what waited could not go on for an outage, and goes on when it is confirmed again', async () => {
    const { caseId, messages } = await said(3);
    let isAway = false;
    const listening = listeningTo('intake', ({ version }: Envelope) => {
      if (version === 2) throw new Refusal('stage.closed');
      if (isAway) throw Object.assign(new Error('away'), { code: '57P03' });
    });
    const parking = new Parking(bench.transactions, [listening]);
    await bench.inbox.receive(messages, listening);
    const { id } = await parking.propose(asked(), { source: 'intake', caseId, version: 2, reason: 'superseded' });
    const confirmed = asked(another);
    isAway = true;
    await expect(parking.confirm(confirmed, id!)).rejects.toThrow('away');
    isAway = false;
    expect(await parking.confirm(confirmed, id!)).toMatchObject({ repeated: true });
    expect(await heard(bench.source, caseId)).toEqual([1, 3]);
  });

  it('leaves a later hole to the inbox, which fills it without a person', async () => {
    const { caseId, messages } = await said(4);
    const listening = refusedAlways(2);
    const parking = new Parking(bench.transactions, [listening]);
    await bench.inbox.receive([messages[0]!, messages[1]!, messages[3]!], listening);
    const { id } = await parking.propose(asked(), { source: 'intake', caseId, version: 2, reason: 'done-by-hand' });
    await parking.confirm(asked(another), id!);
    await bench.inbox.receive([messages[2]!], listening);
    expect(await heard(bench.source, caseId)).toEqual([1, 3, 4]);
  });

  it('keeps its reason when the broker brings it again, and is not parked once it is applied', async () => {
    const { caseId, messages } = await said(3);
    await bench.inbox.receive(messages, refusedAlways(2));
    await bench.inbox.receive(messages, refusedAlways(2));
    expect(await parked(bench.source)).toEqual([{ version: 2, reason: 'refused' }, { version: 3, reason: 'behind' }]);
    expect(await new Parking(bench.transactions, [listeningTo('intake')]).release('intake', caseId, another)).toBe(2);
  });
});

describe('A message that nobody can read', () => {
  const junk = (): Message => ({ key: null, value: `{"cut off: ${randomUUID()}`, place: 'intake.events/0/7' });

  it('is dismissed by two people, on record with its digest', async () => {
    const [dismissals, parking] = [new Dismissals(bench.transactions), new Parking(bench.transactions, [])];
    const message = junk();
    await bench.inbox.receive([message, junk()], listeningTo('intake'));
    const [first] = await parking.list();
    const { id } = await dismissals.propose(asked(), first!.id);
    expect(await codeOf(dismissals.confirm(asked(), id!))).toBe('parked.same-person');
    const digest = createHash('sha256').update(message.value).digest('hex');
    expect(await dismissals.proposed()).toEqual([{
      dismissalId: id, messageId: first!.id, source: 'intake', digest, detail: first!.detail,
      proposedBy: somebody.personId, proposedByUnit: somebody.unitId,
    }]);
    const second = asked(another);
    expect(await dismissals.confirm(second, id!)).toMatchObject({ repeated: false });
    expect(await dismissals.confirm(second, id!)).toMatchObject({ repeated: true });
    expect(await codeOf(dismissals.confirm(asked(another), id!))).toBe('parked.dismissal-not-proposed');
    expect(await parking.list()).toHaveLength(1);
    expect(await dismissals.proposed()).toEqual([]);
    const what = { dismissalId: id, source: 'intake', digest };
    expect((await journal('intake')).map(({ type, actor, data }) => [type, actor.personId, data])).toEqual([
      ['record.dismissal-proposed', somebody.personId, what],
      ['record.message-dismissed', another.personId,
        { ...what, proposedBy: somebody.personId, proposedByUnit: somebody.unitId }]]);
    expect((await verifyJournal({ service: 'rescue', db: books[1]! as never }, [])).findings).toEqual([]);
  });

  it('is no fact of a case: that one is set aside, and never dismissed', async () => {
    const dismissals = new Dismissals(bench.transactions);
    const { messages } = await said(2);
    await bench.inbox.receive(messages, refusedAlways(1));
    const [fact] = await new Parking(bench.transactions, []).list();
    expect(await codeOf(dismissals.propose(asked(), fact!.id))).toBe('record.not-found');
    expect(await codeOf(dismissals.propose(asked(), '999999'))).toBe('record.not-found');
    expect(await codeOf(dismissals.confirm(asked(another), randomUUID()))).toBe('record.not-found');
  });
});

describe('Setting aside', () => {
  it('is confirmed by somebody else, once, and under one command id once more', async () => {
    const { caseId, messages } = await said(2);
    const listening = refusedAlways(2);
    const parking = new Parking(bench.transactions, [listening]);
    await bench.inbox.receive(messages, listening);
    const proposal = { source: 'intake', caseId, version: 2, reason: 'entered-by-mistake' } as const;
    const { id } = await parking.propose(asked(), proposal);
    expect(await codeOf(parking.confirm(asked(), id!))).toBe('parked.same-person');
    expect(await parked(bench.source)).toHaveLength(1);
    const second = asked(another);
    expect(await parking.confirm(second, id!)).toMatchObject({ repeated: false });
    expect(await parking.confirm(second, id!)).toMatchObject({ repeated: true });
    expect(await codeOf(parking.confirm(asked(another), id!))).toBe('parked.not-first');
    expect(await codeOf(parking.propose(asked(), proposal))).toBe('parked.not-first');
    expect(await journal(caseId)).toHaveLength(3);
  });

  it('is for the first fact of a case, and not for one that only waits', async () => {
    const { caseId, messages } = await said(3);
    const listening = refusedAlways(2);
    const parking = new Parking(bench.transactions, [listening]);
    await bench.inbox.receive(messages, listening);
    const proposal = { source: 'intake', caseId, reason: 'superseded' } as const;
    expect(await codeOf(parking.propose(asked(), { ...proposal, version: 3 }))).toBe('parked.not-first');
    expect(await codeOf(parking.propose(asked(), { ...proposal, caseId: randomUUID(), version: 1 }))).toBe('parked.not-first');
    expect(await codeOf(parking.confirm(asked(), randomUUID()))).toBe('record.not-found');
    const { id } = await parking.propose(asked(), { ...proposal, version: 2 });
    await parking.confirm(asked(another), id!);
    const { caseId: other, messages: [first, second] } = await said(2);
    await bench.inbox.receive([first!], listeningTo('intake'));
    await poolOf(bench.source).query(
      `INSERT INTO parked (source, case_id, version, payload, reason, detail, attempts, parked_at)
       VALUES ('intake', $1, 2, $2, 'behind', '', 1, now())`, [other, second!.value]);
    expect(await codeOf(parking.propose(asked(), { ...proposal, caseId: other, version: 2 }))).toBe('parked.not-tried');
  });

  it('is what was proposed: a parked text that was changed since then is not set aside', async () => {
    const { caseId, messages } = await said(2);
    const listening = refusedAlways(2);
    const parking = new Parking(bench.transactions, [listening]);
    await bench.inbox.receive(messages, listening);
    const { id } = await parking.propose(asked(), { source: 'intake', caseId, version: 2, reason: 'superseded' });
    await poolOf(bench.source).query(`UPDATE parked SET payload = payload || ' ' WHERE case_id = $1`, [caseId]);
    expect(await codeOf(parking.confirm(asked(another), id!))).toBe('parked.not-proposed');
    expect(await heard(bench.source, caseId)).toEqual([1]);
  });

  it('takes the later of two proposals', async () => {
    const { caseId, messages } = await said(2);
    const listening = refusedAlways(2);
    const parking = new Parking(bench.transactions, [listening]);
    await bench.inbox.receive(messages, listening);
    const proposal = { source: 'intake', caseId, version: 2 } as const;
    const first = await parking.propose(asked(), { ...proposal, reason: 'superseded' });
    const second = await parking.propose(asked(another), { ...proposal, reason: 'closed-here' });
    expect(second.id).toBe(first.id);
    expect(await codeOf(parking.confirm(asked(another), second.id!))).toBe('parked.same-person');
    await parking.confirm(asked(), second.id!);
    expect((await journal(caseId)).at(-1)!.data).toMatchObject({ reason: 'closed-here', proposedBy: another.personId });
  });
});

const told = async (caseId: string): Promise<[string, number][]> =>
  (await journal(caseId)).map(({ type, data }) => [type, (data as Fact & { version: number }).version]);

describe('A case that waits', () => {
  it('is told to the others once, with the first fact of each refusal, and told again when it goes on', async () => {
    const { caseId, messages } = await said(4);
    const never = refusedAlways(2);
    for (const _ of upTo(2)) await bench.inbox.receive(messages, never);
    expect(await told(caseId)).toEqual([['record.fact-parked', 2]]);
    const parking = (listening: Listening): Parking => new Parking(bench.transactions, [listening]);
    for (const _ of upTo(2))
      await expect(parking(never).release('intake', caseId, somebody)).rejects.toThrow('parked.still-refused');
    expect(await told(caseId)).toEqual([['record.fact-parked', 2]]);
    await expect(parking(refusedAlways(3)).release('intake', caseId, somebody)).rejects.toThrow('parked.still-refused');
    await parking(listeningTo('intake')).release('intake', caseId, another);
    expect(await told(caseId)).toEqual([
      ['record.fact-parked', 2], ['record.fact-released', 2], ['record.fact-parked', 3], ['record.fact-released', 3]]);
    expect((await journal(caseId)).map(({ actor }) => actor.personId)).toEqual(
      [SYSTEM_ACTOR.personId, somebody.personId, SYSTEM_ACTOR.personId, another.personId]);
  });

  it('is told of in the batch that parks it, and holds up nothing else of the batch', async () => {
    const [one, two] = [await said(2), await said(2)];
    const broken = { ...one.messages[1]!, value: one.messages[1]!.value.replace('intake.clue-linked', 'intake.never-declared') };
    await bench.inbox.receive([one.messages[0]!, broken, ...two.messages], listeningTo('intake'));
    expect(await told(one.caseId)).toEqual([['record.fact-parked', 2]]);
    expect(await heard(bench.source, two.caseId)).toEqual([1, 2]);
  });

  it('says nothing while facts only come out of order, while the database is away, and of such reports themselves', async () => {
    const { caseId, messages } = await said(3);
    await bench.inbox.receive([messages[0]!, messages[2]!], listeningTo('intake'));
    const away = listeningTo('intake', () => { throw Object.assign(new Error('away'), { code: '57P03' }); });
    await expect(bench.inbox.receive([messages[1]!], away)).rejects.toThrow('away');
    expect(await told(caseId)).toEqual([]);
    const report = { ...messages[1]!, value: messages[1]!.value.replace('intake.clue-linked', 'record.never-declared') };
    await bench.inbox.receive([report], listeningTo('intake'));
    expect((await parked(bench.source)).map(({ reason }) => reason)).toContain('unknown-type');
    expect(await told(caseId)).toEqual([]);
  });

  it('is shown by casebook itself, which says nothing of it', async () => {
    const casebook = await aBench('casebook');
    const { caseId, messages } = await said(2);
    await casebook.inbox.receive(messages, refusedAlways(2));
    expect(await parked(casebook.source)).toEqual([{ version: 2, reason: 'refused' }]);
    const { rows } = await poolOf(casebook.source).query('SELECT 1 FROM journal WHERE aggregateid = $1', [caseId]);
    expect(rows).toEqual([]);
    await casebook.stop();
  });
});
