import { createECDH, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freePort } from '#embedded';
import { startService, type RunningService } from '#service-kit';
import { freshService, signIn, signInForTokens, type FreshService } from '#testing';
import { identityParts, identityService } from '../src/identity.module.js';
import { SEED_PEOPLE, SEED_UNITS } from '../src/seed/people.js';
import { demoPersonId } from '../src/seed/seed.js';
import { IdentitySettings, readIdentitySettings } from '../src/settings.js';

const PASSWORD = 'guitu-demo';

let fresh: FreshService;
let issuer: string;
let running: RunningService;
let environment: NodeJS.ProcessEnv;

const key = (): string => randomBytes(32).toString('base64');

async function start(settings: Record<string, string> = {}): Promise<RunningService> {
  const own = readIdentitySettings({ GUITU_SEED: 'demo', ...settings });
  const parts = { ...identityParts, providers: [...identityParts.providers!, { provide: IdentitySettings, useValue: own }] };
  return startService(identityService, parts, environment);
}

async function query<R>(text: string, values: unknown[] = []): Promise<R[]> {
  const client = new pg.Client({ connectionString: fresh.ownerUrl });
  await client.connect();
  return client.query(text, values).then(({ rows }) => rows as R[]).finally(() => client.end());
}

const count = async (table: string): Promise<number> => (await query<{ n: number }>(`SELECT count(*)::integer AS n FROM ${table}`))[0]!.n;

interface Answer {
  status: number;
  body: { code?: string; [name: string]: unknown };
}

async function ask(method: string, path: string, token: string, body?: object): Promise<Answer> {
  const answer = await fetch(`${running.url}${path}`, {
    method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(20_000),
    headers: {
      authorization: `Bearer ${token}`, 'idempotency-key': randomUUID(), ...(body && { 'content-type': 'application/json' }),
    },
  });
  return { status: answer.status, body: await answer.json() as Answer['body'] };
}

const tokenOf = async (username: string, password = PASSWORD): Promise<string> => (await signIn(issuer, username, password)).accessToken;

beforeAll(async () => {
  fresh = await freshService('identity');
  const port = await freePort();
  issuer = `http://127.0.0.1:${port}/oidc`;
  environment = {
    PORT: String(port), DATABASE_URL: fresh.runtimeUrl, DATABASE_OWNER_URL: fresh.ownerUrl, KAFKA_BROKERS: fresh.brokers.join(','),
    OIDC_ISSUER: issuer, GUITU_MODE: 'rehearsal', GUITU_KEK: key(), GUITU_DIGEST_KEY: key(), LOG_LEVEL: 'fatal',
  };
  running = await start();
}, 60_000);

afterAll(() => running?.stop());

describe('the demonstration directory', () => {
  it('is there when the service answers, each thing once', async () => {
    expect(await count('unit_record')).toBe(SEED_UNITS.length);
    expect(await count('person')).toBe(SEED_PEOPLE.length);
    expect(await count('directory_post')).toBe(SEED_PEOPLE.flatMap(({ posts }) => posts).length);
    expect((await fetch(`${running.url}/health/ready`)).status).toBe(200);
  });

  it('says every unit and post in facts, without any name', async () => {
    const rows = await query<{ payload: string }>('SELECT payload FROM journal');
    expect(rows).toHaveLength(SEED_UNITS.length + SEED_PEOPLE.flatMap(({ posts }) => posts).length);
    expect(rows.filter(({ payload }) => /[\u4e00-\u9fff]/.test(payload))).toEqual([]);
  });

  it('is not made twice, is finished after an interruption, and keeps what an administrator has changed', async () => {
    const [journal, people] = [await count('journal'), await count('person')];
    const token = await tokenOf('admin');
    const post = (await ask('GET', '/directory/units/532503-psb', token)).body['posts'] as { assignmentId: string; post: string }[];
    const officer = post.find((held) => held.post === 'verifier')!;
    expect((await ask('PUT', `/directory/units/532503-psb/posts/${officer.assignmentId}/end`, token, { to: '2026-01-01' })).status).toBe(200);
    await running.stop();
    await query(`UPDATE setting SET value = value || '{"edition": null}' WHERE name = 'demo-seed'`);
    running = await start();
    expect([await count('journal'), await count('person')]).toEqual([journal + 1, people]);
    const after = (await ask('GET', '/directory/units/532503-psb', token)).body['posts'] as { assignmentId: string; to: string }[];
    expect(after.find(({ assignmentId }) => assignmentId === officer.assignmentId)!.to).toBe('2026-01-01');
  }, 60_000);

  it('lists who can sign in, in rehearsal mode only', async () => {
    const answer = await fetch(`${running.url}/directory/demo-accounts?limit=2&after=pu.zhiqian`);
    const { items, next } = await answer.json() as { items: object[]; next: string };
    expect(items).toEqual([
      expect.objectContaining({ username: 'pu.zhiqiang', nameZh: '普志强', unitId: '532500-psb', post: 'deputy-head' }),
      expect.objectContaining({ username: 'tao.li' }),
    ]);
    expect(next).toBe('tao.li');
  });
});

