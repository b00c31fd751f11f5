import { interactionPolicy, Provider, type ClientMetadata, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { Pool } from 'pg';
import { AUDIENCE, type Log } from '#service-kit';
import { usernameOf } from '../people/people.js';
import type { IdentitySettings } from '../settings.js';
import { modelsIn } from './adapter.js';
import { providerKeys } from './keys.js';
import { noticePage, pageHeaders, signedOutPage, signOutPage } from './pages.js';
import { Sealing } from './sealing.js';

/** The one resource that tokens are for: the services of this installation. */
const RESOURCE = 'urn:guitu:services';
const RESOURCE_SCOPE = 'guitu';
const SIGN_IN_SECONDS = 600;

/** Where somebody who must sign in is sent. */
export const signInPath = (uid: string): string => `/oidc-login/${uid}`;

/** The OpenID Connect provider of the embedded installation; in production any other may take its place. */
export async function createProvider(
  pool: Pool, given: { issuer: string; keks: readonly string[]; settings: IdentitySettings; log: Log },
): Promise<Provider> {
  const sealing = new Sealing(given.keks);
  const keys = await providerKeys(pool, sealing);
  const provider = new Provider(given.issuer, {
    ...keeping(pool, sealing),
    ...tokens(given.settings),
    jwks: keys.jwks,
    cookies: {
      keys: keys.cookieKeys,
      names: { session: 'guitu_session', interaction: 'guitu_sign_in', resume: 'guitu_resume' },
      long: { httpOnly: true, sameSite: 'lax', signed: true, overwrite: true },
      short: { httpOnly: true, sameSite: 'lax', signed: true, overwrite: true },
    },
    clients: clients(given.settings),
    interactions: { url: (_, { uid }) => signInPath(uid), policy: signInOnly() },
    loadExistingGrant,
    renderError: (ctx, { error, error_description: en = error }) =>
      show(ctx, noticePage({ code: error, zh: '登录请求无效,请从应用重新进入。', en })),
    features: features(given.settings),
  });
  provider.proxy = true; // What it believes is set by the mount, from the issuer's own address.
  provider.on('server_error', (_, error) => given.log.error('provider failed', error));
  return provider;
}

const keeping = (pool: Pool, sealing: Sealing): Configuration => ({
  adapter: modelsIn(pool, sealing),
  findAccount: async (_, sub) => (await usernameOf(pool, sub) === null
    ? undefined : { accountId: sub, claims: () => ({ sub }) }),
});

function tokens(settings: IdentitySettings): Configuration {
  const day = settings.OIDC_SESSION_SECONDS;
  return {
    scopes: ['openid', 'offline_access'],
    claims: { openid: ['sub'] },
    pkce: { required: () => true },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    issueRefreshToken: (_, client) => Promise.resolve(client.grantTypeAllowed('refresh_token')),
    rotateRefreshToken: true,
    responseTypes: ['code'],
    clientAuthMethods: ['none'],
    ttl: {
      AuthorizationCode: 60, Interaction: SIGN_IN_SECONDS, RefreshToken: day, Session: day, Grant: day,
      AccessToken: settings.OIDC_ACCESS_TOKEN_SECONDS, IdToken: settings.OIDC_ACCESS_TOKEN_SECONDS,
    },
  };
}

/** Two clients of our own, without a secret: a program in a browser or on a laptop can keep none. PKCE stands in. */
function clients(settings: IdentitySettings): ClientMetadata[] {
  const common = {
    token_endpoint_auth_method: 'none' as const, grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code' as const], id_token_signed_response_alg: 'ES256' as const,
  };
  return [
    { ...common, client_id: 'guitu-cli', application_type: 'native', redirect_uris: ['http://127.0.0.1/callback'] },
    {
      ...common, client_id: 'guitu-web', application_type: 'web',
      redirect_uris: settings.OIDC_WEB_REDIRECTS, post_logout_redirect_uris: settings.OIDC_WEB_SIGNED_OUT,
    },
  ];
}

/** Both clients are our own, so nobody is asked whether they may act for her. */
function signInOnly(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy.get('consent')?.checks.remove('native_client_prompt');
  return policy;
}

const loadExistingGrant: Configuration['loadExistingGrant'] = async ({ oidc }) => {
  const { client, session, provider } = oidc;
  const grantId = session!.grantIdFor(client!.clientId);
  const known = grantId ? await provider.Grant.find(grantId) : undefined;
  if (known) return known;
  const grant = new provider.Grant({ clientId: client!.clientId, accountId: session!.accountId });
  grant.addOIDCScope('openid offline_access');
  grant.addResourceScope(RESOURCE, RESOURCE_SCOPE);
  await grant.save();
  return grant;
};

const features = (settings: IdentitySettings): Configuration['features'] => ({
  devInteractions: { enabled: false },
  dPoP: { enabled: false },
  pushedAuthorizationRequests: { enabled: false },
  userinfo: { enabled: false },
  revocation: { enabled: true },
  resourceIndicators: {
    enabled: true,
    defaultResource: () => RESOURCE,
    useGrantedResource: () => true,
    getResourceServerInfo: () => ({
      scope: RESOURCE_SCOPE, audience: AUDIENCE, accessTokenFormat: 'jwt',
      accessTokenTTL: settings.OIDC_ACCESS_TOKEN_SECONDS, jwt: { sign: { alg: 'ES256' } },
    }),
  },
  rpInitiatedLogout: {
    enabled: true,
    logoutSource: (ctx, form) => show(ctx, signOutPage(form), ctx.oidc.params?.post_logout_redirect_uri),
    postLogoutSuccessSource: (ctx) => show(ctx, signedOutPage()),
  },
});

function show(ctx: KoaContextWithOIDC, html: string, returnsTo?: unknown): void {
  ctx.set(pageHeaders(typeof returnsTo === 'string' ? returnsTo : undefined));
  ctx.body = html;
}
