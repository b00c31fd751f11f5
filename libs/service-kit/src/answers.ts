import type { Type } from '@nestjs/common';
import {
  CLOCK_RULES, Count, Counts, FactData, Flag, Id, Ids, Maybe, Moment, OneOf, OrNull, Part, Parts, schemaName, STAGES, UnitId,
  Words, type Class, type Instant,
} from '#contracts';

/*
 * What services answer with, field by field. A class `PlacementAnswer` is the schema `Placement` of the document; every
 * answer that a test gets is compared with it (#testing), so it cannot fall behind what is really answered.
 */

const lists = new Map<Class, Type<object>>();
const withThem = new Map<Class, Type<object>>();

export class RefusalAnswer {
  @Words({ max: 100, example: 'placement.visits-open' }) code!: string;
  @FactData() details!: object;
}

/** What the reader can do now; where it cannot be done, the refusal that they would get. */
export class ActionStateAnswer {
  /** The last word of the operation's name. */
  @Words({ max: 60, example: 'takeEffect' }) action!: string;
  /** Where one record has several of a kind: which visit, package, side … */
  @Maybe() @Words({ max: 100, example: '0198c0de-0000-7000-8000-000000000001' }) of?: string;
  @Flag() open!: boolean;
  @Maybe() @Part(() => RefusalAnswer) refusal?: RefusalAnswer;
}

/** One page of a list: `{ items: [...] }`. */
export function listOf(item: Type<object>): Type<object> {
  const known = lists.get(item);
  if (known) return known;
  class List {}
  Object.defineProperty(List, 'name', { value: `${schemaName(item)}List` });
  Parts(() => item, { max: 1_000 })(List.prototype, 'items');
  lists.set(item, List);
  return List;
}

/** A record with what the reader can do with it now. */
export function withActions<T extends object>(record: Type<T>): Type<T & { actions: ActionStateAnswer[] }> {
  const known = withThem.get(record);
  if (known) return known as Type<T & { actions: ActionStateAnswer[] }>;
  class WithActions extends (record as Type<object>) {}
  Object.defineProperty(WithActions, 'name', { value: `${schemaName(record)}WithActions` });
  Parts(() => ActionStateAnswer, { max: 1_000 })(WithActions.prototype, 'actions');
  withThem.set(record, WithActions);
  return WithActions as Type<T & { actions: ActionStateAnswer[] }>;
}

/** Where the next page begins: given as `after`; null on the last one. */
export class PageAnswer {
  @OrNull() @Words({ max: 400, example: 'WyIwMTk4YzBkZSJd' }) next!: string | null;
}

export class SaidFactAnswer {
  @Words({ max: 80, example: 'placement.decided' }) type!: string;
  @Count({ min: 1, max: 2_147_483_647 }) version!: number;
  @FactData() data!: object;
}

/** What a command has done. */
export class ReceiptAnswer {
  @Id() commandId!: string;
  /** Of what was changed or begun. */
  @OrNull() @Id() id!: string | null;
  @OrNull() @Words({ max: 64, example: '0198c0de-0000-7000-8000-000000000001' }) caseId!: string | null;
  @Count({ max: 2_147_483_647 }) version!: number;
  @Moment() recordedAt!: Instant;
  @Parts(() => SaidFactAnswer, { max: 1_000 }) facts!: SaidFactAnswer[];
  /** True when the command had been sent before: nothing was changed this time. */
  @Flag() repeated!: boolean;
}

/** RFC 9457: why the answer is no. */
export class ProblemAnswer {
  @Words({ max: 120, example: '/problems/record.not-found' }) type!: string;
  @Words({ max: 500, example: '没有这条记录。' }) title!: string;
  @Count({ min: 400, max: 599 }) status!: number;
  @Words({ max: 100, example: 'record.not-found' }) code!: string;
  @Words({ max: 500, example: '没有这条记录。' }) zh!: string;
  @Words({ max: 500, example: 'There is no such record.' }) en!: string;
  @Maybe() @Words({ max: 200, example: 'P-1' }) clause?: string;
  @Maybe() @FactData() details?: object;
  @Maybe() @Words({ max: 2_000, example: '/placements/0198c0de-0000-7000-8000-000000000001' }) instance?: string;
}

/** Who answers: one unit and one person of it. */
export class AnswerableAnswer {
  @UnitId() unitId!: string;
  @Id() personId!: string;
}

