import { v7 as newId } from 'uuid';
import type { Envelope, StageRequested } from '#contracts';
import type { Tx } from '#messaging';
import { namedReceiver, offerTerms } from '#service-kit';
import { Return } from '../domain/return.js';
import { victimOf } from '../views/known-victims.js';

/** Another stage asks for a return: one for each victim, offered at once to the border unit that it named. */
export async function openReturns(tx: Tx, { caseId, data }: Envelope<StageRequested>): Promise<void> {
  if (data.stage !== 'cross-border') return;
  const receiver = await namedReceiver(tx, 'cross-border', data.toUnit);
  for (const victimId of data.victimIds) {
    const { nationality } = await victimOf(tx, victimId);
    const [opened, facts] = Return.open({
      id: newId(), caseId, victimId, country: nationality, by: tx.actor, at: tx.at, requestId: data.requestId,
    });
    const offered = opened.offerStage({ ...(await offerTerms(tx, receiver)), by: tx.actor, at: tx.at }, receiver);
    await tx.save(opened, [...facts, ...offered]);
  }
}
