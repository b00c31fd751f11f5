import { Clocks, type ClockRules } from '#clocks';
import type { Actor, Fact, Instant, ReturnReason, UnitKind } from '#contracts';
import type { NewOffer, Stage } from './stage.js';

/** What the directory says about the one who is to receive a stage. */
export interface Receiver {
  readonly unitId: string;
  readonly personId?: string;
  /** Not known while the directory is behind. */
  readonly unitKind?: UnitKind;
  /** GB/T 2260 division of the unit. */
  readonly division?: string;
  readonly superiorUnit?: string;
  /** True when the person holds a head's post in a bureau of county level or above at that time (V-1). */
  readonly isHeadOfBureau: boolean;
}

/**
 * An aggregate that is one agency's stage of a case: it carries the stage and its deadlines, and adds its own rules.
 * Offers, acceptances, returns and expiries are the same in all five services; they are written here once.
 */
export abstract class StagedAggregate {
  id!: string;
  caseId!: string;
  version = 0;
  nextFireAt: Instant | null = null;
  stage!: Stage;
  clocks: Clocks = Clocks.from();

  /** A service's own condition on who may take its stage; refuses by throwing. */
  protected mustSuit(_receiver: Receiver): void {
    // Most stages ask no more than a competent unit.
  }

  /** A service's own condition on the unit to which its stage is offered, whoever may take it there. */
  protected mustSuitUnit(_receiver: Receiver): void {
    // Most stages ask no more than a competent unit.
  }

  /** Work on the stage: it is open, somebody has taken it, and the unit that answers does it. */
  mayWork({ by }: { by: Actor }): void {
    this.stage.mustBeTaken();
    this.stage.mustAnswer(by);
  }

  mayAccept(given: { offerId?: string; by: Actor; at: Instant }, receiver: Receiver): void {
    this.stage.mayAnswer(given);
    this.mustSuit(receiver);
  }

  offerStage(given: NewOffer, receiver: Receiver): Fact[] {
    this.stage.mayOffer(given);
    if (given.toPerson) this.mustSuit(receiver);
    else this.mustSuitUnit(receiver);
    return this.stage.offerTo(given);
  }

  acceptStage(given: { offerId: string; by: Actor; at: Instant }, receiver: Receiver): Fact[] {
    this.mayAccept(given, receiver);
    const facts = this.stage.accept(given);
    this.clocks.handTo({ ...this.stage.answers, superiorUnit: receiver.superiorUnit });
    return facts;
  }

  /** What begins when a receiver has taken the stage, as deadlines of the service's own. */
  whenTaken(_given: { at: Instant; rules: ClockRules; newId: () => string }, _receiver: Receiver): Fact[] {
    return [];
  }

  returnStage(given: { offerId: string; by: Actor; at: Instant; reason: ReturnReason }): Fact[] {
    return this.stage.return(given);
  }

  /** When time next changes something here, or null. */
  whenNext(): Instant | null {
    const next = [this.stage.nextFireAt, this.stage.state === 'closed' ? null : this.clocks.nextFireAt];
    return next.reduce((first, at) => (first === null || (at !== null && at < first) ? at : first), null);
  }

  /** Fires what is due up to that moment: an unanswered offer first, then deadlines. */
  tick(upTo: Instant): Fact[] {
    return [...this.stage.tick(upTo), ...this.clocks.tick(upTo)];
  }
}
