import { StageRequested } from '#contracts';
import { on } from '#messaging';
import { buyerReactions, stageListenings, victimReactions } from '#service-kit';
import { erasureReactions } from '#vault';
import { openPlacements } from '../commands/open-placement.js';
import { Placement } from '../domain/placement.js';
import { custodyReactions } from '../views/known-custody.js';
import { promiseReactions } from '../views/known-promises.js';

const requested = on(StageRequested, (envelope, tx) => openPlacements(tx, envelope));

/** Everything that placement hears, per service that says it. */
export const placementListenings = stageListenings('placement', {
  intake: [...victimReactions, ...erasureReactions],
  investigation: [...buyerReactions, requested],
  rescue: [...custodyReactions, requested],
  'cross-border': [...promiseReactions, requested],
}, Placement);
