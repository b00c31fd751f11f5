import { STAGE_CHECKS, type Actions } from '#service-kit';
import type { Placement } from '../domain/placement.js';
import { holderOf } from '../views/known-custody.js';

/** What can be done with a placement; each rule begins with the same check. */
export const placementActions: Actions<Placement> = {
  checks: {
    ...STAGE_CHECKS,
    receive: async (placement, { by }, tx) => placement.mayReceive({ by, holder: await holderOf(tx, placement.victimId) }),
    assess: (placement, { by }) => placement.mayWork({ by }),
    decide: (placement, { by }) => placement.mayDecide({ by }),
    takeEffect: (placement, { by }) => placement.mayTakeEffect({ by }),
    visit: (placement, { by, of }) => void placement.mayVisit({ by, visitId: of }),
    close: (placement, { by }) => placement.mayClose({ by }),
  },
  each: {
    visit: ({ visits }) => visits.filter(({ visitedAt }) => visitedAt === null).map(({ visitId }) => visitId),
  },
};
