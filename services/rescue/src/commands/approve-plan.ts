import type { Tx } from '#messaging';
import { Rescue } from '../domain/rescue.js';
import { victimsOf } from '../views/known-victims.js';

export async function approvePlan(tx: Tx, rescueId: string, planId: string): Promise<void> {
  const rescue = await tx.load(Rescue, rescueId);
  const victims = await victimsOf(tx, rescue.caseId, rescue.plan(planId).victimIds, rescue.victimIds);
  await tx.save(rescue, rescue.approvePlan({ by: tx.actor, at: tx.at, planId, victims }));
}
