import { v7 as newId } from 'uuid';
import { Flag, Ids, PRESENT, RESCUE_RISKS, SomeOf, type Present, type RescueRisk } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import { Rescue } from '../domain/rescue.js';
import { victimsOf } from '../views/known-victims.js';

export class DraftPlan extends CommandInput {
  @Ids({ min: 1, max: 20 }) victimIds!: string[];
  @Flag() placeVerified!: boolean;
  @SomeOf(RESCUE_RISKS, { min: 1 }) risks!: RescueRisk[];
  @SomeOf(PRESENT) present!: Present[];
}

export async function draftPlan(tx: Tx, rescueId: string, input: DraftPlan): Promise<void> {
  const rescue = await tx.load(Rescue, rescueId);
  const { placeVerified, risks, present } = input;
  const victims = await victimsOf(tx, rescue.caseId, [...new Set(input.victimIds)], rescue.victimIds);
  await tx.save(rescue, rescue.draftPlan({ by: tx.actor, at: tx.at, planId: newId(), victims, placeVerified, risks, present }));
}
