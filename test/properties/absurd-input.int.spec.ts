import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Actor, Post, StageKind } from '#contracts';
import { fact, POSTS, refusalText, STAGE_UNIT_KINDS, STAGES, StageRequested, UNIT_KINDS, type UnitKind } from '#contracts';
import { describeService, permissionsOf } from '#service-kit';
import { aServiceBench, promisesOf, type Promises, type ServiceBench } from '#testing';
import { listServices } from '../../scripts/services.js';

/* Whatever is thrown at a route: never a failure inside, always a problem with a declared code, and nothing on record. */

const services = (await listServices()).filter(({ name }) => name !== 'gateway');
/** Attacks on each route. */
const RUNS = 6;
const NUL = String.fromCharCode(0);

interface Operation {
  readonly operationId: string;
  readonly description?: string;
  readonly parameters?: readonly { name: string; in: string; required?: boolean; example?: unknown }[];
  readonly requestBody?: { content: Record<string, { examples: { example: { value: Record<string, unknown> } } }> };
}

interface Target extends Operation {
  readonly method: string;
  readonly path: string;
}

/** As JSON text, because some of it is nothing that JSON.stringify would say. */
const ABSURD = fc.constantFrom(
  JSON.stringify(`李${NUL}某`), '"\\ud800"', '"\\udc00x"', '1e308', '-1e308', '9007199254740993', '-1', '0.5', '1e-7', 'null',
  'true',
  '""', '"0000-01-01"', '"0000-01-01T00:00:00Z"', '"1900-01-01T00:00:00Z"', '"1899-12-31"', '"9999-12-31T23:59:59.999Z"',
  '"9999-12-31"',
  '"2026-02-30"', '"2026-02-30T10:00:00Z"', '"275760-09-13T00:00:00Z"', '"2098-07-01T10:00:00+08:00"', '[]', '{}',
  '[[]]', '[null]',
  '["x","x"]', '{"__proto__":{"a":1}}', '{"constructor":{"prototype":{}}}', '{"length":1}', '{"toString":1}', '"__proto__"',
  JSON.stringify('长'.repeat(5_000)), JSON.stringify('x'.repeat(60_000)), `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  `${'{"a":'.repeat(200)}1${'}'.repeat(200)}`, JSON.stringify(Array.from({ length: 5_000 }, () => 'x')),
  JSON.stringify(Array.from({ length: 300 }, () => randomUUID())), '"\'; DROP TABLE journal; --"',
  '"00000000-0000-0000-0000-000000000000"',
  '"532503-psb"', '"\u202e"',
);

const PLACE = fc.constantFrom(
  '%00', '%', '%ff', '%E0%A4%A', '..%2f..%2f', 'x'.repeat(2_000), '0', '-1', '1e9', '99999999999999999999', '__proto__', 'null',
  '%F0%9F%92%A9', '00000000-0000-0000-0000-000000000000', randomUUID().toUpperCase(), "'--",
  '532503-psb%20', '0198c0de-0000-7000-8000',
);

const WORDS_OF_QUESTION = fc.constantFrom(
  'a[]=1', 'caseId[]=1', '__proto__=1', 'limit=1e9', 'limit=-1', 'limit=%00', 'after=%00', 'after=', 'after=bnVsbA',
  'after=W10', 'caseId=1&caseId=2',
  `after=${Buffer.from('["9999-99-99T99:99:99.999Z","x"]').toString('base64url')}`,
  `after=${Buffer.from('[["a"],{}]').toString('base64url')}`,
  `after=${Buffer.from('["0000-01-01T00:00:00.000Z","x",1]').toString('base64url')}`, `after=${'A'.repeat(199)}`,
  'at=0000-01-01T00:00:00Z',
  'at=9999-12-31T23:59:59Z', 'purpose=%ED%A0%80', 'unknown=1', 'part=x', 'ids=,,,', `ids=${'x,'.repeat(300)}`, '%=%',
);

const HEADERS = fc.constantFrom<Record<string, string>>(
  {}, { 'if-match': '"99999999999"' }, { 'if-match': '*' }, { 'x-unit': '__proto__' }, { 'x-unit': 'x'.repeat(3_000) },
  { 'idempotency-key': '1' },
  { 'content-type': 'text/plain' }, { 'content-type': 'application/xml' }, { 'content-type': 'application/json; charset=utf-16' },
  { 'content-type': 'multipart/form-data' }, { 'content-type': 'application/x-www-form-urlencoded' },
  { traceparent: 'x'.repeat(500) },
  { accept: 'text/html' }, { 'content-encoding': 'gzip' },
);

interface Attack {
  readonly field?: readonly [which: number, value: string];
  readonly place?: string;
  readonly question?: string;
  readonly headers?: Record<string, string>;
  readonly whole?: string;
}

/** One thing is absurd and all else is in order, so that it gets as far as it can. */
const ATTACK: fc.Arbitrary<Attack> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ field: fc.tuple(fc.nat(), ABSURD) }) },
  { weight: 2, arbitrary: fc.record({ place: PLACE }) },
  { weight: 2, arbitrary: fc.record({ question: WORDS_OF_QUESTION }) },
  { weight: 1, arbitrary: fc.record({ headers: HEADERS }) },
  { weight: 1, arbitrary: fc.record({ whole: ABSURD }) },
);

describe.each(services)('$name', (service) => {
  let bench: ServiceBench;
  let promises: Promises;
  let ids: string[] = [];
  const people = new Map<string, Actor>();
  const targets: Target[] = [];

  beforeAll(async () => {
    const document = await describeService(service.definition, service.parts);
    promises = promisesOf(document);
    for (const [path, operations] of Object.entries(document.paths))
      for (const [method, operation] of Object.entries(JSON.parse(JSON.stringify(operations)) as Record<string, Operation>))
        if (operation.operationId !== `${service.name}.rehearsal.move`)
          targets.push({ ...operation, method: method.toUpperCase(), path });
    bench = await aServiceBench(service.definition, service.parts);
    await bench.moveClock('2026-07-02T10:00:00.000Z');
    for (const kind of UNIT_KINDS) await makeUnit(bench, service.name, kind);
    ids = await somethingToAttack(bench, service.name);
  }, 60_000);
  afterAll(() => bench?.stop());

  /** Somebody who may: an attack that ends at the door would prove little. */
  async function whoMay({ description }: Operation): Promise<Actor> {
    const permission = /`([^`]+)`/.exec(description ?? '')?.[1];
    const grant = permission ? permissionsOf(service.definition)[permission]?.[0] : undefined;
    const own = (STAGE_UNIT_KINDS as Record<string, readonly UnitKind[]>)[service.name]?.[0] ?? 'public-security';
    const kinds = grant === undefined || grant.kinds === 'any' ? [own] : grant.kinds;
    const unitId = `532503-${kinds.includes(own) ? own : kinds[0]!}`;
    const post: Post = grant === undefined || grant.posts === 'any' ? POSTS[0] : grant.posts[0]!;
    const known = people.get(`${unitId} ${post}`) ?? await makePerson(bench, service.name, { unitId, post });
    people.set(`${unitId} ${post}`, known);
    return known;
  }

  async function hurl(target: Target, attack: Attack): Promise<{ status: number; code: unknown; type: string | null }> {
    const actor = await whoMay(target);
    let turn = 0;
    const path = target.path.replace(/\{(\w+)\}/g, () => {
      turn += 1;
      return turn === 1 ? attack.place ?? ids[0] ?? randomUUID() : attack.place ?? randomUUID();
    });
    const asked = (target.parameters ?? []).filter((parameter) => parameter.in === 'query' && parameter.required)
      .map(({ name, example }) => `${name}=${encodeURIComponent(String(example))}`);
    const question = [...asked, ...(attack.question === undefined ? [] : [attack.question])].join('&');
    const body = target.method === 'GET' ? undefined : attack.whole ?? bodyOf(target, attack);
    const answer = await fetch(`${bench.url}${path}${question && `?${question}`}`, {
      method: target.method, body, redirect: 'manual', signal: AbortSignal.timeout(20_000),
      headers: {
        authorization: `Bearer ${await bench.tokenOf(actor)}`, 'idempotency-key': randomUUID(),
        ...(body !== undefined && { 'content-type': 'application/json' }), ...attack.headers,
      },
    });
    const type = answer.headers.get('content-type');
    const told = type?.includes('json') ? await answer.json() as { code?: string } : { code: await answer.text() };
    const { status } = answer;
    if (status < 300 && type?.includes('json')) promises({ method: target.method, path, status, body: told });
    return { status, code: told.code, type };
  }

  it('answers whatever is thrown at its routes, and keeps nothing of it', async () => {
    const journal = async (): Promise<string> => (await bench.query<{ n: string }>('SELECT count(*) AS n FROM journal'))[0]!.n;
    for (const [index, target] of targets.entries()) {
      await fc.assert(fc.asyncProperty(ATTACK, async (attack) => {
        const before = await journal();
        const { status, code, type } = await hurl(target, attack);
        if (status < 300) return;
        expect({ operation: target.operationId, status: status >= 400 && status < 500, code, type }).toEqual({
          operation: target.operationId, status: true, code: expect.any(String),
          type: expect.stringContaining('application/problem+json'),
        });
        expect(refusalText(String(code)).status).toBe(status);
        expect(await journal()).toBe(before);
      }), { numRuns: RUNS, seed: 20260702 + index, endOnFailure: true });
    }
  }, 240_000);
});

