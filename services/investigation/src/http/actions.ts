import { FILE_CHECKS } from '#attachments';
import { PACKAGES, type PackageKind } from '#contracts';
import { knownStages, receiverOf, STAGE_CHECKS, WITHDRAWAL, type Actions, type Check } from '#service-kit';
import type { Investigation } from '../domain/investigation.js';
import { victimsOf } from '../views/known-cases.js';

const asBureau: Check<Investigation> = (investigation, { by }) => investigation.mayWork({ by });
const asTeam: Check<Investigation> = (investigation, { by }) => investigation.mayWorkInTeam({ by });
const openPackages = ({ taskForce }: Investigation): readonly PackageKind[] => taskForce?.open ?? PACKAGES;

/** What can be done with an investigation; each rule begins with the same check. */
export const investigationActions: Actions<Investigation> = {
  path: 'investigations',
  checks: {
    ...STAGE_CHECKS,
    ...FILE_CHECKS,
    ...WITHDRAWAL.checks,
    form: async (investigation, { by }, tx) => {
      const { unitId: toUnit, personId: toPerson } = investigation.stage.answers;
      investigation.mayWork({ by });
      investigation.mayFormTaskForce({ by, leader: await receiverOf(tx, 'investigation', { toUnit, toPerson }) });
    },
    reassign: (investigation, { by, of }) => void investigation.mayReassign({ by, package: of as PackageKind }),
    measure: (investigation, { by }) => investigation.mayTakeMeasure({ by }),
    contact: (investigation, { by }) => investigation.mayContactRelatives({ by }),
    discharge: async (investigation, { by, of }, tx) => void investigation.mayDischarge({
      by, package: of as PackageKind, victims: await victimsOf(tx, investigation.caseId) }),
    dissolve: (investigation, { by }) => void investigation.mayDissolve({ by }),
    sample: asTeam,
    hit: (investigation, { by }) => investigation.mayRecordHit({ by }),
    confirm: (investigation, { by, of }) => investigation.mayConfirmHit({ by, hitId: of }),
    suspect: asTeam,
    arrest: asTeam,
    buyer: asTeam,
    suspend: (investigation, { by }) => investigation.maySuspend({ by }),
    resume: asBureau,
    review: (investigation, { by }) => investigation.mayReview({ by }),
    request: asBureau,
    close: async (investigation, { by }, tx) =>
      investigation.mayClose({ by, elsewhere: await knownStages(tx, investigation.caseId) }),
  },
  each: {
    ...WITHDRAWAL.each,
    reassign: openPackages,
    discharge: openPackages,
    dissolve: ({ taskForce }) => (taskForce && !taskForce.stands ? [] : ['']),
    confirm: ({ dna }) => dna.hits.filter(({ confirmedAt }) => confirmedAt === null).map(({ hitId }) => hitId),
    arrest: ({ findings }) => findings.suspects.filter(({ caughtAt }) => caughtAt === null).map(({ suspectId }) => suspectId),
    suspend: ({ coldSince }) => (coldSince ? [] : ['']),
    resume: ({ coldSince }) => (coldSince ? [''] : []),
  },
};
