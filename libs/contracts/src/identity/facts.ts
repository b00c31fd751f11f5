import { Bytes, Country, Day, Division, Id, Maybe, Moment, OneOf, UnitId, type CalendarDate, type Instant } from '../fields.js';
import { SaidBy } from '../fact.js';
import { POSTS, UNIT_KINDS, UNIT_LEVELS, type Post, type UnitKind, type UnitLevel } from '../vocabulary.js';

/** The directory speaks about units and posts; the "case" of its envelopes is the unit's own id. */

@SaidBy('identity', 'identity.unit-registered', 'A unit is in the directory, with its kind, level, division and superior.')
export class UnitRegistered {
  @UnitId() unitId!: string;
  @OneOf(UNIT_KINDS) kind!: UnitKind;
  @OneOf(UNIT_LEVELS) level!: UnitLevel;
  @Division() division!: string;
  @Country() country!: string;
  @Maybe() @UnitId() superiorUnit?: string;
  /** Whoever proposed it; the actor is the second person, who confirmed it. */
  @Maybe() @Id() proposedBy?: string;
}

@SaidBy('identity', 'identity.unit-proposed', 'An administrator has proposed what a unit is, a new or a known one; a second person must confirm it.')
export class UnitProposed {
  @Id() proposalId!: string;
  @UnitId() unitId!: string;
  @OneOf(UNIT_KINDS) kind!: UnitKind;
  @OneOf(UNIT_LEVELS) level!: UnitLevel;
  @Division() division!: string;
  @Country() country!: string;
  @Maybe() @UnitId() superiorUnit?: string;
}

@SaidBy('identity', 'identity.post-proposed', 'An administrator has proposed that a person gets a post; a second person must confirm it.')
export class PostProposed {
  @Id() proposalId!: string;
  @Id() personId!: string;
  @UnitId() unitId!: string;
  @OneOf(POSTS) post!: Post;
  @Day() from!: CalendarDate;
  @Maybe() @Day() to?: CalendarDate;
}

@SaidBy('identity', 'identity.post-assigned', 'A person holds a post in a unit from this day on.')
export class PostAssigned {
  @Id() assignmentId!: string;
  @Id() personId!: string;
  @UnitId() unitId!: string;
  @OneOf(POSTS) post!: Post;
  @Day() from!: CalendarDate;
  @Maybe() @Day() to?: CalendarDate;
  /** Whoever proposed it; the actor is the second person, who confirmed it. */
  @Maybe() @Id() proposedBy?: string;
}

@SaidBy('identity', 'identity.post-ended', 'A person has left a post; the day given is the first one without it.')
export class PostEnded {
  @Id() assignmentId!: string;
  @Id() personId!: string;
  @UnitId() unitId!: string;
  @Day() to!: CalendarDate;
}

@SaidBy('identity', 'identity.signing-key-registered', 'A person signs with this public key (P-256) from now on.')
export class SigningKeyRegistered {
  @Id() keyId!: string;
  @Id() personId!: string;
  @UnitId() unitId!: string;
  @Bytes({ min: 43, max: 43 }) x!: string;
  @Bytes({ min: 43, max: 43 }) y!: string;
  @Moment() validFrom!: Instant;
}

@SaidBy('identity', 'identity.sign-ins-ended', 'Nobody is signed in as this person any more who was so before that moment: another password was set, or a post has ended.')
export class SignInsEnded {
  @Id() personId!: string;
  /** By the clock of the machine, also in an exercise, as the times in tokens are. */
  @Moment() before!: Instant;
}

@SaidBy('identity', 'identity.password-set', 'An administrator has set the password of another person, whose sessions have ended; of the password nothing is kept.')
export class PasswordSet {
  @Id() personId!: string;
  /** The unit of the administrator. */
  @UnitId() byUnit!: string;
  /** The second person, who asked for it. */
  @Maybe() @Id() askedBy?: string;
}
