import { v7 as newId } from 'uuid';
import type { Envelope, StageRequested } from '#contracts';
import type { Tx } from '#messaging';
import { isMinor, namedReceiver, offerTerms } from '#service-kit';
import { Placement } from '../domain/placement.js';

/** Another stage asks for placement: one stage for each victim, offered at once to the unit that it named. */
export async function openPlacements(tx: Tx, { caseId, data }: Envelope<StageRequested>): Promise<void> {
  if (data.stage !== 'placement') return;
  const receiver = await namedReceiver(tx, 'placement', data.toUnit);
  for (const victimId of data.victimIds) {
    const [placement, facts] = Placement.open({
      id: newId(), caseId, victimId, isMinor: await isMinor(tx, victimId), by: tx.actor, at: tx.at, requestId: data.requestId,
    });
    const offered = placement.offerStage({ ...(await offerTerms(tx, receiver)), by: tx.actor, at: tx.at }, receiver);
    await tx.save(placement, [...facts, ...offered]);
  }
}
