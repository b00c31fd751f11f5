import type { StageRecord } from '../../api/records.js';

type Rescue = StageRecord<'rescue'>;
type Rescued = Rescue['rescued'][number];

/** Whom the plan under which a person was freed had named, and who was not there. */
export function absentFrom(plans: Rescue['plans'], { planId, present }: Pick<Rescued, 'planId' | 'present'>): Rescued['present'] {
  const planned = plans.find((plan) => plan.planId === planId)?.present ?? [];
  return planned.filter((code) => !present.includes(code));
}
