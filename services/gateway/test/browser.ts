import { randomUUID } from 'node:crypto';
import { request } from 'node:http';

export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
  readonly text: string;
}

interface SessionAnswer {
  readonly personId: string;
  readonly csrf: string;
}

const STEPS_MAX = 15;

/** A browser as far as signing in needs one: keeps cookies by host, follows redirects, fills in the form. */
export class Browser {
  private readonly cookies = new Map<string, string>();
  /** Every `set-cookie` line that the gateway has sent. */
  readonly received: string[] = [];
  csrf = '';

  constructor(readonly door: string) {}

  /** Signs in and comes back to a page. @returns where it ends. */
  async signIn(username: string, returnTo = '/work', password = 'guitu-demo'): Promise<URL> {
    let address = new URL(`/session/sign-in?return=${encodeURIComponent(returnTo)}`, this.door);
    let isFilledIn = false;
    for (let step = 0; step < STEPS_MAX; step += 1) {
      const isForm: boolean = address.pathname.startsWith('/oidc-login/') && !isFilledIn;
      const form = new URLSearchParams({ username, password });
      const answer = await this.send(address, isForm ? { method: 'POST', body: form } : {});
      isFilledIn ||= isForm;
      const location = answer.headers.get('location') ?? await this.posted(answer, address);
      if (!answer.bodyUsed) await answer.body?.cancel();
      if (!location) throw new Error(`Signing in ended at ${address.pathname} with ${answer.status}.`);
      address = new URL(location, address);
      if (address.origin === new URL(this.door).origin && !address.pathname.startsWith('/session/')) break;
    }
    this.csrf = ((await this.get('/session')).body as unknown as SessionAnswer).csrf;
    return address;
  }

  /** Goes where an address leads, without filling anything in. @returns the problem with which that ends, or the page. */
  async follow(start: URL): Promise<{ status: number; path: string; code?: string }> {
    let address = start;
    for (let step = 0; step < STEPS_MAX; step += 1) {
      const answer = await this.send(address);
      const location = answer.headers.get('location');
      const text = await answer.text();
      if (!location) return { status: answer.status, path: address.pathname, code: /"code":"([^"]+)"/.exec(text)?.[1] };
      address = new URL(location, address);
    }
    throw new Error(`It goes round in circles at ${address.pathname}.`);
  }

  forget(cookie: string): void {
    this.cookies.delete(cookie);
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Seen> {
    return this.see(path, { headers });
  }

  /** As a page of ours does. */
  post(path: string, body?: object, headers: Record<string, string> = {}): Promise<Seen> {
    return this.change('POST', path, body, headers);
  }

  change(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Seen> {
    return this.see(path, {
      method, body: body && JSON.stringify(body),
      headers: {
        origin: this.door, 'sec-fetch-site': 'same-origin', 'x-guitu-csrf': this.csrf, 'idempotency-key': randomUUID(),
        ...(body && { 'content-type': 'application/json' }), ...headers,
      },
    });
  }

  async see(path: string, init: RequestInit = {}): Promise<Seen> {
    const answer = await this.send(new URL(path, this.door), init);
    const text = await answer.text();
    const isJson = (answer.headers.get('content-type') ?? '').includes('json');
    return { status: answer.status, headers: answer.headers, text, body: isJson ? JSON.parse(text) as Seen['body'] : {} };
  }

  async send(address: URL, init: RequestInit = {}): Promise<Response> {
    const answer = await fetch(address, {
      redirect: 'manual', signal: AbortSignal.timeout(30_000), ...init,
      headers: { accept: 'text/html', cookie: this.cookieLine(), ...init.headers as Record<string, string> },
    });
    for (const line of answer.headers.getSetCookie()) {
      if (address.origin === new URL(this.door).origin) this.received.push(line);
      const [name, value] = /^([^=]+)=([^;]*)/.exec(line)!.slice(1) as [string, string];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  cookieLine(): string {
    return [...this.cookies].map((pair) => pair.join('=')).join('; ');
  }

  /** When somebody else was signed in at the provider, it sends a form of its own that a browser posts by itself. */
  private async posted(answer: Response, at: URL): Promise<string | null> {
    if (!answer.ok) return null;
    const html = await answer.text();
    const action = /<form [^>]*action="([^"]+)"/.exec(html)?.[1];
    if (!action) return null;
    const fields = new URLSearchParams();
    for (const [, name, value] of html.matchAll(/name="([^"]+)" value="([^"]*)"/g)) fields.set(name!, value!);
    const next = await this.send(new URL(action, at), { method: 'POST', body: fields });
    await next.body?.cancel();
    return next.headers.get('location');
  }
}

/** An open stream of events; `until` waits for one that fits. */
export class Listening {
  private text = '';
  isEnded = false;

  private constructor(private readonly reader: ReadableStreamDefaultReader<Uint8Array>) {}

  static async open(browser: Browser, path: string, headers: Record<string, string> = {}): Promise<Listening> {
    const answer = await fetch(new URL(path, browser.door), { headers: { cookie: browser.cookieLine(), ...headers } });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    const listening = new Listening(answer.body!.getReader());
    void listening.read();
    return listening;
  }

  get heard(): string {
    return this.text;
  }

  async until(what: (listening: Listening) => boolean, withinMs = 10_000): Promise<void> {
    const deadline = Date.now() + withinMs;
    while (!what(this)) {
      if (Date.now() > deadline) throw new Error(`Not heard in time: ${this.text}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async close(): Promise<void> {
    await this.reader.cancel().catch(() => undefined);
  }

  private async read(): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for (let piece = await this.reader.read(); !piece.done; piece = await this.reader.read())
        this.text += decoder.decode(piece.value);
    } catch {
      // Broken off: as ended.
    }
    this.isEnded = true;
  }
}

export async function until(question: () => Promise<boolean>, withinMs = 15_000): Promise<void> {
  for (const deadline = Date.now() + withinMs; !(await question());) {
    if (Date.now() > deadline) throw new Error('It has not come true in time.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Exactly this path, which `fetch` would tidy up. */
export function exactly(door: string, path: string, headers: Record<string, string>): Promise<{ status: number; code: string }> {
  return new Promise((done, failed) => {
    request(`${door}/`, { path, headers }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => { text += chunk.toString(); });
      answer.on('end', () => done({ status: answer.statusCode!, code: /"code":"([^"]+)"/.exec(text)?.[1] ?? text.slice(0, 80) }));
    }).on('error', failed).end();
  });
}
