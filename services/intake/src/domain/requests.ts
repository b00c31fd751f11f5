import {
  CHILD_CASE_KINDS, fact, holdsDivision, Refusal, StageRequested, StageRequestWithdrawn,
  type CaseKind, type Fact, type Instant, type StageKind, type WithdrawalReason,
} from '#contracts';
import { isInHand, requestState, type Receiver, type RequestState, type StageElsewhere } from '#stages';

/** A next stage that was asked for, of some or all of the victims. */
export interface RequestedStage {
  readonly requestId: string;
  readonly stage: StageKind;
  readonly toUnit: string;
  readonly victimIds: readonly string[];
  readonly withdrawnAt?: Instant;
}

/** Where a case lies, and what it is about: who may be asked depends on it. */
export interface Place {
  readonly division: string;
  readonly kind: CaseKind;
}

/** Where a matter is said to lie, and whether somebody has jurisdiction there, as the directory knows. */
export interface NewPlace {
  readonly division: string;
  readonly isDivisionKnown: boolean;
}

type Elsewhere = readonly StageElsewhere[];
export type NewRequest = Pick<RequestedStage, 'requestId' | 'stage' | 'victimIds'> & { readonly receiver: Receiver };

/** The next stages that a matter has asked for (I-4). */
export class Requests {
  private constructor(private list: readonly RequestedStage[] = []) {}

  /** Revives the requests from their stored form. */
  static from(stored: unknown = []): Requests {
    return new Requests(stored as RequestedStage[]);
  }

  toJSON(): readonly RequestedStage[] {
    return this.list;
  }

  get all(): readonly RequestedStage[] {
    return this.list;
  }

  /** The requests for which this holds: their ids. */
  that(elsewhere: Elsewhere, holds: (state: RequestState) => boolean): string[] {
    return this.list.filter((request) => holds(stateOf(request, elsewhere))).map(({ requestId }) => requestId);
  }

  /**
   * Asked twice, the same work would have two answerable units. An investigation is of the whole case: asked for again while
   * one is in hand, nobody would ever take the second request.
   */
  mayAsk({ stage, victimIds, receiver }: Omit<NewRequest, 'requestId'>, place: Place, elsewhere: Elsewhere): void {
    const same = this.list.find((request) => request.stage === stage && isInHand(stateOf(request, elsewhere))
      && (stage === 'investigation' || request.victimIds.some((victimId) => victimIds.includes(victimId))));
    if (same) throw new Refusal('intake.already-requested', { requestId: same.requestId, toUnit: same.toUnit });
    if (stage === 'investigation') mustLieWithin(place, receiver);
  }

  ask({ requestId, stage, victimIds, receiver }: NewRequest): Fact[] {
    const request = { requestId, stage, toUnit: receiver.unitId, victimIds: [...new Set(victimIds)] };
    this.list = [...this.list, request];
    return [fact(StageRequested, request)];
  }

  /** May the request be withdrawn now? Only while nobody has taken the stage. */
  mayWithdraw(requestId: string, elsewhere: Elsewhere): 'waiting' | 'gone' {
    const request = this.list.find((known) => known.requestId === requestId);
    if (!request) throw new Refusal('intake.unknown-request', { requestId });
    const state = stateOf(request, elsewhere);
    if (state === 'taken' || state === 'done') throw new Refusal('intake.request-taken', { requestId, toUnit: request.toUnit });
    return state;
  }

  withdraw(requestIds: readonly string[], { at, reason }: { at: Instant; reason: WithdrawalReason }): Fact[] {
    const withdrawn = this.list.filter(({ requestId }) => requestIds.includes(requestId));
    this.list = this.list.map((known) => (withdrawn.includes(known) ? { ...known, withdrawnAt: at } : known));
    return withdrawn.map(({ requestId, stage }) => fact(StageRequestWithdrawn, { requestId, stage, reason }));
  }

  /** The investigations that nobody has taken. */
  waitingInvestigations(elsewhere: Elsewhere): RequestedStage[] {
    return this.list.filter((request) => request.stage === 'investigation' && stateOf(request, elsewhere) === 'waiting');
  }

  /** What nobody has taken is asked of another bureau, once: that of the place where the case really lies. */
  mayRoute(receiver: Receiver, place: Place, elsewhere: Elsewhere): RequestedStage[] {
    const waiting = this.waitingInvestigations(elsewhere);
    if (waiting.length > 0) mustLieWithin(place, receiver);
    return waiting;
  }

  route(waiting: readonly RequestedStage[], to: Pick<NewRequest, 'requestId' | 'receiver'>, at: Instant): Fact[] {
    const [first] = waiting;
    if (!first) return [];
    const withdrawn = this.withdraw(waiting.map(({ requestId }) => requestId), { at, reason: 'wrong-unit' });
    return [...withdrawn, ...this.ask({ ...to, stage: first.stage, victimIds: first.victimIds })];
  }
}

/** What has become of a request. A withdrawal that came too late changes nothing: whoever has taken the stage has it. */
function stateOf({ requestId, withdrawnAt }: RequestedStage, elsewhere: Elsewhere): RequestState {
  const state = requestState(requestId, elsewhere);
  return state === 'waiting' && withdrawnAt !== undefined ? 'gone' : state;
}

/** V-1: only a bureau in whose division a child's case lies may lead it, so no other one is asked. */
function mustLieWithin({ division, kind }: Place, { unitId, division: theirs }: Receiver): void {
  if (!CHILD_CASE_KINDS.includes(kind) || theirs === undefined || holdsDivision(theirs, division)) return;
  throw new Refusal('intake.wrong-jurisdiction', { toUnit: unitId, division: theirs, caseDivision: division });
}

/** A case that lies where no bureau is competent would be taken by none. */
export function mustBeKnown({ division, isDivisionKnown }: NewPlace): void {
  if (!isDivisionKnown) throw new Refusal('intake.unknown-division', { division });
}
