import { v7 as newId } from 'uuid';
import { UnitId } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import { Rescue } from '../domain/rescue.js';
import { kindOf } from './kind-of-unit.js';

export class RecordMedicalCheck extends CommandInput {
  @UnitId() atUnit!: string;
}

export async function recordMedicalCheck(
  tx: Tx, rescueId: string, victimId: string, { atUnit }: RecordMedicalCheck,
): Promise<void> {
  const rescue = await tx.load(Rescue, rescueId);
  const atKind = await kindOf(tx, atUnit);
  await tx.save(rescue, rescue.checkMedically({ by: tx.actor, at: tx.at, victimId, checkId: newId(), atUnit, atKind }));
}
