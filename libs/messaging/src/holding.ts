import type { PoolClient } from 'pg';
import { v7 as newId } from 'uuid';
import { declarationOf, FactParked, type Actor, type Envelope, type ParkedFor } from '#contracts';
import { Hold } from './hold.js';
import { ONLY_WAITS, type Park } from './parked.js';
import { SYSTEM_ACTOR } from './system-actor.js';
import type { Transactions } from './transactions.js';
import type { Tx } from './tx.js';

type Held = Park & { envelope: Envelope };
const CASE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Says that cases wait here, in the transaction that parks their facts: an alarm that only this service knew of would be
 * nobody's. Of each case the first fact only, since the others wait for it; nothing of what will come right by itself; and
 * nothing when it is such a report that could not be applied, lest services answer one another for ever.
 */
export async function beginHolds(
  transactions: Transactions, client: PoolClient, source: string, parks: readonly Pick<Park, 'envelope' | 'reason'>[],
): Promise<void> {
  const { by } = declarationOf(FactParked);
  if (!by.includes(transactions.surroundings.service)) return;
  for (const { envelope, reason } of parks.filter(isToBeSaid)) {
    const tx = transactions.on(client, {
      actor: SYSTEM_ACTOR, commandId: newId(), causationId: envelope.id, traceparent: envelope.traceparent,
    });
    const { caseId, version } = envelope;
    if (await holdAt(tx, { source, caseId, version })) continue;
    const hold = Hold.at({ id: newId(), caseId, source, heldVersion: version });
    await tx.save(hold, hold.begin(reason as ParkedFor));
    await tx.settled();
  }
}

const isToBeSaid = (park: Pick<Park, 'envelope' | 'reason'>): park is Held =>
  park.envelope !== null && !ONLY_WAITS.includes(park.reason) && CASE.test(park.envelope.caseId)
    && !park.envelope.type.startsWith('record.');

/** The fact is applied after all: whoever was told that the case waits is told that it goes on. */
export async function endHold(tx: Tx, at: { source: string; caseId: string; version: number }): Promise<void> {
  const found = await holdAt(tx, at);
  if (!found) return;
  const hold = await tx.load(Hold, found);
  await tx.save(hold, hold.release());
}

export async function holdAt(
  tx: Tx, { source, caseId, version }: { source: string; caseId: string; version: number },
): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(
    'SELECT id FROM hold WHERE source = $1 AND case_id = $2 AND held_version = $3', [source, caseId, version]);
  return row?.id;
}

/** Who lets a case go on, where a person does it. */
export const releasedBy = (actor: Actor): { actor: Actor; commandId: string } => ({ actor, commandId: newId() });
