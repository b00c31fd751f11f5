import { StageRequested } from '#contracts';
import { on } from '#messaging';
import { stageListenings, victimReactions } from '#service-kit';
import { openInvestigation } from '../commands/open-investigation.js';
import { caseReactions, rescueViewReactions } from '../views/known-cases.js';

const requested = on(StageRequested, (envelope, tx) => openInvestigation(tx, envelope));

/** Everything that investigation hears, per service that says it. */
export const investigationListenings = stageListenings('investigation', {
  intake: [...caseReactions, ...victimReactions, requested],
  rescue: [...rescueViewReactions, requested],
  'cross-border': [requested],
});
