import { Count, Digest, Id, OneOf, UnitId } from '../fields.js';
import { SaidBy } from '../fact.js';
import { vocabulary } from '../schemas.js';
import { SPEAKERS, STAGES } from '../vocabulary.js';

/** Why a fact may be skipped for ever. Whatever it is, two people have seen it. */
export const SET_ASIDE_REASONS = vocabulary('SetAsideReason', [
  'superseded', 'entered-by-mistake', 'done-by-hand', 'closed-here', 'fault-in-software',
]);
export type SetAsideReason = (typeof SET_ASIDE_REASONS)[number];

/** Why a fact could not be applied by the service that heard it. */
const PARKED_FOR = ['unknown-type', 'newer-version', 'invalid', 'refused', 'failing'] as const;
export type ParkedFor = (typeof PARKED_FOR)[number];

/** Casebook shows its own parked facts itself, and nobody listens to it. */
const KEEPERS = [...STAGES, 'casebook'];

/** A fact of another service that could not be applied here: the case waits behind it. */
class HeldFact {
  @Id() holdId!: string;
  /** Who had said it. */
  @OneOf(SPEAKERS) source!: string;
  /** Its number among what that service has said of this case. */
  @Count({ min: 1, max: 2_000_000_000 }) version!: number;
}

@SaidBy(STAGES, 'record.fact-parked', 'This service cannot apply what another one said: the case waits here until somebody sees to it.')
export class FactParked extends HeldFact {
  @OneOf(PARKED_FOR) reason!: ParkedFor;
}

@SaidBy(KEEPERS, 'record.fact-released', 'The parked fact is applied; what waited behind it goes on.')
export class FactReleased extends HeldFact {}

@SaidBy(KEEPERS, 'record.set-aside-proposed', 'Somebody proposes to skip a parked fact for ever; a second person must confirm it.')
export class SetAsideProposed extends HeldFact {
  /** The link of its chain, as every other listener keeps it. */
  @Digest() digest!: string;
  @OneOf(SET_ASIDE_REASONS) reason!: SetAsideReason;
}

@SaidBy(KEEPERS, 'record.fact-set-aside', 'A second person has confirmed it: the parked fact is skipped, and what waited behind it goes on.')
export class FactSetAside extends HeldFact {
  @Digest() digest!: string;
  @OneOf(SET_ASIDE_REASONS) reason!: SetAsideReason;
  @Id() proposedBy!: string;
  @UnitId() proposedByUnit!: string;
}

@SaidBy(KEEPERS, 'record.dismissal-proposed', 'Somebody proposes to throw away a message that nobody can read and that belongs to no case; a second person must confirm it.')
export class DismissalProposed {
  @Id() dismissalId!: string;
  /** Where it was found; it stands under this name, since no case is known. */
  @OneOf(SPEAKERS) source!: string;
  /** SHA-256 of the message as it arrived. */
  @Digest() digest!: string;
}

@SaidBy(KEEPERS, 'record.message-dismissed', 'A second person has confirmed it: the unreadable message is thrown away.')
export class MessageDismissed extends DismissalProposed {
  @Id() proposedBy!: string;
  @UnitId() proposedByUnit!: string;
}

/** The services that keep personal data of a case: each erases them when intake orders it, and says so. */
const KEEPERS_OF_PEOPLE = STAGES;

@SaidBy(KEEPERS_OF_PEOPLE, 'record.personal-data-erased', 'The key of the case is destroyed in this service: no personal data of it can be read or kept here any more.')
export class PersonalDataErased {
  @Id() erasureId!: string;
  /** How many sealed records can no longer be opened. */
  @Count({ max: 1_000_000 }) records!: number;
}
