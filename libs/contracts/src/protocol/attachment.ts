import { Count, Digest, Id, Maybe, OneOf, PaperNumber, UnitId } from '../fields.js';
import { SaidBy } from '../fact.js';
import { declareRefusals } from '../refusal.js';
import { vocabulary } from '../schemas.js';
import { STAGES } from '../vocabulary.js';

/** What a file shows. A file has no title: that would be free text about a person. */
export const ATTACHMENT_KINDS = vocabulary('AttachmentKind', [
  'identity-document', 'medical-record', 'forensic-report', 'photograph', 'statement', 'decision-document', 'travel-document',
  'correspondence', 'other-document',
]);
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

/** Told by the first bytes of a file and not by its name. */
export const MEDIA_TYPES = vocabulary('MediaType', ['application/pdf', 'image/jpeg', 'image/png']);
export type MediaType = (typeof MEDIA_TYPES)[number];

/** One file, in bytes. */
export const FILE_BYTES_MAX = 10 * 1024 * 1024;

/** Why a file no longer counts. */
export const FILE_WITHDRAWAL_REASONS = vocabulary('FileWithdrawalReason', [
  'wrong-file', 'wrong-case', 'unreadable', 'superseded', 'obtained-unlawfully',
]);
export type FileWithdrawalReason = (typeof FILE_WITHDRAWAL_REASONS)[number];

class AttachmentNamed {
  @Id() attachmentId!: string;
}

@SaidBy(STAGES, 'attachment.announced', 'A file is to be kept with the record of a stage; its digest is fixed before it comes.')
export class AttachmentAnnounced extends AttachmentNamed {
  @Id() recordId!: string;
  @OneOf(ATTACHMENT_KINDS) kind!: AttachmentKind;
  @OneOf(MEDIA_TYPES) mediaType!: MediaType;
  @Count({ min: 1, max: FILE_BYTES_MAX }) bytes!: number;
  @Digest() digest!: string;
  /** Of the paper. */
  @Maybe() @PaperNumber() number?: string;
  /** Who has the paper or the thing itself, where there is one. */
  @Maybe() @UnitId() originalWith?: string;
}

@SaidBy(STAGES, 'attachment.kept', 'The file has come, is the one that was announced, and is kept.')
export class AttachmentKept extends AttachmentNamed {
  @Digest() digest!: string;
}

@SaidBy(STAGES, 'attachment.withdrawn', 'The file no longer counts; what was kept stays.')
export class AttachmentWithdrawn extends AttachmentNamed {
  @OneOf(FILE_WITHDRAWAL_REASONS) reason!: FileWithdrawalReason;
}

class OriginalOffer extends AttachmentNamed {
  @Id() offerId!: string;
  @UnitId() fromUnit!: string;
  @UnitId() toUnit!: string;
}

@SaidBy(STAGES, 'attachment.original-offered', 'The holder wants to hand the original over; until somebody accepts, the holder has it.')
export class OriginalOffered extends OriginalOffer {}

@SaidBy(STAGES, 'attachment.original-accepted', 'The original has changed hands.')
export class OriginalAccepted extends OriginalOffer {
  @Id() personId!: string;
}

@SaidBy(STAGES, 'attachment.original-declined', 'The receiver has not taken the original; the holder keeps it.')
export class OriginalDeclined extends OriginalOffer {}

export const attachmentRefusals = declareRefusals('attachment', {
  'size-differs': { status: 422, zh: '文件大小与登记的不符,未保存。', en: 'The file has another size than was announced; nothing was kept.' },
  'digest-differs': { status: 422, zh: '文件摘要与登记的不符,未保存。', en: 'The file has another digest than was announced; nothing was kept.' },
  'type-differs': { status: 422, zh: '文件不是所登记的格式,未保存。', en: 'The file is not of the announced type; nothing was kept.' },
  'not-kept-yet': { status: 409, zh: '文件尚未上传。', en: 'The file was announced and has not come yet.' },
  withdrawn: { status: 409, zh: '该附件已撤回。', en: 'The attachment was withdrawn.' },
  'file-missing': { status: 503, zh: '文件库中暂时找不到该文件,已记录。', en: 'The store does not have the file at this time; this is on record.' },
  'no-original': { status: 409, zh: '该附件没有原件。', en: 'There is no original of this attachment.' },
  'not-the-holder': { status: 403, zh: '原件不在本单位。', en: 'Your unit does not have the original.' },
  'same-holder': { status: 409, zh: '原件已在该单位。', en: 'That unit has the original already.' },
  'cannot-keep': { status: 422, zh: '该类单位不接收此类原件。', en: 'A unit of that kind does not take such an original.' },
  'original-on-offer': { status: 409, zh: '有附件原件正在移交,待对方接收或退回后再并案。', en: 'An original of this matter is on offer: merge it once that was taken or declined.', clause: 'I-3' },
  'no-offer': { status: 409, zh: '没有等待接收的原件移交。', en: 'No handover of the original waits for an answer.' },
  'not-the-receiver': { status: 403, zh: '原件不是移交给本单位的。', en: 'The original was offered to another unit.' },
});
