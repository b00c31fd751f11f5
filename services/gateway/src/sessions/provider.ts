import * as oidc from 'openid-client';
import { Refusal } from '#contracts';
import { kindOf, type Log } from '#service-kit';
import type { GatewaySettings } from '../settings.js';

/** What the provider has given for one session. */
export interface Tokens {
  readonly access: string;
  /** Milliseconds since 1970. */
  readonly accessUntil: number;
  readonly refresh?: string;
  readonly id?: string;
}

/** A sign-in under way: what must come back with the person. */
export interface SignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
  /** Seconds since 1970, as a provider counts them. */
  readonly begunAt: number;
  /** Whoever comes back must have given the password in this sign-in; an earlier one at the provider does not count. */
  readonly isFresh: boolean;
}

/** Who has come back from the provider. */
export interface SignedIn {
  readonly personId: string;
  readonly tokens: Tokens;
  /** The password was given in this very sign-in, whether that had to be or not. */
  readonly isFresh: boolean;
}

const PATIENCE_SECONDS = 8;
/** By so much the provider's clock may differ from ours. */
const SKEW_SECONDS = 5;
/** Nothing was answered, or nothing that a provider answers: that says nothing about the person. */
const AWAY = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON']);

/** The OpenID Connect provider, whichever it is: authorization code with PKCE, refresh, revocation. */
export class IdentityProvider {
  private known: Promise<oidc.Configuration> | null = null;

  constructor(
    private readonly given: { issuer: string; personClaim: string }, private readonly settings: GatewaySettings,
    private readonly log: Log,
  ) {}

  get callback(): string {
    return `${this.settings.origin}/session/callback`;
  }

  /**
   * Where to send the browser, and what to remember until it is back. What is asked for there goes through the browser, and
   * can be changed on the way: `finish` looks at what the provider says of it.
   */
  async begin({ returnTo, hint, mustBeFresh }: { returnTo: string; hint?: string; mustBeFresh: boolean }): Promise<{
    address: URL; signIn: SignIn;
  }> {
    const signIn = {
      state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier(), returnTo,
      begunAt: Math.floor(Date.now() / 1000), isFresh: mustBeFresh || this.settings.OIDC_SIGN_IN === 'login',
    };
    const address = oidc.buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: this.callback, scope: this.settings.OIDC_SCOPES, state: signIn.state, nonce: signIn.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(signIn.verifier), code_challenge_method: 'S256',
      max_age: String(signIn.isFresh ? 0 : this.settings.GATEWAY_IDLE_SECONDS),
      ...(signIn.isFresh && { prompt: 'login' }),
      ...(hint && { login_hint: hint }),
    });
    return { address, signIn };
  }

  /** The browser is back. @throws Refusal session.sign-in-expired, session.not-fresh, session.no-person, gateway.service-away */
  async finish(search: string, signIn: SignIn): Promise<SignedIn> {
    const { state, nonce, verifier } = signIn;
    const configuration = await this.configuration();
    try {
      const answer = await oidc.authorizationCodeGrant(configuration, new URL(`${this.callback}${search}`), {
        expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true,
      });
      const isFresh = this.isFresh(signIn, answer.claims()?.auth_time);
      const personId = answer.claims()?.[this.given.personClaim];
      if (typeof personId !== 'string') throw new Refusal('session.no-person', { claim: this.given.personClaim });
      return { personId, tokens: tokensIn(answer), isFresh };
    } catch (error) {
      throw this.meant(error, 'session.sign-in-expired');
    }
  }

  /** @throws Refusal access.not-signed-in when the provider gives nothing more; gateway.service-away */
  async refresh(tokens: Tokens): Promise<Tokens> {
    if (!tokens.refresh) throw new Refusal('access.not-signed-in');
    const configuration = await this.configuration();
    try {
      return { ...tokens, ...tokensIn(await oidc.refreshTokenGrant(configuration, tokens.refresh)) };
    } catch (error) {
      throw this.meant(error, 'access.not-signed-in');
    }
  }

  /** Takes tokens back, as far as the provider can be reached: the session has ended here already. */
  async revoke({ refresh }: Tokens): Promise<void> {
    if (!refresh) return;
    try {
      await oidc.tokenRevocation(await this.configuration(), refresh);
    } catch (error) {
      this.log.warn('tokens not revoked', kindOf(error));
    }
  }

  /** Where the browser signs out of the provider itself; null when every sign-in asks for the password anyway. */
  async signOutAddress({ id }: Tokens): Promise<string | null> {
    if (this.settings.OIDC_SIGN_IN === 'login') return null;
    const configuration = await this.configuration().catch(() => null);
    if (!configuration?.serverMetadata().end_session_endpoint) return null;
    return oidc.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: `${this.settings.origin}/`, ...(id && { id_token_hint: id }),
    }).href;
  }

  /** When the person gave the password: in this sign-in, or, with single sign-on, not longer ago than an idle session lasts. */
  private isFresh({ begunAt, isFresh: mustBeFresh }: SignIn, authenticatedAt = 0): boolean {
    const earliest = begunAt - SKEW_SECONDS - (mustBeFresh ? 0 : this.settings.GATEWAY_IDLE_SECONDS);
    if (authenticatedAt < earliest) throw new Refusal('session.not-fresh');
    return mustBeFresh || authenticatedAt >= begunAt;
  }

  private async configuration(): Promise<oidc.Configuration> {
    this.known ??= this.discover();
    try {
      return await this.known;
    } catch (error) {
      this.known = null;
      this.log.warn('provider not there', kindOf(error));
      throw new Refusal('gateway.service-away', { service: 'identity' });
    }
  }

  private discover(): Promise<oidc.Configuration> {
    const issuer = new URL(this.given.issuer);
    const { OIDC_CLIENT_ID: client, OIDC_CLIENT_SECRET: secret } = this.settings;
    return oidc.discovery(issuer, client, {}, secret ? oidc.ClientSecretBasic(secret) : oidc.None(), {
      timeout: PATIENCE_SECONDS, execute: issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
    });
  }

  /** The provider has said no, or has said nothing. */
  private meant(error: unknown, code: string): Refusal {
    if (error instanceof Refusal) return error;
    const status = (error as { status?: number }).status ?? 0;
    this.log.info('provider refused', { code, status, errorCode: (error as { code?: string }).code });
    const isAway = error instanceof TypeError || status >= 500
      || (error instanceof oidc.ClientError && AWAY.has(error.code ?? ''));
    return isAway ? new Refusal('gateway.service-away', { service: 'identity' }) : new Refusal(code);
  }
}

function tokensIn(answer: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers): Tokens {
  return {
    access: answer.access_token,
    accessUntil: Date.now() + (answer.expiresIn() ?? 300) * 1000,
    ...(answer.refresh_token && { refresh: answer.refresh_token }),
    ...(answer.id_token && { id: answer.id_token }),
  };
}
