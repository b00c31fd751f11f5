import { v7 as newId } from 'uuid';
import type { Envelope, StageRequested } from '#contracts';
import type { Tx } from '#messaging';
import { hasOneOpen, namedReceiver, saveOpened } from '#service-kit';
import { Placement } from '../domain/placement.js';

/**
 * Another stage asks for placement: one stage for each victim, offered at once to the unit that it named. A victim has one open
 * placement at a time: a second one, asked for before it was known of the first, ends at once, and whoever asked hears so.
 */
export async function openPlacements(tx: Tx, { caseId, data }: Envelope<StageRequested>): Promise<void> {
  if (data.stage !== 'placement') return;
  const receiver = await namedReceiver(tx, 'placement', data.toUnit);
  for (const victimId of data.victimIds) {
    const opened = Placement.open({ id: newId(), caseId, victimId, by: tx.actor, at: tx.at, requestId: data.requestId });
    await saveOpened(tx, opened, { receiver, isDoubled: await hasOneOpen(tx, 'placement', { caseId, victimId }) });
  }
}
