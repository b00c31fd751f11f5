import {
  CASE_KINDS, CLOCK_RULES, CLUE_CHANNELS, Count, Division, Flag, Id, Maybe, Moment, Named, OneOf, OrNull, PACKAGES, Part, Parts,
  RISK_GRADES, STAGES, UNIT_KINDS, UNIT_LEVELS, UnitId, Words, type Instant,
} from '#contracts';
import { PageAnswer } from '#service-kit';
import { ALARM_KINDS, ClockNowAnswer, CustodyNowAnswer, PageWithDataAsOf, StageNowAnswer, WithDataAsOf } from './answers.js';

/** People speak of a case by its number; before it is a case it has none. */
const CaseNumber = (): PropertyDecorator => (target, name) => {
  Words({ max: 40, example: 'A5325034300002019100001' })(target, name);
  OrNull()(target, name);
};

class NumberedStageAnswer extends StageNowAnswer {
  @CaseNumber() caseNumber!: string | null;
}

/** What kind of case it is, how urgent, where, and of how many victims. */
export class CaseOfOfferAnswer {
  @OrNull() @OneOf(CASE_KINDS) kind!: string | null;
  @OrNull() @OneOf(RISK_GRADES) risk!: string | null;
  @OrNull() @Division() division!: string | null;
  @Count() victims!: number;
}

export class OfferedStageAnswer extends NumberedStageAnswer {
  @Part(() => CaseOfOfferAnswer) case!: CaseOfOfferAnswer;
}

export class OfferedCareAnswer extends CustodyNowAnswer {
  @CaseNumber() caseNumber!: string | null;
}

/** `mine`: the person who asks answers for it, and not only their unit. */
export class MyStageAnswer extends NumberedStageAnswer {
  @Flag() mine!: boolean;
}

export class MyClockAnswer extends ClockNowAnswer {
  @Flag() mine!: boolean;
  @CaseNumber() caseNumber!: string | null;
}

export class MyCareAnswer extends OfferedCareAnswer {
  @OrNull() @Flag() mine!: boolean | null;
}

export class WaitingStageAnswer extends NumberedStageAnswer {
  @OrNull() @Flag() mine!: boolean | null;
}

export class StageOfferPageAnswer extends PageAnswer {
  @Parts(() => OfferedStageAnswer, { max: 200 }) items!: OfferedStageAnswer[];
}

export class CareOfferPageAnswer extends PageAnswer {
  @Parts(() => OfferedCareAnswer, { max: 200 }) items!: OfferedCareAnswer[];
}

export class MyStagePageAnswer extends PageAnswer {
  @Parts(() => MyStageAnswer, { max: 200 }) items!: MyStageAnswer[];
}

export class MyClockPageAnswer extends PageAnswer {
  @Parts(() => MyClockAnswer, { max: 200 }) items!: MyClockAnswer[];
}

export class MyCarePageAnswer extends PageAnswer {
  @Parts(() => MyCareAnswer, { max: 200 }) items!: MyCareAnswer[];
}

export class WaitingStagePageAnswer extends PageAnswer {
  @Parts(() => WaitingStageAnswer, { max: 200 }) items!: WaitingStageAnswer[];
}

/** Something that a unit was asked beside stages and care: to examine, to verify, to approve, to receive, to take an original. */
export class AskedAnswer {
  @Id() caseId!: string;
  @Maybe() @OrNull() @Words({ max: 60, example: 'GT-532503-2026-0001' }) caseNumber?: string | null;
  @OneOf(STAGES) source!: string;
  @Words({ max: 80, example: 'cross-border.identity-requested' }) type!: string;
  /** The record in which it is answered. */
  @Id() aboutId!: string;
  /** The plan or the file of that record, where one is meant. */
  @OrNull() @Id() partId!: string | null;
  @OrNull() @Id() victimId!: string | null;
  @UnitId() byUnit!: string;
  @Id() byPerson!: string;
  @Moment() askedAt!: Instant;
  @OrNull() @Moment() dueAt!: Instant | null;
}

export class AskedPageAnswer extends PageAnswer {
  @Parts(() => AskedAnswer, { max: 200 }) items!: AskedAnswer[];
}

