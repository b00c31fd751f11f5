import { Flag, Id, Ids, Maybe, Moment, OneOf, UnitId, type Instant } from '../fields.js';
import { SaidBy } from '../fact.js';
import {
  RETURN_REASONS, STAGES, WITHDRAWAL_REASONS, type ReturnReason, type StageKind, type WithdrawalReason,
} from '../vocabulary.js';

/** The stage protocol: two-sided acceptance and nothing else moves a stage. See `#stages`. */

@SaidBy(STAGES, 'stage.requested', 'One stage asks for the next one, and names the unit to which it is to be offered.')
export class StageRequested {
  @Id() requestId!: string;
  @OneOf(STAGES) stage!: StageKind;
  @UnitId() toUnit!: string;
  @Ids({ max: 20 }) victimIds!: string[];
}

@SaidBy(STAGES, 'stage.opened', 'A stage of the case is open; this unit and person answer for it from now on.')
export class StageOpened {
  @Id() stageId!: string;
  @OneOf(STAGES) stage!: StageKind;
  @UnitId() unitId!: string;
  @Id() personId!: string;
  @Maybe() @Id() requestId?: string;
  /** Where a stage concerns one victim of the case and not all of them. */
  @Maybe() @Id() victimId?: string;
}

@SaidBy(STAGES, 'stage.request-withdrawn', 'Whoever asked for a stage asks for it no more; where nobody has taken it, it ends.')
export class StageRequestWithdrawn {
  @Id() requestId!: string;
  @OneOf(STAGES) stage!: StageKind;
  @OneOf(WITHDRAWAL_REASONS) reason!: WithdrawalReason;
}

@SaidBy(STAGES, 'stage.request-stands', 'The request was withdrawn when somebody had taken the stage already: the withdrawal is void, and the request stands.')
export class StageRequestStands {
  @Id() requestId!: string;
  @OneOf(STAGES) stage!: StageKind;
}

@SaidBy(STAGES, 'stage.offered', 'The one who answers offers the stage to another unit or person, and answers until it is accepted.')
export class StageOffered {
  @Id() stageId!: string;
  @OneOf(STAGES) stage!: StageKind;
  @Id() offerId!: string;
  @UnitId() fromUnit!: string;
  @Id() fromPerson!: string;
  @UnitId() toUnit!: string;
  @Maybe() @Id() toPerson?: string;
  @Moment() expiresAt!: Instant;
  @Maybe() @UnitId() escalateTo?: string;
}

@SaidBy(STAGES, 'stage.accepted', 'The receiver has accepted the stage and answers for it from now on.')
export class StageAccepted {
  @Id() stageId!: string;
  @OneOf(STAGES) stage!: StageKind;
  @Id() offerId!: string;
  @UnitId() unitId!: string;
  @Id() personId!: string;
}

@SaidBy(STAGES, 'stage.returned', 'The receiver has returned the offer with a reason; the offerer still answers.')
export class StageReturned {
  @Id() stageId!: string;
  @OneOf(STAGES) stage!: StageKind;
  @Id() offerId!: string;
  @UnitId() byUnit!: string;
  @OneOf(RETURN_REASONS) reason!: ReturnReason;
}

@SaidBy(STAGES, 'stage.expired', 'Nobody answered the offer in time; the offerer still answers, and the superior unit is told.')
export class StageExpired {
  @Id() stageId!: string;
  @OneOf(STAGES) stage!: StageKind;
  @Id() offerId!: string;
  @UnitId() toUnit!: string;
  @UnitId() unitId!: string;
  @Id() personId!: string;
  @Maybe() @UnitId() toldUnit?: string;
}

@SaidBy(STAGES, 'stage.closed', 'The stage is done; nobody answers for it any more.')
export class StageClosed {
  @Id() stageId!: string;
  @OneOf(STAGES) stage!: StageKind;
  /** True when the stage was abandoned (merged, opened by mistake) and not discharged. */
  @Maybe() @Flag() abandoned?: boolean;
}
