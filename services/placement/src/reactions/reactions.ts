import { StageRequested } from '#contracts';
import { on } from '#messaging';
import { buyerReactions, stageListenings } from '#service-kit';
import { openPlacements } from '../commands/open-placement.js';
import { custodyReactions } from '../views/known-custody.js';
import { victimReactions } from '../views/known-victims.js';

const requested = on(StageRequested, (envelope, tx) => openPlacements(tx, envelope));

/** Everything that placement hears, per service that says it. */
export const placementListenings = stageListenings('placement', {
  intake: victimReactions,
  investigation: buyerReactions,
  rescue: [...custodyReactions, requested],
  'cross-border': [requested],
});
