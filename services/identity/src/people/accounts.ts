import { createHash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { Refusal } from '#contracts';
import { isPassword, passwordHash } from './passwords.js';
import { Turns } from './turns.js';

/** Failures within a minute, after which nothing is tried any more. Many people may share one address. */
const FAILURES_MAX = { account: 6, address: 30 };

/** Few at a time, each after the failures of those before it: guessing in parallel gains nothing, and memory is bounded. */
const turns = new Turns({ places: 3, waitingMax: 300 });

/**
 * Signs somebody in by password.
 * @returns the person's id, or null: the same for an unknown name, a wrong password and an account without one.
 * @throws Refusal identity.too-many-attempts, record.busy
 */
export function checkPassword(
  pool: Pool, given: { username: string; password: string; address: string },
): Promise<string | null> {
  return turns.take(() => check(pool, given));
}

async function check(pool: Pool, given: { username: string; password: string; address: string }): Promise<string | null> {
  const [account, address] = [marked('account', given.username.toLowerCase()), marked('address', given.address)];
  const { rows: [failures] } = await pool.query<{ account: number; address: number }>(
    `SELECT count(*) FILTER (WHERE who = $1)::integer AS account, count(*) FILTER (WHERE who = $2)::integer AS address
     FROM sign_in_failure WHERE who IN ($1, $2) AND at > now() - interval '1 minute'`, [account, address]);
  if (failures!.account >= FAILURES_MAX.account || failures!.address >= FAILURES_MAX.address)
    throw new Refusal('identity.too-many-attempts');
  const { rows: [person] } = await pool.query<{ id: string; password_hash: string | null }>(
    'SELECT id, password_hash FROM person WHERE username = $1', [given.username.toLowerCase()]);
  if (await isPassword(given.password, person?.password_hash ?? null)) return person!.id;
  await pool.query('INSERT INTO sign_in_failure (who, at) VALUES ($1, now()), ($2, now())', [account, address]);
  return null;
}

/** Of a name or an address only a digest is kept, and only for the minute in which it counts. */
const marked = (kind: string, text: string): string => createHash('sha256').update(`${kind}\n${text}`).digest('base64url');

export async function forgetOldFailures(pool: Pool): Promise<void> {
  await pool.query(`DELETE FROM sign_in_failure WHERE at < now() - interval '2 minutes'`);
}

/** A person changes the own password. @throws Refusal identity.wrong-password, identity.too-many-attempts */
export async function changePassword(
  pool: Pool, given: { personId: string; username: string; present: string; next: string; address: string },
): Promise<void> {
  const right = await checkPassword(pool, { username: given.username, password: given.present, address: given.address });
  if (right !== given.personId) throw new Refusal('identity.wrong-password');
  await setPassword(pool, given.personId, given.next);
}

/** Whether the person can sign in by password already. @throws Refusal identity.unknown-person */
export async function hasPassword(pool: Pool, personId: string): Promise<boolean> {
  const { rows: [row] } = await pool.query<{ has: boolean }>(
    'SELECT password_hash IS NOT NULL AS has FROM person WHERE id = $1', [personId]);
  if (!row) throw new Refusal('identity.unknown-person', { personId });
  return row.has;
}

/** A new password ends every session and refresh token of the person. @throws Refusal identity.unknown-person */
export async function setPassword(pool: Pool | PoolClient, personId: string, password: string): Promise<void> {
  const { rowCount } = await pool.query('UPDATE person SET password_hash = $2 WHERE id = $1', [personId, await passwordHash(password)]);
  if (rowCount === 0) throw new Refusal('identity.unknown-person', { personId });
  await pool.query('DELETE FROM oidc_model WHERE account_id = $1', [personId]);
}
