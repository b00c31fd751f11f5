import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fact, PostAssigned, PostEnded, SignInsEnded, type Actor } from '#contracts';
import { aServiceBench, tallyParts, tallyService, type ServiceBench } from '#testing';
import { dayOf } from '#clocks';
import type { Problem } from '../src/problem.js';

let bench: ServiceBench;
let officer: Actor;
let secretary: Actor;
beforeAll(async () => {
  bench = await aServiceBench(tallyService('intake', ['rescue']), tallyParts);
  await bench.unit('532528-psb', 'public-security');
  await bench.unit('532500-relief', 'relief-station');
  officer = await bench.person('532528-psb', 'officer');
  secretary = await bench.person('532528-psb', 'secretary');
});
afterAll(() => bench.stop());

async function asked(
  path: string, token: string | null, { method = 'GET', ...headers }: Record<string, string> = {},
): Promise<{ status: number; code: string | undefined }> {
  const answer = await fetch(`${bench.url}${path}`, {
    method, headers: { ...(token !== null && { authorization: `Bearer ${token}` }), ...headers },
  });
  return { status: answer.status, code: (await answer.json() as Problem).code };
}

const begin = (actor: Pick<Actor, 'personId'>, headers: Record<string, string> = {}) => bench.tokenOf(actor)
  .then((token) => asked('/tallies', token, { method: 'POST', 'idempotency-key': randomUUID(), ...headers }));

