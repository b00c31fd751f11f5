import { randomUUID } from 'node:crypto';
import { signIn } from '#testing';
import type { Problem } from '#service-kit';
import type { Receipt } from '#messaging';

/** Where the services of one running system answer. */
export interface Places {
  readonly identity: string;
  readonly intake: string;
  readonly investigation: string;
  readonly rescue: string;
  readonly placement: string;
  readonly 'cross-border': string;
  readonly casebook: string;
}

export type Place = keyof Places;

/** The service said no; what a person would have read. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.code}: ${problem.zh} ${problem.en} ${JSON.stringify(problem.details ?? {})}`);
  }
}

export interface Sending {
  /** When it happened, as the person says. */
  readonly at?: string;
  /** The same id again is the same command. */
  readonly commandId?: string;
  readonly ifMatch?: number;
}

const PATIENCE_MS = 90_000;
const PAUSE_MS = 250;

/** Somebody at a desk: signs in as the person does, and sends what the person would send. */
export class Person {
  private token: { accessToken: string; expiresAt: number } | null = null;

  constructor(readonly username: string, private readonly places: Places, private readonly issuer: string) {}

  async id(): Promise<string> {
    const { personId } = await this.get<{ personId: string }>('identity', '/me');
    return personId;
  }

  async get<T>(place: Place, path: string): Promise<T> {
    return await this.patiently(() => this.ask(place, 'GET', path)) as T;
  }

  async post<T = Receipt>(place: Place, path: string, body: object = {}, sending: Sending = {}): Promise<T> {
    return this.command<T>(place, 'POST', path, body, sending);
  }

  async put<T = Receipt>(place: Place, path: string, body: object = {}, sending: Sending = {}): Promise<T> {
    return this.command<T>(place, 'PUT', path, body, sending);
  }

  /** Like `post` and `put`, for something that must be refused. @returns the refusal. */
  async refused(
    method: 'POST' | 'PUT' | 'GET', place: Place, path: string,
    body: object = {},
    sending: Sending = {},
  ): Promise<Problem> {
    try {
      if (method === 'GET') await this.get(place, path);
      else await this.command(place, method, path, body, sending);
    } catch (error) {
      if (error instanceof Refused) return error.problem;
      throw error;
    }
    throw new Error(`${method} ${place}${path} was accepted and should have been refused.`);
  }

  protected command<T>(place: Place, method: 'POST' | 'PUT', path: string, body: object, sending: Sending): Promise<T> {
    const headers: Record<string, string> = { 'idempotency-key': sending.commandId ?? randomUUID() };
    if (sending.ifMatch !== undefined) headers['if-match'] = `"${sending.ifMatch}"`;
    const full = sending.at === undefined ? body : { ...body, occurredAt: sending.at };
    return this.patiently(() => this.ask(place, method, path, { headers, body: full })) as Promise<T>;
  }

  private async ask(
    place: Place, method: string, path: string, { headers, body }: { headers?: Record<string, string>; body?: object } = {},
  ): Promise<unknown> {
    const answer = await fetch(`${this.places[place]}${path}`, {
      method, signal: AbortSignal.timeout(30_000),
      headers: { ...headers, authorization: `Bearer ${await this.accessToken()}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      body: body ? JSON.stringify(body) : undefined,
    });
    const text = await answer.text();
    if (answer.ok) return text === '' ? null : JSON.parse(text) as unknown;
    if (answer.status === 503) throw new TryAgain(text);
    // Whoever leaves a post is signed out, and signs in again for the next one.
    if (answer.status === 401 && this.token) {
      this.token = null;
      throw new TryAgain(text);
    }
    if (answer.headers.get('content-type')?.includes('problem+json')) throw new Refused(JSON.parse(text) as Problem);
    throw new Error(`${method} ${place}${path} answered ${answer.status}: ${text.slice(0, 300)}`);
  }

  /** A service that is away comes back; the same command id makes it safe to ask again. */
  private async patiently(work: () => Promise<unknown>): Promise<unknown> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!isAway(error) || Date.now() > until) throw error;
        await pause(PAUSE_MS);
      }
    }
  }

  private async accessToken(): Promise<string> {
    const held = this.token;
    if (held && held.expiresAt > Date.now() + 30_000) return held.accessToken;
    const token = await signIn(this.issuer, this.username, process.env.GUITU_DEMO_PASSWORD ?? 'guitu-demo');
    this.token = token;
    return token.accessToken;
  }
}

class TryAgain extends Error {}

/**
 * `fetch` fails with a TypeError when the connection does; a time-out says as little about what was done. By name,
 * because under Jest the error comes from another realm.
 */
const isAway = (error: unknown): boolean =>
  error instanceof TryAgain || ['TypeError', 'TimeoutError'].includes((error as { name?: string } | null)?.name ?? '');

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks until the answer is there: what one service says reaches the others a moment later. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  withinMs = 60_000,
): Promise<T> {
  const until = Date.now() + withinMs;
  let last: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      if (!(error instanceof Refused) && !isAway(error)) throw error;
      last = (error as Error).message;
    }
    if (Date.now() > until) throw new Error(`Waited in vain for: ${what}${last ? ` (${JSON.stringify(last)})` : ''}`);
    await pause(100);
  }
}
