import { v7 as newId } from 'uuid';
import type { Envelope, StageRequested } from '#contracts';
import type { Tx } from '#messaging';
import { namedReceiver, saveOpened } from '#service-kit';
import { Rescue } from '../domain/rescue.js';

/**
 * Another stage asks for a rescue: one stage for the request, offered at once to the unit that it named. A victim has one open
 * rescue at a time: a request that names somebody who is being rescued already, as two can be on the way at once, ends as a
 * whole. Everybody else reads a rescue by whom its request named; whoever asked hears that it ended, and asks anew for the rest.
 */
export async function openRescue(tx: Tx, { caseId, data }: Envelope<StageRequested>): Promise<void> {
  if (data.stage !== 'rescue') return;
  const receiver = await namedReceiver(tx, 'rescue', data.toUnit);
  const others = await beingRescued(tx, caseId);
  const { requestId, victimIds } = data;
  const opened = Rescue.open({ id: newId(), caseId, victimIds, by: tx.actor, at: tx.at, requestId });
  await saveOpened(tx, opened, { receiver, isDoubled: victimIds.some((victimId) => others.has(victimId)) });
}

/** No index says that two lists have nobody in common: the case is locked first, and of two requests one waits for the other. */
async function beingRescued(tx: Tx, caseId: string): Promise<Set<string>> {
  await tx.lock(caseId);
  const rows = await tx.query<{ victim_ids: string[] }>(
    `SELECT victim_ids FROM rescue WHERE case_id = $1 AND stage->>'state' = 'open'`, [caseId]);
  return new Set(rows.flatMap((row) => row.victim_ids));
}