/** The example of the route with one field made absurd. */
function bodyOf({ requestBody }: Target, { field }: Attack): string | undefined {
  const example = requestBody?.content['application/json']?.examples.example.value;
  if (!example) return undefined;
  const given: Record<string, unknown> = { ...example };
  delete given['occurredAt']; // It happened now, so that what is absurd is looked at.
  if (!field) return JSON.stringify(given);
  const [which, value] = field;
  const names = [...Object.keys(given), ...Object.keys(given), 'occurredAt', 'unknown'];
  const attacked = names[which % names.length]!;
  const others = Object.entries(given).filter(([name]) => name !== attacked);
  const fields = others.map(([name, item]) => `"${name}":${JSON.stringify(item)}`);
  return `{${[...fields, `"${attacked}":${value}`].join(',')}}`;
}

const WHERE_STAGES_ARE = {
  investigation: { table: 'investigation', path: 'investigations' }, rescue: { table: 'rescue', path: 'rescues' },
  placement: { table: 'placement', path: 'placements' }, 'cross-border': { table: 'victim_return', path: 'returns' },
} as const;

/** Records that are there: a stage that was asked for and accepted. @returns ids for the addresses. */
async function somethingToAttack(bench: ServiceBench, name: string): Promise<string[]> {
  const stage = STAGES.find((kind) => kind === name);
  if (!stage) return [];
  if (stage === 'intake') {
    const officer = await bench.person('532503-public-security', 'duty-officer');
    const clue = { channel: 'citizen', discoveredAt: '2026-07-01T09:00:00+08:00', division: '532503' };
    return [(await bench.as(officer).post('/intakes/clues', clue)).body.id!];
  }
  const toUnit = `532503-${STAGE_UNIT_KINDS[stage as StageKind][0]!}`;
  const [caseId, victimId] = [randomUUID(), randomUUID()];
  const from = stage === 'rescue' || stage === 'cross-border' ? 'investigation' : stage === 'placement' ? 'rescue' : 'intake';
  await bench.hear(from, caseId, fact(StageRequested, { requestId: randomUUID(), stage, toUnit, victimIds: [victimId] }));
  const { table, path } = WHERE_STAGES_ARE[stage];
  const rows = await bench.query<{ id: string; offer: string }>(
    `SELECT id, stage->'offer'->>'offerId' AS offer FROM ${table}`);
  const head = await bench.person(toUnit, 'head');
  for (const { id, offer } of rows) await bench.as(head).put(`/${path}/${id}/offers/${offer}/acceptance`);
  return rows.map(({ id }) => id);
}

/** Identity hears nobody: its own tables are the directory. */
async function makeUnit(bench: ServiceBench, service: string, kind: UnitKind): Promise<void> {
  if (service !== 'identity') return bench.unit(`532503-${kind}`, kind);
  await bench.query(`INSERT INTO directory_unit VALUES ($1, $2, 'county', '532503', 'CN', NULL)`, [`532503-${kind}`, kind]);
}

async function makePerson(
  bench: ServiceBench, service: string, { unitId, post }: { unitId: string; post: Post },
): Promise<Actor> {
  if (service !== 'identity') return bench.person(unitId, post);
  const personId = randomUUID();
  await bench.query(`INSERT INTO directory_post VALUES ($1, $2, $3, $4, '2000-01-01', NULL)`,
    [randomUUID(), personId, unitId, post]);
  return { personId, unitId, post };
}
