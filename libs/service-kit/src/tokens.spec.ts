import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey } from 'jose';
import { Refusal } from '#contracts';
import { Tokens } from './tokens.js';

const PERSON = '0198c0de-0000-7000-8000-00000000000a';
let keys: { publicKey: CryptoKey; privateKey: CryptoKey };
let strangers: { privateKey: CryptoKey };
let server: Server;
let issuer = '';
let isDown: 'discovery' | 'keys' | null = null;

beforeAll(async () => {
  keys = await generateKeyPair('ES256', { extractable: true });
  strangers = await generateKeyPair('ES256');
  const jwks = { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }] };
  server = createServer((request, response) => {
    const isDiscovery = request.url!.endsWith('openid-configuration');
    response.statusCode = isDown === (isDiscovery ? 'discovery' : 'keys') ? 503 : 200;
    response.end(JSON.stringify(isDiscovery ? { issuer, jwks_uri: `${issuer}/jwks` } : jwks));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => { server.closeAllConnections(); server.close(); });

let tokens: Tokens;
beforeEach(() => { tokens = new Tokens(issuer); isDown = null; });

interface Given {
  readonly issuer?: string;
  readonly audience?: string;
  readonly subject?: string | null;
  readonly expires?: string | null;
  readonly notBefore?: string;
}

function claims(given: Given): SignJWT {
  const jwt = new SignJWT({}).setIssuer(given.issuer ?? issuer).setAudience(given.audience ?? 'guitu').setIssuedAt();
  if (given.subject !== null) jwt.setSubject(given.subject ?? PERSON);
  if (given.expires !== null) jwt.setExpirationTime(given.expires ?? '5m');
  return given.notBefore ? jwt.setNotBefore(given.notBefore) : jwt;
}

const signed = (given: Given = {}, key = keys.privateKey, kid = 'one'): Promise<string> =>
  claims(given).setProtectedHeader({ alg: 'ES256', kid }).sign(key);

const answer = async (token: string | undefined, scheme = 'Bearer '): Promise<string> => {
  try {
    return (await tokens.holderOf(token === undefined ? undefined : `${scheme}${token}`)).personId;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

describe('A token', () => {
  it('says who, when the issuer has signed it', async () => {
    const token = await signed();
    expect(await answer(token)).toBe(PERSON);
    expect(await answer(token)).toBe(PERSON);
  });

  it('must be there', async () => {
    expect(await answer(undefined)).toBe('access.not-signed-in');
    expect(await answer(await signed(), 'Basic ')).toBe('access.not-signed-in');
    expect(await answer('')).toBe('access.not-signed-in');
  });

  it.each<[string, Given]>([
    ['was made for somebody else', { audience: 'another-system' }],
    ['came from another issuer', { issuer: 'http://127.0.0.1:1' }],
    ['has expired', { expires: '-1s' }],
    ['never expires', { expires: null }],
    ['names nobody', { subject: null }],
    ['is not valid yet', { notBefore: '10m' }],
  ])('is refused when it %s', async (_, given) => {
    expect(await answer(await signed(given))).toBe('access.not-signed-in');
  });

  it('is refused when somebody else has signed it, under our key id or another', async () => {
    expect(await answer(await signed({}, strangers.privateKey))).toBe('access.not-signed-in');
    expect(await answer(await signed({}, strangers.privateKey, 'two'))).toBe('access.not-signed-in');
  });

  it('is refused without a signature', async () => {
    const unsigned = new UnsecuredJWT({}).setIssuer(issuer).setAudience('guitu').setSubject(PERSON).setExpirationTime('5m');
    expect(await answer(unsigned.encode())).toBe('access.not-signed-in');
    const [head, body] = (await signed()).split('.');
    expect(await answer(`${head}.${body}.`)).toBe('access.not-signed-in');
  });

  it('is refused when the published key was used as a secret', async () => {
    for (const secret of [await exportSPKI(keys.publicKey), JSON.stringify(await exportJWK(keys.publicKey))]) {
      const token = await claims({}).setProtectedHeader({ alg: 'HS256', kid: 'one' }).sign(new TextEncoder().encode(secret));
      expect(await answer(token)).toBe('access.not-signed-in');
    }
  });

  it('is refused when it was changed, or is no token at all', async () => {
    const [head, , signature] = (await signed()).split('.');
    const other = Buffer.from(JSON.stringify({ iss: issuer, aud: 'guitu', sub: 'x', exp: 9_999_999_999 })).toString('base64url');
    for (const token of [`${head}.${other}.${signature}`, 'x', 'a.b.c', '..', `${head}.${other}`, '张三'])
      expect(await answer(token)).toBe('access.not-signed-in');
  });

  it('is not remembered beyond its end', async () => {
    const token = await signed({ expires: '1s' });
    expect(await answer(token)).toBe(PERSON);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(await answer(token)).toBe('access.not-signed-in');
  });

  it('is neither good nor bad while the issuer does not answer, and is asked about again', async () => {
    const token = await signed();
    isDown = 'discovery';
    expect(await answer(token)).toBe('record.busy');
    isDown = 'keys';
    expect(await answer(token)).toBe('record.busy');
    isDown = null;
    expect(await answer(token)).toBe(PERSON);
  });

  it('is neither good nor bad while nobody listens where the issuer should be', async () => {
    tokens = new Tokens('http://127.0.0.1:1');
    expect(await answer(await signed())).toBe('record.busy');
  });
});
