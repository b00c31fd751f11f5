import type { DataSource } from 'typeorm';
import type { Pool, PoolClient } from 'pg';
import { Refusal, type Actor, type Envelope, type Instant } from '#contracts';
import { mayDieAt } from './fault.js';
import { inOnePacket } from './packet.js';
import { spanned } from './spans.js';
import { fingerprintOf, Tx, type Context, type Receipt, type Surroundings } from './tx.js';

/** Names of unique constraints, and the refusal that their violation means. */
export type Constraints = Readonly<Record<string, string>>;

const ATTEMPTS_MAX = 5;
/** So far may the clock of another service be ahead of ours without anybody being refused for it. */
const SKEW_MS_MAX = 5_000;
/** Whoever only looks sends no command. */
const NO_COMMAND = '00000000-0000-0000-0000-000000000000';
const TRANSACTION_OVER = '25P02';
const DEADLOCK_OR_CONFLICT = new Set(['40001', '40P01']);

/** Runs commands, each in one transaction, each once. */
export class Transactions {
  private readonly pool: Pool;
  /** The handles on the transaction that a connection has open. */
  private readonly opened = new WeakMap<PoolClient, Tx[]>();
  /** Called after each commit that said something: the relay need not wait for its next look. */
  onCommit: () => void = () => undefined;
  /** The latest of the moments that others have told of and that our clock had not reached. */
  private heard: Instant = '';

  constructor(
    readonly source: DataSource,
    readonly surroundings: Surroundings,
    private readonly clock: () => Instant,
    private readonly constraints: Constraints = {},
  ) {
    this.pool = poolOf(source);
  }

