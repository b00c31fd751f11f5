import { UnitId } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import { Rescue } from '../domain/rescue.js';
import { kindOf } from './kind-of-unit.js';

export class AskMedicalCheck extends CommandInput {
  @UnitId() toUnit!: string;
}

export async function askMedicalCheck(
  tx: Tx, rescueId: string, victimId: string, { toUnit }: AskMedicalCheck,
): Promise<void> {
  const rescue = await tx.load(Rescue, rescueId);
  const toKind = await kindOf(tx, toUnit);
  await tx.save(rescue, rescue.askMedicalCheck({ by: tx.actor, at: tx.at, victimId, toUnit, toKind }));
}
