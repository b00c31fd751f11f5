import { StageRequested } from '#contracts';
import { on } from '#messaging';
import { buyerReactions, stageListenings, victimReactions } from '#service-kit';
import { erasureReactions } from '#vault';
import { openReturns } from '../commands/open-return.js';
import { Return } from '../domain/return.js';
import { numberReactions } from '../views/case-numbers.js';
import { custodyReactions, ownChoiceReactions } from '../views/known-care.js';
import { examinerReactions } from '../views/known-examiners.js';

const requested = on(StageRequested, (envelope, tx) => openReturns(tx, envelope));

/** Everything that cross-border hears, per service that says it. */
export const crossBorderListenings = stageListenings('cross-border', {
  own: {
    intake: [...victimReactions, ...numberReactions, ...erasureReactions, requested],
    investigation: [...buyerReactions, requested],
    rescue: [...examinerReactions, ...custodyReactions, requested],
    placement: [...ownChoiceReactions, requested],
  },
  opens: Return,
  asks: Return,
});
