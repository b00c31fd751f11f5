import { v7 as newId } from 'uuid';
import {
  Country, Day, Maybe, NationalId, normalName, normalNationalId, OneOf, Refusal, SEXES, Words, type CalendarDate, type Sex,
} from '#contracts';
import type { Tx } from '#messaging';
import type { Vault } from '#vault';
import { ageAt, isMinorAt } from '../domain/age.js';
import type { Victim } from '../domain/victim.js';

/** Who somebody is. The name may not be known yet; the date of birth may be an estimate. */
export class Person {
  @Maybe() @Words({ max: 100 }) name?: string;
  @OneOf(SEXES) sex!: Sex;
  @Day() birthDate!: CalendarDate;
  @Country() nationality!: string;
  @Maybe() @NationalId() nationalId?: string;
  @Maybe() @Words({ max: 2_000 }) description?: string;
  @Maybe() @Words({ max: 500 }) features?: string;
}

/** By what somebody is found again, where it is known. */
export const TRAITS = ['national-id', 'name', 'birth-date'] as const;
export type Trait = (typeof TRAITS)[number];
export type Marked = Partial<Pick<Person, 'name' | 'nationalId' | 'birthDate'>>;

export function marksOf(vault: Vault, { name, nationalId, birthDate }: Marked): Partial<Record<Trait, string>> {
  const known = name === undefined ? '' : normalName(name);
  return {
    ...(nationalId !== undefined && { 'national-id': vault.mark('national-id', normalNationalId(nationalId)) }),
    ...(known !== '' && { name: vault.mark('name', known) }),
    ...(birthDate !== undefined && { 'birth-date': vault.mark('birth-date', birthDate) }),
  };
}

/** Puts into the vault who it is, and leaves for the case what codes can say. */
export async function keepPerson(
  tx: Tx, vault: Vault, person: Person, { caseId, victimId }: { caseId: string; victimId: string },
): Promise<Victim> {
  const { name, sex, birthDate, nationality, nationalId, description, features } = person;
  if (ageAt(birthDate, tx.at) < 0) throw new Refusal('intake.times-contradict', { victimId });
  const id = newId();
  const value = { name, sex, birthDate, nationality, nationalId, description, features };
  await vault.keep(tx, { id, caseId, kind: 'person', value, marks: Object.values(marksOf(vault, person)) });
  return {
    victimId, sex, nationality, minor: isMinorAt(birthDate, tx.at), personRecords: [id],
    ...(nationalId && { identityDigest: tx.surroundings.identityDigest(nationalId) }),
  };
}
