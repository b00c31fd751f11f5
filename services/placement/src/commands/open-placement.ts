import { v7 as newId } from 'uuid';
import type { Envelope, StageRequested } from '#contracts';
import type { Tx } from '#messaging';
import { namedReceiver, offerTerms } from '#service-kit';
import { Placement } from '../domain/placement.js';

/**
 * Another stage asks for placement: one stage for each victim, offered at once to the unit that it named. A victim has one open
 * placement at a time: a second one, asked for before it was known of the first, ends at once, and whoever asked hears so.
 */
export async function openPlacements(tx: Tx, { caseId, data }: Envelope<StageRequested>): Promise<void> {
  if (data.stage !== 'placement') return;
  const receiver = await namedReceiver(tx, 'placement', data.toUnit);
  for (const victimId of data.victimIds) {
    const [placement, facts] = Placement.open({
      id: newId(), caseId, victimId, by: tx.actor, at: tx.at, requestId: data.requestId,
    });
    const next = await isBeingPlaced(tx, caseId, victimId)
      ? placement.stage.withdraw(tx.at)
      : placement.offerStage({ ...(await offerTerms(tx, receiver)), by: tx.actor, at: tx.at }, receiver);
    await tx.save(placement, [...facts, ...next]);
  }
}

/** Two requests that are heard in the same moment: `placement_one_open` stops the second, and heard again it finds the first. */
async function isBeingPlaced(tx: Tx, caseId: string, victimId: string): Promise<boolean> {
  const open = await tx.query(
    `SELECT 1 FROM placement WHERE case_id = $1 AND victim_id = $2 AND stage->>'state' = 'open'`, [caseId, victimId]);
  return open.length > 0;
}
