import { errors, type Adapter, type AdapterPayload } from 'oidc-provider';
import type { Pool } from 'pg';
import type { Sealing } from './sealing.js';

interface Row {
  sealed: Buffer;
  consumed_at: Date | null;
}

/**
 * Where the provider keeps sessions, codes, grants and refresh tokens: in PostgreSQL, so that a restart signs nobody
 * out and any instance can answer. What is kept is sealed; rows are found by digests.
 */
export function modelsIn(pool: Pool, sealing: Sealing): new (kind: string) => Adapter {
  return class implements Adapter {
    constructor(private readonly kind: string) {}

    async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
      await pool.query(
        `INSERT INTO oidc_model (kind, id_digest, sealed, grant_id, uid_digest, account_id, expires_at)
         VALUES ($1,$2,$3,$4,$5,$6, now() + make_interval(secs => $7))
         ON CONFLICT (kind, id_digest) DO UPDATE SET sealed = excluded.sealed, grant_id = excluded.grant_id,
           uid_digest = excluded.uid_digest, account_id = excluded.account_id, expires_at = excluded.expires_at`,
        [this.kind, sealing.mark(id), sealing.seal(payload), payload.grantId ? sealing.mark(payload.grantId) : null,
          payload.uid ? sealing.mark(payload.uid) : null, accountOf(payload), expiresIn ?? null]);
    }

    find(id: string): Promise<AdapterPayload | undefined> {
      return this.one('id_digest', id);
    }

    findByUid(uid: string): Promise<AdapterPayload | undefined> {
      return this.one('uid_digest', uid);
    }

    /** Codes typed on another device are not offered. */
    findByUserCode(): Promise<undefined> {
      return Promise.resolve(undefined);
    }

    /** A code or a refresh token is used once, also when it comes twice at the same moment. */
    async consume(id: string): Promise<void> {
      const { rowCount } = await pool.query(
        'UPDATE oidc_model SET consumed_at = now() WHERE kind = $1 AND id_digest = $2 AND consumed_at IS NULL',
        [this.kind, sealing.mark(id)]);
      if (rowCount === 0) throw new errors.InvalidGrant('already used');
    }

    async destroy(id: string): Promise<void> {
      await pool.query('DELETE FROM oidc_model WHERE kind = $1 AND id_digest = $2', [this.kind, sealing.mark(id)]);
    }

    async revokeByGrantId(grantId: string): Promise<void> {
      await pool.query('DELETE FROM oidc_model WHERE kind = $1 AND grant_id = $2', [this.kind, sealing.mark(grantId)]);
    }

    private async one(column: 'id_digest' | 'uid_digest', value: string): Promise<AdapterPayload | undefined> {
      const { rows: [row] } = await pool.query<Row>({
        name: `oidc by ${column}`,
        text: `SELECT sealed, consumed_at FROM oidc_model
               WHERE kind = $1 AND ${column} = $2 AND (expires_at IS NULL OR expires_at > now())`,
        values: [this.kind, sealing.mark(value)],
      });
      if (!row) return undefined;
      const payload = sealing.open<AdapterPayload>(row.sealed);
      return row.consumed_at ? { ...payload, consumed: Math.floor(row.consumed_at.getTime() / 1000) } : payload;
    }
  };
}

/** Whose it is; of a sign-in that has not come back to the provider yet, who has given the password. */
const accountOf = ({ accountId, result }: AdapterPayload): string | null =>
  accountId ?? (result as { login?: { accountId?: string } } | undefined)?.login?.accountId ?? null;

export async function forgetExpired(pool: Pool): Promise<void> {
  await pool.query('DELETE FROM oidc_model WHERE expires_at < now()');
}
