import { BuyerIdentified, HandedOver, ReceptionConfirmed, StageRequested } from '#contracts';
import { on } from '#messaging';
import { buyerReactions, stageListenings, victimReactions } from '#service-kit';
import { erasureReactions } from '#vault';
import { followHandover } from '../commands/follow-handover.js';
import { followReception } from '../commands/follow-reception.js';
import { openRescue } from '../commands/open-rescue.js';
import { recogniseBuyer } from '../commands/recognise-buyer.js';
import { Rescue } from '../domain/rescue.js';
import { hitReactions } from '../views/known-hits.js';
import { receptionReactions } from '../views/known-receptions.js';

const requested = on(StageRequested, (envelope, tx) => openRescue(tx, envelope));
const buyerFound = on(BuyerIdentified, (envelope, tx) => recogniseBuyer(tx, envelope));
const handedOver = on(HandedOver, (envelope, tx) => followHandover(tx, envelope));
const receptionConfirmed = on(ReceptionConfirmed, (envelope, tx) => followReception(tx, envelope));

/** Everything that rescue hears, per service that says it. */
export const rescueListenings = stageListenings('rescue', {
  own: {
    intake: [...victimReactions, ...erasureReactions, requested],
    investigation: [...buyerReactions, buyerFound, ...hitReactions, requested],
    placement: receptionReactions,
    'cross-border': [handedOver, receptionConfirmed],
  },
  opens: Rescue,
  asks: Rescue,
});
