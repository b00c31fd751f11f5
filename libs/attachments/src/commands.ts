import { v7 as newId } from 'uuid';
import {
  ATTACHMENT_KINDS, Count, Digest, FILE_BYTES_MAX, Flag, Id, Maybe, MEDIA_TYPES, OneOf, PaperNumber, Refusal, UnitId,
  FILE_WITHDRAWAL_REASONS, type AccessPurpose, type AttachmentKind, type MediaType, type FileWithdrawalReason, type UnitKind,
} from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import type { StagedAggregate } from '#stages';
import type { Vault } from '#vault';
import { Attachment } from './attachment.js';
import type { Brought } from './brought.js';
import type { FileStore } from './file-store.js';

export class AnnounceAttachment extends CommandInput {
  /** The record of the stage that it belongs to. */
  @Id() recordId!: string;
  @OneOf(ATTACHMENT_KINDS) kind!: AttachmentKind;
  @OneOf(MEDIA_TYPES) mediaType!: MediaType;
  @Count({ min: 1, max: FILE_BYTES_MAX }) bytes!: number;
  /** SHA-256 of the file, reckoned by whoever has it. */
  @Digest() digest!: string;
  @Maybe() @PaperNumber() number?: string;
  /** The own unit has the paper or the thing itself. */
  @Flag() hasOriginal!: boolean;
}

export class WithdrawAttachment extends CommandInput {
  @OneOf(FILE_WITHDRAWAL_REASONS) reason!: FileWithdrawalReason;
}

export class OfferOriginal extends CommandInput {
  @UnitId() toUnit!: string;
}

/** Where sealed bytes lie, and what opens them. */
export interface Keeping {
  readonly vault: Vault;
  readonly files: FileStore;
}

/** The unit that answers for the stage says which file it will bring. */
export async function announce(tx: Tx, type: new () => StagedAggregate, input: AnnounceAttachment): Promise<void> {
  const record = await tx.load(type, input.recordId);
  record.mayWork({ by: tx.actor });
  const { recordId, kind, mediaType, bytes, digest, number, hasOriginal } = input;
  await tx.save(...Attachment.announce({
    id: newId(), caseId: record.caseId, recordId, kind, mediaType, bytes, digest, number, hasOriginal, by: tx.actor, at: tx.at,
  }));
}

/**
 * Keeps the bytes of an announced file. Brought again they are kept again only where the store has lost them.
 * @throws Refusal attachment.size-differs, attachment.digest-differs, attachment.type-differs
 */
export async function bring(tx: Tx, { vault, files }: Keeping, id: string, { content, found }: Brought): Promise<void> {
  const attachment = await tx.load(Attachment, id);
  const facts = attachment.bring({ by: tx.actor, at: tx.at, found });
  if (facts.length === 0 && await files.get(attachment.id)) return;
  // The id as it is kept: an address may write it in capitals.
  const { id: kept, caseId, sealedFor } = attachment;
  await files.put(kept, await vault.sealFile(tx, { id: kept, caseId: sealedFor ?? caseId, content }));
  await tx.save(attachment, facts);
}

export async function withdraw(tx: Tx, id: string, { reason }: WithdrawAttachment): Promise<void> {
  const attachment = await tx.load(Attachment, id);
  await tx.save(attachment, attachment.withdraw({ by: tx.actor, at: tx.at, reason }));
}

/** @param kinds of unit whose people may take an original over. */
export async function offerOriginal(
  tx: Tx, id: string, { toUnit, kinds }: OfferOriginal & { kinds: readonly UnitKind[] },
): Promise<void> {
  const attachment = await tx.load(Attachment, id);
  const unit = await tx.directory.unit(toUnit);
  if (!unit) throw new Refusal('stage.unknown-unit', { unitId: toUnit });
  if (!kinds.includes(unit.kind)) throw new Refusal('attachment.cannot-keep', { unitId: toUnit, kind: unit.kind });
  await tx.save(attachment, attachment.offerOriginal({ by: tx.actor, at: tx.at, offerId: newId(), toUnit }));
}

export async function acceptOriginal(tx: Tx, id: string, offerId: string): Promise<void> {
  const attachment = await tx.load(Attachment, id);
  await tx.save(attachment, attachment.acceptOriginal({ by: tx.actor, at: tx.at, offerId }));
}

export async function declineOriginal(tx: Tx, id: string, offerId: string): Promise<void> {
  const attachment = await tx.load(Attachment, id);
  await tx.save(attachment, attachment.declineOriginal({ by: tx.actor, offerId }));
}

/** The bytes of a file; that they were read, and why, is on record. */
export async function readFile(
  tx: Tx, { vault, files, type }: Keeping & { type: new () => StagedAggregate },
  { id, purpose, isAbove }: { id: string; purpose: AccessPurpose; isAbove: boolean },
): Promise<{ content: Buffer; attachment: Attachment }> {
  const attachment = await tx.load(Attachment, id);
  const { stage } = await tx.load(type, attachment.recordId);
  attachment.mayRead({ by: tx.actor, answers: stage.answers.unitId, isAbove });
  const { id: kept, caseId, sealedFor } = attachment;
  const sealed = await files.get(kept);
  if (!sealed) throw new Refusal('attachment.file-missing', { id: kept });
  return { attachment, content: await vault.openFile(tx, { id: kept, caseId, sealedFor: sealedFor ?? caseId, sealed, purpose }) };
}

/**
 * Gives the files of a record to the one into which it was merged, once both are saved. Their bytes stay under the key of the
 * case in which they came, because what is on the disk does not go back with a transaction: whoever erases the other case
 * destroys that key as well.
 * @throws Refusal attachment.original-on-offer: whoever is to take an original looks for it in the case in which it was offered.
 */
export async function moveFiles(tx: Tx, from: StagedAggregate, to: StagedAggregate): Promise<void> {
  const [offered] = await tx.query<{ id: string }>(
    'SELECT id FROM attachment WHERE record_id = $1 AND handing_over IS NOT NULL LIMIT 1', [from.id]);
  if (offered) throw new Refusal('attachment.original-on-offer', { attachmentId: offered.id });
  tx.execute(
    `UPDATE attachment SET record_id = $2, case_id = $3, version = $4, sealed_for = coalesce(sealed_for, case_id)
     WHERE record_id = $1`, [from.id, to.id, to.caseId, to.version]);
}
