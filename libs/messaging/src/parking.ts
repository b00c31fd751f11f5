import { v7 as newId } from 'uuid';
import { parseEnvelope, readEnvelope, Refusal, type Actor, type SetAsideReason } from '#contracts';
import { Hold } from './hold.js';
import { beginHolds, endHold, holdAt, releasedBy } from './holding.js';
import { contextOf } from './inbox.js';
import { digestOf } from './journal.js';
import { isOutage } from './outage.js';
import { ONLY_WAITS, whyParked } from './parked.js';
import { reactTo, type Listening } from './reaction.js';
import { poolOf, type Transactions } from './transactions.js';
import type { Context, Receipt, Tx } from './tx.js';

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

/** A fact that somebody proposes to skip for ever, for the second person who confirms. */
export interface ProposedSetAside {
  readonly holdId: string;
  readonly source: string;
  readonly caseId: string;
  readonly version: number;
  /** What the fact says, and why it could not be applied. */
  readonly type: string;
  readonly parkedFor: string;
  readonly reason: SetAsideReason;
  readonly proposedBy: string;
  readonly proposedByUnit: string;
}

/** One parked fact, and why it is not to be applied here. */
export interface SetAside {
  readonly source: string;
  readonly caseId: string;
  readonly version: number;
  readonly reason: SetAsideReason;
}

/** The first parked fact of a case, whose turn it is, and the digest of the chain up to it. */
interface First {
  readonly id: string;
  readonly version: number;
  readonly payload: string;
  readonly reason: string;
  readonly digest: Buffer;
}

const PAGE_MAX = 200;

