import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { signIn } from '#testing';
import { aDoor, DUTY, type Door } from './a-door.js';
import { Browser, exactly, Listening, until } from './browser.js';

const CLUE = { channel: 'citizen', discoveredAt: '2026-07-01T09:00:00+08:00', division: '532528' };
let gate: Door;
let door: string;

/** Tokens end soon, so that they are refreshed here. */
beforeAll(async () => {
  gate = await aDoor({
    OIDC_ACCESS_TOKEN_SECONDS: '22', GATEWAY_REQUESTS_PER_MINUTE: '400', GATEWAY_TRUSTED_PROXIES: '127.0.0.1',
  });
  door = gate.url;
}, 180_000);

afterAll(() => gate?.stop(), 60_000);

const signedIn = (username?: string): Promise<Browser> => gate.signedIn(username);
const query: Door['query'] = (text, values) => gate.query(text, values);

describe('signing in', () => {
  it('leads to the provider and back, and gives a cookie that says nothing', async () => {
    const browser = new Browser(door);
    expect((await browser.get('/session')).body).toMatchObject({ status: 401, code: 'access.not-signed-in' });
    const end = await browser.signIn(DUTY, '/cases/1?tab=线索');
    expect(`${end.pathname}${decodeURIComponent(end.search)}`).toBe('/cases/1?tab=线索');
    const { status, body, headers } = await browser.get('/session');
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(body).toMatchObject({
      name: '杨凤仙', mode: 'rehearsal',
      posts: [{
        unitId: '532528-psb', unitName: { zh: '元阳县公安局' }, post: 'duty-officer', kind: 'public-security', division: '532528',
      }],
    });
    const [cookie] = browser.received.filter((line) => line.startsWith('guitu='));
    expect(cookie).toMatch(/^guitu=[\w-]{43}; Max-Age=28800; Path=\/; HttpOnly; SameSite=Lax$/);
    const [row] = await query<{ all: string }>(`SELECT row_to_json(s)::text || encode(sealed, 'escape') AS all FROM session s LIMIT 1`);
    expect(row!.all).not.toContain(/^guitu=([^;]+)/.exec(cookie!)![1]);
    expect(row!.all).not.toContain('eyJ');
  });

  it('does not lead to another site afterwards', async () => {
    const elsewhere = ['//evil.example/', '/.//evil.example/', '/a/..//evil.example/', 'https://evil.example/'];
    for (const bad of [...elsewhere, '/\\evil.example', '/\t/evil.example', '/session/sign-out'])
      expect((await new Browser(door).signIn(DUTY, bad)).href).toBe(`${door}/`);
  });

  it('takes back nobody without the cookie of this sign-in', async () => {
    const begun = await new Browser(door).see('/session/sign-in');
    const state = new URL(begun.headers.get('location')!).searchParams.get('state')!;
    const answer = await new Browser(door).get(`/session/callback?code=abc&state=${state}`);
    expect(answer.body).toMatchObject({ status: 400, code: 'session.sign-in-expired' });
  });

  it('survives a restart of the gateway', async () => {
    const browser = await signedIn();
    await gate.system.service('gateway').restart();
    expect((await browser.get('/session')).status).toBe(200);
  }, 60_000);

  it('lets another person sign in where the first one has not signed out, and ends the first session', async () => {
    const browser = await signedIn();
    const first = browser.cookieLine();
    await browser.signIn('tao.li');
    expect((await browser.get('/session')).body['name']).not.toBe('杨凤仙');
    expect((await exactly(door, '/session', { cookie: first })).status).toBe(401);
  });
});

describe('a change', () => {
  it('goes through with the word of the session, from a page of ours', async () => {
    const browser = await signedIn();
    const done = await browser.post('/api/intake/intakes/clues', CLUE);
    expect([done.status, done.body['repeated']]).toEqual([201, false]);
  });

  it('is refused without that word, and from another site', async () => {
    const browser = await signedIn();
    const refused = async (headers: Record<string, string>): Promise<unknown> =>
      (await browser.post('/api/intake/intakes/clues', CLUE, headers)).body['code'];
    expect(await refused({ 'x-guitu-csrf': '' })).toBe('session.not-confirmed');
    expect(await refused({ 'x-guitu-csrf': (await signedIn()).csrf })).toBe('session.not-confirmed');
    expect(await refused({ origin: 'https://evil.example' })).toBe('session.cross-site');
    expect(await refused({ 'sec-fetch-site': 'same-site' })).toBe('session.cross-site');
    expect((await browser.get('/session/sign-out')).status).toBe(404);
    expect((await browser.get('/session')).status).toBe(200);
  });
});

