import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { signIn, signInForTokens } from '#testing';
import { demoPersonId } from '../src/seed/seed.js';
import { IdentityBench, PASSWORD } from './bench.js';

const CHALLENGE = { code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256' };

let bench: IdentityBench;

beforeAll(async () => {
  bench = await IdentityBench.begin();
}, 60_000);

afterAll(() => bench?.stop());

/** Asks the provider as a browser does that somebody has sent there. */
const begin = (given: Record<string, string>): Promise<Response> => {
  const asked = new URLSearchParams({ response_type: 'code', scope: 'openid', ...given }).toString();
  return fetch(`${bench.issuer}/auth?${asked}`, { redirect: 'manual' });
};

interface BegunSignIn {
  /** Fills in the form; where it leads is not followed. */
  give(password: string): Promise<Response>;
  follow(): Promise<Response>;
}

/** A browser in which the form is open. */
async function aBegunSignIn(username: string): Promise<BegunSignIn> {
  const begun = await begin({ client_id: 'guitu-cli', redirect_uri: 'http://127.0.0.1/callback', ...CHALLENGE });
  const cookie = begun.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  let next = new URL(begun.headers.get('location')!, bench.issuer);
  return {
    give: async (password) => {
      const answer = await fetch(next, {
        method: 'POST', body: new URLSearchParams({ username, password }), redirect: 'manual',
        headers: { cookie, accept: 'application/json' },
      });
      const location = answer.headers.get('location');
      if (location) next = new URL(location, next);
      return answer;
    },
    follow: () => fetch(next, { redirect: 'manual', headers: { cookie } }),
  };
}

async function until(question: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 15_000; !(await question());) {
    if (Date.now() > deadline) throw new Error('It has not come true in time.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('signing in', () => {
  it('gives a token of 15 minutes that names the person and opens /me, right after the start', async () => {
    const { accessToken, personId, expiresAt } = await signIn(bench.issuer, 'kong.xianglin', PASSWORD);
    expect(personId).toBe(demoPersonId('kong.xianglin'));
    expect(Math.round((expiresAt - Date.now()) / 60_000)).toBe(15);
    const me = await bench.ask('GET', '/me', accessToken);
    expect(me.body).toMatchObject({
      personId, username: 'kong.xianglin', nameZh: '孔祥林', signingKeys: [],
      posts: [{ post: 'head', from: '2021-03-15', unit: { unitId: '532503-psb', nameZh: '蒙自市公安局', superiorUnit: '532500-psb' } }],
    });
  });

  it('answers the same for a wrong password and for somebody who does not exist', async () => {
    for (const username of ['tao.li', 'nobody.here'])
      await expect(signIn(bench.issuer, username, 'wrong')).rejects.toThrow(/401.*identity\.wrong-credentials/);
  });

  it('tries nothing more after six failures within a minute, not even the right password', async () => {
    for (let attempt = 0; attempt < 6; attempt += 1)
      await expect(signIn(bench.issuer, 'li.wei', `wrong ${attempt}`)).rejects.toThrow('identity.wrong-credentials');
    await expect(signIn(bench.issuer, 'LI.wei', PASSWORD)).rejects.toThrow(/429.*identity\.too-many-attempts/);
    await bench.query(`UPDATE sign_in_failure SET at = at - interval '1 minute'`);
    await expect(signIn(bench.issuer, 'li.wei', PASSWORD)).resolves.toBeDefined();
  }, 30_000);

  it('refuses a request without PKCE, and a way back that nobody has registered', async () => {
    for (const pkce of [{}, { ...CHALLENGE, code_challenge_method: 'plain' }]) {
      const answer = await begin({ client_id: 'guitu-cli', redirect_uri: 'http://127.0.0.1/callback', ...pkce });
      expect(answer.headers.get('location')).toMatch(/^http:\/\/127\.0\.0\.1\/callback\?error=invalid_request&/);
    }
    const elsewhere = await begin({ client_id: 'guitu-cli', redirect_uri: 'https://elsewhere.example/', ...CHALLENGE });
    expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([400, null]);
  });

  it('shows a form without scripts, which nobody can frame or send elsewhere', async () => {
    const begun = await begin({ client_id: 'guitu-web', redirect_uri: 'http://127.0.0.1:7000/session/callback', ...CHALLENGE });
    const cookie = begun.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    const form = await fetch(new URL(begun.headers.get('location')!, bench.issuer), { headers: { cookie } });
    expect(form.headers.get('content-security-policy')!.replace(/sha256-[^']+/, 'sha256')).toBe(
      "default-src 'none'; style-src 'sha256'; form-action 'self' http://127.0.0.1:7000; frame-ancestors 'none'; base-uri 'none'");
    const html = await form.text();
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).not.toContain('<script');
    const without = await fetch(new URL(begun.headers.get('location')!, bench.issuer), { method: 'POST' });
    expect([without.status, await without.text()]).toEqual([400, expect.stringContaining('sign-in-expired')]);
  });

  it('under a password that is replaced meanwhile leads nowhere, however late somebody follows it', async () => {
    const [head, deputy] = [await bench.tokenOf('532504-psb.head'), await bench.tokenOf('532504-psb.deputy')];
    const path = `/directory/people/${demoPersonId('532504-psb.officer')}`;
    const held = await aBegunSignIn('532504-psb.officer');
    expect((await held.give(PASSWORD)).status).toBe(303);
    const late = await aBegunSignIn('532504-psb.officer');
    expect((await bench.ask('POST', `${path}/password-requests`, head, {})).status).toBe(200);
    expect((await bench.ask('PUT', `${path}/password`, deputy, { password: 'another-password' })).status).toBe(200);
    expect((await held.follow()).headers.get('location') ?? '').not.toMatch(/[?&]code=/);
    expect((await late.give(PASSWORD)).status).toBe(401);
  }, 30_000);

  it('that was checked while the password is being replaced waits, and is taken back', async () => {
    const owner = new pg.Client({ connectionString: bench.ownerUrl });
    await owner.connect();
    await owner.query('BEGIN');
    await owner.query(`UPDATE person SET password_hash = '' WHERE username = '532528-psb.officer2'`);
    const begun = await aBegunSignIn('532528-psb.officer2');
    const given = begun.give(PASSWORD);
    await until(async () => (await bench.query('SELECT 1 FROM pg_locks WHERE NOT granted')).length > 0);
    await owner.query('COMMIT').finally(() => owner.end());
    expect((await given).status).toBe(400);
    expect((await begun.follow()).headers.get('location') ?? '').not.toMatch(/[?&]code=/);
  }, 30_000);

  it('keeps no secret readable in the database', async () => {
    const { refresh_token: secret } = await signInForTokens(bench.issuer, 'tao.li', PASSWORD);
    const rows = await bench.query<{ all: string }>(`SELECT row_to_json(m)::text || encode(sealed, 'escape') AS all FROM oidc_model m`);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => row.all.includes(secret!))).toEqual([]);
    expect(JSON.stringify(await bench.query('SELECT * FROM setting'))).not.toMatch(/"d"|P-256/);
  });

  it('gives a new refresh token each time, and takes all back when an old one comes again', async () => {
    const first = (await signInForTokens(bench.issuer, 'tao.li', PASSWORD)).refresh_token!;
    const second = await bench.refresh(first);
    expect(second.status).toBe(200);
    expect((await bench.ask('GET', '/me', second.body['access_token'] as string)).status).toBe(200);
    expect((await bench.refresh(first)).body).toMatchObject({ error: 'invalid_grant' });
    expect((await bench.refresh(second.body['refresh_token'] as string)).body).toMatchObject({ error: 'invalid_grant' });
  });
});

