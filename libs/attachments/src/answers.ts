import {
  ATTACHMENT_KINDS, Count, Digest, FILE_BYTES_MAX, Id, MEDIA_TYPES, Moment, OneOf, OrNull, PaperNumber, Part, Parts, UnitId,
  FILE_WITHDRAWAL_REASONS, type Instant,
} from '#contracts';
import { AnswerableAnswer } from '#service-kit';

export class WithdrawalAnswer {
  @Moment() at!: Instant;
  @OneOf(FILE_WITHDRAWAL_REASONS) reason!: string;
  @UnitId() byUnit!: string;
}

export class HoldingAnswer extends AnswerableAnswer {
  @Moment() from!: Instant;
  @OrNull() @Moment() to!: Instant | null;
}

export class HandingOverAnswer {
  @Id() offerId!: string;
  @UnitId() toUnit!: string;
  @Moment() at!: Instant;
}

export class AttachmentAnswer {
  @Id() id!: string;
  @Id() caseId!: string;
  @Count({ max: 2_147_483_647 }) version!: number;
  @Id() recordId!: string;
  @OneOf(ATTACHMENT_KINDS) kind!: string;
  @OneOf(MEDIA_TYPES) mediaType!: string;
  @Count({ min: 1, max: FILE_BYTES_MAX }) bytes!: number;
  @Digest() digest!: string;
  @OrNull() @PaperNumber() number!: string | null;
  @Part(() => AnswerableAnswer) addedBy!: AnswerableAnswer;
  @Moment() announcedAt!: Instant;
  @OrNull() @Moment() keptAt!: Instant | null;
  @OrNull() @Part(() => WithdrawalAnswer) withdrawn!: WithdrawalAnswer | null;
  @Parts(() => HoldingAnswer, { max: 1_000 }) holdings!: HoldingAnswer[];
  @OrNull() @Part(() => HandingOverAnswer) handingOver!: HandingOverAnswer | null;
  /** The case in which it was added, where that one was merged into this. */
  @OrNull() @Id() sealedFor!: string | null;
}
