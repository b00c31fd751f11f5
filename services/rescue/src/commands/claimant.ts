import { Id, Ids, Maybe, NationalId } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, isBuyer } from '#service-kit';

/**
 * Everybody who is to keep or receive a victim, by whatever door the wish comes in, is named so that a buyer is
 * recognised: by household, by person, by national id.
 */
export class Naming extends CommandInput {
  @Maybe() @Id() householdId?: string;
  @Maybe() @Ids({ max: 10 }) personIds?: string[];
  @Maybe() @NationalId() personNationalId?: string;
}

/** @param also persons and digests of ids that are known from elsewhere. */
export async function namesBuyer(
  tx: Tx, { householdId, personIds = [], personNationalId }: Naming,
  also: { personIds?: readonly (string | undefined)[]; identityDigests?: readonly (string | undefined)[] } = {},
): Promise<boolean> {
  return isBuyer(tx, {
    householdId, personIds: [...personIds, ...present(also.personIds)],
    nationalIds: personNationalId ? [personNationalId] : [], identityDigests: present(also.identityDigests),
  });
}

const present = (given: readonly (string | undefined)[] = []): string[] => given.filter((one) => one !== undefined);
