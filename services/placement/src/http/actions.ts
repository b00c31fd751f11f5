import { FILE_CHECKS } from '#attachments';
import { isBuyerBehind, isMinor, STAGE_CHECKS, type Actions } from '#service-kit';
import { isBuyerAmong } from '../commands/household-people.js';
import type { Placement } from '../domain/placement.js';
import { careOf } from '../views/known-custody.js';

/** What can be done with a placement; each rule begins with the same check. */
export const placementActions: Actions<Placement> = {
  path: 'placements',
  checks: {
    ...STAGE_CHECKS,
    ...FILE_CHECKS,
    receive: async (placement, { by }, tx) =>
      placement.mayReceive({ by, holder: (await careOf(tx, placement.victimId))?.unitId ?? null }),
    assess: (placement, { by }) => placement.mayWork({ by }),
    askPlace: (placement, { by }) => placement.mayAskPlace({ by }),
    promisePlace: (placement, { by }) => placement.mayPromisePlace({ by }),
    decide: (placement, { by }) => placement.mayDecide({ by }),
    takeEffect: async (placement, { by }, tx) => placement.mayTakeEffect({
      by, isBuyer: await isBuyerAmong(tx, placement, placement.decision ?? {}),
      isBuyerBehind: await isBuyerBehind(tx, placement.caseId), isMinor: await isMinor(tx, placement.victimId),
      care: await careOf(tx, placement.victimId),
    }),
    visit: (placement, { by, at, of }, { rules }) => void placement.mayVisit({ by, at, visitId: of, rules }),
    restoreRegistration: (placement, { by }) => placement.mayHelp({ by }),
    confirmSchool: async (placement, { by }, tx) =>
      placement.mayConfirmSchool({ by, isMinor: await isMinor(tx, placement.victimId) }),
    recordSession: (placement, { by }) => placement.mayHelp({ by }),
    close: (placement, { by }) => placement.mayClose({ by }),
  },
  each: {
    visit: ({ visits }) => visits.filter(({ visitedAt }) => visitedAt === null).map(({ visitId }) => visitId),
  },
};
