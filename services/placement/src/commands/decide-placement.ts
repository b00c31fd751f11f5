import { Id, Ids, Maybe, OneOf, Parts, PLACEMENT_KINDS, UnitId, type PlacementKind } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, isBuyer } from '#service-kit';
import { Placement } from '../domain/placement.js';
import { isKinshipProven } from '../views/known-custody.js';
import { HouseholdMember } from './assess-household.js';

export class DecidePlacement extends CommandInput {
  @OneOf(PLACEMENT_KINDS) kind!: PlacementKind;
  @Maybe() @Id() householdId?: string;
  @Maybe() @Ids({ max: 10 }) personIds?: string[];
  @Maybe() @Parts(() => HouseholdMember, { max: 10 }) members?: HouseholdMember[];
  @Maybe() @UnitId() unitId?: string;
}

export async function decidePlacement(tx: Tx, placementId: string, input: DecidePlacement): Promise<void> {
  const placement = await tx.load(Placement, placementId);
  const { kind, householdId, unitId } = input;
  const bought = await isBuyer(tx, {
    householdId, personIds: input.personIds, nationalIds: input.members?.map(({ nationalId }) => nationalId),
  });
  await tx.save(placement, placement.decide({
    by: tx.actor, at: tx.at, decision: { kind, householdId, unitId }, isBuyer: bought,
    kinshipProven: await isKinshipProven(tx, placement.victimId),
  }));
}
