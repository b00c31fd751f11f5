import {
  CASE_KINDS, CLOCK_RULES, Count, Country, Division, FactData, Flag, HOLDER_KINDS, Id, Moment, Named, OneOf, OrNull, Part, Parts,
  POSTS, RELATIONS, RETURN_REASONS, SEXES, STAGES, UnitId, Words, type Instant,
} from '#contracts';
import { PageAnswer } from '#service-kit';

const MOMENT = { type: 'string', maxLength: 24 };
const MANY = { max: 2_147_483_647 };
const OPEN_OR_CLOSED = ['open', 'closed'];
const FAULTS = ['gap', 'overlap', 'two-holders', 'no-clock'];
/** What the ledger cannot prove. */
export const ALARM_KINDS = [...FAULTS, 'uncovered'];

/** Up to when each service has been heard. */
export class WithDataAsOf {
  @Named(MOMENT, { intake: '2026-07-02T13:12:00.000Z' }) dataAsOf!: Record<string, Instant>;
}

export class PageWithDataAsOf extends PageAnswer {
  @Named(MOMENT, { intake: '2026-07-02T13:12:00.000Z' }) dataAsOf!: Record<string, Instant>;
}

export class CaseSummaryAnswer {
  @Id() caseId!: string;
  @OrNull() @Words({ max: 40, example: 'A5325034300002019100001' }) caseNumber!: string | null;
  @OrNull() @OneOf(CASE_KINDS) kind!: string | null;
  @OrNull() @Division() division!: string | null;
  @OrNull() @Moment() openedAt!: Instant | null;
  @OneOf(OPEN_OR_CLOSED) state!: string;
  @Count() victims!: number;
  @Count() stages!: number;
  @Count() openStages!: number;
  @OrNull() @Moment() lastOccurredAt!: Instant | null;
  @OrNull() @Moment() lastRecordedAt!: Instant | null;
  @Flag() exercise!: boolean;
}

export class CasePageAnswer extends PageWithDataAsOf {
  @Parts(() => CaseSummaryAnswer, { max: 200 }) items!: CaseSummaryAnswer[];
}

export class CaseVictimAnswer {
  @Id() caseId!: string;
  @Id() victimId!: string;
  @OneOf(SEXES) sex!: string;
  @Flag() minor!: boolean;
  @Country() nationality!: string;
}

/** How a stage stands now. */
export class StageNowAnswer {
  @Id() stageId!: string;
  @Id() caseId!: string;
  @Id() subjectId!: string;
  @OneOf(STAGES) stage!: string;
  @OrNull() @Id() victimId!: string | null;
  @OrNull() @Id() requestId!: string | null;
  @OneOf(OPEN_OR_CLOSED) state!: string;
  @Flag() taken!: boolean;
  @UnitId() unitId!: string;
  @Id() personId!: string;
  @Moment() sinceAt!: Instant;
  @Moment() openedAt!: Instant;
  @Moment() openedRecordedAt!: Instant;
  @OrNull() @Moment() closedAt!: Instant | null;
  @Flag() abandoned!: boolean;
  @OrNull() @Id() offerId!: string | null;
  @OrNull() @UnitId() offerByUnit!: string | null;
  @OrNull() @Id() offerByPerson!: string | null;
  @OrNull() @UnitId() offerToUnit!: string | null;
  @OrNull() @Id() offerToPerson!: string | null;
  @OrNull() @Moment() offeredAt!: Instant | null;
  @OrNull() @Moment() offerExpiresAt!: Instant | null;
  @OrNull() @UnitId() offerEscalateTo!: string | null;
  @OrNull() @OneOf(['accepted', 'returned', 'expired']) lastOutcome!: string | null;
  @OrNull() @Moment() lastOutcomeAt!: Instant | null;
  @OrNull() @UnitId() lastOutcomeUnit!: string | null;
  @OrNull() @OneOf(RETURN_REASONS) lastReason!: string | null;
  @OrNull() @UnitId() toldUnit!: string | null;
}

/** Who has a victim in their care now. */
export class CustodyNowAnswer {
  @Id() caseId!: string;
  @Id() victimId!: string;
  @OneOf(['awaited', 'held', 'ended']) state!: string;
  @OrNull() @OneOf(HOLDER_KINDS) kind!: string | null;
  @OrNull() @UnitId() unitId!: string | null;
  @OrNull() @Id() personId!: string | null;
  @OrNull() @OneOf(RELATIONS) relation!: string | null;
  @Moment() sinceAt!: Instant;
  @OrNull() @Words({ max: 60, example: 'with-family' }) endReason!: string | null;
  @OrNull() @Id() offerId!: string | null;
  @OrNull() @UnitId() offerToUnit!: string | null;
  @OrNull() @Id() offerToPerson!: string | null;
  @OrNull() @Moment() offeredAt!: Instant | null;
}

export class ClockNowAnswer {
  @Id() clockId!: string;
  @Id() caseId!: string;
  @OneOf(STAGES) source!: string;
  @Id() subjectId!: string;
  @OneOf(CLOCK_RULES) rule!: string;
  @Count() ruleVersion!: number;
  @UnitId() unitId!: string;
  @Id() personId!: string;
  @Moment() startedAt!: Instant;
  @Moment() dueAt!: Instant;
  @OneOf(['running', 'warned', 'overdue', 'suspended']) state!: string;
  @OrNull() @Count() warnedPercent!: number | null;
  @OrNull() @Moment() overdueAt!: Instant | null;
  @OrNull() @Count() overdueStep!: number | null;
  @OrNull() @UnitId() toldUnit!: string | null;
}

