import { Ids, Maybe, NationalId, Parts } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, isBuyer } from '#service-kit';

export class HouseholdMember {
  @NationalId() nationalId!: string;
}

/** Who lives in a household: a buyer household under another name is still a buyer household. */
export class HouseholdPeople extends CommandInput {
  @Maybe() @Ids({ max: 10 }) personIds?: string[];
  /** National ids of its members. */
  @Maybe() @Parts(() => HouseholdMember, { max: 10 }) members?: HouseholdMember[];
}

/** What the rules ask of the people of a household: is a buyer among them, and was anybody named at all. */
export async function namingOf(
  tx: Tx, householdId: string | undefined, { personIds = [], members = [] }: HouseholdPeople,
): Promise<{ isBuyer: boolean; isIdentified: boolean }> {
  const nationalIds = members.map(({ nationalId }) => nationalId);
  return {
    isBuyer: await isBuyer(tx, { householdId, personIds, nationalIds }),
    isIdentified: personIds.length + nationalIds.length > 0,
  };
}
