import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { Refusal } from '#contracts';

export const AUDIENCE = 'guitu';
const REMEMBERED_MAX = 10_000;
/** The keys could not be had, or were no keys: with that jose says nothing about the token. */
const ISSUER_AWAY = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']);

/** Whose token it is, and when it was given; by a token that does not say so, at no time. */
export interface Holder {
  readonly personId: string;
  readonly issuedAt: Date;
}

/**
 * Each service verifies tokens itself, with the keys that the issuer publishes. A token says who, nothing more:
 * posts come from the directory, so that a lost post is lost with the next request.
 */
export class Tokens {
  private readonly remembered = new Map<string, { holder: Holder; until: number }>();
  private keys: Promise<JWTVerifyGetKey> | null = null;

  constructor(private readonly issuer: string, private readonly given: { audience?: string; personClaim?: string } = {}) {}

  /** @throws Refusal access.not-signed-in */
  async holderOf(authorization: string | undefined): Promise<Holder> {
    const token = authorization?.startsWith('Bearer ') ? authorization.slice(7) : undefined;
    if (!token) throw new Refusal('access.not-signed-in');
    const known = this.remembered.get(token);
    if (known && known.until > Date.now()) return known.holder;
    return this.verify(token);
  }

  private async verify(token: string): Promise<Holder> {
    const keys = await this.publishedKeys();
    const { audience = AUDIENCE, personClaim = 'sub' } = this.given;
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: this.issuer, audience, algorithms: ['ES256', 'EdDSA', 'RS256', 'PS256'], requiredClaims: [personClaim, 'exp'],
      });
      const holder = { personId: String(payload[personClaim]), issuedAt: new Date((payload.iat ?? 0) * 1000) };
      if (this.remembered.size >= REMEMBERED_MAX) this.remembered.clear();
      this.remembered.set(token, { holder, until: payload.exp! * 1000 });
      return holder;
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      if (ISSUER_AWAY.has(code) || !code.startsWith('ERR_J')) throw new Refusal('record.busy');
      throw new Refusal('access.not-signed-in');
    }
  }

  private async publishedKeys(): Promise<JWTVerifyGetKey> {
    this.keys ??= this.discover();
    try {
      return await this.keys;
    } catch {
      this.keys = null;
      throw new Refusal('record.busy'); // The issuer does not answer: that says nothing about the token.
    }
  }

  private async discover(): Promise<JWTVerifyGetKey> {
    const answer = await fetch(`${this.issuer}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(5_000) });
    if (!answer.ok) throw new Error(`The issuer answered ${answer.status}.`);
    const { jwks_uri: address } = await answer.json() as { jwks_uri: string };
    return createRemoteJWKSet(new URL(address), { timeoutDuration: 5_000, cooldownDuration: 10_000 });
  }
}
