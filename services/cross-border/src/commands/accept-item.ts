import { v7 as newId } from 'uuid';
import { ITEM_REMARKS, Maybe, OneOf, Words, type ItemRemark } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import type { Vault } from '#vault';
import { Handover } from '../domain/handover.js';

export class AcceptItem extends CommandInput {
  @OneOf(ITEM_REMARKS) remark!: ItemRemark;
  /** What was noticed, in a few words; it stands in the manifest that both sides sign. */
  @Maybe() @Words({ max: 100, example: '屏幕破损' }) note?: string;
}

export async function acceptItem(
  tx: Tx, vault: Vault, { handoverId, n }: { handoverId: string; n: number }, { remark, note }: AcceptItem,
): Promise<void> {
  const handover = await tx.load(Handover, handoverId);
  const noteId = note === undefined ? undefined : newId();
  const accepted = handover.acceptItem({ by: tx.actor, at: tx.at, n, remark, noteId });
  if (noteId) await vault.keep(tx, { id: noteId, caseId: handover.caseId, kind: 'manifest-note', value: { note } });
  await tx.save(handover, accepted);
}
