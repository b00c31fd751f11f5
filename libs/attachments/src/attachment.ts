import {
  AttachmentAnnounced, AttachmentKept, AttachmentWithdrawn, OriginalAccepted, OriginalDeclined, OriginalOffered, Refusal, fact,
  type Actor, type AttachmentKind, type Fact, type Instant, type MediaType, type FileWithdrawalReason,
} from '#contracts';

/** What a file is, fixed before it comes. */
export interface Announced {
  readonly kind: AttachmentKind;
  readonly mediaType: MediaType;
  readonly bytes: number;
  /** SHA-256 in hexadecimal. */
  readonly digest: string;
  readonly number?: string;
  readonly hasOriginal: boolean;
}

/** Who has the original, from when; open while `to` is null. */
export interface Holding {
  readonly unitId: string;
  readonly personId: string;
  readonly from: Instant;
  readonly to: Instant | null;
}

export interface HandingOver {
  readonly offerId: string;
  readonly toUnit: string;
  readonly at: Instant;
}

export interface Withdrawal {
  readonly at: Instant;
  readonly reason: FileWithdrawalReason;
  readonly byUnit: string;
}

/** A file that is kept with the record of a stage, and the whereabouts of its original. */
export class Attachment {
  id!: string;
  caseId!: string;
  version = 0;
  /** The investigation, rescue, placement … that it belongs to. */
  recordId!: string;
  kind!: AttachmentKind;
  mediaType!: MediaType;
  bytes!: number;
  digest!: string;
  number: string | null = null;
  addedBy!: { unitId: string; personId: string };
  announcedAt!: Instant;
  /** When the bytes had come; null before. */
  keptAt: Instant | null = null;
  withdrawn: Withdrawal | null = null;
  /** One after the other without a gap; empty where there is no original. */
  holdings: Holding[] = [];
  handingOver: HandingOver | null = null;
  /** The case by whose key the bytes are sealed, where that one was merged into the case to which the file belongs now. */
  sealedFor: string | null = null;

  static announce(
    given: Announced & { id: string; caseId: string; recordId: string; by: Actor; at: Instant },
  ): [Attachment, Fact[]] {
    const { id, caseId, recordId, kind, mediaType, bytes, digest, number, hasOriginal, by, at } = given;
    const { unitId, personId } = by;
    const attachment = Object.assign(new Attachment(), {
      id, caseId, recordId, kind, mediaType, bytes, digest, number: number ?? null, announcedAt: at,
      addedBy: { unitId, personId },
      holdings: hasOriginal ? [{ unitId, personId, from: at, to: null }] : [],
    });
    return [attachment, [fact(AttachmentAnnounced, {
      attachmentId: id, recordId, kind, mediaType, bytes, digest, ...(number && { number }),
      ...(hasOriginal && { originalWith: unitId }),
    })]];
  }

  mayBring({ by }: { by: Actor }): void {
    if (this.withdrawn) throw new Refusal('attachment.withdrawn', { at: this.withdrawn.at });
    if (by.unitId !== this.addedBy.unitId) throw new Refusal('access.not-answerable', { unitId: this.addedBy.unitId });
  }

  /** The bytes have come; `found` is what they turned out to be. Silent when they had come before. */
  bring(given: { by: Actor; at: Instant; found: { bytes: number; digest: string; mediaType: MediaType | null } }): Fact[] {
    this.mayBring(given);
    const { at, found } = given;
    if (found.bytes !== this.bytes) throw new Refusal('attachment.size-differs', { announced: this.bytes, found: found.bytes });
    if (found.digest !== this.digest)
      throw new Refusal('attachment.digest-differs', { announced: this.digest, found: found.digest });
    if (found.mediaType !== this.mediaType)
      throw new Refusal('attachment.type-differs', { announced: this.mediaType, found: found.mediaType });
    if (this.keptAt) return [];
    if (at < this.announcedAt) throw new Refusal('time.before-last-change', { since: this.announcedAt });
    this.keptAt = at;
    return [fact(AttachmentKept, { attachmentId: this.id, digest: this.digest })];
  }

