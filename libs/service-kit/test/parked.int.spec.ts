import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClueLinked, fact, type Actor } from '#contracts';
import { aServiceBench, tallyParts, tallyService, type ServiceBench } from '#testing';

let bench: ServiceBench;
let people: Record<'administrator' | 'head' | 'officer', Actor>;
beforeAll(async () => {
  bench = await aServiceBench(tallyService('intake', ['rescue']), tallyParts);
  await bench.unit('532528-psb', 'public-security');
  people = {
    administrator: await bench.person('532528-psb', 'administrator'),
    head: await bench.person('532528-psb', 'head'),
    officer: await bench.person('532528-psb', 'officer'),
  };
});
afterAll(() => bench.stop());

describe('Releasing a case', () => {
  it('says why its first fact still cannot be applied, be it a rule, the contract or a mistake of ours', async () => {
    const release = async (caseId: string) =>
      (await bench.as(people.administrator).post('/parked/releases', { source: 'rescue', caseId })).body;
    const failing = randomUUID();
    await bench.query('INSERT INTO heard (case_id, version) VALUES ($1, 1)', [failing]);
    await bench.hear('rescue', failing, fact(ClueLinked, { clueId: randomUUID() }));
    expect(await release(failing)).toMatchObject({
      status: 409, code: 'parked.still-refused', details: { released: 0, reason: 'failing' } });
    await bench.query("UPDATE parked SET payload = replace(payload, 'intake.clue-linked', 'intake.unheard-of') WHERE case_id = $1", [failing]);
    expect(await release(failing)).toMatchObject({ code: 'parked.still-refused', details: { reason: 'unknown-type' } });
    await bench.query('DELETE FROM parked WHERE case_id = $1', [failing]);
  });
});

describe('The way out of a fact that will always be refused', () => {
  it('is proposed by an administrator and confirmed by a head, over HTTP, each under a command id', async () => {
    const caseId = randomUUID();
    // What this service keeps by itself stands in the way of the fact for ever.
    await bench.query('INSERT INTO heard (case_id, version) VALUES ($1, 1)', [caseId]);
    const said = () => fact(ClueLinked, { clueId: randomUUID() });
    await bench.hear('rescue', caseId, said(), said());
    const administrator = bench.as(people.administrator);
    const { body: { items } } = await administrator.get<{ items: object[] }>('/parked');
    expect(items).toEqual([
      expect.objectContaining({ caseId, version: 1, reason: 'failing' }),
      expect.objectContaining({ caseId, version: 2, reason: 'behind' })]);

    const proposal = { source: 'rescue', caseId, version: 1, reason: 'done-by-hand' };
    expect((await bench.as(people.head).post('/parked/set-asides', proposal)).body.code).toBe('access.not-permitted');
    expect((await administrator.post('/parked/set-asides', { ...proposal, reason: 'because' })).body.code).toBe('input.invalid');
    expect((await administrator.post('/parked/set-asides', { ...proposal, version: 2 })).body).toMatchObject({
      code: 'parked.not-first', status: 409 });
    const { status, body: { id: holdId } } = await administrator.post('/parked/set-asides', proposal);
    expect(status).toBe(201);

    const confirmation = `/parked/set-asides/${holdId}/confirmation`;
    expect((await administrator.post(confirmation)).body.code).toBe('parked.same-person');
    expect((await bench.as(people.officer).post(confirmation)).body.code).toBe('access.not-permitted');
    const { body: { items: waiting } } = await bench.as(people.head).get<{ items: object[] }>('/parked/set-asides');
    expect(waiting).toEqual([expect.objectContaining({ holdId, caseId, version: 1, reason: 'done-by-hand' })]);
    expect((await bench.as(people.head).post(confirmation)).status).toBe(201);

    expect(await bench.query('SELECT version FROM heard WHERE case_id = $1 ORDER BY version', [caseId]))
      .toEqual([{ version: 1 }, { version: 2 }]);
    expect((await administrator.get<{ items: object[] }>('/parked')).body.items).toEqual([]);
    expect((await bench.said(caseId)).map(({ type, actor }) => [type, actor.post])).toEqual([
      ['record.fact-parked', 'system'], ['record.set-aside-proposed', 'administrator'], ['record.fact-set-aside', 'head']]);
  });
});

describe('A message that nobody can read', () => {
  it('is dismissed over HTTP by an administrator and a head', async () => {
    await bench.query(`INSERT INTO parked (source, payload, reason, detail, attempts, parked_at)
      VALUES ('rescue', '{"cut', 'unreadable', 'The message is not JSON. @ rescue.events/0/7', 1, now())`);
    const administrator = bench.as(people.administrator);
    const { body: { items: [message] } } = await administrator.get<{ items: { id: string }[] }>('/parked');
    const proposal = { messageId: Number(message!.id) };
    expect((await bench.as(people.officer).post('/parked/dismissals', proposal)).body.code).toBe('access.not-permitted');
    const { status, body: { id } } = await administrator.post('/parked/dismissals', proposal);
    expect(status).toBe(201);
    const confirmation = `/parked/dismissals/${id}/confirmation`;
    expect((await administrator.post(confirmation)).body.code).toBe('parked.same-person');
    const head = bench.as(people.head);
    const { body: { items: waiting } } = await head.get<{ items: object[] }>('/parked/dismissals');
    expect(waiting).toMatchObject([{ dismissalId: id, source: 'rescue' }]);
    expect((await head.post(confirmation)).status).toBe(201);
    expect((await administrator.get<{ items: object[] }>('/parked')).body.items).toEqual([]);
  });
});
