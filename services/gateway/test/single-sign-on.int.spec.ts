import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDoor, DUTY, type Door } from './a-door.js';
import type { Browser } from './browser.js';

let gate: Door;

/** A gateway that trusts the provider's own session, as an installation with single sign-on has it. */
beforeAll(async () => {
  gate = await aDoor({ OIDC_SIGN_IN: 'sso' });
}, 180_000);

afterAll(() => gate?.stop(), 60_000);

const signInAddress = (): URL => new URL('/session/sign-in?return=/work', gate.url);

/** What the provider asks of a browser that it knows already. */
const asked = async (browser: Browser): Promise<(string | null)[]> => {
  const { searchParams } = new URL((await browser.see('/session/sign-in')).headers.get('location')!);
  return [searchParams.get('prompt'), searchParams.get('max_age')];
};

describe('single sign-on', () => {
  it('lets in without a password whoever has given it at the provider lately', async () => {
    const browser = await gate.signedIn();
    browser.forget('guitu');
    expect(await asked(browser)).toEqual([null, '900']);
    expect(await browser.follow(signInAddress())).toMatchObject({ status: 200, path: '/work' });
    expect((await browser.get('/session')).status).toBe(200);
  });

  it('opens no lock: a session that is locked asks for the password', async () => {
    const browser = await gate.signedIn();
    await gate.query(`UPDATE session SET active_at = now() - interval '901 seconds'`);
    expect((await browser.get('/session')).status).toBe(423);
    expect(await asked(browser)).toEqual(['login', '0']);
    expect((await browser.follow(signInAddress())).path).toMatch(/^\/oidc-login\//);
    expect((await browser.get('/session')).status).toBe(423);
    await browser.signIn(DUTY);
    expect((await browser.get('/session')).status).toBe(200);
  });

  it('opens none either when the browser leaves out what it was to ask, forgets its cookie or signs out first', async () => {
    const browser = await gate.signedIn();
    await browser.post('/session/lock');
    await new Promise((resolve) => setTimeout(resolve, 1_000)); // So finely a provider says when the password was given.
    expect((await browser.post('/session/sign-out')).body['code']).toBe('session.locked');
    const stripped = new URL((await browser.see('/session/sign-in')).headers.get('location')!);
    for (const name of ['prompt', 'max_age']) stripped.searchParams.delete(name);
    expect(await browser.follow(stripped)).toMatchObject({ status: 403, code: 'session.not-fresh' });
    browser.forget('guitu');
    expect((await browser.follow(signInAddress())).path).toMatch(/^\/oidc-login\//);
    expect((await browser.get('/session')).status).toBe(401);
  });
});
