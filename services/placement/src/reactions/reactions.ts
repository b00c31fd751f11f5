import { BuyerIdentified, ProtectionTaken, StageRequested } from '#contracts';
import { on } from '#messaging';
import { buyerReactions, stageListenings, victimReactions } from '#service-kit';
import { erasureReactions } from '#vault';
import { letFall } from '../commands/let-fall.js';
import { openPlacements } from '../commands/open-placement.js';
import { recogniseBuyer } from '../commands/recognise-buyer.js';
import { Placement } from '../domain/placement.js';
import { custodyReactions } from '../views/known-custody.js';
import { promiseReactions } from '../views/known-promises.js';

const requested = on(StageRequested, (envelope, tx) => openPlacements(tx, envelope));

const buyerFound = on(BuyerIdentified, (envelope, tx) => recogniseBuyer(tx, envelope));
const takenBack = on(ProtectionTaken, (envelope, tx) => letFall(tx, envelope));

/** Everything that placement hears, per service that says it. */
export const placementListenings = stageListenings('placement', {
  own: {
    intake: [...victimReactions, ...erasureReactions],
    investigation: [...buyerReactions, buyerFound, requested],
    rescue: [...custodyReactions, takenBack, requested],
    'cross-border': [...promiseReactions, requested],
  },
  opens: Placement,
});
