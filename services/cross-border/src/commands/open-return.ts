import { v7 as newId } from 'uuid';
import type { Envelope, StageRequested } from '#contracts';
import type { Tx } from '#messaging';
import { namedReceiver, offerTerms } from '#service-kit';
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
    const [opened, facts] = Return.open({
      id: newId(), caseId, victimId, country: nationality, by: tx.actor, at: tx.at, requestId: data.requestId,
    });
    const next = await isOnTheWay(tx, caseId, victimId)
      ? opened.stage.withdraw(tx.at)
      : opened.offerStage({ ...(await offerTerms(tx, receiver)), by: tx.actor, at: tx.at }, receiver);
    await tx.save(opened, [...facts, ...next]);
  }
}

/** Of two requests that are heard in the same moment `victim_return_one_open` stops one; heard again, it finds the other. */
async function isOnTheWay(tx: Tx, caseId: string, victimId: string): Promise<boolean> {
  const open = await tx.query(
    `SELECT 1 FROM victim_return WHERE case_id = $1 AND victim_id = $2 AND stage->>'state' = 'open'`, [caseId, victimId]);
  return open.length > 0;
}
