import type { Envelope, ReceptionConfirmed } from '#contracts';
import type { Tx } from '#messaging';
import { isForeign } from '../domain/care.js';
import { custodyOf } from './follow-handover.js';

/** the other side says that it has received the person, so care has ended, since that minute. */
export async function followReception(tx: Tx, { caseId, data }: Envelope<ReceptionConfirmed>): Promise<void> {
  const custody = await custodyOf(tx, caseId, data.victimId);
  if (custody?.holder?.kind !== 'unit') return;
  const unit = await tx.directory.unit(custody.holder.unitId);
  await tx.save(custody, custody.receiveAbroad({ isAbroad: unit !== null && isForeign(unit.kind), at: tx.at }));
}
