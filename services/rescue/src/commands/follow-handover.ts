import type { Envelope, HandedOver } from '#contracts';
import type { Tx } from '#messaging';
import { Custody } from '../domain/custody.js';

/**
 * both sides have signed at the port, so the person is in the care of the other side, since that minute. Where the care
 * has changed since, before this was heard, they are so from that change on: what others have relied on stays as it was.
 */
export async function followHandover(tx: Tx, { caseId, data }: Envelope<HandedOver>): Promise<void> {
  const { victimId, toUnit, toPerson } = data;
  const custody = await custodyOf(tx, caseId, victimId);
  if (!custody) return;
  const at = custody.since > tx.at ? custody.since : tx.at;
  await tx.save(custody, custody.handAbroad({ toUnit, toPerson, at }), at);
}

/** Who was not rescued here was never in anybody's care here. */
export async function custodyOf(tx: Tx, caseId: string, victimId: string): Promise<Custody | null> {
  const [row] = await tx.query<{ id: string }>(
    'SELECT id FROM custody WHERE case_id = $1 AND victim_id = $2', [caseId, victimId]);
  return row ? tx.load(Custody, row.id) : null;
}
