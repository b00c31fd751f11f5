import { v7 as newId } from 'uuid';
import { Flag, Id, Maybe, PRESENT, SomeOf, type Present } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, superiorOf } from '#service-kit';
import { Custody } from '../domain/custody.js';
import { Rescue } from '../domain/rescue.js';
import { victimsOf } from '../views/known-victims.js';

export class FreePerson extends CommandInput {
  @Id() victimId!: string;
  @Maybe() @Id() planId?: string;
  @SomeOf(PRESENT) present!: Present[];
  /** Without a plan, on the responsibility of the commander on the spot. */
  @Maybe() @Flag() emergency?: boolean;
}

/** The rescue and the beginning of care are one act: one transaction, so that there is no minute between them. */
export async function freePerson(tx: Tx, rescueId: string, input: FreePerson): Promise<void> {
  const rescue = await tx.load(Rescue, rescueId);
  const [victim] = await victimsOf(tx, rescue.caseId, [input.victimId], rescue.victimIds);
  const custodyId = newId();
  const freed = rescue.free({
    by: tx.actor, at: tx.at, victim: victim!, present: input.present, planId: input.planId,
    heldBy: await heldBy(tx, rescue, input.victimId),
    emergencyPlanId: input.emergency ? newId() : undefined, custodyId, clockId: newId(), rules: tx.rules,
    superiorUnit: await superiorOf(tx, tx.actor.unitId),
  });
  const [custody, taken] = Custody.take({
    id: custodyId, caseId: rescue.caseId, victimId: input.victimId, rescueId, by: tx.actor, at: tx.at,
  });
  await tx.save(rescue, freed);
  await tx.save(custody, taken);
}

/** Another open rescue of the case that named the victim and has not freed them: it is recorded there, or given up first. */
async function heldBy(tx: Tx, { id, caseId }: Rescue, victimId: string): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(
    `SELECT id FROM rescue WHERE case_id = $1 AND id <> $2 AND stage->>'state' = 'open' AND victim_ids ? $3
       AND NOT rescued @> jsonb_build_array(jsonb_build_object('victimId', $3::text)) ORDER BY id LIMIT 1`,
    [caseId, id, victimId]);
  return row?.id;
}