describe('the way to a service', () => {
  it('is open to the services behind the door, and to nothing else of them', async () => {
    const browser = await signedIn();
    const cookie = browser.cookieLine();
    expect((await browser.get('/api/casebook/worklist')).status).toBe(200);
    expect((await browser.get('/api/nowhere/x')).body['code']).toBe('gateway.unknown-service');
    for (const path of ['metrics', 'oidc/jwks', 'health/live', '%6Detrics'].map((rest) => `/api/identity/${rest}`))
      expect([path, (await exactly(door, path, { cookie })).code]).toEqual([path, 'record.not-found']);
    const crooked = ['../intake/intakes', '%2e%2e/metrics', 'me%2f..%2fmetrics', '/metrics', '.', 'me\\metrics'];
    for (const path of crooked.map((rest) => `/api/identity/${rest}`))
      expect([path, (await exactly(door, path, { cookie })).code]).toEqual([path, 'gateway.bad-path']);
    expect((await new Browser(door).get('/api/identity/me')).status).toBe(401);
    expect((await new Browser(door).get('/api/identity/directory/demo-accounts?limit=1')).status).toBe(200);
  });

  it('takes along the token of the session, whatever the request brings', async () => {
    const browser = await signedIn();
    const forged = { authorization: 'Bearer forged', 'x-forwarded-for': '1.2.3.4', connection: 'authorization' };
    const { status, body, headers } = await browser.get('/api/identity/me', forged);
    expect([status, body['username']]).toEqual([200, DUTY]);
    expect(headers.getSetCookie()).toEqual([]);
    expect((await browser.get('/api/identity/me', { 'x-unit': '532503-psb' })).body['code']).toBe('access.no-post');
  });

  it('refreshes a token once for all who wait, and again and again', async () => {
    const browser = await signedIn();
    for (let round = 0; round < 2; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 2_500)); // What is left of a token of 22 seconds is not enough then.
      const answers = await Promise.all(Array.from({ length: 12 }, () => browser.get('/api/identity/me')));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    }
  }, 30_000);

  it('says that a service is away, and when to try again', async () => {
    const browser = await signedIn();
    await gate.system.service('placement').stop();
    const away = await browser.get('/api/placement/placements');
    expect([away.status, away.headers.get('retry-after'), away.body['code']]).toEqual([503, '2', 'gateway.service-away']);
    await gate.system.service('placement').restart();
  }, 60_000);
});

describe('limits', () => {
  const codes = async (count: number, path: string, address: string): Promise<Set<unknown>> => {
    const browser = new Browser(door);
    const seen: unknown[] = [];
    for (let sent = 0; sent < count; sent += 20)
      seen.push(...(await Promise.all(Array.from({ length: 20 }, () => browser.get(path, { 'x-forwarded-for': address }))))
        .map(({ status, body }) => body['code'] ?? status));
    return new Set(seen);
  };

  it('hold for each address, as the trusted proxy tells it, and more strictly for signing in', async () => {
    expect(await codes(400, '/session', '10.9.9.1')).toEqual(new Set(['access.not-signed-in']));
    expect(await codes(20, '/session', '10.9.9.1')).toEqual(new Set(['gateway.too-many-requests']));
    expect(await codes(60, '/session/sign-in', '10.9.9.2')).toEqual(new Set([302]));
    const refused = await new Browser(door).get('/session/sign-in', { 'x-forwarded-for': 'forged, 10.9.9.2' });
    expect([refused.status, refused.body['code']]).toEqual([429, 'gateway.too-many-sign-ins']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await codes(20, '/session/sign-in', '10.9.9.3')).toEqual(new Set([302]));
  }, 30_000);

  it('let nothing of the upkeep out through the proxy', async () => {
    const crooked = ['/m%65trics', '/d%6Fcs', '/%73ession/sign-in', 'http://x/metrics'];
    for (const path of ['/metrics', '/docs', '/parked', '/rehearsal/clock', '/openapi.json', ...crooked])
      expect([path, (await exactly(door, path, {})).code]).toEqual([path, 'record.not-found']);
  });
});

