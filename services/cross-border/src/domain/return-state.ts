import {
  Refusal, type Actor, type ClockRuleCode, type Destination, type Instant, type SafetyOutcome, type Situation,
  type TravelDocument,
} from '#contracts';
import {
  AskingStage, isInHand, wasTaken, type Receiver, type StageElsewhere,
} from '#stages';
import { mustAllBeReady, type Traveller } from './gates.js';
import { IdentityVerification } from './identity-verification.js';

/** What a clinician's certificate says of this person: by which unit, and until when it holds. Nothing of the diagnosis. */
export interface Fitness {
  readonly fit: boolean;
  readonly byUnit: string;
  readonly assessedAt: Instant;
  /** Of a certificate that says fit. */
  readonly validUntil: Instant | null;
  /** Of one that says not fit: when to look again. */
  readonly reviewAt: Instant | null;
}

export interface Promised {
  readonly destination: Destination;
  readonly byUnit: string;
  readonly letterNumber?: string;
}

/** A body abroad that was asked to receive her, and how. */
export interface ReceptionRequest {
  readonly toUnit: string;
  readonly destination: Destination;
}

export interface Consent {
  readonly language: string;
  readonly byGuardian: boolean;
  readonly at: Instant;
}

export interface ReceptionReport {
  readonly report: number;
  readonly situation: Situation;
  readonly byUnit: string;
  readonly at: Instant;
}

interface ByWhom {
  readonly by: Actor;
}

interface Elsewhere {
  readonly elsewhere: readonly StageElsewhere[];
}

/** How a return stands, and what may be done with it: each rule of `Return` begins with the check that stands here. */
export abstract class ReturnState extends AskingStage {
  victimId!: string;
  identity = new IdentityVerification();
  safety: SafetyOutcome | null = null;
  receptionRequests: ReceptionRequest[] = [];
  promise: Promised | null = null;
  consent: Consent | null = null;
  document: TravelDocument | null = null;
  /** Units that were asked to examine whether she is fit to travel. */
  fitnessRequests: string[] = [];
  /** The latest at the end. */
  fitness: Fitness[] = [];
  handoverId: string | null = null;
  handedOver: { readonly toUnit: string; readonly toPerson: string; readonly at: Instant } | null = null;
  receptionReports: ReceptionReport[] = [];

  /**
   * first the identity is asked for, and who is known is brought home, or goes on to placement. To ask for placement is
   * not to have it: the deadline goes on until somebody has taken it and this stage is closed.
   */
  protected override get awaited(): ClockRuleCode | null {
    if (this.handedOver) return null;
    if (this.identity.requests.length === 0) return 'identity-request';
    return this.identity.isConfirmed ? 'return-handover' : null;
  }

  mayPrepare({ by }: ByWhom): void {
    this.mayWork({ by });
    this.mustNotBeGone();
  }

  mayRequestIdentity({ by }: ByWhom): void {
    this.mayPrepare({ by });
    this.identity.mayAsk();
  }

  /** The counterpart itself, or our unit with its letter. */
  mayAnswerIdentity({ by, requestId }: ByWhom & { requestId: string }): void {
    this.stage.mustBeTaken();
    this.mustSpeakFor(by, this.identity.request(requestId).counterpart);
    this.identity.mayAnswer({ requestId });
  }

  maySupplementIdentity({ by, requestId }: ByWhom & { requestId: string }): void {
    this.mayPrepare({ by });
    this.identity.maySupplement(requestId);
  }

  /** A body that was asked speaks for itself; its letter is entered by our unit. */
  mayPromiseReception({ by }: ByWhom): void {
    this.stage.mustBeTaken();
    this.mustNotBeGone();
    if (this.receptionRequests.length === 0) throw new Refusal('cross-border.reception-not-asked', { returnId: this.id });
    const asked = this.receptionRequests.map(({ toUnit }) => toUnit);
    if (!asked.includes(by.unitId)) this.mustSpeakFor(by, asked.at(-1)!);
  }

