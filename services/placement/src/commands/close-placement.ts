import type { Tx } from '#messaging';
import { Placement } from '../domain/placement.js';

export async function closePlacement(tx: Tx, placementId: string): Promise<void> {
  const placement = await tx.load(Placement, placementId);
  await tx.save(placement, placement.close({ by: tx.actor, at: tx.at }));
}
