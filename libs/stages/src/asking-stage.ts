import type { Actor, Fact, Instant, WithdrawalReason } from '#contracts';
import { Requests } from './requests.js';
import type { StageElsewhere } from './stage-request.js';
import { StagedAggregate } from './staged-aggregate.js';

interface Withdrawing {
  readonly by: Actor;
  readonly requestId: string;
  readonly elsewhere: readonly StageElsewhere[];
}

/** A stage that asks for the ones that come next, and goes on answering while nobody has taken them. */
export abstract class AskingStage extends StagedAggregate {
  requests = Requests.from();

  mayWithdraw({ by, requestId, elsewhere }: Withdrawing): 'waiting' | 'gone' {
    this.mayWork({ by });
    return this.requests.mayWithdraw(requestId, elsewhere);
  }

  /** What has become, elsewhere, of a request of this stage; also after its end, for its record is read on. */
  heedRequest({ requestId, elsewhere, at }: Pick<Withdrawing, 'requestId' | 'elsewhere'> & { at: Instant }): Fact[] {
    return this.requests.heed(requestId, elsewhere, at);
  }

  /** What nobody has taken is asked for no more. Silent when it has been withdrawn. */
  withdrawRequest(given: Withdrawing & { at: Instant; reason: WithdrawalReason }): Fact[] {
    if (this.mayWithdraw(given) === 'gone') return [];
    this.stage.moveTo(given.at);
    return this.requests.withdraw([given.requestId], given);
  }
}
