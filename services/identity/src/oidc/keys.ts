import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type { Pool } from 'pg';
import { v7 as newId } from 'uuid';
import type { Sealing } from './sealing.js';

/** With what the provider signs its tokens and its cookies. */
export interface ProviderKeys {
  readonly jwks: { keys: JWK[] };
  readonly cookieKeys: string[];
}

const NAME = 'oidc-keys';

/** Made once and kept: a token outlives a restart, and several instances sign with the same key. */
export async function providerKeys(pool: Pool, sealing: Sealing): Promise<ProviderKeys> {
  const made = JSON.stringify(sealing.seal(await newKeys()).toString('base64'));
  await pool.query('INSERT INTO setting (name, value) VALUES ($1, $2::jsonb) ON CONFLICT (name) DO NOTHING', [NAME, made]);
  const { rows: [kept] } = await pool.query<{ value: string }>('SELECT value FROM setting WHERE name = $1', [NAME]);
  const keys = openedBy(sealing, kept!.value);
  // Under the present key from now on: the one before it may be gone with the next start.
  const anew = JSON.stringify(sealing.seal(keys).toString('base64'));
  await pool.query('UPDATE setting SET value = $2::jsonb WHERE name = $1', [NAME, anew]);
  return keys;
}

function openedBy(sealing: Sealing, kept: string): ProviderKeys {
  try {
    return sealing.open<ProviderKeys>(Buffer.from(kept, 'base64'));
  } catch {
    throw new Error('签发令牌的密钥无法解开:GUITU_KEK 与数据库不符。\n'
      + 'The keys that sign tokens cannot be opened: GUITU_KEK does not belong to this database.');
  }
}

async function newKeys(): Promise<ProviderKeys> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...await exportJWK(privateKey), kid: newId(), alg: 'ES256', use: 'sig' };
  return { jwks: { keys: [jwk] }, cookieKeys: [randomBytes(32).toString('base64url')] };
}
