import { createHash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { Refusal } from '#contracts';
import { isPassword, passwordHash } from './passwords.js';
import { Turns } from './turns.js';

/** Failures within a minute, after which nothing is tried any more. Many people may share one address. */
const FAILURES_MAX = { account: 6, address: 30 };

/** Few at a time, each after the failures of those before it: guessing in parallel gains nothing, and memory is bounded. */
const turns = new Turns({ places: 3, waitingMax: 300 });

/** Somebody whose password was right, and what was kept of it then. */
export interface Known {
  readonly personId: string;
  readonly hash: string;
}

/**
 * Signs somebody in by password.
 * @returns who it is, or null: the same for an unknown name, a wrong password and an account without one.
 * @throws Refusal identity.too-many-attempts, record.busy
 */
export function checkPassword(
  pool: Pool, given: { username: string; password: string; address: string },
): Promise<Known | null> {
  return turns.take(() => check(pool, given));
}

async function check(pool: Pool, given: { username: string; password: string; address: string }): Promise<Known | null> {
  const [account, address] = [marked('account', given.username.toLowerCase()), marked('address', given.address)];
  const { rows: [failures] } = await pool.query<{ account: number; address: number }>(
    `SELECT count(*) FILTER (WHERE who = $1)::integer AS account, count(*) FILTER (WHERE who = $2)::integer AS address
     FROM sign_in_failure WHERE who IN ($1, $2) AND at > now() - interval '1 minute'`, [account, address]);
  if (failures!.account >= FAILURES_MAX.account || failures!.address >= FAILURES_MAX.address)
    throw new Refusal('identity.too-many-attempts');
  const { rows: [person] } = await pool.query<{ id: string; password_hash: string | null }>(
    'SELECT id, password_hash FROM person WHERE username = $1', [given.username.toLowerCase()]);
  if (await isPassword(given.password, person?.password_hash ?? null))
    return { personId: person!.id, hash: person!.password_hash! };
  await pool.query('INSERT INTO sign_in_failure (who, at) VALUES ($1, now()), ($2, now())', [account, address]);
  return null;
}

/**
 * Whether the password is still that one, once the sign-in is written down: whoever has set another one meanwhile is waited
 * for, and whoever does so from now on takes the sign-in away.
 */
export async function isUnchanged(pool: Pool, { personId, hash }: Known): Promise<boolean> {
  const { rowCount } = await pool.query('SELECT 1 FROM person WHERE id = $1 AND password_hash = $2 FOR SHARE', [personId, hash]);
  return rowCount === 1;
}

/** Of a name or an address only a digest is kept, and only for the minute in which it counts. */
const marked = (kind: string, text: string): string => createHash('sha256').update(`${kind}\n${text}`).digest('base64url');

export async function forgetOldFailures(pool: Pool): Promise<void> {
  await pool.query(`DELETE FROM sign_in_failure WHERE at < now() - interval '2 minutes'`);
}

/** Whether the person can sign in by password already. @throws Refusal identity.unknown-person */
export async function hasPassword(pool: Pool, personId: string): Promise<boolean> {
  const { rows: [row] } = await pool.query<{ has: boolean }>(
    'SELECT password_hash IS NOT NULL AS has FROM person WHERE id = $1', [personId]);
  if (!row) throw new Refusal('identity.unknown-person', { personId });
  return row.has;
}

/** @throws Refusal identity.unknown-person */
export async function setPassword(client: PoolClient, personId: string, password: string): Promise<void> {
  const { rowCount } = await client.query('UPDATE person SET password_hash = $2 WHERE id = $1', [personId, await passwordHash(password)]);
  if (rowCount === 0) throw new Refusal('identity.unknown-person', { personId });
}
