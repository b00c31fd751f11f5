import {
  Refusal, StageRequested, StageRequestStands, StageRequestWithdrawn, fact, type Fact, type Instant, type StageKind,
  type WithdrawalReason,
} from '#contracts';
import { isInHand, requestState, wasTaken, type RequestState, type StageElsewhere } from './stage-request.js';

/** A next stage that was asked for, of some or all of the victims. */
export interface RequestedStage {
  readonly requestId: string;
  readonly stage: StageKind;
  readonly toUnit: string;
  readonly victimIds: readonly string[];
  readonly withdrawnAt?: Instant;
}

type Elsewhere = readonly StageElsewhere[];

/** So many requests one record holds, the withdrawn ones among them: they are part of what everybody reads of it. */
const REQUESTS_MAX = 100;

/** The next stages that one stage has asked for. */
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

  /** Something was asked for, and not withdrawn. */
  get isAnyMade(): boolean {
    return this.list.some(({ withdrawnAt }) => withdrawnAt === undefined);
  }

  /** The requests for which this holds: their ids. */
  that(elsewhere: Elsewhere, holds: (state: RequestState) => boolean): string[] {
    return this.list.filter((request) => holds(stateOf(request, elsewhere))).map(({ requestId }) => requestId);
  }

  /** What has become of everything that was asked for, for one victim. */
  statesFor(victimId: string, elsewhere: Elsewhere): RequestState[] {
    return this.list.filter(({ victimIds }) => victimIds.includes(victimId))
      .map((request) => stateOf(request, elsewhere, victimId));
  }

  /** The requests for such a stage that nobody has taken. */
  waiting(stage: StageKind, elsewhere: Elsewhere): RequestedStage[] {
    return this.list.filter((request) => request.stage === stage && stateOf(request, elsewhere) === 'waiting');
  }

  /**
   * Asked twice, the same work would have two answerable units, also where somebody else has asked for it; what is closed may
   * be asked for again. An investigation is of the whole case: asked for again while one is in hand, nobody would ever take it.
   */
  mayAsk({ stage, victimIds }: Pick<RequestedStage, 'stage' | 'victimIds'>, elsewhere: Elsewhere): void {
    const isSame = (request: RequestedStage): boolean => stage === 'investigation'
      ? isInHand(stateOf(request, elsewhere))
      : request.victimIds.some((id) => victimIds.includes(id) && isInHand(stateOf(request, elsewhere, id)));
    if (this.list.length >= REQUESTS_MAX) throw new Refusal('stage.too-many-requests', { max: REQUESTS_MAX });
    const same = this.list.find((request) => request.stage === stage && isSame(request));
    if (same) throw new Refusal('stage.already-requested', { requestId: same.requestId, toUnit: same.toUnit });
    const theirs = elsewhere.filter((known) => known.stage === stage && !known.closed)
      .flatMap(({ victimId, victimIds }) => victimId ?? victimIds ?? []);
    const open = victimIds.filter((victimId) => theirs.includes(victimId));
    if (open.length > 0) throw new Refusal('stage.already-requested', { victimIds: open });
  }

  ask({ requestId, stage, toUnit, victimIds }: Omit<RequestedStage, 'withdrawnAt'>): Fact[] {
    const request = { requestId, stage, toUnit, victimIds: [...new Set(victimIds)] };
    this.list = [...this.list, request];
    return [fact(StageRequested, request)];
  }

  /** May the request be withdrawn now? Only while nobody has taken the stage. */
  mayWithdraw(requestId: string, elsewhere: Elsewhere): 'waiting' | 'gone' {
    const request = this.list.find((known) => known.requestId === requestId);
    if (!request) throw new Refusal('stage.unknown-request', { requestId });
    const state = stateOf(request, elsewhere);
    if (state === 'taken' || state === 'done') throw new Refusal('stage.request-taken', { requestId, toUnit: request.toUnit });
    return state;
  }

  /**
   * What has become of it elsewhere. A withdrawal that came too late is none: somebody has taken the stage. What was closed
   * before anybody took it is asked for no more. Silent otherwise.
   */
  heed(requestId: string, elsewhere: Elsewhere, at: Instant): Fact[] {
    const request = this.list.find((known) => known.requestId === requestId);
    if (!request) return [];
    const state = requestState(requestId, elsewhere);
    if (state === 'gone' && request.withdrawnAt === undefined) return this.withdraw([requestId], { at, reason: 'not-needed' });
    if (!wasTaken(state) || request.withdrawnAt === undefined) return [];
    this.list = this.list.map((known) => (known === request ? { ...request, withdrawnAt: undefined } : known));
    return [fact(StageRequestStands, { requestId, stage: request.stage })];
  }

  withdraw(requestIds: readonly string[], { at, reason }: { at: Instant; reason: WithdrawalReason }): Fact[] {
    const withdrawn = this.list.filter(({ requestId }) => requestIds.includes(requestId));
    this.list = this.list.map((known) => (withdrawn.includes(known) ? { ...known, withdrawnAt: at } : known));
    return withdrawn.map(({ requestId, stage }) => fact(StageRequestWithdrawn, { requestId, stage, reason }));
  }
}

/** What has become of a request. A withdrawal that came too late changes nothing: whoever has taken the stage has it. */
function stateOf({ requestId, withdrawnAt }: RequestedStage, elsewhere: Elsewhere, forVictim?: string): RequestState {
  const state = requestState(requestId, elsewhere, forVictim);
  return state === 'waiting' && withdrawnAt !== undefined ? 'gone' : state;
}
