import {
  Division, Flag, Id, Maybe, Moment, OneOf, OrNull, Part, Parts, POSTS, UNIT_KINDS, UnitId, Words, type Instant,
} from '#contracts';

export class SignInAsked {
  /** The page of ours to which the sign-in leads back. */
  @Maybe() @Words({ max: 512, example: '/cases' }) return?: string;
  /** Who is likely to sign in: the sign-in page fills the name in. */
  @Maybe() @Words({ max: 64, example: '532528-psb.duty' }) hint?: string;
}

/** What the provider says behind the question mark; it says more, which is passed on as it is. */
export class ProviderSays {
  @Maybe() @Words({ max: 200 }) state?: string;
  @Maybe() @Words({ max: 2_000 }) code?: string;
}

export class UnitNameAnswer {
  @Words({ max: 80, example: '元阳县公安局' }) zh!: string;
  @Words({ max: 120, example: 'Yuanyang Public Security Bureau' }) en!: string;
}

/** A post under which the person may act. */
export class SessionPostAnswer {
  @UnitId() unitId!: string;
  @Part(() => UnitNameAnswer) unitName!: UnitNameAnswer;
  @OneOf(UNIT_KINDS) kind!: string;
  @OneOf(POSTS) post!: string;
  @Division() division!: string;
}

/** Who is signed in. */
export class SessionAnswer {
  @Id() personId!: string;
  @Words({ min: 0, max: 100, example: '杨凤仙' }) name!: string;
  @Words({ min: 0, max: 100, example: 'Yang Fengxian' }) nameLatin!: string;
  @Parts(() => SessionPostAnswer) posts!: SessionPostAnswer[];
  @OneOf(['live', 'rehearsal']) mode!: 'live' | 'rehearsal';
  /** The system's time: in rehearsal it is that of the exercise. */
  @Moment() now!: Instant;
  /** Sent back as `X-Guitu-Csrf` with everything that changes something. */
  @Words({ max: 200, example: 'q3Jx0g…' }) csrf!: string;
  @Moment() idleLockAt!: Instant;
  @Moment() expiresAt!: Instant;
}

export class SignedOutAnswer {
  /** Where to go to sign out of the provider too; null where it asks for the password each time anyway. */
  @OrNull() @Words({ max: 4_000, example: 'http://127.0.0.1:7001/oidc/session/end' }) providerSignOut!: string | null;
}

export class LockedAnswer {
  @Flag() locked!: boolean;
}
