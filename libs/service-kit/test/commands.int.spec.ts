import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor, Violation } from '#contracts';
import type { Receipt } from '#messaging';
import { aServiceBench, CANARY, tallyParts, tallyService, type Answer, type Desk, type ServiceBench, type Tally } from '#testing';
import type { Problem } from '../src/problem.js';

let bench: ServiceBench;
let officer: Actor;
let colleague: Actor;
let desk: Desk;
let id: string;
beforeAll(async () => {
  bench = await aServiceBench(tallyService('intake'), tallyParts);
  await bench.unit('532528-psb', 'public-security');
  officer = await bench.person('532528-psb', 'officer');
  colleague = await bench.person('532528-psb', 'officer');
  desk = bench.as(officer);
});
afterAll(() => bench.stop());
beforeEach(async () => { id = (await desk.post('/tallies')).body.id!; });

interface Raw {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

/** As no desk would ask: whatever text, under whatever headers. */
async function raw(path: string, { method = 'PUT', body, headers = {} }: Raw): Promise<Answer<Problem & Partial<Receipt>>> {
  const answer = await fetch(`${bench.url}${path}`, {
    method, body, headers: {
      authorization: `Bearer ${await bench.tokenOf(officer)}`, 'idempotency-key': randomUUID(),
      ...(body !== undefined && { 'content-type': 'application/json' }), ...headers,
    },
  });
  return { status: answer.status, body: await answer.json() as Problem };
}

const violationsIn = ({ details }: Partial<Problem>): Violation[] => (details as { violations: Violation[] }).violations;
const told = ({ status, body }: Answer<Partial<Problem>>) => ({ status, code: body.code });
const count = async (): Promise<number> => (await desk.get<Tally>(`/tallies/${id}`)).body.count;

describe('A command id', () => {
  it.each([[''], ['1'], ['not-a-uuid'], [`${randomUUID()},${randomUUID()}`]])(
    'must be a UUID, and "%s" is none', async (key) => {
      expect(told(await raw(`/tallies/${id}/additions`, { body: '{"by":1}', headers: { 'idempotency-key': key } })))
        .toEqual({ status: 400, code: 'input.command-id-missing' });
    },
  );

  it('must be there', async () => {
    const answer = await fetch(`${bench.url}/tallies`, {
      method: 'POST', headers: { authorization: `Bearer ${await bench.tokenOf(officer)}` },
    });
    expect([answer.status, (await answer.json() as Problem).code]).toEqual([400, 'input.command-id-missing']);
  });

  it('gives the same receipt again and changes nothing', async () => {
    const commandId = randomUUID();
    const first = await desk.put(`/tallies/${id}/additions`, { by: 3 }, { commandId });
    const again = await desk.put(`/tallies/${id}/additions`, { by: 3 }, { commandId });
    expect(first).toMatchObject({ status: 200, body: { repeated: false, version: 2 } });
    expect(again).toEqual({ status: 200, body: { ...first.body, repeated: true } });
    const inCapitals = await desk.put(`/tallies/${id}/additions`, { by: 3 }, { commandId: commandId.toUpperCase() });
    expect(inCapitals).toEqual(again);
    expect(await count()).toBe(3);
  });

  it('belongs to one content, one address and one person', async () => {
    const commandId = randomUUID();
    const other = (await desk.post('/tallies')).body.id!;
    await desk.put(`/tallies/${id}/additions`, { by: 3 }, { commandId });
    const reused = { status: 422, code: 'input.command-id-reused' };
    expect(told(await desk.put(`/tallies/${id}/additions`, { by: 4 }, { commandId }))).toEqual(reused);
    expect(told(await desk.put(`/tallies/${other}/additions`, { by: 3 }, { commandId }))).toEqual(reused);
    expect(told(await bench.as(colleague).put(`/tallies/${id}/additions`, { by: 3 }, { commandId }))).toEqual(reused);
    expect(await count()).toBe(3);
  });

  it('has one effect when it is sent ten times at once', async () => {
    const [adding, beginning] = [randomUUID(), randomUUID()];
    const added = await Promise.all(Array.from({ length: 10 }, () =>
      desk.put(`/tallies/${id}/additions`, { by: 2 }, { commandId: adding })));
    const begun = await Promise.all(Array.from({ length: 10 }, () => desk.post('/tallies', {}, { commandId: beginning })));
    expect(await count()).toBe(2);
    for (const answers of [added, begun]) {
      expect(new Set(answers.map(({ status }) => status)).size).toBe(1);
      expect(answers.filter(({ body }) => !body.repeated)).toHaveLength(1);
      for (const { body } of answers) expect({ ...body, repeated: null }).toEqual({ ...answers[0]!.body, repeated: null });
    }
    const [{ n }] = await bench.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM journal WHERE command_id = ANY($1)', [[adding, beginning]]) as [{ n: number }];
    expect(n).toBe(2);
  });
});

describe('The version that was read', () => {
  it('lets the command pass when nobody was faster', async () => {
    const { body: { version } } = await desk.get<Tally>(`/tallies/${id}`);
    expect((await desk.put(`/tallies/${id}/additions`, { by: 1 }, { ifMatch: version })).status).toBe(200);
  });

  it('refuses it when somebody was, and shows what has changed', async () => {
    const { body: { version } } = await desk.get<Tally>(`/tallies/${id}`);
    await bench.as(colleague).put(`/tallies/${id}/additions`, { by: 5 });
    const { status, body } = await desk.put(`/tallies/${id}/additions`, { by: 1 }, { ifMatch: version });
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'record.stale-version', details: { expected: 1, actual: 2, changes: [{
      version: 2, type: 'intake.clue-linked', byUnit: '532528-psb', byPerson: colleague.personId, data: { clueId: id },
    }] } });
    expect(await count()).toBe(5);
  });

