import { v7 as newId } from 'uuid';
import type { Envelope, StageRequested } from '#contracts';
import type { Tx } from '#messaging';
import { namedReceiver, offerTerms } from '#service-kit';
import { Rescue } from '../domain/rescue.js';

/** Another stage asks for a rescue: one stage for the request, offered at once to the unit that it named. */
export async function openRescue(tx: Tx, { caseId, data }: Envelope<StageRequested>): Promise<void> {
  if (data.stage !== 'rescue') return;
  const receiver = await namedReceiver(tx, 'rescue', data.toUnit);
  const [rescue, facts] = Rescue.open({
    id: newId(), caseId, victimIds: data.victimIds, by: tx.actor, at: tx.at, requestId: data.requestId,
  });
  const offered = rescue.offerStage({ ...(await offerTerms(tx, receiver)), by: tx.actor, at: tx.at }, receiver);
  await tx.save(rescue, [...facts, ...offered]);
}
