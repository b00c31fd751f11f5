import {
  StageAccepted, StageClosed, StageExpired, StageOffered, StageOpened, StageReturned,
  type Instant, type ReturnReason, type StageKind,
} from '#contracts';
import { deadlineSteps, needsNone, noneYet, timedBy, untimedBy, type Deadlines } from './deadlines.js';
import { begin, end, pass, type Interval } from './intervals.js';
import { when, type Said, type Step } from './said.js';

/** Who answered for a stage over a stretch of time. */
export interface StageInterval extends Interval {
  readonly stageId: string;
  readonly caseId: string;
  readonly stage: StageKind;
  readonly victimId: string | null;
}

/** How a stage stands now: who answers, which offer waits, how the last one ended. */
export interface StageNow {
  readonly stageId: string;
  readonly caseId: string;
  /** The aggregate that keeps the stage; its clocks carry the same. */
  readonly subjectId: string;
  /** Also the name of the service that keeps it. */
  readonly stage: StageKind;
  readonly victimId: string | null;
  readonly requestId: string | null;
  readonly state: 'open' | 'closed';
  /** False while a stage that another agency asked for waits for its first acceptance. */
  readonly taken: boolean;
  readonly unitId: string;
  readonly personId: string;
  readonly sinceAt: Instant;
  readonly openedAt: Instant;
  readonly openedRecordedAt: Instant;
  readonly closedAt: Instant | null;
  readonly abandoned: boolean;
  readonly offerId: string | null;
  readonly offerByUnit: string | null;
  readonly offerByPerson: string | null;
  readonly offerToUnit: string | null;
  readonly offerToPerson: string | null;
  readonly offeredAt: Instant | null;
  readonly offerExpiresAt: Instant | null;
  readonly offerEscalateTo: string | null;
  readonly lastOutcome: 'accepted' | 'returned' | 'expired' | null;
  readonly lastOutcomeAt: Instant | null;
  readonly lastOutcomeUnit: string | null;
  readonly lastReason: ReturnReason | null;
  readonly toldUnit: string | null;
}

export interface StageLedger {
  readonly now: StageNow;
  readonly intervals: readonly StageInterval[];
  readonly deadlines: Deadlines;
}

type StageSaid = Said<{ stageId: string; stage: StageKind }>;

const NO_OFFER = {
  offerId: null, offerByUnit: null, offerByPerson: null, offerToUnit: null, offerToPerson: null,
  offeredAt: null, offerExpiresAt: null, offerEscalateTo: null,
} as const;

const NO_OUTCOME = { lastOutcome: null, lastOutcomeAt: null, lastOutcomeUnit: null, lastReason: null, toldUnit: null } as const;

/** What each fact of the stage protocol changes in the ledger of its stage. */
export const STAGE_STEPS: ReadonlyMap<string, Step<StageLedger>> = new Map([
  ...deadlineSteps<StageLedger>(),
  when(StageOpened, opened),
  when(StageOffered, (ledger, said) => {
    const offered = changed(ledger, said, ({ data, occurredAt }) => ({
      ...NO_OUTCOME, offerId: data.offerId, offerByUnit: data.fromUnit, offerByPerson: data.fromPerson,
      offerToUnit: data.toUnit, offerToPerson: data.toPerson ?? null, offeredAt: occurredAt, offerExpiresAt: data.expiresAt,
      offerEscalateTo: data.escalateTo ?? null,
    }));
    return { ...offered, deadlines: timedBy(offered.deadlines, said.data.offerId, said.recordedAt) };
  }),
  when(StageAccepted, accepted),
  when(StageReturned, (ledger, said) =>
    answered(ledger, said, ({ data, occurredAt }) => ({
      ...NO_OFFER, lastOutcome: 'returned', lastOutcomeAt: occurredAt, lastOutcomeUnit: data.byUnit, lastReason: data.reason,
      toldUnit: null,
    })),
  ),
  when(StageExpired, (ledger, said) =>
    answered(ledger, said, ({ data, occurredAt }) => ({
      ...NO_OFFER, lastOutcome: 'expired', lastOutcomeAt: occurredAt, lastOutcomeUnit: data.toUnit, lastReason: null,
      toldUnit: data.toldUnit ?? null,
    })),
  ),
  when(StageClosed, (ledger, said) => {
    const { now, intervals, deadlines } = changed(ledger, said, ({ data, occurredAt }) => ({
      ...NO_OFFER, ...NO_OUTCOME, state: 'closed', closedAt: occurredAt, abandoned: data.abandoned ?? false,
    }));
    return { now, intervals: end(intervals, said.occurredAt), deadlines: needsNone(deadlines, said.recordedAt) };
  }),
]);

function opened(ledger: StageLedger | undefined, said: Said<StageOpened>): StageLedger {
  const { data } = said;
  const first = begun(said, { unitId: data.unitId, personId: data.personId });
  const now = {
    ...first, requestId: data.requestId ?? null, victimId: data.victimId ?? null, taken: data.requestId === undefined,
  };
  const intervals = begin(ledger?.intervals ?? [], beginning(now, said, data));
  return { now, intervals, deadlines: ledger?.deadlines ?? noneYet(now, said.recordedAt) };
}

function accepted(ledger: StageLedger | undefined, said: Said<StageAccepted>): StageLedger {
  const { data, occurredAt } = said;
  const { now, intervals, deadlines } = answered(ledger, said, () => ({
    ...NO_OFFER, ...NO_OUTCOME, state: 'open', closedAt: null, abandoned: false, taken: true,
    unitId: data.unitId, personId: data.personId, sinceAt: occurredAt,
    lastOutcome: 'accepted', lastOutcomeAt: occurredAt, lastOutcomeUnit: data.unitId,
  }));
  return { now, intervals: pass(intervals, beginning(now, said, data)), deadlines };
}

/** An offer waits no longer. */
function answered<T extends { stageId: string; stage: StageKind; offerId: string }>(
  ledger: StageLedger | undefined, said: Said<T>, change: (said: Said<T>) => Partial<StageNow>,
): StageLedger {
  const after = changed(ledger, said, change);
  return { ...after, deadlines: untimedBy(after.deadlines, said.data.offerId, said.recordedAt) };
}

function changed<T extends { stageId: string; stage: StageKind }>(
  ledger: StageLedger | undefined, said: Said<T>, change: (said: Said<T>) => Partial<StageNow>,
): StageLedger {
  const now = ledger?.now ?? begun(said, { unitId: '', personId: NOBODY });
  return {
    now: { ...now, ...change(said) }, intervals: ledger?.intervals ?? [],
    deadlines: ledger?.deadlines ?? noneYet(now, said.recordedAt),
  };
}

/** Of a stage whose opening was never said: the order within a source does not let it happen. */
const NOBODY = '00000000-0000-7000-8000-000000000000';

const begun = (said: StageSaid, answers: { unitId: string; personId: string }): StageNow => ({
  stageId: said.data.stageId, caseId: said.caseId, subjectId: said.subjectId, stage: said.data.stage,
  victimId: null, requestId: null, state: 'open', taken: true, unitId: answers.unitId, personId: answers.personId,
  sinceAt: said.occurredAt, openedAt: said.occurredAt, openedRecordedAt: said.recordedAt, closedAt: null, abandoned: false,
  ...NO_OFFER, ...NO_OUTCOME,
});

const beginning = (now: StageNow, said: Said, { unitId, personId }: { unitId: string; personId: string }) => ({
  stageId: now.stageId, caseId: now.caseId, stage: now.stage, victimId: now.victimId,
  unitId, personId, fromAt: said.occurredAt, recordedAt: said.recordedAt,
});