  mayWithdraw({ by }: { by: Actor }): void {
    this.mayBring({ by });
  }

  /** It was the wrong file, or no longer counts: marked so, by the unit that added it. What was kept stays. */
  withdraw(given: { by: Actor; at: Instant; reason: FileWithdrawalReason }): Fact[] {
    this.mayWithdraw(given);
    const since = this.keptAt ?? this.announcedAt;
    if (given.at < since) throw new Refusal('time.before-last-change', { since });
    this.withdrawn = { at: given.at, reason: given.reason, byUnit: given.by.unitId };
    return [fact(AttachmentWithdrawn, { attachmentId: this.id, reason: given.reason })];
  }

  /** Whether the bytes can be read. A withdrawn file can: what was once relied on stays to be seen. */
  mustBeKept(): void {
    if (!this.keptAt) throw new Refusal('attachment.not-kept-yet', { announcedAt: this.announcedAt });
  }

  /**
   * To take part in the case is not enough: the file is for the unit that answers for its record, the one that added it,
   * those that have or had the original or are to take it over, and those above a unit of the case.
   */
  mayRead({ by, answers, isAbove }: { by: Actor; answers: string; isAbove: boolean }): void {
    const units = [answers, this.addedBy.unitId, this.handingOver?.toUnit, ...this.holdings.map(({ unitId }) => unitId)];
    if (!isAbove && !units.includes(by.unitId)) throw new Refusal('access.not-answerable', { unitId: answers });
    this.mustBeKept();
  }

  /** Who has the original now, or null. */
  get holder(): Holding | null {
    return this.holdings.at(-1) ?? null;
  }

  mayOfferOriginal({ by }: { by: Actor }): void {
    if (!this.holder) throw new Refusal('attachment.no-original');
    if (this.holder.unitId !== by.unitId) throw new Refusal('attachment.not-the-holder', { holder: this.holder.unitId });
  }

  /** Until somebody accepts, the holder has it. A new offer takes the place of one that nobody has answered. */
  offerOriginal(given: { by: Actor; at: Instant; offerId: string; toUnit: string }): Fact[] {
    this.mayOfferOriginal(given);
    const { by, at, offerId, toUnit } = given;
    if (toUnit === by.unitId) throw new Refusal('attachment.same-holder', { unitId: toUnit });
    this.mustNotGoBack(at);
    this.handingOver = { offerId, toUnit, at };
    return [fact(OriginalOffered, { attachmentId: this.id, offerId, fromUnit: by.unitId, toUnit })];
  }

  mayAnswerForOriginal({ by, offerId }: { by: Actor; offerId?: string }): HandingOver {
    const offer = this.handingOver;
    if (!offer || (offerId !== undefined && offer.offerId !== offerId)) throw new Refusal('attachment.no-offer');
    if (offer.toUnit !== by.unitId) throw new Refusal('attachment.not-the-receiver', { toUnit: offer.toUnit });
    return offer;
  }

  acceptOriginal(given: { by: Actor; at: Instant; offerId: string }): Fact[] {
    const offer = this.mayAnswerForOriginal(given);
    const { by, at } = given;
    this.mustNotGoBack(at);
    const from = this.holder!;
    this.holdings = [
      ...this.holdings.slice(0, -1), { ...from, to: at }, { unitId: by.unitId, personId: by.personId, from: at, to: null },
    ];
    this.handingOver = null;
    return [fact(OriginalAccepted, {
      attachmentId: this.id, offerId: offer.offerId, fromUnit: from.unitId, toUnit: by.unitId, personId: by.personId,
    })];
  }

  declineOriginal(given: { by: Actor; offerId: string }): Fact[] {
    const offer = this.mayAnswerForOriginal(given);
    this.handingOver = null;
    return [fact(OriginalDeclined, {
      attachmentId: this.id, offerId: offer.offerId, fromUnit: this.holder!.unitId, toUnit: offer.toUnit,
    })];
  }

  private mustNotGoBack(at: Instant): void {
    const since = this.handingOver?.at ?? this.holder!.from;
    if (at < since) throw new Refusal('time.before-last-change', { since });
  }
}
