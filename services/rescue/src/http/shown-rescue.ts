import { HEALTH_PROVIDERS } from '#contracts';
import type { Unit } from '#messaging';
import { Requests } from '#stages';
import type { Rescue } from '../domain/rescue.js';

/** The record without its methods. */
export type ShownRescue = {
  readonly [Name in keyof Rescue as Rescue[Name] extends (...given: never[]) => unknown ? never : Name]: Rescue[Name];
};

/**
 * A rescue as a unit may see it. A health unit sees whom it was asked to examine or has examined, since when they are free
 * and by when: nothing of plans, of questions, of the others (P-4).
 */
export function shownTo(unit: Unit | null, rescue: ShownRescue): ShownRescue {
  if (unit && !HEALTH_PROVIDERS.includes(unit.kind)) return rescue;
  const own = rescue.rescued.filter(({ checkAskedOf = [], medicalCheck }) =>
    unit !== null && (checkAskedOf.includes(unit.unitId) || medicalCheck?.atUnit === unit.unitId));
  const rescued = own.map((person) => ({ ...person, present: [], interviews: [] }));
  return { ...rescue, victimIds: own.map(({ victimId }) => victimId), plans: [], rescued, requests: Requests.from() };
}
