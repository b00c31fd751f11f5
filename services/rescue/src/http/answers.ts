import {
  CARE_ENDINGS, HOLDER_KINDS, Id, Ids, KINSHIP_PROOFS, Maybe, Moment, OneOf, OrNull, Part, Parts, PRESENT,
  RELATIONS, REPEAT_REASONS, RESCUE_RISKS, SomeOf, UnitId, UnitIds, Words, type Instant,
} from '#contracts';
import { AggregateAnswer, ClocksAnswer, RequestedStageAnswer, StagedAnswer } from '#service-kit';

export class HolderAnswer {
  @OneOf(HOLDER_KINDS) kind!: string;
  @Maybe() @UnitId() unitId?: string;
  @Id() personId!: string;
  @Maybe() @OneOf(RELATIONS) relation?: string;
}

export class CareIntervalAnswer {
  @Part(() => HolderAnswer) holder!: HolderAnswer;
  @Moment() from!: Instant;
  @OrNull() @Moment() to!: Instant | null;
}

export class CareOfferAnswer {
  @Id() offerId!: string;
  @UnitId() toUnit!: string;
  @Maybe() @Id() toPerson?: string;
  @Moment() offeredAt!: Instant;
  @Moment() expiresAt!: Instant;
}

export class LastCareOfferAnswer {
  @Id() offerId!: string;
  @OneOf(['accepted', 'declined', 'expired', 'overtaken']) outcome!: string;
}

export class KinshipAnswer {
  @Id() relativeId!: string;
  @OneOf(RELATIONS) relation!: string;
  @OneOf(KINSHIP_PROOFS) proof!: string;
  @Moment() provenAt!: Instant;
  /** Of the confirmed hit that proved it. */
  @Maybe() @Id() hitId?: string;
}

/** As far as the reader may see it. */
export class CustodyAnswer extends AggregateAnswer {
  @Id() victimId!: string;
  @Id() rescueId!: string;
  @OrNull() @Part(() => HolderAnswer) holder!: HolderAnswer | null;
  @Moment() since!: Instant;
  @OrNull() @Part(() => CareOfferAnswer) offer!: CareOfferAnswer | null;
  @OrNull() @Part(() => LastCareOfferAnswer) lastOffer!: LastCareOfferAnswer | null;
  @Parts(() => KinshipAnswer) kinship!: KinshipAnswer[];
  @OrNull() @OneOf(CARE_ENDINGS) ending!: string | null;
  @Part(() => ClocksAnswer) clocks!: ClocksAnswer;
  @Ids({ max: 100 }) buyerHouseholds!: string[];
  @Parts(() => CareIntervalAnswer, { max: 10_000 }) history!: CareIntervalAnswer[];
}

/** A parent whom a confirmed hit of the national DNA database names (V-3): may prove kinship by it. */
export class NamedParentAnswer {
  @Id() relativeId!: string;
  @OneOf(RELATIONS) relation!: string;
  @Id() hitId!: string;
  @Moment() confirmedAt!: Instant;
}

export class CustodyInFullAnswer extends CustodyAnswer {
  @Parts(() => NamedParentAnswer) namedParents!: NamedParentAnswer[];
}

export class RescuePlanAnswer {
  @Id() planId!: string;
  @Id() authorId!: string;
  @Ids({ max: 100 }) victimIds!: string[];
  @SomeOf(RESCUE_RISKS) risks!: string[];
  @SomeOf(PRESENT) present!: string[];
  @OrNull() @Id() noteRecord!: string | null;
  @Moment() draftedAt!: Instant;
  @OrNull() @Id() approvedBy!: string | null;
  @OrNull() @Moment() approvedAt!: Instant | null;
}

export class InterviewAnswer {
  @Id() interviewId!: string;
  @UnitId() byUnit!: string;
  @Id() byPerson!: string;
  @Moment() startedAt!: Instant;
  @Moment() endedAt!: Instant;
  @SomeOf(PRESENT) present!: string[];
  @Maybe() @OneOf(REPEAT_REASONS) reason?: string;
}

export class MedicalCheckAnswer {
  @Id() checkId!: string;
  @UnitId() atUnit!: string;
  @Moment() at!: Instant;
}

export class RescuedPersonAnswer {
  @Id() victimId!: string;
  @OrNull() @Id() planId!: string | null;
  @Id() custodyId!: string;
  @Moment() rescuedAt!: Instant;
  @SomeOf(PRESENT) present!: string[];
  @Id() clockId!: string;
  @Maybe() @UnitIds() checkAskedOf?: string[];
  @OrNull() @Part(() => MedicalCheckAnswer) medicalCheck!: MedicalCheckAnswer | null;
  @Parts(() => InterviewAnswer, { max: 1_000 }) interviews!: InterviewAnswer[];
}

export class RescueAnswer extends StagedAnswer {
  @Ids({ max: 100 }) victimIds!: string[];
  @Moment() answersSince!: Instant;
  @Parts(() => RescuePlanAnswer, { max: 1_000 }) plans!: RescuePlanAnswer[];
  @Parts(() => RescuedPersonAnswer) rescued!: RescuedPersonAnswer[];
  @Parts(() => RequestedStageAnswer, { max: 1_000 }) requests!: RequestedStageAnswer[];
}

export class PlanNoteAnswer {
  @OrNull() @Words({ max: 20_000 }) note!: string | null;
}
