import { Count, Digest, Id, Moment, OneOf, OrNull, SET_ASIDE_REASONS, SPEAKERS, Words, type Instant } from '#contracts';

const CASE = { max: 64, example: '0198c0de-0000-7000-8000-000000000001' };
const MANY = { max: 2_147_483_647 };

export class ParkedMessageAnswer {
  @Words({ max: 20, example: '17' }) id!: string;
  @Words({ max: 40, example: 'rescue' }) source!: string;
  @OrNull() @Words(CASE) caseId!: string | null;
  @OrNull() @Count(MANY) version!: number | null;
  @Words({ max: 100, example: 'invalid' }) reason!: string;
  @Words({ min: 0, max: 4_000 }) detail!: string;
  @Count() attempts!: number;
  @Moment() parkedAt!: Instant;
}

export class ProposedSetAsideAnswer {
  @Id() holdId!: string;
  @OneOf(SPEAKERS) source!: string;
  @Words(CASE) caseId!: string;
  @Count(MANY) version!: number;
  @Words({ max: 100, example: 'rescue.person-rescued' }) type!: string;
  @Words({ max: 100, example: 'invalid' }) parkedFor!: string;
  @OneOf(SET_ASIDE_REASONS) reason!: string;
  @Id() proposedBy!: string;
  @Words({ max: 48, example: '532503-psb' }) proposedByUnit!: string;
}

export class ReleaseAnswer {
  @Count(MANY) released!: number;
}

/** An unreadable message that somebody proposes to throw away. */
export class ProposedDismissalAnswer {
  @Id() dismissalId!: string;
  @Words({ max: 20, example: '17' }) messageId!: string;
  @OneOf(SPEAKERS) source!: string;
  @Digest() digest!: string;
  @Words({ min: 0, max: 4_000 }) detail!: string;
  @Id() proposedBy!: string;
  @Words({ max: 48, example: '532503-psb' }) proposedByUnit!: string;
}

export class RehearsalClockAnswer {
  @Moment() now!: Instant;
}

export class ClockMoveAnswer extends RehearsalClockAnswer {
  @Count(MANY) fired!: number;
}