/** One of the three packages that a person of the unit holds, since when and from whom (V-1). */
export class MyPackageAnswer {
  @Id() caseId!: string;
  @CaseNumber() caseNumber!: string | null;
  @OneOf(STAGES) source!: string;
  /** The investigation. */
  @Id() subjectId!: string;
  @OneOf(PACKAGES) package!: string;
  @Id() packageId!: string;
  @UnitId() unitId!: string;
  @Id() personId!: string;
  @Moment() sinceAt!: Instant;
  @UnitId() byUnit!: string;
  @Id() byPerson!: string;
  @Flag() mine!: boolean;
}

export class MyPackagePageAnswer extends PageAnswer {
  @Parts(() => MyPackageAnswer, { max: 200 }) items!: MyPackageAnswer[];
}

/** The parts that were asked for; all of them where none was named. */
export class WorklistPartsAnswer {
  @Maybe() @Part(() => StageOfferPageAnswer) offers?: StageOfferPageAnswer;
  @Maybe() @Part(() => CareOfferPageAnswer) 'care-offers'?: CareOfferPageAnswer;
  @Maybe() @Part(() => AskedPageAnswer) asked?: AskedPageAnswer;
  @Maybe() @Part(() => MyPackagePageAnswer) packages?: MyPackagePageAnswer;
  @Maybe() @Part(() => MyStagePageAnswer) stages?: MyStagePageAnswer;
  @Maybe() @Part(() => MyClockPageAnswer) clocks?: MyClockPageAnswer;
  @Maybe() @Part(() => MyCarePageAnswer) 'in-care'?: MyCarePageAnswer;
  @Maybe() @Part(() => WaitingStagePageAnswer) waiting?: WaitingStagePageAnswer;
}

export class WorklistAnswer extends WithDataAsOf {
  @Part(() => WorklistPartsAnswer) parts!: WorklistPartsAnswer;
}

/** Null where the count is so small that it could point to a person. */
class Cell {
  @OrNull() @Count({ max: 2_147_483_647 }) count!: number | null;
}

export class StageCountAnswer extends Cell {
  @OneOf(STAGES) stage!: string;
}

export class OfferCountAnswer extends Cell {
  @OneOf(['to-us', 'by-us']) direction!: string;
}

export class ClockCountAnswer extends Cell {
  @OneOf(CLOCK_RULES) rule!: string;
  @OneOf(['running', 'warned', 'overdue', 'suspended']) state!: string;
}

export class CareCountAnswer extends Cell {
  @OneOf(['held']) state!: string;
}

export class PersonLoadAnswer {
  @Id() personId!: string;
  @Count() openStages!: number;
  /** Of the deadlines for which this person answers. */
  @Count() overdue!: number;
  @Moment() since!: Instant;
}

/** Whose answer the unit waits for, since when, and by when it is due. */
export class WaitingOnAnswer {
  @UnitId() unitId!: string;
  @OneOf(STAGES) stage!: string;
  @Count() offers!: number;
  @Moment() since!: Instant;
  @OrNull() @Moment() firstExpiresAt!: Instant | null;
}

export class BoardUnitAnswer {
  @UnitId() unitId!: string;
  @OneOf(UNIT_KINDS) kind!: string;
  @OneOf(UNIT_LEVELS) level!: string;
  @Division() division!: string;
}

export class BoardAnswer extends WithDataAsOf {
  @Part(() => BoardUnitAnswer) unit!: BoardUnitAnswer;
  @Parts(() => StageCountAnswer) stages!: StageCountAnswer[];
  @Parts(() => OfferCountAnswer) offers!: OfferCountAnswer[];
  @Parts(() => ClockCountAnswer) clocks!: ClockCountAnswer[];
  @Parts(() => CareCountAnswer) inCare!: CareCountAnswer[];
  @Parts(() => PersonLoadAnswer, { max: 200 }) people!: PersonLoadAnswer[];
  @Parts(() => WaitingOnAnswer, { max: 200 }) waitingOn!: WaitingOnAnswer[];
}

