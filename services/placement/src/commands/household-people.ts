import { Ids, Maybe, NationalId, Parts, type Relation } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, isBuyer } from '#service-kit';
import type { Placement } from '../domain/placement.js';
import { knownRelatives } from '../views/known-custody.js';

export class HouseholdMember {
  @NationalId() nationalId!: string;
}

/** Who lives in a household: a buyer household under another name is still a buyer household. */
export class HouseholdPeople extends CommandInput {
  @Maybe() @Ids({ max: 10 }) personIds?: string[];
  /** National ids of its members. */
  @Maybe() @Parts(() => HouseholdMember, { max: 10 }) members?: HouseholdMember[];
}

/**
 * What the rules ask of the people of a household: is a buyer among them, also among those who were named with it before,
 * by what can they be recognised, and in which relation do those of them whose kinship is proven stand to the person.
 * Such a person counts by id; any other id could be anybody's.
 */
export async function namingOf(
  tx: Tx, placement: Placement, { householdId, personIds = [], members = [] }: HouseholdPeople & { householdId?: string },
): Promise<{ isBuyer: boolean; marks: string[]; relations: Relation[] }> {
  const digests = members.map(({ nationalId }) => tx.surroundings.identityDigest(nationalId));
  const relatives = await knownRelatives(tx, placement.victimId);
  // A relative who is named by one thing is recognised by all that is known of them, and so is a buyer.
  const named = relatives.filter(({ relativeId, mark }) => personIds.includes(relativeId) || digests.includes(mark));
  const theirs = relatives.filter(({ relativeId }) => named.some((one) => one.relativeId === relativeId)).map(({ mark }) => mark);
  const marks = [...new Set([...digests, ...theirs])];
  const everybody = [...marks, ...placement.marksOf(householdId)];
  return {
    marks, isBuyer: await isBuyerAmong(tx, placement, { householdId, marks: [...marks, ...personIds] }),
    relations: [...new Set(relatives.filter(({ mark }) => everybody.includes(mark)).map(({ relation }) => relation))],
  };
}

/** Has the household, or anybody who was ever named with it, bought a person? Asked anew each time. */
export function isBuyerAmong(
  tx: Tx, placement: Placement, { householdId, marks = [] }: { householdId?: string; marks?: readonly string[] },
): Promise<boolean> {
  return isBuyer(tx, { householdId, marks: [...marks, ...placement.marksOf(householdId)] });
}
