import {
  Refusal, StageAccepted, StageClosed, StageExpired, StageOffered, StageOpened, StageReturned, fact,
  type Actor, type Fact, type Instant, type ReturnReason, type StageKind,
} from '#contracts';

/** Who answers: exactly one unit and one person of it. */
export interface Answerable {
  readonly unitId: string;
  readonly personId: string;
}

export interface Offer {
  readonly offerId: string;
  readonly by: Answerable;
  readonly toUnit: string;
  readonly toPerson?: string;
  readonly offeredAt: Instant;
  readonly expiresAt: Instant;
  /** The superior unit that is told when nobody answers. */
  readonly escalateTo?: string;
}

export interface NewOffer extends Omit<Offer, 'by' | 'offeredAt'> {
  readonly by: Actor;
  readonly at: Instant;
}

/**
 * One agency's stage of one case. It moves by two-sided acceptance and by nothing else:
 * whoever answers goes on answering until the receiver has accepted. Kept inside the aggregate that it belongs to.
 */
export class Stage {
  stageId!: string;
  kind!: StageKind;
  state!: 'open' | 'closed';
  answers!: Answerable;
  /** False while a stage that came from another agency still waits for its first acceptance. */
  taken!: boolean;
  offer: Offer | null = null;
  lastOffer: { offerId: string; outcome: 'accepted' | 'returned' | 'expired' } | null = null;
  /** Of the last change; nothing may be said to have happened before it. */
  since!: Instant;

  /** Opens a stage; `by` answers for it from `at` on. A stage from another agency is `taken` only when accepted. */
  static open(given: {
    stageId: string; kind: StageKind; answers: Answerable; at: Instant; taken: boolean; requestId?: string; victimId?: string;
  }): [Stage, Fact[]] {
    const stage = Object.assign(new Stage(), {
      stageId: given.stageId, kind: given.kind, state: 'open' as const, taken: given.taken,
      answers: { unitId: given.answers.unitId, personId: given.answers.personId }, since: given.at,
    });
    return [stage, [fact(StageOpened, {
      stageId: stage.stageId, stage: stage.kind, ...stage.answers, requestId: given.requestId, victimId: given.victimId,
    })]];
  }

  /** Revives a stage from its stored form. */
  static from(stored: unknown): Stage {
    return Object.assign(new Stage(), stored);
  }

  /** Offers the stage to another unit, or to another person of a unit. The offerer answers until it is accepted. */
  offerTo(given: NewOffer): Fact[] {
    this.mayOffer(given);
    const isSame = given.toUnit === this.answers.unitId && (given.toPerson ?? this.answers.personId) === this.answers.personId;
    if (isSame && this.taken) throw new Refusal('stage.same-receiver');
    this.moveTo(given.at);
    const { by: _by, at, ...offer } = given;
    this.offer = { ...offer, by: this.answers, offeredAt: at };
    return [fact(StageOffered, {
      ...this.name(), offerId: offer.offerId, fromUnit: this.answers.unitId, fromPerson: this.answers.personId,
      toUnit: offer.toUnit, toPerson: offer.toPerson, expiresAt: offer.expiresAt, escalateTo: offer.escalateTo,
    })];
  }

  /** The receiver takes the stage and answers for it from `at` on. */
  accept(given: { offerId: string; by: Actor; at: Instant }): Fact[] {
    const offer = this.mayAnswer(given);
    this.moveTo(given.at);
    this.settle('accepted');
    this.taken = true;
    this.answers = { unitId: given.by.unitId, personId: given.by.personId };
    return [fact(StageAccepted, { ...this.name(), offerId: offer.offerId, ...this.answers })];
  }

  /** The receiver gives the offer back with a reason; the offerer still answers. */
  return(given: { offerId: string; by: Actor; at: Instant; reason: ReturnReason }): Fact[] {
    const offer = this.mayAnswer(given);
    this.moveTo(given.at);
    this.settle('returned');
    return [fact(StageReturned, {
      ...this.name(), offerId: offer.offerId, byUnit: given.by.unitId, reason: given.reason,
    })];
  }