/** Something about responsibility that is wrong or late. */
export class AlarmAnswer {
  @OneOf([...ALARM_KINDS, 'offer-expired', 'overdue', 'parked', 'with-buyer', 'child-by-own-choice']) kind!: string;
  @Moment() at!: Instant;
  @OrNull() @Words({ max: 64, example: '0198c0de-0000-7000-8000-000000000001' }) caseId!: string | null;
  @CaseNumber() caseNumber!: string | null;
  @Words({ max: 64, example: '0198c0de-0000-7000-8000-000000000001' }) id!: string;
  @OrNull() @Words({ max: 40, example: 'placement' }) stage!: string | null;
  @OrNull() @Words({ max: 100, example: 'placement-decision' }) rule!: string | null;
  @OrNull() @UnitId() unitId!: string | null;
  @OrNull() @UnitId() toldUnit!: string | null;
  @OrNull() @Moment() fromAt!: Instant | null;
  @OrNull() @Moment() toAt!: Instant | null;
}

export class AlarmPageAnswer extends PageWithDataAsOf {
  @Parts(() => AlarmAnswer, { max: 200 }) items!: AlarmAnswer[];
}

export class CasesByKindAnswer extends Cell {
  @OrNull() @OneOf(CASE_KINDS) kind!: string | null;
  @OneOf(['open', 'closed']) state!: string;
}

export class CasesByDivisionAnswer extends Cell {
  @OrNull() @Division() division!: string | null;
  @OneOf(['open', 'closed']) state!: string;
}

export class VictimsByKindAnswer extends Cell {
  @OrNull() @OneOf(CASE_KINDS) kind!: string | null;
}

export class StagesByStateAnswer extends Cell {
  @OneOf(STAGES) stage!: string;
  @OneOf(['closed', 'offered', 'accepted', 'not-accepted']) state!: string;
}

export class ReportsByChannelAnswer extends Cell {
  @OneOf(CLUE_CHANNELS) channel!: string;
  @Flag() boundToReport!: boolean;
  @Flag() late!: boolean;
}

export class TotalAnswer extends Cell {}

export class OverdueCountAnswer extends Cell {
  @OneOf(CLOCK_RULES) rule!: string;
  @UnitId() unitId!: string;
}

export class ExpiredOfferCountAnswer extends Cell {
  @OneOf(STAGES) stage!: string;
  @OrNull() @UnitId() unitId!: string | null;
}

export class AlarmCountAnswer extends Cell {
  @OneOf(ALARM_KINDS) kind!: string;
  @OrNull() @OneOf(STAGES) stage!: string | null;
}

const CELLS = { max: 10_000 };

/** Counts by codes: no names, no ids of people or cases (C-6, C-7). */
export class FiguresAnswer extends WithDataAsOf {
  @Parts(() => CasesByKindAnswer, CELLS) casesByKind!: CasesByKindAnswer[];
  @Parts(() => CasesByDivisionAnswer, CELLS) casesByDivision!: CasesByDivisionAnswer[];
  @Parts(() => VictimsByKindAnswer, CELLS) victimsByKind!: VictimsByKindAnswer[];
  @Parts(() => StagesByStateAnswer, CELLS) stages!: StagesByStateAnswer[];
  @Parts(() => ReportsByChannelAnswer, CELLS) reportsByChannel!: ReportsByChannelAnswer[];
  @Parts(() => TotalAnswer, CELLS) lateReports!: TotalAnswer[];
  @Parts(() => OverdueCountAnswer, CELLS) overdue!: OverdueCountAnswer[];
  @Parts(() => ExpiredOfferCountAnswer, CELLS) offersExpired!: ExpiredOfferCountAnswer[];
  @Parts(() => AlarmCountAnswer, CELLS) alarms!: AlarmCountAnswer[];
}

export class RebuildAnswer {
  @Count({ max: 2_147_483_647 }) facts!: number;
  @Count({ max: 2_147_483_647 }) cases!: number;
  @Count({ max: 2_147_483_647 }) milliseconds!: number;
  @Named({ type: 'integer' }, { timeline: 17 }) rows!: Record<string, number>;
}
