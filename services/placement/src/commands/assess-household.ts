import { Flag, Id, Ids, Maybe, NationalId, Parts } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, isBuyer } from '#service-kit';
import { Placement } from '../domain/placement.js';

export class HouseholdMember {
  @NationalId() nationalId!: string;
}

export class AssessHousehold extends CommandInput {
  @Id() householdId!: string;
  @Maybe() @Ids({ max: 10 }) personIds?: string[];
  /** National ids of its members: a buyer household under another name is still a buyer household. */
  @Maybe() @Parts(() => HouseholdMember, { max: 10 }) members?: HouseholdMember[];
  @Flag() suitable!: boolean;
}

export async function assessHousehold(tx: Tx, placementId: string, input: AssessHousehold): Promise<void> {
  const placement = await tx.load(Placement, placementId);
  const bought = await isBuyer(tx, {
    householdId: input.householdId, personIds: input.personIds, nationalIds: input.members?.map(({ nationalId }) => nationalId),
  });
  await tx.save(placement, placement.assessHousehold({
    by: tx.actor, at: tx.at, householdId: input.householdId, suitable: input.suitable, isBuyer: bought,
  }));
}
