import { v7 as newId } from 'uuid';
import { Digest, Id, MANIFEST_KINDS, Maybe, OneOf, Part, Words, type ManifestKind } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import type { Vault } from '#vault';
import { Handover } from '../domain/handover.js';

export const DESCRIPTION_MAX = 100;

/** A few words in each language of the port. Of a medical summary: that it is one, and nothing of what it says. */
export class ItemDescription {
  @Words({ max: DESCRIPTION_MAX, example: '手机一部' }) zh!: string;
  @Words({ max: DESCRIPTION_MAX, example: 'Một điện thoại' }) vi!: string;
  @Words({ max: DESCRIPTION_MAX, example: 'One telephone' }) en!: string;
}

export class ListItem extends CommandInput {
  @OneOf(MANIFEST_KINDS) kind!: ManifestKind;
  @Id() returnId!: string;
  @Part(() => ItemDescription) description!: ItemDescription;
  /** SHA-256 of an enclosed paper, so that the paper itself need not stand in the manifest. */
  @Maybe() @Digest() documentDigest?: string;
}

export async function listItem(tx: Tx, vault: Vault, handoverId: string, input: ListItem): Promise<void> {
  const handover = await tx.load(Handover, handoverId);
  const { kind, returnId, documentDigest, description: { zh, vi, en } } = input;
  const itemId = newId();
  const listed = handover.listItem({ by: tx.actor, at: tx.at, itemId, kind, returnId, documentDigest });
  await vault.keep(tx, { id: itemId, caseId: handover.caseId, kind: 'manifest-item', value: { zh, vi, en } });
  await tx.save(handover, listed);
}
