import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { freePort, kafkaSettings } from '#embedded';
import { startService, type RunningService } from '#service-kit';
import { freshService, promisesOf, signIn, type FreshService, type Promises } from '#testing';
import { identityParts, identityService } from '../src/identity.module.js';
import { IdentitySettings, readIdentitySettings } from '../src/settings.js';

export const PASSWORD = 'guitu-demo';

export interface Answer {
  readonly status: number;
  readonly body: { readonly code?: string; readonly [name: string]: unknown };
}

/** The real service on a database of its own, with the demonstration directory; it can be stopped and started again. */
export class IdentityBench {
  private running: RunningService | null = null;
  private promises: Promises = () => undefined;

  private constructor(private readonly fresh: FreshService, private readonly port: number, private readonly keys: string[]) {}

  static async begin(): Promise<IdentityBench> {
    const keys = [1, 2].map(() => randomBytes(32).toString('base64'));
    const bench = new IdentityBench(await freshService('identity'), await freePort(), keys);
    await bench.start();
    return bench;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get ownerUrl(): string {
    return this.fresh.ownerUrl;
  }

  get issuer(): string {
    return `${this.url}/oidc`;
  }

  async start(settings: Record<string, string> = {}): Promise<void> {
    const own = readIdentitySettings({ GUITU_SEED: 'demo', GUITU_MODE: 'rehearsal', ...settings });
    const providers = [...identityParts.providers!, { provide: IdentitySettings, useValue: own }];
    this.running = await startService(identityService, { ...identityParts, providers }, {
      PORT: String(this.port), DATABASE_URL: this.fresh.runtimeUrl, DATABASE_OWNER_URL: this.fresh.ownerUrl,
      ...kafkaSettings(this.fresh.kafka), OIDC_ISSUER: this.issuer, GUITU_MODE: 'rehearsal',
      GUITU_KEK: this.keys[0], GUITU_DIGEST_KEY: this.keys[1], LOG_LEVEL: 'fatal',
    });
    this.promises = promisesOf(this.running.openApi);
  }

  async stop(): Promise<void> {
    await this.running?.stop();
    this.running = null;
  }

  async restart(settings: Record<string, string> = {}): Promise<void> {
    await this.stop();
    await this.start(settings);
  }

  /** Looks into the database, or changes it, as its owner. */
  async query<R>(text: string, values: unknown[] = []): Promise<R[]> {
    const client = new pg.Client({ connectionString: this.fresh.ownerUrl });
    await client.connect();
    return client.query(text, values).then(({ rows }) => rows as R[]).finally(() => client.end());
  }

  async count(table: string): Promise<number> {
    return (await this.query<{ n: number }>(`SELECT count(*)::integer AS n FROM ${table}`))[0]!.n;
  }

  async tokenOf(username: string, password = PASSWORD): Promise<string> {
    return (await signIn(this.issuer, username, password)).accessToken;
  }

  async ask(method: string, path: string, token: string, body?: object): Promise<Answer> {
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() };
    const answer = await this.read(await fetch(`${this.url}${path}`, {
      method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(20_000),
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    }));
    this.promises({ method, path, ...answer });
    return answer;
  }

  /** Two people appoint: one proposes, the other confirms. @returns whom, and the assignment. */
  async appoint(unitId: string, by: { proposer: string; confirmer: string }, post: object): Promise<{
    personId: string; assignmentId: string;
  }> {
    const proposed = await this.ask('POST', `/directory/units/${unitId}/posts`, by.proposer, post);
    const { proposalId } = (proposed.body['facts'] as { data: { proposalId: string } }[])[0]!.data;
    const path = `/directory/units/${unitId}/proposals/${proposalId}/confirmation`;
    const confirmed = await this.ask('PUT', path, by.confirmer, {});
    if (confirmed.status !== 200) throw new Error(`${path} answered ${JSON.stringify(confirmed.body)}`);
    return (confirmed.body['facts'] as { data: { personId: string; assignmentId: string } }[])[0]!.data;
  }

  /** Two people say what a unit is. */
  async describe(unitId: string, by: { proposer: string; confirmer: string }, is: object): Promise<void> {
    const proposed = await this.ask('PUT', `/directory/units/${unitId}`, by.proposer, is);
    const { proposalId } = (proposed.body['facts'] as { data: { proposalId: string } }[])[0]!.data;
    const path = `/directory/unit-proposals/${proposalId}/confirmation`;
    const confirmed = await this.ask('PUT', path, by.confirmer, {});
    if (confirmed.status !== 200) throw new Error(`${path} answered ${JSON.stringify(confirmed.body)}`);
  }

  async refresh(token: string): Promise<Answer> {
    const form = { grant_type: 'refresh_token', client_id: 'guitu-cli', refresh_token: token };
    return this.read(await fetch(`${this.issuer}/token`, { method: 'POST', body: new URLSearchParams(form) }));
  }

  private async read(answer: Response): Promise<Answer> {
    return { status: answer.status, body: await answer.json() as Answer['body'] };
  }
}
