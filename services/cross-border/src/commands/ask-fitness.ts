import { UnitId } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import { Return } from '../domain/return.js';

export class AskFitness extends CommandInput {
  @UnitId() toUnit!: string;
}

export async function askFitness(tx: Tx, returnId: string, { toUnit }: AskFitness): Promise<void> {
  const found = await tx.load(Return, returnId);
  const unitKind = (await tx.directory.unit(toUnit))?.kind;
  await tx.save(found, found.askFitness({ by: tx.actor, at: tx.at, toUnit, unitKind }));
}