describe('pages', () => {
  it('run no script or style without the page’s own nonce, and cannot be framed', async () => {
    const [one, two] = [await new Browser(door).get('/cases/1'), await new Browser(door).get('/')];
    const policy = one.headers.get('content-security-policy')!;
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("frame-ancestors 'none'");
    const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)![1]!;
    expect(one.text).toContain(nonce);
    expect(two.headers.get('content-security-policy')).not.toContain(nonce);
    expect((await new Browser(door).get('/assets/none-12345678.js')).status).toBe(404);
    for (const path of ['/../../package.json', '/..%2f..%2fpackage.json', '/assets/../../package.json'])
      expect([403, 404]).toContain((await exactly(door, path, {})).status);
  });

  it('are refused as everything is, in a form that programs read', async () => {
    const answers = await Promise.all(
      ['/.env', '/assets/.git/config.yml', '/assets/%00.js', '/assets/%ff.js', '/assets/%zz.js', '/none.js'].map(async (path) => {
        const { status, code } = await exactly(door, path, {});
        return [path, status, code];
      }));
    expect(answers).toEqual([
      ['/.env', 404, 'record.not-found'], ['/assets/.git/config.yml', 404, 'record.not-found'],
      ['/assets/%00.js', 400, 'input.invalid'], ['/assets/%ff.js', 400, 'input.invalid'],
      ['/assets/%zz.js', 400, 'input.invalid'],
      ['/none.js', 404, 'record.not-found'],
    ]);
  });

  it('show the API of all services in one document', async () => {
    const { body } = await new Browser(door).get('/api/openapi.json');
    expect(Object.keys(body['paths'] as object)).toEqual(expect.arrayContaining(['/api/identity/me', '/api/casebook/worklist']));
    expect((await new Browser(door).get('/api/docs')).text).toContain('/api/docs/start.js');
    expect((await new Browser(door).get('/api/docs/swagger-ui.css')).status).toBe(200);
  });
});

