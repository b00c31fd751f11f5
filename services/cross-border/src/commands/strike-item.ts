import type { Tx } from '#messaging';
import { Handover } from '../domain/handover.js';

export async function strikeItem(tx: Tx, handoverId: string, n: number): Promise<void> {
  const handover = await tx.load(Handover, handoverId);
  await tx.save(handover, handover.strikeItem({ by: tx.actor, at: tx.at, n }));
}