  /**
   * Runs one command. The same command id sent again finds its receipt and changes nothing.
   * @throws Refusal when the rules say no; whatever the driver throws when the database does not answer.
   */
  async run(context: Context, work: (tx: Tx) => Promise<unknown>): Promise<Receipt> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const receipt = await this.once(context, work);
        if (receipt.facts.length > 0) return receipt;
        // Silent at what is already so: perhaps an earlier sending of this very command made it so.
        return (await this.receiptOf(context)) ?? receipt;
      } catch (error) {
        const mayBeRepeat = error instanceof Refusal || codeOf(error) === '23505';
        const repeated = mayBeRepeat ? await this.receiptOf(context) : null;
        if (repeated) return repeated;
        if (attempt < ATTEMPTS_MAX && DEADLOCK_OR_CONFLICT.has(codeOf(error))) continue;
        throw this.asRefusal(error);
      }
    }
  }

  /** A look at one moment: nothing is locked, and nothing can be written. */
  async look<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const seen = await work(this.on(client, { actor, commandId: NO_COMMAND, looks: true }));
      await client.query('COMMIT');
      client.release();
      return seen;
    } catch (error) {
      await this.rollBack(client);
      throw error;
    }
  }

  /**
   * A connection with an open transaction for a whole batch of messages. What is given to `last` was written at the end
   * and is waited for together with the commit.
   */
  async inOne<T>(work: (client: PoolClient, last: (write: Promise<unknown>) => void) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    const writes: Promise<unknown>[] = [];
    this.opened.set(client, []);
    try {
      inOnePacket(client);
      writes.push(notAlone(client.query('BEGIN')));
      const done = await work(client, (write) => writes.push(notAlone(write)));
      const committed = notAlone(client.query('COMMIT'));
      await Promise.all(writes);
      await committed; // As in `once`: had a write failed, this would have been a rollback.
      client.release();
      return done;
    } catch (error) {
      const cause = await this.causeOf(error, client, writes);
      await this.rollBack(client);
      throw cause;
    }
  }

  /** A transaction handle on a connection that somebody else commits. */
  on(client: PoolClient, context: Context): Tx {
    this.hearOf(context);
    const tx = new Tx(this.source, client, this.surroundings, context, () => this.now());
    this.opened.get(client)?.push(tx);
    return tx;
  }

  /**
   * Our clock, and never before what another service has said has happened: else whoever acts on it in the next moment would be
   * told that they came before the last change. A clock that is far ahead is wrong, and ours does not follow it.
   */
  private now(): Instant {
    const own = this.clock();
    return isAhead(this.heard, own) ? this.heard : own;
  }

  private hearOf({ causationId, occurredAt }: Context): void {
    if (causationId === undefined || occurredAt === undefined || occurredAt <= this.now()) return;
    if (isAhead(occurredAt, this.clock())) this.heard = occurredAt;
  }

  private async once(context: Context, work: (tx: Tx) => Promise<unknown>): Promise<Receipt> {
    const client = await this.pool.connect();
    this.opened.set(client, []);
    try {
      inOnePacket(client);
      const begun = notAlone(client.query('BEGIN')); // Not waited for: the first statement follows on the same connection.
      const tx = this.on(client, context);
      await work(tx);
      const committed = notAlone(client.query('COMMIT'));
      await begun;
      await spanned('journal append', { attributes: { 'guitu.facts': tx.said.length } }, async () => {
        await tx.settled();
        // A failed statement turns COMMIT into ROLLBACK; `settled` has thrown before we come here.
        await committed;
      });
      client.release();
      if (tx.said.length > 0) {
        mayDieAt('command:after-commit');
        this.onCommit();
      }
      return receipt(context, tx);
    } catch (error) {
      const cause = await this.causeOf(error, client);
      await this.rollBack(client);
      throw cause;
    }
  }

  /**
   * Writes go out without waiting. Where one of them has failed, whatever is asked after it hears no more than that the
   * transaction is over: the failure of the write is the one that says what is wrong.
   */
  private async causeOf(error: unknown, client: PoolClient, writes: readonly Promise<unknown>[] = []): Promise<unknown> {
    if (codeOf(error) !== TRANSACTION_OVER) return error;
    const outcomes = await Promise.allSettled([...writes, ...this.opened.get(client)!.map((tx) => tx.settled())]);
    const failed = outcomes.find((outcome) => outcome.status === 'rejected' && codeOf(outcome.reason) !== TRANSACTION_OVER);
    return failed?.status === 'rejected' ? failed.reason : error;
  }

  private async rollBack(client: PoolClient): Promise<void> {
    try {
      await client.query('ROLLBACK');
      client.release();
    } catch (broken) {
      client.release(broken as Error);
    }
  }

  /** What an earlier sending of the same command did, when that is why this one failed or said nothing. */
  private async receiptOf(context: Context): Promise<Receipt | null> {
    const {
      rows: [command],
    } = await this.pool.query<{ fingerprint: string; cases: string[]; case_id: string; subject_id: string; recorded_at: Date }>(
      'SELECT fingerprint, case_id || other_cases AS cases, case_id, subject_id, recorded_at FROM command WHERE command_id = $1',
      [context.commandId],
    );
    if (!command) return null;
    if (context.fingerprint !== undefined && command.fingerprint !== fingerprintOf(this.surroundings, context))
      throw new Refusal('input.command-id-reused', { commandId: context.commandId });
    const { rows } = await this.pool.query<{ payload: string }>(
      'SELECT payload FROM journal WHERE aggregateid = ANY($1::text[]) AND command_id = $2 ORDER BY seq',
      [command.cases, context.commandId]);
    const facts = rows.map(({ payload }) => JSON.parse(payload) as Envelope);
    return {
      commandId: context.commandId, id: command.subject_id, caseId: command.case_id,
      version: facts.at(-1)?.version ?? 0, recordedAt: command.recorded_at.toISOString(), repeated: true,
      facts: facts.map(({ type, version, data }) => ({ type, version, data })),
    };
  }

  private asRefusal(error: unknown): unknown {
    if (codeOf(error) === '23505') {
      const constraint = (error as { constraint?: string }).constraint ?? '';
      const code = this.constraints[constraint];
      if (code) return new Refusal(code, {});
      if (constraint.endsWith('_pkey')) return new Refusal('record.already-exists', {});
    }
    if (DEADLOCK_OR_CONFLICT.has(codeOf(error))) return new Refusal('record.busy', {});
    return error;
  }
}

const isAhead = (moment: Instant, own: Instant): boolean =>
  moment > own && Date.parse(moment) - Date.parse(own) <= SKEW_MS_MAX;

/** Whoever waits for it later sees the failure; nobody else must die of it. */
function notAlone<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

const receipt = (context: Context, tx: Tx): Receipt => ({
  commandId: context.commandId, id: tx.subjectId, caseId: tx.caseId, version: tx.said.at(-1)?.version ?? 0,
  recordedAt: tx.now, facts: tx.said, repeated: false,
});

/** The connection pool under a TypeORM data source: one pool per service, for TypeORM and for prepared statements. */
export const poolOf = (source: DataSource): Pool => (source.driver as unknown as { master: Pool }).master;

export const codeOf = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
};
