import { v7 as newId } from 'uuid';
import type { Envelope, StageRequested } from '#contracts';
import type { Tx } from '#messaging';
import { hasOneOpen, namedReceiver, saveOpened } from '#service-kit';
import { Return } from '../domain/return.js';
import { victimOf } from '../views/known-victims.js';

/**
 * Another stage asks for a return: one for each victim, offered at once to the border unit that it named. A victim has one open
 * return at a time: a second one, asked for before it was known of the first, ends at once, and whoever asked hears so.
 */
export async function openReturns(tx: Tx, { caseId, data }: Envelope<StageRequested>): Promise<void> {
  if (data.stage !== 'cross-border') return;
  const receiver = await namedReceiver(tx, 'cross-border', data.toUnit);
  for (const victimId of data.victimIds) {
    const { nationality } = await victimOf(tx, victimId);
    const opened = Return.open({
      id: newId(), caseId, victimId, country: nationality, by: tx.actor, at: tx.at, requestId: data.requestId,
    });
    await saveOpened(tx, opened, { receiver, isDoubled: await hasOneOpen(tx, 'victim_return', { caseId, victimId }) });
  }
}