  /** Only who was asked to examine her, or has examined her after the rescue, says whether she can travel. */
  mayAssessFitness({ by, examiners }: ByWhom & { examiners: readonly string[] }): void {
    this.stage.mustBeTaken();
    this.mustNotBeGone();
    const asked = [...new Set([...this.fitnessRequests, ...examiners])];
    if (!asked.includes(by.unitId)) throw new Refusal('cross-border.not-the-examiner', { victimId: this.victimId, asked });
  }

  /** @param given.from the handover that she leaves for another one. */
  mayJoin({ by, from, elsewhere }: ByWhom & Elsewhere & { from?: string }): void {
    this.mayPrepare({ by });
    if (this.handoverId !== (from ?? null))
      throw new Refusal('cross-border.already-scheduled', { returnId: this.id, handoverId: this.handoverId });
    this.mustNotBePlaced(elsewhere);
  }

  /** May a handover be scheduled for her, as she is seen on the way to one destination? */
  mayBeScheduled({ traveller, ...given }: ByWhom & Elsewhere & { traveller: Traveller }): void {
    this.mayJoin(given);
    mustAllBeReady([traveller]);
  }

  mayConfirmReception({ by }: ByWhom): void {
    if (!this.handedOver) throw new Refusal('cross-border.not-handed-over', { returnId: this.id });
    if (by.unitId !== this.handedOver.toUnit && by.unitId !== this.promise?.byUnit)
      throw new Refusal('cross-border.not-the-counterpart', { counterpart: this.handedOver.toUnit });
  }

  mayRequestPlacement({ by, elsewhere }: ByWhom & Elsewhere): void {
    this.mayPrepare({ by });
    this.mustNotBeOnTheWay();
    this.mustNotBePlaced(elsewhere);
    this.requests.mayAsk({ stage: 'placement', victimIds: [this.victimId] }, elsewhere);
  }

  mayClose({ by, elsewhere }: ByWhom & Elsewhere): void {
    this.stage.mustBeOpen();
    this.stage.mustAnswer(by);
    this.mustNotBeOnTheWay();
    const requestIds = this.requests.that(elsewhere, (state) => state === 'waiting');
    if (requestIds.length > 0) throw new Refusal('stage.next-not-accepted', { requestIds });
    // Whoever asked for it: a placement that somebody has taken is one.
    const isPlaced = this.requests.that(elsewhere, wasTaken).length > 0 || elsewhere.some(({ stage, victimId, taken, closed }) =>
      stage === 'placement' && victimId === this.victimId && taken && !closed);
    if (!isPlaced && !this.handedOver) throw new Refusal('cross-border.not-handed-over', { returnId: this.id });
    if (this.handedOver && this.receptionReports.length === 0)
      throw new Refusal('cross-border.reception-not-confirmed', { returnId: this.id, toUnit: this.handedOver.toUnit });
    this.stage.mayClose({ by });
  }

  /** A scheduled handover belongs to the unit that scheduled it: the stage stays there until it is done. */
  protected override mustSuit(receiver: Receiver): void {
    if (this.handoverId && !this.handedOver && receiver.unitId !== this.stage.answers.unitId)
      throw new Refusal('cross-border.already-scheduled', { returnId: this.id, handoverId: this.handoverId });
  }

  /** The unit that was addressed, or our own unit, which has its letter. */
  protected mustSpeakFor(by: Actor, addressed: string): void {
    if (by.unitId !== addressed && by.unitId !== this.stage.answers.unitId)
      throw new Refusal('cross-border.not-the-counterpart', { counterpart: addressed });
  }

  /** A placement that was asked for and given up before anybody took it stands in nobody's way. */
  private mustNotBePlaced(elsewhere: readonly StageElsewhere[]): void {
    const [requestId] = this.requests.that(elsewhere, isInHand);
    if (requestId) throw new Refusal('cross-border.placement-requested', { requestId });
  }

  /** Whoever is in a handover that is not done crosses with it, under this stage. */
  private mustNotBeOnTheWay(): void {
    if (this.handoverId && !this.handedOver)
      throw new Refusal('cross-border.already-scheduled', { returnId: this.id, handoverId: this.handoverId });
  }

  private mustNotBeGone(): void {
    if (this.handedOver) throw new Refusal('cross-border.already-handed-over', { returnId: this.id });
  }
}
