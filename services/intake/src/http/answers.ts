import {
  AGE_BASES, CASE_KINDS, CLUE_CHANNELS, Count, Country, Day, Digest, Division, ERASURE_GROUNDS, Flag, Id, Ids, INTAKE_OUTCOMES,
  Maybe, Moment, OneOf, OrNull, PaperNumber, Part, Parts, RISK_GRADES, SEXES, SomeOf, UnitId, UnitIds, Words, type CalendarDate,
  type Instant,
} from '#contracts';
import { CASE_RELATIONS, RequestedStageAnswer, StagedAnswer } from '#service-kit';
import { EstimatedAge, TRAITS } from '../commands/person.js';
import { FOUND_MAX } from '../queries/people-like.js';

export class ClueAnswer {
  @Id() clueId!: string;
  @OneOf(CLUE_CHANNELS) channel!: string;
  @Flag() bound!: boolean;
  @Moment() discoveredAt!: Instant;
  @Moment() receivedAt!: Instant;
  @Count({ max: 2_147_483_647 }) delayMinutes!: number;
  @Flag() late!: boolean;
  @OrNull() @Moment() feedbackAt!: Instant | null;
  @Id() feedbackClockId!: string;
  @OrNull() @Id() reporterRecord!: string | null;
  @OrNull() @Id() contentRecord!: string | null;
}

export class MissingReportAnswer {
  @Id() reportId!: string;
  @Id() victimId!: string;
  @Moment() missingSince!: Instant;
  @Moment() receivedAt!: Instant;
  @OrNull() @Id() reporterRecord!: string | null;
  @Maybe() @OrNull() @Id() contentRecord?: string | null;
}

export class VictimAnswer {
  @Id() victimId!: string;
  @OneOf(SEXES) sex!: string;
  @Flag() minor!: boolean;
  @Maybe() @OneOf(AGE_BASES) ageBasis?: string;
  @Country() nationality!: string;
  @Maybe() @Digest() identityDigest?: string;
  @Ids({ max: 1_000 }) personRecords!: string[];
}

export class OpenedCaseAnswer {
  @PaperNumber() caseNumber!: string;
  @OneOf(CASE_KINDS) kind!: string;
}

export class IntakeAnswer extends StagedAnswer {
  @Division() division!: string;
  @Parts(() => ClueAnswer, { max: 1_000 }) clues!: ClueAnswer[];
  @Parts(() => MissingReportAnswer, { max: 1_000 }) reports!: MissingReportAnswer[];
  @Parts(() => VictimAnswer) victims!: VictimAnswer[];
  @OrNull() @OneOf(RISK_GRADES) risk!: string | null;
  @OrNull() @Part(() => OpenedCaseAnswer) case!: OpenedCaseAnswer | null;
  @Parts(() => RequestedStageAnswer, { max: 1_000 }) requests!: RequestedStageAnswer[];
  @OrNull() @Id() mergedInto!: string | null;
  @OrNull() @OneOf(INTAKE_OUTCOMES) outcome!: string | null;
}

/**
 * A victim who may be the person one looks for, and why. Where the case is not shown to the reader, only who answers for it
 * is said: turn to them before you open it twice.
 */
export class PersonFoundAnswer {
  @SomeOf(TRAITS) matched!: string[];
  @UnitIds({ max: 50 }) answerable!: string[];
  @OrNull() @OneOf(CASE_RELATIONS) relation!: string | null;
  @OrNull() @Id() intakeId!: string | null;
  @OrNull() @Id() caseId!: string | null;
  @OrNull() @PaperNumber() caseNumber!: string | null;
  @OrNull() @Division() division!: string | null;
  @OrNull() @Id() victimId!: string | null;
}

export class PeopleFoundAnswer {
  @Parts(() => PersonFoundAnswer, { max: FOUND_MAX }) items!: PersonFoundAnswer[];
  /** There are more than are shown: say more of the person. */
  @Flag() isMore!: boolean;
}

/** A victim with what the vault holds of them. */
export class NamedVictimAnswer {
  @Id() victimId!: string;
  @Flag() minor!: boolean;
  @Maybe() @Words({ max: 100, example: '李某' }) name?: string;
  @Maybe() @OneOf(SEXES) sex?: string;
  @Maybe() @Day() birthDate?: CalendarDate;
  @Maybe() @Part(() => EstimatedAge) estimatedAge?: EstimatedAge;
  @Maybe() @Country() nationality?: string;
  @Maybe() @Words({ max: 18, example: '11010519491231002X' }) nationalId?: string;
  @Maybe() @Words({ max: 2_000 }) description?: string;
  @Maybe() @Words({ max: 500 }) features?: string;
}

export class ReporterOfClueAnswer {
  @Maybe() @Words({ max: 100, example: '王某' }) name?: string;
  @Maybe() @Words({ max: 40, example: '0873-3720110' }) phone?: string;
  @Flag() wantsAnonymity!: boolean;
}

export class ClueContentAnswer {
  @Maybe() @Words({ max: 20_000 }) description?: string;
  @Maybe() @Words({ max: 2_000 }) place?: string;
  @Maybe() @Words({ max: 300 }) lastSeenPlace?: string;
}

/** The erasure of a case's personal data: proposed, or ordered by a second person and done. */
export class ErasureOrderAnswer {
  @Id() id!: string;
  @Id() caseId!: string;
  @Count({ min: 1, max: 2_147_483_647 }) version!: number;
  @OneOf(['proposed', 'ordered']) state!: string;
  @OneOf(ERASURE_GROUNDS) ground!: string;
  @PaperNumber() documentNumber!: string;
  @Id() proposedBy!: string;
  @UnitId() proposedByUnit!: string;
}
