import { v7 as newId } from 'uuid';
import {
  Flag, Ids, Maybe, PRESENT, RESCUE_RISKS, SomeOf, Words, type AccessPurpose, type Present, type RescueRisk,
} from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import type { Vault } from '#vault';
import { Rescue } from '../domain/rescue.js';
import { answeringUnits } from '../views/answering-units.js';
import { victimsOf } from '../views/known-victims.js';

export class DraftPlan extends CommandInput {
  @Ids({ min: 1, max: 20 }) victimIds!: string[];
  @Flag() placeVerified!: boolean;
  @SomeOf(RESCUE_RISKS, { min: 1 }) risks!: RescueRisk[];
  @SomeOf(PRESENT) present!: Present[];
  /** How it is to be done. Kept under the key of the case. */
  @Maybe() @Words({ max: 2_000 }) note?: string;
}

interface PlanNote {
  readonly note: string;
}

export async function draftPlan(tx: Tx, vault: Vault, rescueId: string, input: DraftPlan): Promise<void> {
  const rescue = await tx.load(Rescue, rescueId);
  const { placeVerified, risks, present, note } = input;
  const victims = await victimsOf(tx, rescue.caseId, [...new Set(input.victimIds)], rescue.victimIds);
  const noteRecord = note === undefined ? undefined : newId();
  const drafted = rescue.draftPlan({
    by: tx.actor, at: tx.at, planId: newId(), victims, placeVerified, risks, present, noteRecord,
  });
  if (noteRecord) await vault.keep(tx, { id: noteRecord, caseId: rescue.caseId, kind: 'plan-note', value: { note } });
  await tx.save(rescue, drafted);
}

/** The words of a plan, for units that answer for a stage of the case. */
export async function readPlanNote(
  tx: Tx, vault: Vault, { rescueId, planId, purpose }: { rescueId: string; planId: string; purpose: AccessPurpose },
): Promise<{ note: string | null }> {
  const rescue = await tx.load(Rescue, rescueId);
  const noteRecord = rescue.noteFor({ by: tx.actor, planId, answering: await answeringUnits(tx, rescue.caseId) });
  return noteRecord ? vault.read<PlanNote>(tx, { id: noteRecord, purpose }) : { note: null };
}
