import { canonicalManifest, type ManifestItem, type Trilingual } from '#contracts';
import type { Tx } from '#messaging';
import type { Vault } from '#vault';
import type { Handover } from '../domain/handover.js';
import type { Item } from '../domain/handover-state.js';

const purpose = 'handover';

/**
 * The manifest as it stands: the text that is sealed, and with the remarks signed. From the first signature on it is the
 * kept one, byte for byte. Every reading of it is on record.
 */
export async function manifestText(tx: Tx, vault: Vault, handover: Handover): Promise<string> {
  if (handover.signedTextId) return (await vault.read<{ text: string }>(tx, { id: handover.signedTextId, purpose })).text;
  const items: ManifestItem[] = [];
  for (const item of handover.items) items.push(await withWords(tx, vault, item));
  const { caseId, port, scheduledAt, sendingUnit, counterpart } = handover;
  return canonicalManifest({
    format: 'guitu-manifest/1', handoverId: handover.id, caseId, port, scheduledAt, sendingUnit, receivingUnit: counterpart,
    persons: handover.persons.map(({ returnId, victimId, destination }) => ({ returnId, victimId, destination })), items,
  });
}

async function withWords(tx: Tx, vault: Vault, item: Item): Promise<ManifestItem> {
  const { accepted, itemId, n, kind, returnId, documentDigest } = item;
  const description = await vault.read<Trilingual>(tx, { id: itemId, purpose });
  const note = accepted?.noteId ? (await vault.read<{ note: string }>(tx, { id: accepted.noteId, purpose })).note : undefined;
  return {
    n, itemId, kind, returnId, documentDigest,
    description: { zh: description.zh, vi: description.vi, en: description.en },
    remark: accepted ? { code: accepted.remark, note } : undefined,
  };
}
