import {
  Refusal, RescuePlanApproved, fact, isCommander, type Actor, type Fact, type Instant, type Present, type RescueRisk,
} from '#contracts';
import type { Victim } from './presence.js';

/** How a rescue is to be done, and who answers for it. */
export interface Plan {
  readonly planId: string;
  readonly authorId: string;
  readonly victimIds: string[];
  readonly risks: RescueRisk[];
  readonly present: Present[];
  /** Of the vault, where the words of the plan are kept. */
  readonly noteRecord: string | null;
  readonly draftedAt: Instant;
  approvedBy: string | null;
  approvedAt: Instant | null;
}

/** whoever reads the plan must be able to rely on it: either there is a risk, or none is known. */
export function mustFit(risks: readonly RescueRisk[]): void {
  if (risks.length > 1 && risks.includes('none-known')) throw new Refusal('rescue.risks-contradict', { risks });
}

export const approvalOf = ({ planId, victimIds, present, risks }: Plan, emergency?: true): Fact =>
  fact(RescuePlanApproved, { planId, victimIds, present, risks, emergency });

/** nobody is freed before a plan is approved, but by the commander on the spot. @throws Refusal */
export function mustBePrepared(plans: readonly Plan[], { post }: Actor): void {
  if (isCommander(post) || plans.some(({ approvedAt }) => approvedAt !== null)) return;
  if (plans.length === 0) throw new Refusal('rescue.emergency-needs-commander', { post });
  throw new Refusal('rescue.no-approved-plan');
}

/** No plan, and no time for one: the commander on the spot writes and approves it in one act, and answers for it. */
export function planInEmergency(
  given: { by: Actor; at: Instant; victim: Victim; present: Present[] }, planId: string,
): Plan {
  const { by, at, victim: { victimId }, present } = given;
  if (!isCommander(by.post)) throw new Refusal('rescue.emergency-needs-commander', { post: by.post });
  return {
    planId, authorId: by.personId, victimIds: [victimId], risks: ['none-known'], present, noteRecord: null, draftedAt: at,
    approvedBy: by.personId, approvedAt: at,
  };
}
