import { FILE_CHECKS } from '#attachments';
import { knownStages, STAGE_CHECKS, WITHDRAWAL, type Actions } from '#service-kit';
import type { Intake } from '../domain/intake.js';

/** What can be done with a matter that was received; each rule begins with the same check. */
export const intakeActions: Actions<Intake> = {
  path: 'intakes',
  checks: {
    ...STAGE_CHECKS,
    ...FILE_CHECKS,
    ...WITHDRAWAL.checks,
    grade: (intake, { by }) => intake.mayWork({ by }),
    merge: async (intake, { by }, tx) => intake.mayMerge({ by, elsewhere: await knownStages(tx, intake.caseId) }),
    sendFeedback: (intake, { by }) => intake.mayWork({ by }),
    openCase: (intake, { by }) => intake.mayOpenCase({ by }),
    addVictim: (intake, { by }) => intake.mayAddVictim({ by }),
    sayAge: async (intake, { by, of }, tx) =>
      intake.maySayAge({ by, victimId: of, elsewhere: await knownStages(tx, intake.caseId) }),
    correct: (intake, { by }) => intake.mayWork({ by }),
    requestStage: (intake, { by }) => intake.mayRequest({ by }),
    conclude: async (intake, { by }, tx) => intake.mayConclude({ by, elsewhere: await knownStages(tx, intake.caseId) }),
  },
  each: {
    ...WITHDRAWAL.each,
    merge: ({ mergedInto }) => (mergedInto ? [] : ['']),
    sayAge: ({ victims }) => victims.map(({ victimId }) => victimId),
    sendFeedback: ({ clues }) => (clues.some(({ feedbackAt }) => feedbackAt === null) ? [''] : []),
  },
};
