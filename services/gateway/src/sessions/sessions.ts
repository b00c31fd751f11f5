import { createHash, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { seal, unsealWith } from '#vault';
import type { GatewaySettings } from '../settings.js';
import type { Tokens } from './provider.js';

const SESSIONS_PER_PERSON = 5;

/** One browser in which somebody is signed in. */
export interface Session {
  readonly id: string;
  readonly personId: string;
  readonly tokens: Tokens;
  /** What every change must bring along, so that no other site can have it made. */
  readonly csrf: string;
  readonly activeAt: Date;
  readonly isLocked: boolean;
  readonly expiresAt: Date;
}

interface Row {
  id: string;
  person_id: string;
  sealed: Buffer;
  active_at: Date;
  locked: boolean;
  expires_at: Date;
}

type Sealed = Pick<Session, 'tokens' | 'csrf'>;

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Seals what the gateway keeps outside itself: tokens in the database, a sign-in under way in a cookie. */
export class Sealing {
  private readonly keys: readonly Buffer[];

  /** @param keks the present one, and while it is being changed the one before it. */
  constructor(keks: readonly string[]) {
    this.keys = keks.map((kek) => Buffer.from(hkdfSync('sha256', Buffer.from(kek, 'base64'), '', 'guitu gateway sessions', 32)));
  }

  seal(value: unknown, place: string): Buffer {
    return seal(this.keys[0]!, Buffer.from(JSON.stringify(value)), place);
  }

  /** @throws Error when it was changed, or sealed for another place. */
  open<T>(sealed: Buffer, place: string): T {
    return JSON.parse(unsealWith(this.keys, sealed, place).toString('utf8')) as T;
  }
}

/**
 * Where sessions are kept: in PostgreSQL, so that a restart signs nobody out, any instance can answer, and a session
 * that is ended is ended everywhere with the next request. Times are those of the database, also in rehearsal.
 */
export class Sessions {
  constructor(
    private readonly pool: Pool, private readonly sealing: Sealing,
    private readonly settings: Pick<GatewaySettings, 'GATEWAY_SESSION_SECONDS' | 'GATEWAY_IDLE_SECONDS'>,
  ) {}

  /** @returns the secret that the browser's cookie carries. The oldest sessions of somebody with many of them end. */
  async begin(personId: string, tokens: Tokens): Promise<string> {
    const [id, secret] = [randomUUID(), randomBytes(32).toString('base64url')];
    const csrf = randomBytes(24).toString('base64url');
    await this.pool.query(
      `INSERT INTO session (id, secret_digest, person_id, sealed, expires_at)
       VALUES ($1, $2, $3, $4, now() + make_interval(secs => $5))`,
      [id, digestOf(secret), personId, this.sealing.seal({ tokens, csrf }, id), this.settings.GATEWAY_SESSION_SECONDS]);
    await this.pool.query(
      `DELETE FROM session WHERE person_id = $1 AND id NOT IN
         (SELECT id FROM session WHERE person_id = $1 ORDER BY began_at DESC LIMIT $2)`, [personId, SESSIONS_PER_PERSON]);
    return secret;
  }

  /** The same person has signed in again in the same browser: open pages go on, under a new secret. */
  async renew(session: Session, tokens: Tokens): Promise<string> {
    const secret = randomBytes(32).toString('base64url');
    await this.pool.query(
      `UPDATE session SET secret_digest = $2, sealed = $3, began_at = now(), active_at = now(), locked_at = NULL,
         expires_at = now() + make_interval(secs => $4) WHERE id = $1`,
      [session.id, digestOf(secret), this.sealing.seal({ tokens, csrf: session.csrf }, session.id),
        this.settings.GATEWAY_SESSION_SECONDS]);
    return secret;
  }

  async find(secret: string): Promise<Session | null> {
    const { rows: [row] } = await this.pool.query<Row>({
      name: 'session by secret',
      text: `SELECT id, person_id, sealed, active_at, expires_at,
               locked_at IS NOT NULL OR active_at < now() - make_interval(secs => $2) AS locked
             FROM session WHERE secret_digest = $1 AND expires_at > now()`,
      values: [digestOf(secret), this.settings.GATEWAY_IDLE_SECONDS] });
    return row ? this.sessionIn(row) : null;
  }

  /** Whether somebody has left a session of this person, which waits for its lock to be opened. */
  async hasLocked(personId: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `SELECT 1 FROM session WHERE person_id = $1 AND expires_at > now()
         AND (locked_at IS NOT NULL OR active_at < now() - make_interval(secs => $2)) LIMIT 1`,
      [personId, this.settings.GATEWAY_IDLE_SECONDS]);
    return rowCount === 1;
  }

  /** The person has done something. Written down now and then, not with every request. */
  async touch({ id, activeAt }: Session): Promise<void> {
    const everyMs = Math.min(10_000, this.settings.GATEWAY_IDLE_SECONDS * 100);
    if (Date.now() - activeAt.getTime() < everyMs) return;
    await this.pool.query('UPDATE session SET active_at = now() WHERE id = $1 AND locked_at IS NULL', [id]);
  }

  async lock(id: string): Promise<void> {
    await this.pool.query('UPDATE session SET locked_at = coalesce(locked_at, now()) WHERE id = $1', [id]);
  }

  /** @returns the tokens that it held, so that the provider can take them back. */
  end(id: string): Promise<Session[]> {
    return this.remove('DELETE FROM session WHERE id = $1 RETURNING *, false AS locked', [id]);
  }

  endAllOf(personId: string): Promise<Session[]> {
    return this.remove('DELETE FROM session WHERE person_id = $1 RETURNING *, false AS locked', [personId]);
  }

  async forgetExpired(): Promise<void> {
    await this.pool.query('DELETE FROM session WHERE expires_at < now()');
  }

  /** Those of the given sessions that are open and not locked. */
  async stillOpen(ids: readonly string[]): Promise<Set<string>> {
    const { rows } = await this.pool.query<{ id: string }>(
      `SELECT id FROM session WHERE id = ANY($1::uuid[]) AND expires_at > now() AND locked_at IS NULL
         AND active_at >= now() - make_interval(secs => $2)`, [ids, this.settings.GATEWAY_IDLE_SECONDS]);
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * Lets one at a time change the tokens of a session: a refresh token is good once, and using it twice would make the
   * provider take back all of them.
   */
  async exclusively(id: string, change: (session: Session) => Promise<Tokens | null>): Promise<Session | null> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const session = await this.lockedRow(client, id);
      const tokens = session && await change(session);
      if (session && tokens)
        await client.query('UPDATE session SET sealed = $2 WHERE id = $1', [
          id, this.sealing.seal({ tokens, csrf: session.csrf } satisfies Sealed, id),
        ]);
      await client.query('COMMIT');
      return session && tokens ? { ...session, tokens } : session;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  private async lockedRow(client: PoolClient, id: string): Promise<Session | null> {
    const { rows: [row] } = await client.query<Row>('SELECT *, false AS locked FROM session WHERE id = $1 FOR UPDATE', [id]);
    return row ? this.sessionIn(row) : null;
  }

  private async remove(sql: string, values: unknown[]): Promise<Session[]> {
    return (await this.pool.query<Row>(sql, values)).rows.map((row) => this.sessionIn(row));
  }

  private sessionIn(row: Row): Session {
    const { tokens, csrf } = this.sealing.open<Sealed>(row.sealed, row.id);
    return {
      id: row.id, personId: row.person_id, tokens, csrf,
      activeAt: row.active_at, isLocked: row.locked, expiresAt: row.expires_at,
    };
  }
}
