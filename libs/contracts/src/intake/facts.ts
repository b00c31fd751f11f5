import {
  Count, Country, Digest, Division, Flag, Id, Maybe, Moment, OneOf, PaperNumber, Parts, UnitId, UnitIds, type Instant,
} from '../fields.js';
import { SaidBy } from '../fact.js';
import {
  AGE_BASES, CASE_KINDS, CLUE_CHANNELS, CORRECTION_REASONS, ERASURE_GROUNDS, INTAKE_OUTCOMES, RISK_GRADES, SEXES,
  type AgeBasis, type CaseKind, type ClueChannel, type CorrectionReason, type ErasureGround, type IntakeOutcome, type RiskGrade,
  type Sex,
} from '../vocabulary.js';

@SaidBy('intake', 'intake.clue-received', 'A report that may point to trafficking has been received (I-1).')
export class ClueReceived {
  @Id() clueId!: string;
  @OneOf(CLUE_CHANNELS) channel!: ClueChannel;
  @Flag() boundToReport!: boolean;
  @Moment() discoveredAt!: Instant;
  /** From discovery to report. Reports may come decades late, in cold cases. */
  @Count({ max: 100_000_000 }) delayMinutes!: number;
  /** True when a person bound to report did so later than the rule allows. */
  @Flag() late!: boolean;
  @Division() division!: string;
  @UnitId() receivedBy!: string;
}

@SaidBy('intake', 'intake.risk-graded', 'The duty officer has graded how urgent the clue is (I-3).')
export class RiskGraded {
  /** The clue, or the missing-person report, that began the matter. */
  @Id() clueId!: string;
  @OneOf(RISK_GRADES) risk!: RiskGrade;
}

@SaidBy('intake', 'intake.clue-linked', 'A clue was found to concern this case and joined it (I-3).')
export class ClueLinked {
  @Id() clueId!: string;
  /** The case under which it was received. */
  @Maybe() @Id() fromCaseId?: string;
}

@SaidBy('intake', 'intake.merged', 'The matter was found to concern another case and was merged into it (I-3).')
export class IntakeMerged {
  @Id() intoCaseId!: string;
}

@SaidBy('intake', 'intake.parties-joined', 'Another matter was merged into this case: whoever took part in it takes part here (I-3).')
export class PartiesJoined {
  @Id() fromCaseId!: string;
  @UnitIds({ max: 200 }) units!: string[];
}

@SaidBy('intake', 'intake.division-corrected', 'The matter lies in another division than was said at first; both stay on record (I-3).')
export class DivisionCorrected {
  @Division() from!: string;
  @Division() to!: string;
  @OneOf(CORRECTION_REASONS) reason!: CorrectionReason;
}

@SaidBy('intake', 'intake.feedback-sent', 'The reporter or the reporting unit was told what became of the clue (I-3).')
export class FeedbackSent {
  @Id() clueId!: string;
}

@SaidBy('intake', 'intake.missing-person-reported', 'A family or guardian has reported somebody missing; accepted at once by the unit first approached (I-2).', {
  version: 2, upgrade: { 1: (older) => older },
})
export class MissingPersonReported {
  @Id() reportId!: string;
  @Id() victimId!: string;
  @OneOf(SEXES) sex!: Sex;
  /** When last seen, the youngest that is possible; absent where nobody knows. */
  @Maybe() @Count({ max: 130 }) ageYears?: number;
  @Moment() missingSince!: Instant;
  @Division() division!: string;
  @UnitId() receivedBy!: string;
}

export class VictimInCase {
  @Id() victimId!: string;
  @OneOf(SEXES) sex!: Sex;
  @Flag() minor!: boolean;
  @Country() nationality!: string;
  /** Keyed digest of the national id, where one is known: lets two services see that two records are one person. */
  @Maybe() @Digest() identityDigest?: string;
}

@SaidBy('intake', 'intake.case-opened', 'A case exists: its number, its kind and its victims (I-4).')
export class CaseOpened {
  @PaperNumber() caseNumber!: string;
  @OneOf(CASE_KINDS) kind!: CaseKind;
  @Division() division!: string;
  @Parts(() => VictimInCase, { min: 1, max: 20 }) victims!: VictimInCase[];
}

@SaidBy('intake', 'intake.victim-added', 'One more victim was found to belong to the case (I-4).')
export class VictimAdded {
  @Id() victimId!: string;
  @OneOf(SEXES) sex!: Sex;
  @Flag() minor!: boolean;
  @Country() nationality!: string;
  @Maybe() @Digest() identityDigest?: string;
}

@SaidBy('intake', 'intake.victim-age-said', 'How old a victim is was found out, was judged, or has reached eighteen: whether the rules for minors hold follows from it (I-4, R-3).', {
  version: 2, upgrade: { 1: (older) => older },
})
export class VictimAgeSaid {
  @Id() victimId!: string;
  @Flag() minor!: boolean;
  /** Absent in what an earlier version said. */
  @Maybe() @OneOf(AGE_BASES) basis?: AgeBasis;
}

@SaidBy('intake', 'intake.concluded', 'The receiving of the matter has ended, with this outcome (I-4).')
export class IntakeConcluded {
  @OneOf(INTAKE_OUTCOMES) outcome!: IntakeOutcome;
}

@SaidBy('intake', 'intake.erasure-proposed', 'Somebody proposes to erase the personal data of the case, on this ground and under this document; a second person of another unit must confirm it.')
export class ErasureProposed {
  @Id() erasureId!: string;
  @OneOf(ERASURE_GROUNDS) ground!: ErasureGround;
  @PaperNumber() documentNumber!: string;
}

@SaidBy('intake', 'intake.erasure-ordered', 'A second person has confirmed it: every service that keeps personal data of the case erases them now, for ever.')
export class ErasureOrdered extends ErasureProposed {
  @Id() proposedBy!: string;
  @UnitId() proposedByUnit!: string;
}
