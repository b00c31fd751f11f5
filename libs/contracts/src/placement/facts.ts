import { Count, Flag, Id, Maybe, Moment, OneOf, UnitId, type Instant } from '../fields.js';
import { SaidBy } from '../fact.js';
import { PLACEMENT_KINDS, type PlacementKind } from '../vocabulary.js';

@SaidBy('placement', 'placement.person-received', 'A victim was received for temporary relief (P-1).')
export class PersonReceived {
  @Id() placementId!: string;
  @Id() victimId!: string;
  @UnitId() unitId!: string;
}

@SaidBy('placement', 'placement.household-assessed', 'A household that might receive the person was assessed; a buyer household is refused before that (P-5).')
export class HouseholdAssessed {
  @Id() placementId!: string;
  @Id() householdId!: string;
  @Flag() suitable!: boolean;
}

@SaidBy('placement', 'placement.place-asked', 'An institution was asked to take the person in (P-5).')
export class PlaceAsked {
  @Id() placementId!: string;
  @Id() victimId!: string;
  @UnitId() toUnit!: string;
}

@SaidBy('placement', 'placement.place-promised', 'The institution that was asked has promised to take the person in (P-5).')
export class PlacePromised {
  @Id() placementId!: string;
  @Id() victimId!: string;
  @UnitId() byUnit!: string;
}

@SaidBy('placement', 'placement.decided', 'It is decided where the person will live (P-5).')
export class PlacementDecided {
  @Id() placementId!: string;
  @Id() victimId!: string;
  @OneOf(PLACEMENT_KINDS) kind!: PlacementKind;
  @Maybe() @Id() householdId?: string;
  @Maybe() @UnitId() unitId?: string;
}

@SaidBy('placement', 'placement.taken-effect', 'The person lives where the decision said (P-5, P-8).')
export class PlacementTakenEffect {
  @Id() placementId!: string;
  @Id() victimId!: string;
}

@SaidBy('placement', 'placement.buyer-in-household', 'Somebody of the household in which a victim was placed is found to have bought a person: an alarm until the placement falls (R-3, P-5).')
export class BuyerInHousehold {
  @Id() placementId!: string;
  @Id() victimId!: string;
  /** The buyer household to which they belong. */
  @Id() householdId!: string;
}

@SaidBy('placement', 'placement.fallen', 'The person was taken back from where they lived: what was decided holds no longer, and is decided anew (R-3, P-5).')
export class PlacementFallen {
  @Id() placementId!: string;
  @Id() victimId!: string;
}

@SaidBy('placement', 'placement.registration-restored', 'The household registration is restored (P-3).')
export class RegistrationRestored {
  @Id() placementId!: string;
  @Id() victimId!: string;
}

@SaidBy('placement', 'placement.school-confirmed', 'The education bureau has confirmed the school place (P-6).')
export class SchoolConfirmed {
  @Id() placementId!: string;
  @Id() victimId!: string;
  @UnitId() educationBureau!: string;
  @Count({ min: 1, max: 12 }) grade!: number;
}

@SaidBy('placement', 'placement.session-held', 'A session of rehabilitation took place; its content stays with the provider (P-4).')
export class SessionHeld {
  @Id() placementId!: string;
  @Id() victimId!: string;
  @Count({ min: 1, max: 500 }) number!: number;
  @UnitId() providerUnit!: string;
}

@SaidBy('placement', 'placement.follow-up-scheduled', 'A follow-up visit is due by this time (P-8).')
export class FollowUpScheduled {
  @Id() placementId!: string;
  @Id() visitId!: string;
  @Count({ min: 0, max: 120 }) month!: number;
  @Moment() dueAt!: Instant;
}

@SaidBy('placement', 'placement.follow-up-visited', 'A follow-up visit took place (P-8).')
export class FollowUpVisited {
  @Id() placementId!: string;
  @Id() visitId!: string;
  @Flag() furtherHelpNeeded!: boolean;
}