/** What waits for a person, and the ways out: in order, case by case. */
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

  /** What waits for a second person, the oldest proposal first. */
  async proposed(): Promise<ProposedSetAside[]> {
    const { rows } = await poolOf(this.transactions.source).query<Omit<ProposedSetAside, 'type'> & { payload: string }>(
      `SELECT h.id AS "holdId", h.source, h.case_id AS "caseId", h.held_version AS version, p.payload, p.reason AS "parkedFor",
         h.reason, h.proposed_by AS "proposedBy", h.proposed_by_unit AS "proposedByUnit"
       FROM hold h JOIN parked p ON p.source = h.source AND p.case_id = h.case_id AND p.version = h.held_version
       WHERE h.state = 'proposed' ORDER BY h.id LIMIT ${PAGE_MAX}`);
    return rows.map(({ payload, ...row }) => ({ ...row, type: parseEnvelope(payload).type }));
  }

  /**
   * Tries the parked facts of a case again, in order, each in its own transaction, until one is refused again.
   * @throws Refusal record.not-found; parked.still-refused with the reason, as a code, why the first of them still cannot be
   * applied (those before it are); whatever the driver throws when the database does not answer.
   */
  async release(source: string, caseId: string, by: Actor): Promise<number> {
    const listening = this.listenings.find((candidate) => candidate.source === source);
    if (!listening) throw new Refusal('record.not-found', { source });
    let released = 0;
    try {
      while (await this.releaseNext(listening, caseId, by)) released += 1;
    } catch (error) {
      if (isOutage(error)) throw error;
      await this.refusedAgain(listening.source, caseId, error);
      const { reason } = whyParked(error);
      throw new Refusal('parked.still-refused', { released, reason, ...(error instanceof Refusal && { code: error.code }) });
    }
    return released;
  }

  /** The fact that stands first now is the one to be looked at, and this is why. */
  private async refusedAgain(source: string, caseId: string, error: unknown): Promise<void> {
    const { reason, detail } = whyParked(error);
    await this.transactions.inOne(async (client) => {
      const { rows: [row] } = await client.query<First>(FIRST, [source, caseId]);
      if (!row) return;
      await client.query(
        `UPDATE parked SET reason = $2, detail = $3 || coalesce(substring(detail from ' @ [^@]*$'), ''), attempts = attempts + 1
         WHERE id = $1`, [row.id, reason, detail]);
      await beginHolds(this.transactions, client, source, [{ envelope: parseEnvelope(row.payload), reason }]);
    });
    this.transactions.onCommit();
  }

  /**
   * One person proposes to skip a fact that will never be applied here.
   * @throws Refusal parked.not-first, parked.not-tried
   */
  propose(context: Context, { source, caseId, version, reason }: SetAside): Promise<Receipt> {
    return this.transactions.run(context, async (tx) => {
      const first = await this.first(tx, { source, caseId, version });
      if (ONLY_WAITS.includes(first.reason)) throw new Refusal('parked.not-tried', { version });
      const known = await holdAt(tx, { source, caseId, version });
      const hold = known ? await tx.load(Hold, known) : Hold.at({ id: newId(), caseId, source, heldVersion: version });
      await tx.save(hold, hold.propose({ reason, digest: first.digest.toString('hex') }, tx.actor));
    });
  }

  /**
   * A second person confirms: the inbox goes on behind the skipped fact and keeps its digest, so that this service stays a
   * witness of the whole chain. Then what waited behind it is released as far as it can be.
   * @throws Refusal record.not-found, parked.not-first, parked.not-proposed, parked.same-person
   */
  async confirm(context: Context, holdId: string): Promise<Receipt> {
    const receipt = await this.transactions.run(context, async (tx) => {
      const [found] = await tx.query<{ source: string; caseId: string; version: number }>(
        'SELECT source, case_id AS "caseId", held_version AS version FROM hold WHERE id = $1', [holdId]);
      if (!found) throw new Refusal('record.not-found', { id: holdId });
      const first = await this.first(tx, found);
      const hold = await tx.load(Hold, holdId);
      // What is skipped is what was proposed: a text that was changed since then is another fact.
      if (hold.digest !== null && hold.digest !== first.digest.toString('hex')) throw new Refusal('parked.not-proposed');
      await tx.save(hold, hold.confirm(tx.actor));
      this.goOnBehind(tx, found, first);
    });
    await this.goOnAfter(holdId, context.actor);
    return receipt;
  }

  /**
   * Also when the command was sent before: an outage may have kept what waited from going on. What comes next may be refused
   * as well: then it is the first one now, and shows in the list.
   */
  private async goOnAfter(holdId: string, by: Actor): Promise<void> {
    const { rows: [held] } = await poolOf(this.transactions.source).query<{ source: string; case_id: string }>(
      'SELECT source, case_id FROM hold WHERE id = $1', [holdId]);
    await this.release(held!.source, held!.case_id, by).catch((error: unknown) => {
      if (!(error instanceof Refusal && error.code === 'parked.still-refused')) throw error;
    });
  }

  /** Locks the case in the inbox, as whoever receives messages does, and takes the fact whose turn it is. */
  private async first(tx: Tx, { source, caseId, version }: { source: string; caseId: string; version?: number }): Promise<First> {
    const [row] = await tx.query<First>(FIRST, [source, caseId]);
    if (!row || (version !== undefined && row.version !== version)) throw new Refusal('parked.not-first', { source, caseId });
    return { ...row, digest: digestOf(row.digest, row.payload) };
  }

  private goOnBehind(tx: Tx, { source, caseId }: { source: string; caseId: string }, { id, version, digest }: First): void {
    tx.execute('UPDATE inbox SET version = $3, digest = $4 WHERE source = $1 AND case_id = $2', [source, caseId, version, digest]);
    tx.execute('DELETE FROM parked WHERE id = $1', [id]);
    // What now lacks only the facts before it is not held any more: it goes on by itself when they are there.
    tx.execute(`UPDATE parked SET reason = 'out-of-order' WHERE source = $1 AND case_id = $2 AND NOT EXISTS (
      SELECT FROM parked WHERE source = $1 AND case_id = $2 AND version = $3)`, [source, caseId, version + 1]);
  }

  private async releaseNext(listening: Listening, caseId: string, by: Actor): Promise<boolean> {
    const { source } = listening;
    const isReleased = await this.transactions.inOne(async (client) => {
      const { rows: [row] } = await client.query<First>(FIRST, [source, caseId]);
      if (!row) return false;
      const envelope = readEnvelope(row.payload);
      const open = (): Tx => this.transactions.on(client, contextOf(envelope));
      if (listening.view) {
        const tx = open();
        await listening.view.apply([envelope], [row.payload], tx);
        await tx.settled();
      }
      for (const reaction of listening.reactions.filter(({ type }) => type === envelope.type)) {
        const tx = open();
        await reactTo(envelope, reaction, tx);
        await tx.settled();
      }
      const tx = this.transactions.on(client, releasedBy(by));
      await endHold(tx, { source, caseId, version: row.version });
      this.goOnBehind(tx, { source, caseId }, { ...row, digest: digestOf(row.digest, row.payload) });
      await tx.settled();
      return true;
    });
    if (isReleased) this.transactions.onCommit();
    return isReleased;
  }
}

const FIRST = `SELECT p.id, p.version, p.payload, p.reason, i.digest FROM inbox i
  JOIN parked p ON p.source = i.source AND p.case_id = i.case_id AND p.version = i.version + 1
  WHERE i.source = $1 AND i.case_id = $2 FOR UPDATE OF i`;
