import { createHash, randomBytes } from 'node:crypto';

export interface SignedIn {
  readonly accessToken: string;
  readonly personId: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export interface TokenAnswer {
  readonly access_token: string;
  readonly id_token: string;
  readonly refresh_token?: string;
  readonly expires_in: number;
}

interface Endpoints {
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
}

const CLIENT = 'guitu-cli';
const REDIRECT = 'http://127.0.0.1/callback';
const STEPS_MAX = 10;

/** The provider cannot answer now: a failure of the same kind as that of `fetch`, after which one may try again. */
class ProviderAway extends TypeError {}

/** Signs in as a person does in a browser: authorization code with PKCE, the login form, cookies. */
export async function signIn(issuer: string, username: string, password: string): Promise<SignedIn> {
  const tokens = await signInForTokens(issuer, username, password);
  const claims = JSON.parse(Buffer.from(tokens.access_token.split('.')[1]!, 'base64url').toString('utf8')) as {
    sub: string;
    exp: number;
  };
  return { accessToken: tokens.access_token, personId: claims.sub, expiresAt: claims.exp * 1000 };
}

/** As `signIn`, with everything that the provider gives. */
export async function signInForTokens(issuer: string, username: string, password: string): Promise<TokenAnswer> {
  const endpoints = await read<Endpoints>(await ask(`${issuer}/.well-known/openid-configuration`));
  const verifier = randomBytes(32).toString('base64url');
  const address = new URL(endpoints.authorization_endpoint);
  address.search = new URLSearchParams({
    client_id: CLIENT,
    response_type: 'code',
    scope: 'openid',
    redirect_uri: REDIRECT,
    state: randomBytes(16).toString('base64url'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  const code = await codeFor(address, new URLSearchParams({ username, password }));
  return read<TokenAnswer>(
    await ask(endpoints.token_endpoint, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: CLIENT,
        redirect_uri: REDIRECT,
        code,
        code_verifier: verifier,
      }),
    }),
  );
}

/** Follows the provider to the login form, fills it in, and follows on until the code comes back. */
async function codeFor(start: URL, form: URLSearchParams): Promise<string> {
  const cookies = new Map<string, string>();
  let [address, isFilledIn] = [start, false];
  for (let step = 0; step < STEPS_MAX; step += 1) {
    const isForm = address.pathname.startsWith('/oidc-login/') && !isFilledIn;
    const answer = await ask(address.href, {
      method: isForm ? 'POST' : 'GET', body: isForm ? form : undefined, redirect: 'manual',
      headers: { accept: 'application/json', cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
    });
    isFilledIn ||= isForm;
    keep(cookies, answer);
    const location = answer.headers.get('location');
    if (!location) throw new Error(`Signing in ended at ${address.pathname} with ${answer.status}: ${await answer.text()}`);
    await answer.body?.cancel();
    address = new URL(location, address);
    if (!address.href.startsWith(REDIRECT)) continue;
    const code = address.searchParams.get('code');
    if (!code) throw new Error(`Signing in was refused: ${address.search}`);
    return code;
  }
  throw new Error(`Signing in goes round in circles at ${address.pathname}.`);
}

function keep(cookies: Map<string, string>, answer: Response): void {
  for (const line of answer.headers.getSetCookie()) {
    const [pair, ...attributes] = line.split(';').map((part) => part.trim());
    const at = pair!.indexOf('=');
    const [name, value] = [pair!.slice(0, at), pair!.slice(at + 1)];
    const expires = attributes.find((attribute) => attribute.toLowerCase().startsWith('expires='))?.slice(8);
    if (value === '' || (expires && Date.parse(expires) < Date.now())) cookies.delete(name);
    else cookies.set(name, value);
  }
}

async function ask(address: string, init: RequestInit = {}): Promise<Response> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(30_000), ...init });
  if (answer.status >= 500) throw new ProviderAway(`${new URL(address).pathname} answered ${answer.status}.`);
  return answer;
}

async function read<T>(answer: Response): Promise<T> {
  if (!answer.ok) throw new Error(`${new URL(answer.url).pathname} answered ${answer.status}: ${await answer.text()}`);
  return answer.json() as Promise<T>;
}
