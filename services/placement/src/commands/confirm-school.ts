import { Count, UnitId } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, isMinor } from '#service-kit';
import { Placement } from '../domain/placement.js';

export class ConfirmSchool extends CommandInput {
  @UnitId() educationBureau!: string;
  @Count({ min: 1, max: 12 }) grade!: number;
}

export async function confirmSchool(tx: Tx, placementId: string, { educationBureau, grade }: ConfirmSchool): Promise<void> {
  const placement = await tx.load(Placement, placementId);
  const unitKind = (await tx.directory.unit(educationBureau))?.kind;
  await tx.save(placement, placement.confirmSchool({
    by: tx.actor, at: tx.at, isMinor: await isMinor(tx, placement.victimId), unitId: educationBureau, unitKind, grade,
  }));
}
