import { UnitId } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import { Placement } from '../domain/placement.js';

export class AskPlace extends CommandInput {
  @UnitId() toUnit!: string;
}

export async function askPlace(tx: Tx, placementId: string, { toUnit }: AskPlace): Promise<void> {
  const placement = await tx.load(Placement, placementId);
  const unitKind = (await tx.directory.unit(toUnit))?.kind;
  await tx.save(placement, placement.askPlace({ by: tx.actor, at: tx.at, toUnit, unitKind }));
}
