import {
  fact, FactParked, FactReleased, FactSetAside, Refusal, SetAsideProposed, type Actor, type Fact, type ParkedFor,
  type SetAsideReason,
} from '#contracts';
import { aggregateTable, text, uuid, whole } from './table.js';

/** The fact of another service for which a case waits here, since it could not be applied. */
export interface HeldAt {
  readonly id: string;
  readonly caseId: string;
  readonly source: string;
  readonly heldVersion: number;
}

export type HoldState = 'held' | 'proposed' | 'set-aside' | 'released';

/**
 * A case waits behind a parked fact. The way out of a fact that will always be refused: one person proposes to skip it for
 * ever, another one confirms.
 */
export class Hold implements HeldAt {
  id!: string;
  caseId!: string;
  version = 0;
  source!: string;
  heldVersion!: number;
  state: HoldState = 'held';
  reason: SetAsideReason | null = null;
  digest: string | null = null;
  proposedBy: string | null = null;
  proposedByUnit: string | null = null;

  static at(held: HeldAt): Hold {
    return Object.assign(new Hold(), held);
  }

  /** From now on the others can see that the case waits here, and why. */
  begin(reason: ParkedFor): Fact[] {
    return [fact(FactParked, { ...this.held, reason })];
  }

  /** The fact could be applied after all. */
  release(): Fact[] {
    this.state = 'released';
    return [fact(FactReleased, this.held)];
  }

  /** A later proposal takes the place of an earlier one. */
  propose({ reason, digest }: { reason: SetAsideReason; digest: string }, by: Actor): Fact[] {
    Object.assign(this, { state: 'proposed', reason, digest, proposedBy: by.personId, proposedByUnit: by.unitId });
    return [fact(SetAsideProposed, { ...this.held, digest, reason })];
  }

  /** @throws Refusal parked.not-proposed, parked.same-person */
  confirm(by: Actor): Fact[] {
    const { state, reason, digest, proposedBy, proposedByUnit } = this;
    if (state !== 'proposed') throw new Refusal('parked.not-proposed');
    if (by.personId === proposedBy) throw new Refusal('parked.same-person');
    this.state = 'set-aside';
    return [fact(FactSetAside, {
      ...this.held, digest: digest!, reason: reason!, proposedBy: proposedBy!, proposedByUnit: proposedByUnit!,
    })];
  }

  private get held(): { holdId: string; source: string; version: number } {
    return { holdId: this.id, source: this.source, version: this.heldVersion };
  }
}

/** A case is a text here: what is kept under a unit's id (the directory) can be held too. */
export const HoldTable = aggregateTable(Hold, 'hold', {
  caseId: text({ name: 'case_id' }), source: text(), heldVersion: whole(), state: text(), reason: text({ nullable: true }),
  digest: text({ nullable: true }), proposedBy: uuid({ nullable: true }), proposedByUnit: text({ nullable: true }),
});
