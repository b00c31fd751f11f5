import { FILE_CHECKS } from '#attachments';
import { DESTINATIONS, type Destination } from '#contracts';
import { knownStages, STAGE_CHECKS, WITHDRAWAL, type Actions } from '#service-kit';
import { travellerOf } from '../commands/travellers.js';
import type { Return } from '../domain/return.js';
import { examinersOf } from '../views/known-examiners.js';

/** What can be done with a return; each rule begins with the same check. */
export const returnActions: Actions<Return> = {
  path: 'returns',
  checks: {
    ...STAGE_CHECKS,
    ...FILE_CHECKS,
    ...WITHDRAWAL.checks,
    requestIdentity: (person, { by }) => person.mayRequestIdentity({ by }),
    answerIdentity: (person, { by, of }) => person.mayAnswerIdentity({ by, requestId: of }),
    supplementIdentity: (person, { by, of }) => person.maySupplementIdentity({ by, requestId: of }),
    assessSafety: (person, { by }) => person.mayPrepare({ by }),
    askReception: (person, { by }) => person.mayPrepare({ by }),
    promiseReception: (person, { by }) => person.mayPromiseReception({ by }),
    recordConsent: (person, { by }) => person.mayPrepare({ by }),
    obtainDocument: (person, { by }) => person.mayPrepare({ by }),
    askFitness: (person, { by }) => person.mayPrepare({ by }),
    assessFitness: async (person, { by }, tx) =>
      person.mayAssessFitness({ by, examiners: await examinersOf(tx, person.victimId) }),
    schedule: async (person, { by, of }, tx) => person.mayBeScheduled({
      by, traveller: await travellerOf(tx, person, { destination: of as Destination }),
      elsewhere: await knownStages(tx, person.caseId),
    }),
    confirmReception: (person, { by }) => person.mayConfirmReception({ by }),
    requestStage: async (person, { by }, tx) =>
      person.mayRequestPlacement({ by, elsewhere: await knownStages(tx, person.caseId) }),
    close: async (person, { by }, tx) => person.mayClose({ by, elsewhere: await knownStages(tx, person.caseId) }),
  },
  each: {
    ...WITHDRAWAL.each,
    answerIdentity: ({ identity }) => identity.requests.filter(({ waiting }) => waiting).map(({ requestId }) => requestId),
    supplementIdentity: ({ identity }) => identity.requests.filter(({ waiting }) => !waiting).map(({ requestId }) => requestId),
    schedule: () => DESTINATIONS,
  },
};