describe('A request', () => {
  it('needs a token', async () => {
    expect(await asked('/tallies', null)).toEqual({ status: 401, code: 'access.not-signed-in' });
    expect(await asked('/tallies', 'x.y.z')).toEqual({ status: 401, code: 'access.not-signed-in' });
  });

  it('needs a token that was given after the person was last signed out everywhere', async () => {
    const gone = await bench.person('532528-psb', 'officer');
    const { personId } = gone;
    const signOut = (before: number) =>
      bench.hear('identity', '532528-psb', fact(SignInsEnded, { personId, before: new Date(before).toISOString() }));
    await signOut(Date.now() - 60_000);
    expect((await begin(gone)).status).toBe(201);
    await signOut(Date.now() + 60_000);
    await signOut(Date.now() - 30_000);
    await new Promise((resolve) => setTimeout(resolve, 1_100)); // The directory is remembered for a second.
    expect(await begin(gone)).toEqual({ status: 401, code: 'access.not-signed-in' });
    expect((await begin(officer)).status).toBe(201);
  });

  it('under the command id of somebody else, with the same content, gets nothing of their receipt', async () => {
    const [commandId, colleague] = [randomUUID(), await bench.person('532528-psb', 'officer')];
    expect((await bench.as(officer).post('/tallies', {}, { commandId })).status).toBe(201);
    const { status, body } = await bench.as(colleague).post('/tallies', {}, { commandId });
    expect([status, body.code, body.details]).toEqual([422, 'input.command-id-reused', { commandId }]);
    expect(body.facts).toBeUndefined();
  });

  it('needs none for health, figures and the rehearsed time', async () => {
    for (const path of ['/health/live', '/rehearsal/clock']) expect((await asked(path, null)).status).toBe(200);
    expect((await fetch(`${bench.url}/metrics`)).status).toBe(200);
  });

  it('is refused on a route that says not who may use it, to everybody', async () => {
    const administrator = await bench.person('532528-psb', 'administrator');
    for (const actor of [officer, administrator])
      expect(await asked('/tallies/forgotten', await bench.tokenOf(actor)))
        .toEqual({ status: 403, code: 'access.not-permitted' });
  });

  it('needs a post, and the right one', async () => {
    expect(await begin({ personId: randomUUID() })).toEqual({ status: 403, code: 'access.no-post' });
    expect(await begin(secretary)).toEqual({ status: 403, code: 'access.not-permitted' });
    expect(await begin(await bench.person('532500-relief', 'head'))).toEqual({ status: 403, code: 'access.not-permitted' });
    expect((await begin(officer)).status).toBe(201);
  });

  it('needs a unit that the directory knows', async () => {
    const homeless = await bench.person('532599-psb', 'officer');
    expect(await begin(homeless)).toEqual({ status: 403, code: 'access.not-permitted' });
  });

  it('is refused to whoever an issuer knows under another kind of name than ours', async () => {
    expect(await begin({ personId: 'auth0|5f7c8ec7c33c6c004bbafe82' })).toEqual({ status: 403, code: 'access.no-post' });
  });

  it('is made under the post in the unit that X-Unit names', async () => {
    const [personId, caseId] = [randomUUID(), randomUUID()];
    const post = (unitId: string, held: 'officer' | 'head') =>
      fact(PostAssigned, { assignmentId: randomUUID(), personId, unitId, post: held, from: '2000-01-01' });
    await bench.hear('identity', caseId, post('532528-psb', 'officer'), post('532500-relief', 'head'));
    expect((await begin({ personId })).status).toBe(201);
    expect((await begin({ personId }, { 'x-unit': '532528-psb' })).status).toBe(201);
    expect(await begin({ personId }, { 'x-unit': '532500-relief' })).toEqual({ status: 403, code: 'access.not-permitted' });
    expect(await begin({ personId }, { 'x-unit': '532503-psb' })).toEqual({ status: 403, code: 'access.no-post' });
    const said = await bench.query<{ payload: string }>('SELECT payload FROM journal ORDER BY seq DESC LIMIT 1');
    expect(JSON.parse(said[0]!.payload)).toMatchObject({ actor: { personId, unitId: '532528-psb', post: 'officer' } });
  });

  it('that posts in several units would permit names the unit; what everybody may read needs no choice', async () => {
    await bench.unit('532503-psb', 'public-security');
    const personId = randomUUID();
    const post = (unitId: string, held: 'officer' | 'head') =>
      fact(PostAssigned, { assignmentId: randomUUID(), personId, unitId, post: held, from: '2000-01-01' });
    await bench.hear('identity', randomUUID(),
      post('532503-psb', 'officer'), post('532528-psb', 'head'), post('532528-psb', 'officer'));
    const refused = await bench.as({ personId }).post('/tallies');
    expect(refused).toMatchObject({ status: 409, body: { code: 'access.choose-a-post' } });
    expect(refused.body.details?.['posts']).toHaveLength(3);
    expect(refused.body.details?.['posts']).toEqual(expect.arrayContaining([
      { unitId: '532503-psb', post: 'officer' }, { unitId: '532528-psb', post: 'head' },
    ]));
    for (const unitId of ['532503-psb', '532528-psb']) expect((await begin({ personId }, { 'x-unit': unitId })).status).toBe(201);
    expect((await bench.as({ personId }).get('/tallies')).status).toBe(200);
  });

  it('says whether it is the unit that does no such work, or the post that does not permit it', async () => {
    const because = async (actor: Actor) => (await bench.as(actor).post('/tallies')).body.details;
    expect(await because(secretary)).toEqual({ permission: 'tally.write', because: 'post' });
    expect(await because(await bench.person('532500-relief', 'head'))).toEqual({ permission: 'tally.write', because: 'unit' });
  });

  it('tells of a time at which its sender held a post in that unit', async () => {
    const [personId, caseId] = [randomUUID(), randomUUID()];
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    await bench.hear('identity', caseId, fact(PostAssigned, {
      assignmentId: randomUUID(), personId, unitId: '532528-psb', post: 'officer', from: dayOf(day(-10)),
    }));
    const desk = bench.as({ personId });
    const begunAt = async (occurredAt: string) => (await desk.post('/tallies', { occurredAt })).body.code;
    expect(await begunAt(day(-9))).toBeUndefined();
    expect(await begunAt(day(-12))).toBe('access.no-post-then');
    expect(await begunAt('0000-01-01T00:00:00Z')).toBe('input.invalid');
  });

  it('asks nothing that its route does not know', async () => {
    const token = await bench.tokenOf(officer);
    expect((await asked('/tallies?limit=1', token)).status).toBe(200);
    expect(await asked('/tallies?limt=1', token)).toEqual({ status: 400, code: 'input.invalid' });
    expect(await asked(`/tallies/${randomUUID()}?limit=1`, token)).toEqual({ status: 400, code: 'input.invalid' });
  });

  it('is refused within a second after the post has ended, and before it begins', async () => {
    const [personId, assignmentId, caseId] = [randomUUID(), randomUUID(), randomUUID()];
    const day = (days: number) => dayOf(new Date(Date.now() + days * 86_400_000).toISOString());
    await bench.hear('identity', caseId, fact(PostAssigned, {
      assignmentId, personId, unitId: '532528-psb', post: 'officer', from: day(0),
    }));
    expect((await begin({ personId })).status).toBe(201);
    await bench.hear('identity', caseId, fact(PostEnded, { assignmentId, personId, unitId: '532528-psb', to: day(0) }));
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect(await begin({ personId })).toEqual({ status: 403, code: 'access.no-post' });
    const tomorrow = randomUUID();
    await bench.hear('identity', caseId, fact(PostAssigned, {
      assignmentId: randomUUID(), personId: tomorrow, unitId: '532528-psb', post: 'officer', from: day(1),
    }));
    expect(await begin({ personId: tomorrow })).toEqual({ status: 403, code: 'access.no-post' });
  });
});

describe('Without a token', () => {
  const shown = (path: string, accept: string): Promise<Response> => fetch(`${bench.url}${path}`, { headers: { accept } });

  it('a service says what it is, and where its documents and its health are', async () => {
    const told = await (await shown('/', '*/*')).json();
    expect(told).toMatchObject({ service: 'intake', mode: 'rehearsal', openapi: '/openapi.json' });
    expect(await (await shown('/', 'text/html')).text()).toContain('href="/health/ready"');
  });

  it('everybody may read what a refusal means, in both languages', async () => {
    const problem = await (await shown('/problems/stage.offer-pending', 'application/json')).json();
    expect(problem).toMatchObject({ code: 'stage.offer-pending', status: 409, zh: '已有一份移交等待答复。' });
    const page = await shown('/problems/stage.offer-pending', 'text/html,*/*');
    expect(page.headers.get('content-security-policy')).toContain(`default-src 'none'`);
    expect(await page.text()).toContain('An offer already waits for an answer.');
    expect((await shown('/problems/no.such-code', '*/*')).status).toBe(404);
  });
});
