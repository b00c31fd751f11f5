import { UnitId } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import { Placement } from '../domain/placement.js';

export class RecordSession extends CommandInput {
  @UnitId() providerUnit!: string;
}

export async function recordSession(tx: Tx, placementId: string, { providerUnit }: RecordSession): Promise<void> {
  const placement = await tx.load(Placement, placementId);
  const unitKind = (await tx.directory.unit(providerUnit))?.kind;
  await tx.save(placement, placement.holdSession({ by: tx.actor, at: tx.at, unitId: providerUnit, unitKind }));
}
