import { FILE_CHECKS } from '#attachments';
import { isBuyerBehind, isMinor, knownStages, STAGE_CHECKS, WITHDRAWAL, type Actions } from '#service-kit';
import { careOf } from '../commands/close-rescue.js';
import { whereFrom } from '../commands/end-care.js';
import type { Custody } from '../domain/custody.js';
import type { Rescue } from '../domain/rescue.js';
import { answeringElsewhere, answeringUnits } from '../views/answering-units.js';

const unexamined = ({ rescued }: Rescue): string[] =>
  rescued.filter(({ medicalCheck }) => medicalCheck === null).map(({ victimId }) => victimId);

/** What can be done with a rescue; each rule begins with the same check. */
export const rescueActions: Actions<Rescue> = {
  path: 'rescues',
  checks: {
    ...STAGE_CHECKS,
    ...FILE_CHECKS,
    ...WITHDRAWAL.checks,
    draft: (rescue, { by }) => rescue.mayWork({ by }),
    approve: (rescue, { by, of }) => void rescue.mayApprove({ by, planId: of }),
    free: (rescue, { by }) => rescue.mayFree({ by }),
    interview: async (rescue, { by }, tx) =>
      rescue.mayInterview({ by, answering: await answeringElsewhere(tx, rescue.caseId) }),
    askCheck: (rescue, { by, of }) => void rescue.mayAskCheck({ by, victimId: of }),
    check: (rescue, { by, of }) => void rescue.mayCheck({ by, victimId: of }),
    request: (rescue, { by }) => rescue.mayRequest({ by }),
    close: async (rescue, { by }, tx) =>
      rescue.mayClose({ by, care: await careOf(tx, rescue), elsewhere: await knownStages(tx, rescue.caseId) }),
  },
  each: {
    ...WITHDRAWAL.each,
    approve: ({ plans }) => plans.filter(({ approvedAt }) => approvedAt === null).map(({ planId }) => planId),
    askCheck: unexamined,
    check: unexamined,
  },
};

/** What can be done about the care of a victim. */
export const custodyActions: Actions<Custody> = {
  path: 'custodies',
  checks: {
    offer: (custody, { by }) => void custody.mayOffer({ by }),
    accept: (custody, { by, at }) => void custody.mayAnswer({ by, at }),
    decline: (custody, { by, at }) => void custody.mayAnswer({ by, at }),
    prove: async (custody, { by }, tx) => custody.mayProve({ by, involved: await answeringUnits(tx, custody.caseId) }),
    relative: async (custody, { by }, tx) => custody.mayHandToRelative({
      by, isMinor: await isMinor(tx, custody.victimId), isBuyerBehind: await isBuyerBehind(tx, custody.caseId),
    }),
    ownWill: async (custody, { by }, tx) => custody.mayGoOwnWay({ by, isMinor: await isMinor(tx, custody.victimId) }),
    end: async (custody, { by }, tx) => void custody.mayEnd({ by, ...(await whereFrom(tx, custody)) }),
    retake: async (custody, { by }, tx) => custody.mayRetake({
      by, isMinor: await isMinor(tx, custody.victimId), involved: await answeringUnits(tx, custody.caseId),
    }),
  },
  each: {
    // Who is gone is gone, and whose care has ended so has: who sends it again is not refused.
    ownWill: ({ ending }) => (ending === 'own-will' ? [] : ['']),
    end: ({ ending }) => (ending === null || ending === 'own-will' ? [''] : []),
  },
};