export class StageOfferAnswer {
  @Id() offerId!: string;
  @Part(() => AnswerableAnswer) by!: AnswerableAnswer;
  @UnitId() toUnit!: string;
  @Maybe() @Id() toPerson?: string;
  @Moment() offeredAt!: Instant;
  @Moment() expiresAt!: Instant;
  @Maybe() @UnitId() escalateTo?: string;
}

export class LastStageOfferAnswer {
  @Id() offerId!: string;
  @OneOf(['accepted', 'returned', 'expired']) outcome!: string;
}

export class StageAnswer {
  @Id() stageId!: string;
  @OneOf(STAGES) kind!: string;
  @OneOf(['open', 'closed']) state!: string;
  @Part(() => AnswerableAnswer) answers!: AnswerableAnswer;
  @Flag() taken!: boolean;
  @OrNull() @Part(() => StageOfferAnswer) offer!: StageOfferAnswer | null;
  @OrNull() @Part(() => LastStageOfferAnswer) lastOffer!: LastStageOfferAnswer | null;
  @Moment() since!: Instant;
}

export class ClockMomentAnswer {
  @Moment() at!: Instant;
  @Maybe() @Count({ max: 1_000 }) percent?: number;
  @Maybe() @Count({ max: 100 }) step?: number;
}

export class ClockPlanAnswer {
  @Counts() warnAt!: number[];
  @Counts() ladder!: number[];
}

export class ClockAnswersAnswer extends AnswerableAnswer {
  @Maybe() @UnitId() superiorUnit?: string;
}

class ClockAnswer {
  @Id() clockId!: string;
  @OneOf(CLOCK_RULES) rule!: string;
  @Count({ min: 1 }) ruleVersion!: number;
  @Moment() startedAt!: Instant;
  @Moment() dueAt!: Instant;
}

export class RunningClockAnswer extends ClockAnswer {
  @Part(() => ClockAnswersAnswer) answers!: ClockAnswersAnswer;
  @Maybe() @Moment() suspendedAt?: Instant;
  @Moment() countsFrom!: Instant;
  @OneOf(['calendar', 'working-days']) counting!: string;
  @Part(() => ClockPlanAnswer) plan!: ClockPlanAnswer;
  @Parts(() => ClockMomentAnswer) moments!: ClockMomentAnswer[];
  @Maybe() @Count() agreedDays?: number;
}

export class StoppedClockAnswer extends ClockAnswer {
  @Moment() stoppedAt!: Instant;
  @Flag() inTime!: boolean;
}

export class ClocksAnswer {
  @Parts(() => RunningClockAnswer, { max: 1_000 }) running!: RunningClockAnswer[];
  @Parts(() => StoppedClockAnswer, { max: 1_000 }) stopped!: StoppedClockAnswer[];
}

/** What every aggregate carries. */
export class AggregateAnswer {
  @Id() id!: string;
  @Id() caseId!: string;
  @Count({ min: 1, max: 2_147_483_647 }) version!: number;
  @OrNull() @Moment() nextFireAt!: Instant | null;
}

/** What every stage of a case carries. */
export class StagedAnswer extends AggregateAnswer {
  @Part(() => StageAnswer) stage!: StageAnswer;
  @Part(() => ClocksAnswer) clocks!: ClocksAnswer;
}

/** A next stage that was asked for. */
export class RequestedStageAnswer {
  @Id() requestId!: string;
  @OneOf(STAGES) stage!: string;
  @UnitId() toUnit!: string;
  @Ids({ max: 100 }) victimIds!: string[];
  @Maybe() @Moment() withdrawnAt?: Instant;
}

/** One reading of personal data, or one refused try. */
export class ReadingAnswer {
  @Words({ max: 20, example: '17' }) id!: string;
  @Moment() at!: Instant;
  @Id() personId!: string;
  @UnitId() unitId!: string;
  @Words({ max: 60, example: 'officer' }) post!: string;
  @Words({ max: 60, example: 'investigation' }) purpose!: string;
  @OrNull() @Id() recordId!: string | null;
  @OrNull() @Id() caseId!: string | null;
  @Flag() allowed!: boolean;
  @OrNull() @Words({ max: 100, example: 'access.not-answerable' }) refusedCode!: string | null;
}
