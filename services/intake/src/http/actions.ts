import { knownStages, STAGE_CHECKS, type Actions } from '#service-kit';
import type { Intake } from '../domain/intake.js';

/** What can be done with a matter that was received; each rule begins with the same check. */
export const intakeActions: Actions<Intake> = {
  path: 'intakes',
  checks: {
    ...STAGE_CHECKS,
    grade: (intake, { by }) => intake.mayWork({ by }),
    merge: async (intake, { by }, tx) => intake.mayMerge({ by, elsewhere: await knownStages(tx, intake.caseId) }),
    sendFeedback: (intake, { by }) => intake.mayWork({ by }),
    openCase: (intake, { by }) => intake.mayOpenCase({ by }),
    addVictim: (intake, { by }) => intake.mayAddVictim({ by }),
    correct: (intake, { by }) => intake.mayWork({ by }),
    requestStage: (intake, { by }) => intake.mayRequest({ by }),
    withdraw: async (intake, { by, of }, tx) =>
      void intake.mayWithdraw({ by, requestId: of, elsewhere: await knownStages(tx, intake.caseId) }),
    conclude: async (intake, { by }, tx) => intake.mayConclude({ by, elsewhere: await knownStages(tx, intake.caseId) }),
  },
  each: {
    sendFeedback: ({ clues }) => (clues.some(({ feedbackAt }) => feedbackAt === null) ? [''] : []),
    withdraw: ({ requests: { all } }) =>
      all.filter(({ withdrawnAt }) => withdrawnAt === undefined).map(({ requestId }) => requestId),
  },
};
