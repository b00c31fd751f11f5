import { StageRequestWithdrawn, STAGES, type StageKind } from '#contracts';
import { on, type Listening, type Reaction } from '#messaging';
import type { AskingStage, StagedAggregate } from '#stages';
import { knownStageReactions } from './known-stages.js';
import { partyReactions } from './parties.js';
import { endUntaken } from './stage-commands.js';
import { heeding } from './withdrawal.js';

interface OwnStage {
  /** Its own reactions, per source. */
  readonly own?: Partial<Record<StageKind, readonly Reaction[]>>;
  /** What it opens when it is asked, and closes again when the request is withdrawn before anybody took it. */
  readonly opens?: new () => StagedAggregate;
  /** What asks for stages of the others, and hears what becomes of them. */
  readonly asks?: new () => AskingStage;
}

/**
 * A stage service listens to all the others: it knows who answers for the neighbouring stages and who takes part in the
 * case, and is a witness of their chains.
 */
export function stageListenings(self: StageKind, { own = {}, opens, asks }: OwnStage): Listening[] {
  const withdrawn = opens ? [on(StageRequestWithdrawn, (envelope, tx) => endUntaken(tx, opens, envelope))] : [];
  const heeded = asks ? heeding(asks) : [];
  return STAGES.filter((stage) => stage !== self).map((source) => ({
    source, reactions: [...knownStageReactions, ...partyReactions(source), ...heeded, ...(own[source] ?? []), ...withdrawn],
  }));
}