describe('signing in', () => {
  it('gives a token of 15 minutes that names the person and opens /me, right after the start', async () => {
    const { accessToken, personId, expiresAt } = await signIn(issuer, 'kong.xianglin', PASSWORD);
    expect(personId).toBe(demoPersonId('kong.xianglin'));
    expect(Math.round((expiresAt - Date.now()) / 60_000)).toBe(15);
    const me = await ask('GET', '/me', accessToken);
    expect(me.body).toMatchObject({
      personId, username: 'kong.xianglin', nameZh: '孔祥林', signingKeys: [],
      posts: [{ post: 'head', from: '2021-03-15', unit: { unitId: '532503-psb', nameZh: '蒙自市公安局', superiorUnit: '532500-psb' } }],
    });
  });

  it('answers the same for a wrong password and for somebody who does not exist', async () => {
    const answers = await Promise.all(['tao.li', 'nobody.here'].map((username) => signIn(issuer, username, 'wrong').catch(String)));
    for (const answer of answers) expect(answer).toMatch(/401.*identity\.wrong-credentials/);
  });

  it('tries nothing more after six failures within a minute, not even the right password', async () => {
    for (let attempt = 0; attempt < 6; attempt += 1)
      await expect(signIn(issuer, 'li.wei', `wrong ${attempt}`)).rejects.toThrow('identity.wrong-credentials');
    await expect(signIn(issuer, 'LI.wei', PASSWORD)).rejects.toThrow(/429.*identity\.too-many-attempts/);
    await query(`UPDATE sign_in_failure SET at = at - interval '1 minute'`);
    await expect(signIn(issuer, 'li.wei', PASSWORD)).resolves.toBeDefined();
  }, 30_000);

  it('refuses a request without PKCE, and a way back that nobody has registered', async () => {
    const address = (over: Record<string, string>): string => `${issuer}/auth?${new URLSearchParams({
      client_id: 'guitu-cli', response_type: 'code', scope: 'openid', redirect_uri: 'http://127.0.0.1/callback', ...over,
    })}`;
    const challenge = { code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM' };
    for (const over of [{}, { ...challenge, code_challenge_method: 'plain' }]) {
      const answer = await fetch(address(over), { redirect: 'manual' });
      expect(answer.headers.get('location')).toMatch(/^http:\/\/127\.0\.0\.1\/callback\?error=invalid_request&/);
    }
    const elsewhere = await fetch(address({ ...challenge, code_challenge_method: 'S256', redirect_uri: 'https://elsewhere.example/' }), { redirect: 'manual' });
    expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([400, null]);
  });

  it('shows a form without scripts, which nobody can frame or send elsewhere', async () => {
    const begun = await fetch(`${issuer}/auth?client_id=guitu-web&response_type=code&scope=openid&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256&redirect_uri=${encodeURIComponent('http://127.0.0.1:7000/session/callback')}`, { redirect: 'manual' });
    const cookie = begun.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    const form = await fetch(new URL(begun.headers.get('location')!, issuer), { headers: { cookie } });
    expect(form.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^;]+; form-action 'self' http:\/\/127\.0\.0\.1:7000; frame-ancestors 'none'/);
    const html = await form.text();
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).not.toContain('<script');
    const without = await fetch(new URL(begun.headers.get('location')!, issuer), { method: 'POST' });
    expect([without.status, await without.text()]).toEqual([400, expect.stringContaining('sign-in-expired')]);
  });

  it('keeps no secret readable in the database', async () => {
    const { refresh_token: secret } = await signInForTokens(issuer, 'tao.li', PASSWORD);
    const rows = await query<{ all: string }>(`SELECT row_to_json(m)::text || encode(sealed, 'escape') AS all FROM oidc_model m`);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => row.all.includes(secret!))).toEqual([]);
    expect(JSON.stringify(await query('SELECT * FROM setting'))).not.toMatch(/"d"|P-256/);
  });

  it('gives a new refresh token each time, and takes all back when an old one comes again', async () => {
    const refresh = async (token: string): Promise<Answer> => {
      const answer = await fetch(`${issuer}/token`, {
        method: 'POST', body: new URLSearchParams({ grant_type: 'refresh_token', client_id: 'guitu-cli', refresh_token: token }),
      });
      return { status: answer.status, body: await answer.json() as Answer['body'] };
    };
    const first = (await signInForTokens(issuer, 'tao.li', PASSWORD)).refresh_token!;
    const second = await refresh(first);
    expect(second.status).toBe(200);
    expect((await ask('GET', '/me', second.body['access_token'] as string)).status).toBe(200);
    expect((await refresh(first)).body).toMatchObject({ error: 'invalid_grant' });
    expect((await refresh(second.body['refresh_token'] as string)).body).toMatchObject({ error: 'invalid_grant' });
  });
});

