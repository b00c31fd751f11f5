import { Refusal, parseEnvelope, readEnvelope } from '#contracts';
import { contextOf } from './inbox.js';
import { digestOf } from './journal.js';
import { reactTo, type Listening } from './reaction.js';
import { poolOf, type Transactions } from './transactions.js';

export interface ParkedMessage {
  readonly id: string;
  readonly source: string;
  readonly caseId: string | null;
  readonly version: number | null;
  readonly reason: string;
  readonly detail: string;
  readonly attempts: number;
  readonly parkedAt: string;
}

const PAGE_MAX = 200;

/** What waits for a person, and the way out: in order, case by case. */
export class Parking {
  constructor(private readonly transactions: Transactions, private readonly listenings: readonly Listening[]) {}

  async list(after = '0', limit = 50): Promise<ParkedMessage[]> {
    const { rows } = await poolOf(this.transactions.source).query<{
      id: string; source: string; case_id: string | null; version: number | null; reason: string; detail: string;
      attempts: number; parked_at: Date;
    }>('SELECT * FROM parked WHERE id > $1 ORDER BY id LIMIT $2', [after, Math.min(limit, PAGE_MAX)]);
    return rows.map((row) => ({
      id: row.id, source: row.source, caseId: row.case_id, version: row.version, reason: row.reason,
      detail: row.detail, attempts: row.attempts, parkedAt: row.parked_at.toISOString(),
    }));
  }

  /**
   * Tries the parked facts of a case again, in order, each in its own transaction, until one is refused again.
   * @throws whatever the first one that still cannot be applied throws; those before it are applied.
   */
  async release(source: string, caseId: string): Promise<number> {
    let released = 0;
    while (await this.releaseNext(source, caseId)) released += 1;
    return released;
  }

  /** Gives up an unreadable message that belongs to no case: somebody has looked at it. */
  async dismiss(id: string): Promise<boolean> {
    const { rowCount } = await poolOf(this.transactions.source)
      .query('DELETE FROM parked WHERE id = $1 AND case_id IS NULL', [id]);
    return rowCount === 1;
  }

  private releaseNext(source: string, caseId: string): Promise<boolean> {
    const listening = this.listenings.find((candidate) => candidate.source === source);
    if (!listening) throw new Refusal('record.not-found', { source });
    return this.transactions.inOne(async (client) => {
      const { rows: [head] } = await client.query<{ version: number; digest: Buffer }>(
        'SELECT version, digest FROM inbox WHERE source = $1 AND case_id = $2 FOR UPDATE', [source, caseId]);
      const { rows: [next] } = await client.query<{ id: string; version: number; payload: string }>(
        'SELECT id, version, payload FROM parked WHERE source = $1 AND case_id = $2 ORDER BY version LIMIT 1', [source, caseId]);
      if (!head || !next || next.version !== head.version + 1) return false;
      parseEnvelope(next.payload);
      const envelope = readEnvelope(next.payload);
      if (listening.view) {
        const tx = this.transactions.on(client, contextOf(envelope));
        await listening.view.apply([envelope], [next.payload], tx);
        await tx.settled();
      }
      for (const reaction of listening.reactions.filter(({ type }) => type === envelope.type)) {
        const tx = this.transactions.on(client, contextOf(envelope));
        await reactTo(envelope, reaction, tx);
        await tx.settled();
      }
      await client.query('UPDATE inbox SET version = $3, digest = $4 WHERE source = $1 AND case_id = $2',
        [source, caseId, next.version, digestOf(head.digest, next.payload)]);
      await client.query('DELETE FROM parked WHERE id = $1', [next.id]);
      return true;
    }).then((done) => {
      if (done) this.transactions.onCommit();
      return done;
    });
  }
}
