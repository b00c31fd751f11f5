import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** Stands in for the identity service where a suite runs another one: publishes a key and signs tokens with it. */
export interface TestIssuer {
  readonly address: string;
  tokenFor(personId: string): Promise<string>;
  stop(): Promise<void>;
}

export async function startTestIssuer(): Promise<TestIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256', use: 'sig' }] };
  let address = '';
  const server = createServer((request, response) => {
    const isDiscovery = request.url?.endsWith('openid-configuration');
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(isDiscovery ? { issuer: address, jwks_uri: `${address}/jwks` } : jwks));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    tokenFor: (personId) => new SignJWT({}).setProtectedHeader({ alg: 'ES256', kid: 'test' })
      .setIssuer(address).setAudience('guitu').setSubject(personId).setIssuedAt().setExpirationTime('1h').sign(privateKey),
    stop: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}