describe('a token', () => {
  it('of another audience opens nothing: an id token is for the client', async () => {
    const { id_token: idToken } = await signInForTokens(issuer, 'tao.li', PASSWORD);
    expect(await ask('GET', '/me', idToken)).toMatchObject({ status: 401, body: { code: 'access.not-signed-in' } });
  });

  it('opens nothing when it was changed or made up', async () => {
    const token = await tokenOf('tao.li');
    const [head, , signature] = token.split('.');
    const body = Buffer.from(JSON.stringify({ sub: demoPersonId('admin'), iss: issuer, aud: 'guitu', exp: 4_000_000_000 })).toString('base64url');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
    for (const forged of [`${head}.${body}.${signature}`, unsigned, 'nonsense'])
      expect((await ask('GET', '/me', forged)).status).toBe(401);
  });

  it('survives a restart, and so does the session: the keys are kept', async () => {
    const tokens = await signInForTokens(issuer, 'tao.li', PASSWORD);
    const keysBefore = await (await fetch(`${issuer}/jwks`)).json();
    await running.stop();
    running = await start();
    expect(await (await fetch(`${issuer}/jwks`)).json()).toEqual(keysBefore);
    expect((await ask('GET', '/me', tokens.access_token)).status).toBe(200);
    const refreshed = await fetch(`${issuer}/token`, {
      method: 'POST', body: new URLSearchParams({ grant_type: 'refresh_token', client_id: 'guitu-cli', refresh_token: tokens.refresh_token! }),
    });
    expect(refreshed.status).toBe(200);
  }, 60_000);

  it('opens nothing after its time, and a changed demonstration password takes effect', async () => {
    await running.stop();
    running = await start({ OIDC_ACCESS_TOKEN_SECONDS: '1', GUITU_DEMO_PASSWORD: 'another-one' });
    const token = await tokenOf('tao.li', 'another-one');
    expect((await ask('GET', '/me', token)).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(await ask('GET', '/me', token)).toMatchObject({ status: 401, body: { code: 'access.not-signed-in' } });
    await running.stop();
    running = await start();
    await expect(tokenOf('tao.li')).resolves.toBeDefined();
  }, 60_000);
});

describe('the directory', () => {
  it('is read page by page, by everybody with a post', async () => {
    const token = await tokenOf('vn-laocai-police.liaison');
    const seen: string[] = [];
    for (let after = ''; ;) {
      const { body } = await ask('GET', `/directory/units?limit=60${after && `&after=${after}`}`, token);
      seen.push(...(body['items'] as { unitId: string }[]).map(({ unitId }) => unitId));
      if (body['next'] === null) break;
      after = body['next'] as string;
    }
    expect(seen).toHaveLength(SEED_UNITS.length);
    expect(new Set(seen).size).toBe(seen.length);
    const ids = ['pu.zhiqiang', 'li.wei'].map(demoPersonId);
    expect(((await ask('GET', `/directory/people?ids=${ids.join(',')}`, token)).body['items'] as object[])).toHaveLength(2);
    expect((await ask('GET', '/directory/people?ids=', token)).status).toBe(400);
    expect((await ask('GET', `/directory/people/${randomUUID()}`, token)).status).toBe(404);
    expect((await ask('GET', '/directory/units/nowhere', token)).status).toBe(404);
  });

  it('is administered by administrators, who give themselves nothing', async () => {
    const [admin, officer] = [await tokenOf('admin'), await tokenOf('tao.li')];
    const unit = {
      kind: 'police-station', level: 'township', division: '532503', country: 'CN', superiorUnit: '532503-psb',
      nameZh: '雨过铺派出所', nameEn: 'Yuguopu Police Station',
    };
    expect((await ask('PUT', '/directory/units/532503-yuguopu-police-station', officer, unit)).body.code).toBe('access.not-permitted');
    expect((await ask('PUT', '/directory/units/532503-yuguopu-police-station', admin, unit)).status).toBe(200);
    const assign = (body: object): Promise<Answer> => ask('POST', '/directory/units/532503-yuguopu-police-station/posts', admin, { post: 'head', from: '2026-01-01', ...body });
    expect((await assign({ personId: demoPersonId('admin') })).body.code).toBe('identity.own-post');
    expect((await assign({})).body.code).toBe('identity.person-missing');
    expect((await assign({ personId: randomUUID() })).body.code).toBe('identity.unknown-person');
    expect((await assign({ newPerson: { username: 'tao.li', nameZh: '陶丽' } })).body.code).toBe('identity.username-taken');
    expect((await assign({ newPerson: { username: 'Tao Li', nameZh: '陶丽' } })).body.code).toBe('input.invalid');
    expect((await ask('POST', '/directory/units/999999-nowhere/posts', admin, { post: 'head', from: '2026-01-01', personId: randomUUID() })).status).toBe(404);
  });

  it('takes in somebody new, who can work as soon as a password is set, and until the post ends', async () => {
    const admin = await tokenOf('admin');
    const hired = await ask('POST', '/directory/units/532503-wenlan-police-station/posts', admin, {
      newPerson: { username: 'yang.fan', nameZh: '杨帆', nameLatin: 'Yang Fan' }, post: 'officer', from: '2026-01-01',
    });
    const { personId, assignmentId } = (hired.body['facts'] as { data: { personId: string; assignmentId: string } }[])[0]!.data;
    await expect(signIn(issuer, 'yang.fan', PASSWORD)).rejects.toThrow('identity.wrong-credentials');
    expect((await ask('PUT', `/directory/people/${personId}/password`, admin, { password: 'a-first-password' })).status).toBe(200);
    expect((await ask('PUT', `/directory/people/${demoPersonId('admin')}/password`, admin, { password: 'a-first-password' })).body.code).toBe('identity.own-password');
    const tokens = await signInForTokens(issuer, 'yang.fan', 'a-first-password');
    expect((await ask('GET', '/me', tokens.access_token)).body).toMatchObject({ nameLatin: 'Yang Fan', posts: [{ post: 'officer' }] });
    expect((await ask('PUT', '/me/password', tokens.access_token, { present: 'wrong', next: 'another-password' })).body.code).toBe('identity.wrong-password');
    expect((await ask('PUT', '/me/password', tokens.access_token, { present: 'a-first-password', next: 'another-password' })).status).toBe(200);
    const refreshed = await fetch(`${issuer}/token`, {
      method: 'POST', body: new URLSearchParams({ grant_type: 'refresh_token', client_id: 'guitu-cli', refresh_token: tokens.refresh_token! }),
    });
    expect(refreshed.status).toBe(400);
    await ask('PUT', `/directory/units/532503-wenlan-police-station/posts/${assignmentId}/end`, admin, { to: '2026-01-02' });
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect((await ask('GET', '/me', await tokenOf('yang.fan', 'another-password'))).body.code).toBe('access.no-post');
  }, 30_000);

  it('keeps a signing key for one person and one unit (X-4)', async () => {
    const [border, counterpart] = [await tokenOf('532532-border-inspection.border'), await tokenOf('vn-laocai-border-guard.border')];
    const ecdh = createECDH('prime256v1');
    const point = ecdh.generateKeys();
    const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')];
    const first = await ask('POST', '/me/signing-keys', border, { x, y });
    expect(first.body).toMatchObject({ caseId: '532532-border-inspection', facts: [{ type: 'identity.signing-key-registered' }] });
    expect((await ask('POST', '/me/signing-keys', border, { x, y })).body['facts']).toEqual([]);
    expect((await ask('POST', '/me/signing-keys', counterpart, { x, y })).body.code).toBe('identity.key-taken');
    expect((await ask('POST', '/me/signing-keys', border, { x: y, y: x })).body.code).toBe('identity.key-invalid');
    expect((await ask('GET', '/me', border)).body['signingKeys']).toMatchObject([{ unitId: '532532-border-inspection', x, y }]);
  });
});
