import {
  Count, Flag, Id, Ids, Maybe, Moment, OneOf, OrNull, Part, Parts, PLACEMENT_KINDS, UnitId, UnitIds, type Instant,
} from '#contracts';
import { StagedAnswer } from '#service-kit';

export class PlacementDecisionAnswer {
  @OneOf(PLACEMENT_KINDS) kind!: string;
  @Maybe() @Id() householdId?: string;
  @Maybe() @UnitId() unitId?: string;
}

export class FollowUpVisitAnswer {
  @Id() visitId!: string;
  @Count({ min: 1, max: 1_200 }) month!: number;
  @Moment() dueAt!: Instant;
  @OrNull() @Moment() visitedAt!: Instant | null;
}

export class SchoolPlaceAnswer {
  @UnitId() educationBureau!: string;
  @Count({ min: 1, max: 12 }) grade!: number;
  @Moment() confirmedAt!: Instant;
}

export class SessionAnswer {
  @Count({ min: 1, max: 500 }) number!: number;
  @UnitId() providerUnit!: string;
  @Moment() heldAt!: Instant;
}

/** What the person was helped to besides a home. */
export class HelpAnswer {
  @OrNull() @Moment() registrationRestoredAt!: Instant | null;
  @OrNull() @Part(() => SchoolPlaceAnswer) school!: SchoolPlaceAnswer | null;
  @Parts(() => SessionAnswer, { max: 500 }) sessions!: SessionAnswer[];
}

export class PlacementAnswer extends StagedAnswer {
  @Id() victimId!: string;
  @Flag() isMinor!: boolean;
  @OrNull() @UnitId() receivedBy!: string | null;
  @Ids({ max: 1_000 }) suitableHouseholds!: string[];
  @OrNull() @Part(() => PlacementDecisionAnswer) decision!: PlacementDecisionAnswer | null;
  @OrNull() @Moment() inEffectSince!: Instant | null;
  @Parts(() => FollowUpVisitAnswer) visits!: FollowUpVisitAnswer[];
  @Part(() => HelpAnswer) help!: HelpAnswer;
  @Ids({ max: 100 }) buyerHouseholds!: string[];
  @UnitIds() placeRequests!: string[];
  @UnitIds() promises!: string[];
}
