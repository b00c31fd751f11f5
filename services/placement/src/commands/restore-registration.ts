import type { Tx } from '#messaging';
import { Placement } from '../domain/placement.js';

export async function restoreRegistration(tx: Tx, placementId: string): Promise<void> {
  const placement = await tx.load(Placement, placementId);
  await tx.save(placement, placement.restoreRegistration({ by: tx.actor, at: tx.at }));
}
