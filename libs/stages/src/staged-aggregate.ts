import { Clocks, isOfStep, packageOf, type ClockRules } from '#clocks';
import type { Actor, ClockRuleCode, Fact, Instant, ReturnReason, UnitKind } from '#contracts';
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

const GENERAL: ClockRuleCode = 'stage-next-step';

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

  /**
   * The deadline of the step at which a taken stage stands; null where the step has none of its own, or where a rule
   * starts it. It says nothing but how the record stands: that is what makes it impossible to forget.
   */
  protected get awaited(): ClockRuleCode | null {
    return null;
  }

  /** Until when, where the stage comes back to a step that it had left, and its time does not begin anew. */
  protected dueAgain(_rule: ClockRuleCode, _at: Instant): Instant | undefined {
    return undefined;
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

  /** The unit that answers, where a deadline must begin for its next step; null where none must. */
  unwatched(): string | null {
    return this.lacking === null ? null : this.stage.answers.unitId;
  }

  /**
   * An open stage is under a deadline at every moment: asked after every rule, before the record is kept. The deadline of the
   * step at which the record stands begins, those of steps that it has left end, and where no deadline runs and no offer
   * waits, the general one begins. One that runs already stays as it is, whatever else was done.
   */
  watch(given: { at: Instant; rules: ClockRules; newId: () => string; superiorUnit?: string }): Fact[] {
    const { at, rules, newId, superiorUnit } = given;
    const rule = this.lacking;
    const started = rule === null ? [] : this.clocks.start(rules, {
      clockId: newId(), rule, at, answers: { ...this.stage.answers, superiorUnit }, override: { dueAt: this.dueAgain(rule, at) },
    });
    const over = this.clocks.allRunning().filter((clock) => isOfStep(clock.rule) && !this.isFor(clock.rule));
    return [...started, ...over.flatMap(({ clockId }) => this.clocks.stop(clockId, at))];
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

  private get step(): ClockRuleCode | null {
    return this.stage.state === 'open' && this.stage.taken ? this.awaited : null;
  }

  /** A deadline runs that a rule has started, for whoever answers for the stage: no holder of a package stands in for them. */
  private get isTimed(): boolean {
    return this.clocks.allRunning().some(({ rule, suspendedAt }) =>
      suspendedAt === undefined && packageOf(rule) === null && !isOfStep(rule));
  }

  /** The deadline that must begin now. */
  private get lacking(): ClockRuleCode | null {
    if (this.stage.state === 'closed') return null;
    const isNeeded = this.step !== null || (!this.isTimed && !this.stage.offer);
    const rule = this.step ?? GENERAL;
    return isNeeded && !this.clocks.running(rule) ? rule : null;
  }

  /** The general deadline goes on while an offer waits: whoever offers and is refused has won no time. */
  private isFor(rule: ClockRuleCode): boolean {
    if (this.stage.state === 'closed') return false;
    return rule === GENERAL ? this.step === null && !this.isTimed : rule === this.step;
  }
}