  it.each([['*'], ['seven'], ['"-1"'], ['1, 2'], ['99999999999'], ['']])('must be one, and %s is none', async (version) => {
    const { status, body } = await raw(`/tallies/${id}/additions`, { body: '{"by":1}', headers: { 'if-match': version } });
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'input.invalid' });
  });

  it.each([['1'], ['"1"'], ['W/"1"']])('may be written as %s', async (version) => {
    expect((await raw(`/tallies/${id}/additions`, { body: '{"by":1}', headers: { 'if-match': version } })).status).toBe(200);
  });
});

describe('What is sent', () => {
  it.each([
    ['a field that nobody knows', '{"by":1,"name":"x"}'], ['a field of the wrong kind', '{"by":"1"}'], ['nothing', '{}'],
    ['more than is allowed', '{"by":11}'], ['a list', '[]'], ['a list of what was asked for', '[{"by":1}]'], ['a word', '"by"'],
    ['a number', '7'], ['null', 'null'], ['a time without a zone', '{"by":1,"occurredAt":"2026-07-02T10:00"}'],
    ['no time', '{"by":1,"occurredAt":"yesterday"}'], ['another prototype', '{"by":1,"__proto__":{"by":2}}'],
    ['another constructor', '{"by":1,"constructor":{"prototype":{}}}'], ['broken JSON', '{"by":1'], ['nothing at all', ''],
  ])('is refused when it is %s', async (_, body) => {
    const answer = await raw(`/tallies/${id}/additions`, { body });
    expect(told(answer)).toEqual({ status: 400, code: 'input.invalid' });
    expect(JSON.stringify(answer.body)).not.toMatch(/Unexpected|SyntaxError|position/);
    expect(await count()).toBe(0);
  });

  it('is told field by field', async () => {
    const { body } = await desk.put(`/tallies/${id}/additions`, { by: 'x', name: CANARY });
    expect(violationsIn(body)).toEqual([
      { field: 'name', code: 'unknown-field', zh: '没有这一项,请删去。', en: 'Nobody asks for this; leave it out.' },
      { field: 'by', code: 'wrong-form', zh: '须为 1 至 10 的整数。', en: 'It must be a whole number from 1 to 10.' }]);
    expect(JSON.stringify(body)).not.toContain('张三');
  });

  it.each<[string, string, string, Raw]>([
    ['a field that is missing', 'by missing', '/additions', { body: '{}' }],
    ['broken JSON', 'body unreadable', '/additions', { body: '{"by":1' }],
    ['nothing at all', 'body unreadable', '/additions', { body: '' }],
    ['another thing than JSON', 'body unreadable', '/additions', { body: 'by=1', headers: { 'content-type': 'text/csv' } }],
    ['a list', 'body wrong-form', '/additions', { body: '[]' }],
    ['a forbidden name', 'request unreadable', '/additions', { body: '{"by":1,"constructor":{}}' }],
    ['no version', 'If-Match wrong-form', '/additions', { body: '{"by":1}', headers: { 'if-match': 'seven' } }],
    ['a moment without a zone', 'occurredAt wrong-form', '/additions', { body: '{"by":1,"occurredAt":"2026-07-02T10:00"}' }],
    ['a page too long', 'limit wrong-form', '?limit=101', { method: 'GET' }],
    ['a question that nobody asks', 'order unknown-field', '?order=random()', { method: 'GET' }],
    ['another thing than an id', 'id wrong-form', '7', { method: 'GET' }],
    ['another thing than an id of a command', 'id wrong-form', '7/additions', { body: '{"by":1}' }],
  ])('is told in one form, whatever it is: %s', async (_, expected, where, sent) => {
    const path = where.startsWith('7') ? `/tallies/${where}` : where.startsWith('?') ? `/tallies${where}` : `/tallies/${id}${where}`;
    const { status, body } = await raw(path, sent);
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'input.invalid' });
    expect(violationsIn(body).map(({ field, code }) => `${field} ${code}`)).toEqual([expected]);
    for (const violation of violationsIn(body)) expect(violation).toEqual({
      field: expect.any(String), code: expect.any(String),
      zh: expect.stringMatching(/[\u4e00-\u9fff]/), en: expect.stringMatching(/^[A-Z].*\.$/),
    });
  });

  it('may be nothing where nothing is needed', async () => {
    expect((await raw('/tallies', { method: 'POST' })).status).toBe(201);
  });

  it('is refused when it is another thing than JSON', async () => {
    expect(told(await raw(`/tallies/${id}/additions`, { body: 'by=1', headers: { 'content-type': 'text/csv' } })))
      .toEqual({ status: 400, code: 'input.invalid' });
  });

  it('is refused when it is too much', async () => {
    const body = JSON.stringify({ by: 1, name: 'x'.repeat(300 * 1024) });
    expect(told(await raw(`/tallies/${id}/additions`, { body }))).toEqual({ status: 400, code: 'input.too-large' });
  });

  it('asks for one page and not for everything', async () => {
    for (const limit of ['101', '0', '-1', 'all', '1e3', '1&limit=2'])
      expect(told(await raw(`/tallies?limit=${limit}`, { method: 'GET' }))).toEqual({ status: 400, code: 'input.invalid' });
    expect(told(await raw('/tallies?limit=1&order=random()', { method: 'GET' }))).toEqual({ status: 400, code: 'input.invalid' });
    expect((await desk.get<{ items: Tally[] }>('/tallies?limit=2')).body.items).toHaveLength(2);
  });

  it('names a record in the form of an id, and one that is there', async () => {
    expect(told(await desk.get('/tallies/7'))).toEqual({ status: 400, code: 'input.invalid' });
    expect(told(await desk.get(`/tallies/${randomUUID()}`))).toEqual({ status: 404, code: 'record.not-found' });
    expect(told(await desk.put(`/tallies/${randomUUID()}/additions`, { by: 1 }))).toEqual({ status: 404, code: 'record.not-found' });
    expect(told(await desk.get('/no/such/route'))).toEqual({ status: 404, code: 'record.not-found' });
  });

  it('did not happen in the future', async () => {
    const { body: { now } } = await desk.get<{ now: string }>('/rehearsal/clock');
    const occurredAt = new Date(Date.parse(now) + 3_600_000).toISOString();
    expect(told(await desk.put(`/tallies/${id}/additions`, { by: 1, occurredAt }))).toEqual({ status: 422, code: 'time.in-future' });
  });
});

describe('What goes wrong inside', () => {
  it.each([['outage', 'record.busy'], ['mistake', 'record.internal-error'], ['query', 'record.internal-error']])(
    'is answered without a word of it (%s)', async (kind, code) => {
      const answer = await fetch(`${bench.url}/tallies/failures/${kind}`, {
        headers: { authorization: `Bearer ${await bench.tokenOf(officer)}` },
      });
      const text = await answer.text();
      expect([answer.status, answer.headers.get('retry-after'), (JSON.parse(text) as Problem).code]).toEqual([503, '2', code]);
      expect(text).not.toMatch(/张三|stack|TypeError|uuid|\.ts/);
    },
  );
});
