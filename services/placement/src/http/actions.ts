import { STAGE_CHECKS, type Actions } from '#service-kit';
import { isBuyerAmong } from '../commands/household-people.js';
import type { Placement } from '../domain/placement.js';
import { holderOf } from '../views/known-custody.js';

/** What can be done with a placement; each rule begins with the same check. */
export const placementActions: Actions<Placement> = {
  path: 'placements',
  checks: {
    ...STAGE_CHECKS,
    receive: async (placement, { by }, tx) => placement.mayReceive({ by, holder: await holderOf(tx, placement.victimId) }),
    assess: (placement, { by }) => placement.mayWork({ by }),
    askPlace: (placement, { by }) => placement.mayAskPlace({ by }),
    promisePlace: (placement, { by }) => placement.mayPromisePlace({ by }),
    decide: (placement, { by }) => placement.mayDecide({ by }),
    takeEffect: async (placement, { by }, tx) =>
      placement.mayTakeEffect({ by, isBuyer: await isBuyerAmong(tx, placement, placement.decision ?? {}) }),
    visit: (placement, { by, of }) => void placement.mayVisit({ by, visitId: of }),
    close: (placement, { by }) => placement.mayClose({ by }),
  },
  each: {
    visit: ({ visits }) => visits.filter(({ visitedAt }) => visitedAt === null).map(({ visitId }) => visitId),
  },
};
