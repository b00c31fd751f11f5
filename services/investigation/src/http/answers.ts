import {
  CASE_KINDS, Count, Division, DNA_RELATIONS, DNA_SUBJECTS, Digest, Flag, Id, Ids, Maybe, MEASURES, Moment, OneOf, OrNull,
  PACKAGES, PaperNumbers, Part, Parts, SUSPECT_ROLES, PaperNumber, UnitId, Words, type Instant,
} from '#contracts';
import { AnswerableAnswer, RequestedStageAnswer, StagedAnswer } from '#service-kit';

export class PackageAnswer extends AnswerableAnswer {
  @OneOf(PACKAGES) package!: string;
  @OrNull() @Moment() dischargedAt!: Instant | null;
  @Ids({ max: 1_000 }) evidence!: string[];
}

export class TaskForceAnswer {
  @Id() taskForceId!: string;
  @Moment() formedAt!: Instant;
  @OrNull() @Moment() dissolvedAt!: Instant | null;
  @Parts(() => PackageAnswer) packages!: PackageAnswer[];
}

export class MeasureTakenAnswer {
  @Id() measureId!: string;
  @OneOf(PACKAGES) package!: string;
  @OneOf(MEASURES) measure!: string;
  @Moment() at!: Instant;
}

export class DnaSampleAnswer {
  @PaperNumber() sampleNumber!: string;
  @OneOf(DNA_SUBJECTS) subject!: string;
  @Moment() enteredAt!: Instant;
}

export class HitParentAnswer {
  @Id() personId!: string;
  @OneOf(['father', 'mother']) relation!: string;
  @PaperNumber() sampleNumber!: string;
  @Maybe() @Digest() identityDigest?: string;
}

export class DnaHitAnswer {
  @Id() hitId!: string;
  @Id() victimId!: string;
  @Parts(() => HitParentAnswer, { max: 2 }) parents!: HitParentAnswer[];
  @PaperNumbers() sampleNumbers!: string[];
  @OneOf(DNA_RELATIONS) relation!: string;
  @Id() recordedBy!: string;
  @Maybe() @UnitId() recordedByUnit?: string;
  @Moment() recordedAt!: Instant;
  @OrNull() @Id() confirmedBy!: string | null;
  @OrNull() @Moment() confirmedAt!: Instant | null;
}

export class DnaFileAnswer {
  @Parts(() => DnaSampleAnswer, { max: 1_000 }) samples!: DnaSampleAnswer[];
  @Parts(() => DnaHitAnswer, { max: 1_000 }) hits!: DnaHitAnswer[];
}

export class SuspectAnswer {
  @Id() suspectId!: string;
  @OneOf(SUSPECT_ROLES) role!: string;
  @Flag() repeatOffender!: boolean;
  @OrNull() @Moment() caughtAt!: Instant | null;
  @Maybe() @Id() recordId?: string;
}

export class BuyerAnswer {
  @Id() personId!: string;
  @Maybe() @Digest() digest?: string;
  @Ids({ max: 1_000 }) records!: string[];
}

export class BuyerHouseholdAnswer {
  @Id() householdId!: string;
  @Parts(() => BuyerAnswer) persons!: BuyerAnswer[];
}

export class FindingsAnswer {
  @Parts(() => SuspectAnswer, { max: 1_000 }) suspects!: SuspectAnswer[];
  @Parts(() => BuyerHouseholdAnswer, { max: 1_000 }) buyers!: BuyerHouseholdAnswer[];
}

export class InvestigationAnswer extends StagedAnswer {
  @OrNull() @OneOf(CASE_KINDS) caseKind!: string | null;
  @OrNull() @Division() division!: string | null;
  @OrNull() @Part(() => TaskForceAnswer) taskForce!: TaskForceAnswer | null;
  @Parts(() => MeasureTakenAnswer, { max: 1_000 }) measures!: MeasureTakenAnswer[];
  @OrNull() @Moment() lastContactAt!: Instant | null;
  @Part(() => DnaFileAnswer) dna!: DnaFileAnswer;
  @Part(() => FindingsAnswer) findings!: FindingsAnswer;
  @Parts(() => RequestedStageAnswer, { max: 1_000 }) requests!: RequestedStageAnswer[];
  @OrNull() @Moment() coldSince!: Instant | null;
  @Count() reviews!: number;
}

class IdentityAnswer {
  @Maybe() @Words({ max: 100, example: '李某' }) name?: string;
  @Maybe() @Words({ max: 18, example: '11010519491231002X' }) nationalId?: string;
}

export class NamedSuspectAnswer extends IdentityAnswer {
  @Id() suspectId!: string;
}

export class NamedBuyerAnswer extends IdentityAnswer {
  @Id() personId!: string;
}

export class NamedBuyerHouseholdAnswer {
  @Id() householdId!: string;
  @Parts(() => NamedBuyerAnswer) persons!: NamedBuyerAnswer[];
}

/** Who the suspects and the buyers are. */
export class PeopleOfCaseAnswer {
  @Parts(() => NamedSuspectAnswer, { max: 1_000 }) suspects!: NamedSuspectAnswer[];
  @Parts(() => NamedBuyerHouseholdAnswer, { max: 1_000 }) buyers!: NamedBuyerHouseholdAnswer[];
}
