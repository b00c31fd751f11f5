import { Id, Maybe, OneOf, PLACEMENT_KINDS, UnitId, type PlacementKind } from '#contracts';
import type { Tx } from '#messaging';
import { isMinor } from '#service-kit';
import { Placement } from '../domain/placement.js';
import { promisedAbroad } from '../views/known-promises.js';
import { HouseholdPeople, namingOf } from './household-people.js';

export class DecidePlacement extends HouseholdPeople {
  @OneOf(PLACEMENT_KINDS) kind!: PlacementKind;
  @Maybe() @Id() householdId?: string;
  @Maybe() @UnitId() unitId?: string;
}

export async function decidePlacement(tx: Tx, placementId: string, input: DecidePlacement): Promise<void> {
  const placement = await tx.load(Placement, placementId);
  const { kind, householdId, unitId } = input;
  await tx.save(placement, placement.decide({
    by: tx.actor, at: tx.at, decision: { kind, householdId, unitId }, ...(await namingOf(tx, placement, input)),
    isMinor: await isMinor(tx, placement.victimId), promisedAbroad: await promisedAbroad(tx, placement.victimId),
  }));
}