describe('leaving', () => {
  it('ends this session, or all of the person with what they listen to', async () => {
    const [one, two, three] = [await signedIn(), await signedIn(), await signedIn()];
    await one.post('/session/sign-out');
    expect([(await one.get('/session')).status, (await two.get('/session')).status]).toEqual([401, 200]);
    const listening = await Listening.open(three, '/events');
    await listening.until(({ heard }) => /event: ready\n.*\ndata: \{"now":"2/.test(heard));
    await two.post('/session/sign-out-everywhere');
    await listening.until(({ isEnded }) => isEnded, 5_000);
    expect((await three.get('/api/identity/me')).status).toBe(401);
    expect(await query('SELECT 1 FROM session WHERE person_id = $1', [randomUUID()])).toEqual([]);
  });

  it('is done for somebody whose password another one has set, or whose post has ended: here, and with every token', async () => {
    const [head, deputy] = [await signedIn('532504-psb.head'), await signedIn('532504-psb.deputy')];
    const admin = await signedIn('admin');
    const officer = await signedIn('532504-psb.officer');
    const { accessToken, personId } = await signIn(`${gate.system.service('identity').url}/oidc`, '532504-psb.officer', 'guitu-demo');
    const withToken = async (): Promise<number> => (await fetch(`${gate.system.service('casebook').url}/worklist`, {
      headers: { authorization: `Bearer ${accessToken}` } })).status;
    const listening = await Listening.open(officer, '/events');
    await listening.until(({ heard }) => heard.includes('event: ready'));
    expect(await withToken()).toBe(200);
    const person = `/api/identity/directory/people/${personId}`;
    expect((await head.post(`${person}/password-requests`, {})).status).toBe(200);
    const password = 'another-password';
    expect((await deputy.change('PUT', `${person}/password`, { password })).status).toBe(200);
    await listening.until(({ isEnded }) => isEnded, 5_000);
    await until(async () => (await officer.get('/session')).status === 401, 5_000);
    await until(async () => await withToken() === 401, 5_000);
    await officer.signIn('532504-psb.officer', '/', password);
    expect((await officer.get('/api/casebook/worklist')).status).toBe(200);
    const { body } = await admin.get('/api/identity/directory/units/532504-psb');
    const { assignmentId } = (body['posts'] as { assignmentId: string; personId: string }[])
      .find((held) => held.personId === personId)!;
    const to = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const end = `/api/identity/directory/units/532504-psb/posts/${assignmentId}/end`;
    expect((await admin.change('PUT', end, { to })).status).toBe(200);
    await until(async () => (await officer.get('/session')).status === 401, 5_000);
    expect((await deputy.get('/session')).status).toBe(200);
  }, 60_000);

  it('locks after a time without a deed; signing in again opens the same session, and open pages go on', async () => {
    const browser = await signedIn();
    await query(`UPDATE session SET active_at = now() - interval '901 seconds'`);
    expect((await browser.get('/api/casebook/worklist')).body).toMatchObject({ status: 423, code: 'session.locked' });
    expect((await browser.get('/session')).status).toBe(423);
    const { csrf } = browser;
    await browser.signIn(DUTY);
    expect((await browser.get('/api/casebook/worklist')).status).toBe(200);
    expect(browser.csrf).toBe(csrf);
    const stripped = new URL((await browser.see('/session/sign-in')).headers.get('location')!);
    for (const name of ['prompt', 'max_age']) stripped.searchParams.delete(name);
    expect(await browser.follow(stripped)).toMatchObject({ status: 403, code: 'session.not-fresh' });
    await browser.post('/session/lock');
    expect((await browser.get('/api/casebook/worklist')).status).toBe(423);
  });

  it('does not take a page that refreshes itself for a person at work', async () => {
    const browser = await signedIn();
    const longAgo = `UPDATE session SET active_at = now() - interval '600 seconds' RETURNING active_at`;
    await query(longAgo);
    await browser.get('/api/casebook/worklist', { 'x-guitu-background': '1' });
    await browser.get('/session');
    const idle = `SELECT 1 FROM session WHERE active_at > now() - interval '60 seconds'`;
    expect(await query(idle)).toEqual([]);
    await browser.get('/api/casebook/worklist');
    expect(await query(idle)).toHaveLength(1);
  });
});

describe('live changes', () => {
  it('come in the name of one unit, in which one holds a post', async () => {
    const browser = await signedIn();
    const [own, ...asked] = await Promise.all([
      Listening.open(browser, '/events?unit=532528-psb'), Listening.open(browser, '/events', { 'x-unit': '532528-psb' })]);
    await Promise.all([own!, ...asked].map((page) => page.until(({ heard }) => heard.includes('event: ready'))));
    expect((await browser.get('/events?unit=532503-psb')).body).toMatchObject({ status: 403, code: 'access.no-post' });
    await Promise.all([own!, ...asked].map((page) => page.close()));
  });

  it('keep no place for a page that was left before it began to listen', async () => {
    const browser = await signedIn();
    const { caseId } = (await browser.post('/api/intake/intakes/clues', CLUE)).body as { caseId: string };
    await until(async () => (await browser.get(`/api/casebook/cases/${caseId}`)).status === 200);
    const casebook = new pg.Client({ connectionString: gate.system.database('casebook').ownerUrl });
    await casebook.connect();
    await casebook.query('BEGIN; LOCK TABLE case_party IN ACCESS EXCLUSIVE MODE');
    const pages = Array.from({ length: 7 }, () => fetch(new URL(`/events?case=${caseId}`, door), {
      headers: { cookie: browser.cookieLine() }, signal: AbortSignal.timeout(1_000),
    }));
    for (const page of pages) await expect(page).rejects.toThrow(/aborted/);
    await casebook.query('ROLLBACK');
    await casebook.end();
    expect((await browser.get(`/api/casebook/cases/${caseId}`)).status).toBe(200);
    const again = await Listening.open(browser, `/events?case=${caseId}`);
    await again.until(({ heard }) => heard.includes('event: ready'));
    await again.close();
  }, 30_000);

  it('reach the unit at work, without a word of what changed', async () => {
    const [browser, elsewhere] = [await signedIn(), await signedIn('tao.li')];
    const [near, far] = [await Listening.open(browser, '/events'), await Listening.open(elsewhere, '/events')];
    await Promise.all([near, far].map((page) => page.until(({ heard }) => heard.includes('event: ready'))));
    const { body } = await browser.post('/api/intake/intakes/clues', CLUE);
    await near.until(({ heard }) => heard.includes(String(body['caseId'])));
    const line = near.heard.split('\n').find((text) => text.startsWith('data: {"caseId"'))!;
    expect(Object.keys(JSON.parse(line.slice(6)) as object)).toEqual(['caseId', 'at']);
    expect(far.heard).not.toContain(String(body['caseId']));

    const lastId = /id: (\S+)\n/.exec(near.heard)![1]!;
    const again = await Listening.open(browser, '/events', { 'last-event-id': lastId });
    await again.until(({ heard }) => heard.includes(String(body['caseId'])));
    const stale = await Listening.open(browser, '/events', { 'last-event-id': 'other.1' });
    await stale.until(({ heard }) => heard.includes('event: resync'));
    await Promise.all([near, far, again, stale].map((listening) => listening.close()));
  }, 30_000);

  it('of a case reach the page that shows it, if its person may see the case', async () => {
    const [duty, superior, stranger] = [await signedIn(), await signedIn('532500-psb.duty'), await signedIn('tao.li')];
    const { id, caseId } = (await duty.post('/api/intake/intakes/clues', CLUE)).body as { id: string; caseId: string };
    await until(async () => (await superior.get(`/api/casebook/cases/${caseId}`)).status === 200);
    const pages = await Promise.all([superior, stranger].map((browser) => Listening.open(browser, `/events?case=${caseId}`)));
    await Promise.all(pages.map((page) => page.until(({ heard }) => heard.includes('event: ready'))));
    expect((await duty.change('PUT', `/api/intake/intakes/${id}/risk`, { risk: 'urgent' })).status).toBe(200);
    await pages[0]!.until(({ heard }) => heard.includes(caseId));
    expect(pages[0]!.heard).not.toContain('event: worklist');
    expect(pages[1]!.heard).not.toContain(caseId);
    await Promise.all(pages.map((page) => page.close()));
  }, 30_000);
});