  /** Nobody answered in time: the offerer still answers and the superior unit is told. Silent when nothing is due. */
  tick(upTo: Instant): Fact[] {
    const offer = this.offer;
    if (!offer || this.state === 'closed' || offer.expiresAt > upTo) return [];
    // Somebody may have worked on the stage after it expired and before the sweeper came by: the expiry still counts.
    if (offer.expiresAt > this.since) this.since = offer.expiresAt;
    this.settle('expired');
    return [fact(StageExpired, {
      ...this.name(), offerId: offer.offerId, toUnit: offer.toUnit, ...this.answers, toldUnit: offer.escalateTo,
    })];
  }

  /** Ends the stage. The service that owns it adds its own conditions before it calls this. */
  close(given: { by: Actor; at: Instant; abandoned?: boolean }): Fact[] {
    this.mayClose(given);
    this.moveTo(given.at);
    this.state = 'closed';
    return [fact(StageClosed, { ...this.name(), abandoned: given.abandoned })];
  }

  /** Whoever asked for the stage asks no more: what nobody has taken ends, and its offer with it. Silent otherwise. */
  withdraw(at: Instant): Fact[] {
    if (this.taken || this.state === 'closed') return [];
    // It is another service that says so: when it happened there may lie before the last change here.
    if (at > this.since) this.since = at;
    Object.assign(this, { offer: null, state: 'closed' });
    return [fact(StageClosed, { ...this.name(), abandoned: true })];
  }

  /** When the sweeper must look at this stage again, or null. */
  get nextFireAt(): Instant | null {
    return this.offer && this.state === 'open' ? this.offer.expiresAt : null;
  }

  mustBeOpen(): void {
    if (this.state === 'closed') throw new Refusal('stage.closed', { stageId: this.stageId });
  }

  /** Work on a stage begins when somebody has accepted it. */
  mustBeTaken(): void {
    this.mustBeOpen();
    if (!this.taken) throw new Refusal('stage.not-accepted', { stageId: this.stageId });
  }

  /** Only the unit that answers acts on the stage: its person or a colleague whose post permits the command. */
  mustAnswer(by: Actor): void {
    if (by.unitId !== this.answers.unitId)
      throw new Refusal('access.not-answerable', { unitId: this.answers.unitId });
  }

  /** Keeps time in order: what happens to a stage happens after what happened to it before. */
  moveTo(at: Instant): void {
    if (at < this.since) throw new Refusal('time.before-last-change', { lastChange: this.since });
    this.since = at;
  }

  /** May the stage be offered now, to whomever? */
  mayOffer({ by }: { by: Actor }): void {
    this.mustBeOpen();
    this.mustAnswer(by);
    this.mustNotBeOffered();
  }

  /** May the stage be closed now, as far as the protocol goes? */
  mayClose({ by, abandoned }: { by: Actor; abandoned?: boolean }): void {
    this.mustBeOpen();
    this.mustAnswer(by);
    if (!this.taken && !abandoned) throw new Refusal('stage.not-accepted', { stageId: this.stageId });
    this.mustNotBeOffered();
  }

  /** May the offer be accepted or returned now? Asked without an `offerId`: the one that waits. */
  mayAnswer({ offerId, by, at }: { offerId?: string; by: Actor; at: Instant }): Offer {
    this.mustBeOpen();
    const offer = this.offer;
    if (!offer) {
      if (offerId !== undefined && this.lastOffer?.offerId === offerId)
        throw new Refusal('stage.offer-answered', { outcome: this.lastOffer.outcome, unitId: this.answers.unitId });
      throw new Refusal('stage.no-offer');
    }
    if (offerId !== undefined && offer.offerId !== offerId) throw new Refusal('stage.offer-answered', { current: offer.offerId });
    if (by.unitId !== offer.toUnit || (offer.toPerson && offer.toPerson !== by.personId))
      throw new Refusal('stage.not-the-receiver', { toUnit: offer.toUnit });
    // Too late is too late, also while nobody has come by to say that the offer has expired.
    if (at >= offer.expiresAt)
      throw new Refusal('stage.offer-answered', { outcome: 'expired', expiresAt: offer.expiresAt, unitId: this.answers.unitId });
    return offer;
  }

  private mustNotBeOffered(): void {
    if (this.offer) throw new Refusal('stage.offer-pending', { offerId: this.offer.offerId, toUnit: this.offer.toUnit });
  }

  private settle(outcome: 'accepted' | 'returned' | 'expired'): void {
    this.lastOffer = { offerId: this.offer!.offerId, outcome };
    this.offer = null;
  }

  private name(): { stageId: string; stage: StageKind } {
    return { stageId: this.stageId, stage: this.kind };
  }
}