describe('a token', () => {
  it('of another audience opens nothing: an id token is for the client', async () => {
    const { id_token: idToken } = await signInForTokens(bench.issuer, 'tao.li', PASSWORD);
    expect(await bench.ask('GET', '/me', idToken)).toMatchObject({ status: 401, body: { code: 'access.not-signed-in' } });
  });

  it('opens nothing when it was changed or made up', async () => {
    const token = await bench.tokenOf('tao.li');
    const [head, , signature] = token.split('.');
    const claims = { sub: demoPersonId('admin'), iss: bench.issuer, aud: 'guitu', exp: 4_000_000_000 };
    const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
    for (const forged of [`${head}.${body}.${signature}`, unsigned, 'nonsense'])
      expect((await bench.ask('GET', '/me', forged)).status).toBe(401);
  });

  it('survives a restart, and so does the session: the keys are kept', async () => {
    const tokens = await signInForTokens(bench.issuer, 'tao.li', PASSWORD);
    const keysBefore = await (await fetch(`${bench.issuer}/jwks`)).json();
    await bench.restart();
    expect(await (await fetch(`${bench.issuer}/jwks`)).json()).toEqual(keysBefore);
    expect((await bench.ask('GET', '/me', tokens.access_token)).status).toBe(200);
    expect((await bench.refresh(tokens.refresh_token!)).status).toBe(200);
  }, 60_000);

  it('opens nothing after its time, and a changed demonstration password takes effect', async () => {
    await bench.restart({ OIDC_ACCESS_TOKEN_SECONDS: '4', GUITU_DEMO_PASSWORD: 'another-one' });
    const token = await bench.tokenOf('tao.li', 'another-one');
    expect((await bench.ask('GET', '/me', token)).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    expect(await bench.ask('GET', '/me', token)).toMatchObject({ status: 401, body: { code: 'access.not-signed-in' } });
    await bench.restart();
    await expect(bench.tokenOf('tao.li')).resolves.toBeDefined();
  }, 60_000);
});
