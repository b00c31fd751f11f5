import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { DismissalProposed, fact, MessageDismissed, Refusal, type Actor, type Fact } from '#contracts';
import { aggregateTable, text, uuid, whole } from './table.js';
import { poolOf, type Transactions } from './transactions.js';
import type { Context, Receipt } from './tx.js';

/**
 * An unreadable message that belongs to no case is thrown away: one person proposes it, another confirms. It is on record
 * under the name of its source, since no case is known.
 */
export class Dismissal {
  id!: string;
  /** The source: the topic on which the message was found. */
  caseId!: string;
  version = 0;
  parkedId!: number;
  digest!: string;
  state: 'proposed' | 'dismissed' = 'proposed';
  proposedBy!: string;
  proposedByUnit!: string;

  static of(given: { id: string; caseId: string; parkedId: number; digest: string }): Dismissal {
    return Object.assign(new Dismissal(), given);
  }

  /** A later proposal takes the place of an earlier one. */
  propose(by: Actor): Fact[] {
    Object.assign(this, { proposedBy: by.personId, proposedByUnit: by.unitId });
    return [fact(DismissalProposed, this.what)];
  }

  /** @throws Refusal parked.dismissal-not-proposed, parked.same-person */
  confirm(by: Actor): Fact[] {
    if (this.state !== 'proposed') throw new Refusal('parked.dismissal-not-proposed');
    if (by.personId === this.proposedBy) throw new Refusal('parked.same-person');
    this.state = 'dismissed';
    const { proposedBy, proposedByUnit } = this;
    return [fact(MessageDismissed, { ...this.what, proposedBy, proposedByUnit })];
  }

  private get what(): { dismissalId: string; source: string; digest: string } {
    return { dismissalId: this.id, source: this.caseId, digest: this.digest };
  }
}

export const DismissalTable = aggregateTable(Dismissal, 'dismissal', {
  caseId: text({ name: 'case_id' }), parkedId: whole(), digest: text(), state: text(), proposedBy: uuid(), proposedByUnit: text(),
});

/** A message that somebody proposes to throw away, for the second person who confirms. */
export interface ProposedDismissal {
  readonly dismissalId: string;
  readonly messageId: string;
  readonly source: string;
  /** SHA-256 of the message as it arrived: what the record keeps of it. */
  readonly digest: string;
  /** Why nobody can read it, and where it was found. */
  readonly detail: string;
  readonly proposedBy: string;
  readonly proposedByUnit: string;
}

const PAGE_MAX = 200;

/** The way out of a message that nobody can read: two people have looked at it. */
export class Dismissals {
  constructor(private readonly transactions: Transactions) {}

  /** What waits for a second person, the oldest proposal first. */
  async proposed(): Promise<ProposedDismissal[]> {
    const { rows } = await poolOf(this.transactions.source).query<ProposedDismissal>(
      `SELECT d.id AS "dismissalId", p.id AS "messageId", p.source, d.digest, p.detail, d.proposed_by AS "proposedBy",
         d.proposed_by_unit AS "proposedByUnit"
       FROM dismissal d JOIN parked p ON p.id = d.parked_id WHERE d.state = 'proposed' ORDER BY d.id LIMIT ${PAGE_MAX}`);
    return rows;
  }

  /** @throws Refusal record.not-found for what is not there, or belongs to a case */
  propose(context: Context, messageId: string): Promise<Receipt> {
    return this.transactions.run(context, async (tx) => {
      const [parked] = await tx.query<{ id: string; source: string; payload: string }>(
        'SELECT id, source, payload FROM parked WHERE id = $1 AND case_id IS NULL FOR UPDATE', [messageId]);
      if (!parked) throw new Refusal('record.not-found', { id: messageId });
      const [known] = await tx.query<{ id: string }>('SELECT id FROM dismissal WHERE parked_id = $1', [messageId]);
      const dismissal = known ? await tx.load(Dismissal, known.id) : Dismissal.of({
        id: newId(), caseId: parked.source, parkedId: Number(parked.id),
        digest: createHash('sha256').update(parked.payload).digest('hex'),
      });
      await tx.save(dismissal, dismissal.propose(tx.actor));
    });
  }

  /** @throws Refusal record.not-found, parked.dismissal-not-proposed, parked.same-person */
  confirm(context: Context, dismissalId: string): Promise<Receipt> {
    return this.transactions.run(context, async (tx) => {
      const dismissal = await tx.load(Dismissal, dismissalId);
      await tx.save(dismissal, dismissal.confirm(tx.actor));
      tx.execute('DELETE FROM parked WHERE id = $1 AND case_id IS NULL', [dismissal.parkedId]);
    });
  }
}