export class CaseAlarmAnswer {
  @Id() caseId!: string;
  @Id() subjectId!: string;
  @OneOf(ALARM_KINDS) kind!: string;
  @OrNull() @OneOf(STAGES) stage!: string | null;
  @Moment() fromAt!: Instant;
  @OrNull() @Moment() toAt!: Instant | null;
  @Moment() seenAt!: Instant;
}

/** A case as it stands now, as far as the reader may see it. */
export class CaseNowAnswer extends WithDataAsOf {
  @Part(() => CaseSummaryAnswer) case!: CaseSummaryAnswer;
  @Parts(() => CaseVictimAnswer, { max: 200 }) victims!: CaseVictimAnswer[];
  @Parts(() => StageNowAnswer, { max: 200 }) stages!: StageNowAnswer[];
  @Parts(() => CustodyNowAnswer, { max: 200 }) care!: CustodyNowAnswer[];
  @Parts(() => ClockNowAnswer, { max: 200 }) clocks!: ClockNowAnswer[];
  /** False where deadlines of other units may run that are not shown to the reader. */
  @Flag() everyClock!: boolean;
  @Parts(() => CaseAlarmAnswer, { max: 200 }) alarms!: CaseAlarmAnswer[];
}

export class TimelineEntryAnswer {
  @Id() caseId!: string;
  @OneOf(STAGES) source!: string;
  @Count(MANY) version!: number;
  @Words({ max: 80, example: 'placement.decided' }) type!: string;
  @Moment() occurredAt!: Instant;
  @Moment() recordedAt!: Instant;
  @Id() actorPerson!: string;
  @Words({ max: 48, example: '532503-psb' }) actorUnit!: string;
  @Id() subjectId!: string;
  @Flag() exercise!: boolean;
  @FactData() data!: object;
}

export class TimelinePageAnswer extends PageWithDataAsOf {
  @Parts(() => TimelineEntryAnswer, { max: 200 }) items!: TimelineEntryAnswer[];
}

class Held {
  @OrNull() @UnitId() unitId!: string | null;
  @OrNull() @Id() personId!: string | null;
  @Moment() fromAt!: Instant;
  @OrNull() @Moment() toAt!: Instant | null;
}

class HeldByKind extends Held {
  @OrNull() @OneOf(HOLDER_KINDS) kind!: string | null;
  @OrNull() @OneOf(RELATIONS) relation!: string | null;
}

export class StageIntervalAnswer extends Held {
  @Flag() vacant!: boolean;
}

export class CareIntervalAnswer extends HeldByKind {
  @Flag() vacant!: boolean;
}

export class FindingAnswer {
  @OneOf(FAULTS) kind!: string;
  @Moment() fromAt!: Instant;
  @OrNull() @Moment() toAt!: Instant | null;
  @Moment() seenAt!: Instant;
}

export class StageLedgerAnswer {
  @Id() stageId!: string;
  @OneOf(STAGES) stage!: string;
  @OrNull() @Id() victimId!: string | null;
  @OneOf(OPEN_OR_CLOSED) state!: string;
  @Moment() openedAt!: Instant;
  @OrNull() @Moment() closedAt!: Instant | null;
  @Parts(() => StageIntervalAnswer, { max: 5_000 }) intervals!: StageIntervalAnswer[];
  @Parts(() => FindingAnswer, { max: 5_000 }) findings!: FindingAnswer[];
}

export class CareLedgerAnswer {
  @Id() victimId!: string;
  @Parts(() => CareIntervalAnswer, { max: 5_000 }) intervals!: CareIntervalAnswer[];
  @Parts(() => FindingAnswer, { max: 5_000 }) findings!: FindingAnswer[];
}

/** Who answered when, with the proof. */
export class LedgerAnswer extends WithDataAsOf {
  @Parts(() => StageLedgerAnswer, { max: 500 }) stages!: StageLedgerAnswer[];
  @Parts(() => CareLedgerAnswer, { max: 500 }) care!: CareLedgerAnswer[];
  @Parts(() => CaseAlarmAnswer, { max: 500 }) uncovered!: CaseAlarmAnswer[];
}

export class StageHolderAnswer extends Held {
  @Id() stageId!: string;
  @OneOf(STAGES) stage!: string;
  @OrNull() @Id() victimId!: string | null;
}

export class CareHolderAnswer extends HeldByKind {
  @Id() victimId!: string;
}

export class AnswerableThenAnswer extends WithDataAsOf {
  @Moment() at!: Instant;
  @Parts(() => StageHolderAnswer, { max: 500 }) stages!: StageHolderAnswer[];
  @Parts(() => CareHolderAnswer, { max: 500 }) care!: CareHolderAnswer[];
}

export class StageUnitAnswer {
  @OneOf(STAGES) stage!: string;
  @UnitId() unitId!: string;
}

/** That a case exists, and who answers for it. */
export class LocatedCaseAnswer {
  @Id() caseId!: string;
  @Words({ max: 40, example: 'A5325034300002019100001' }) caseNumber!: string;
  @Division() division!: string;
  @OneOf(OPEN_OR_CLOSED) state!: string;
  @Parts(() => StageUnitAnswer) answerable!: StageUnitAnswer[];
}

export class CaseReadingAnswer {
  @Count(MANY) id!: number;
  @Moment() at!: Instant;
  @Id() personId!: string;
  @UnitId() unitId!: string;
  @OneOf(POSTS) post!: string;
  @Words({ max: 100, example: 'GET /cases/:caseId' }) route!: string;
  @OneOf(['shown', 'denied', 'not-found']) outcome!: string;
}

export class CaseReadingPageAnswer extends PageWithDataAsOf {
  @Parts(() => CaseReadingAnswer, { max: 200 }) items!: CaseReadingAnswer[];
}
