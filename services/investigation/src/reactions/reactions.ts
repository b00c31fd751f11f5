import { DivisionCorrected, StageRequested } from '#contracts';
import { on } from '#messaging';
import { stageListenings, victimReactions } from '#service-kit';
import { erasureReactions } from '#vault';
import { noteDivision } from '../commands/note-division.js';
import { openInvestigation } from '../commands/open-investigation.js';
import { Investigation } from '../domain/investigation.js';
import { caseReactions, rescueViewReactions } from '../views/known-cases.js';

const requested = on(StageRequested, (envelope, tx) => openInvestigation(tx, envelope));
const corrected = on(DivisionCorrected, (envelope, tx) => noteDivision(tx, envelope));

/** Everything that investigation hears, per service that says it. */
export const investigationListenings = stageListenings('investigation', {
  own: {
    intake: [...caseReactions, ...victimReactions, ...erasureReactions, corrected, requested],
    rescue: [...rescueViewReactions, requested],
    'cross-border': [requested],
  },
  opens: Investigation,
  asks: Investigation,
});
