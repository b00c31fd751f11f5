import type { Tx } from '#messaging';
import { Placement } from '../domain/placement.js';

export async function promisePlace(tx: Tx, placementId: string): Promise<void> {
  const placement = await tx.load(Placement, placementId);
  await tx.save(placement, placement.promisePlace({ by: tx.actor, at: tx.at }));
}
