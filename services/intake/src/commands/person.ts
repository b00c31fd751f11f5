import { v7 as newId } from 'uuid';
import { dayOf } from '#clocks';
import {
  Count, Country, Day, Maybe, NationalId, normalName, normalNationalId, OneOf, Part, SEXES, Words, type CalendarDate, type Sex,
} from '#contracts';
import type { Tx } from '#messaging';
import { soundsAskedFor, soundsOf } from '#matching';
import type { Vault } from '#vault';
import { basisOf, birthYears, bornAtLatest, isMinorAt, type AgeRange, type KnownAge } from '../domain/age.js';
import type { Described } from '../domain/victim.js';

const YEARS = { max: 120 };

/** Somebody of whom nobody knows the day of birth is judged to be between so many and so many years old. */
export class EstimatedAge implements AgeRange {
  @Count(YEARS) fromYears!: number;
  @Count(YEARS) toYears!: number;
  /** The day for which it is said. */
  @Day() on!: CalendarDate;
}

/** Who somebody is. The name may not be known yet; of the age the day of birth, an estimate, or nothing. */
export class Person {
  @Maybe() @Words({ max: 100 }) name?: string;
  @OneOf(SEXES) sex!: Sex;
  @Maybe() @Day() birthDate?: CalendarDate;
  @Maybe() @Part(() => EstimatedAge) estimatedAge?: EstimatedAge;
  @Country() nationality!: string;
  @Maybe() @NationalId() nationalId?: string;
  @Maybe() @Words({ max: 2_000 }) description?: string;
  @Maybe() @Words({ max: 500 }) features?: string;
}

/** By what somebody is found again, where it is known. */
export const TRAITS = ['national-id', 'name', 'name-sound', 'birth-date', 'estimated-age'] as const;
export type Trait = (typeof TRAITS)[number];
export type Marked = Partial<Pick<Person, 'name' | 'nationalId' | 'birthDate'>>;

/** Raised when people are marked otherwise than before, by the sound of their name for one: then all are marked anew. */
export const MARKING = 3;

export type Marks = Readonly<Record<Trait, readonly string[]>>;

/**
 * The marks by which this person is looked for: the name may have been heard and written otherwise, and who was born on that day
 * may be on record with an estimate.
 */
export function marksOf(vault: Vault, { name = '', nationalId, birthDate }: Marked): Marks {
  const known = normalName(name);
  return {
    'national-id': nationalId === undefined ? [] : [vault.mark('national-id', normalNationalId(nationalId))],
    name: known === '' ? [] : [vault.mark('name', known)],
    'name-sound': soundsAskedFor(name).map((sound) => soundMark(vault, sound)),
    'birth-date': birthDate === undefined ? [] : [vault.mark('birth-date', birthDate)],
    'estimated-age': birthDate === undefined ? [] : [birthYearMark(vault, Number(birthDate.slice(0, 4)))],
  };
}

/** The marks by which a person who is kept is found. */
export function marksKept(vault: Vault, person: Marked & Pick<Person, 'estimatedAge'>): string[] {
  const { 'national-id': id, name, 'birth-date': birth } = marksOf(vault, person);
  const sounds = soundsOf(person.name ?? '').map((sound) => soundMark(vault, sound));
  return [...id, ...name, ...sounds, ...birth, ...ageMarks(vault, person)];
}

/** Of whoever has no day of birth: the years that are judged possible, and the last day of them; or that nobody knows. */
function ageMarks(vault: Vault, person: KnownAge): string[] {
  const { birthDate, estimatedAge } = person;
  if (!estimatedAge) return birthDate === undefined ? [ageUnknown(vault)] : [];
  const years = birthYears(estimatedAge).map((year) => birthYearMark(vault, year));
  return [...years, latestMark(vault, bornAtLatest(person, estimatedAge.on)!)];
}

/** Whether whoever bears these marks is of just this age: of the same day of birth, or judged to be neither older nor younger. */
export function bears(vault: Vault, marks: readonly string[], age: KnownAge): boolean {
  const { birthDate, estimatedAge } = age;
  if (!estimatedAge) return birthDate !== undefined && marks.includes(vault.mark('birth-date', birthDate));
  const yearBefore = birthYearMark(vault, birthYears(estimatedAge)[0]! - 1);
  return ageMarks(vault, age).every((mark) => marks.includes(mark)) && !marks.includes(yearBefore);
}

/** Borne by whoever is kept without an age: no day of birth speaks against them. */
export const ageUnknown = (vault: Vault): string => vault.mark('birth-date', 'unknown');

/** The marks of whoever was born on that day, and of whoever is judged to have been born on it at the latest. */
export const bornMarks = (vault: Vault, day: CalendarDate): string[] => [vault.mark('birth-date', day), latestMark(vault, day)];

const latestMark = (vault: Vault, day: CalendarDate): string => vault.mark('born-at-latest', day);

const soundMark = (vault: Vault, sound: string): string => vault.mark('name-sound', sound);
const birthYearMark = (vault: Vault, year: number): string => vault.mark('birth-year', String(year));

/** Puts into the vault who it is, and leaves for the case what codes can say. */
export async function keepPerson(
  tx: Tx, vault: Vault, person: Person, { caseId, victimId }: { caseId: string; victimId: string },
): Promise<Described> {
  const { name, sex, birthDate, estimatedAge, nationality, nationalId, description, features } = person;
  const latest = bornAtLatest(person, dayOf(tx.at));
  const id = newId();
  const value = { name, sex, birthDate, estimatedAge, nationality, nationalId, description, features };
  await vault.keep(tx, { id, caseId, kind: 'person', value, marks: marksKept(vault, person) });
  return {
    victimId, sex, nationality, minor: latest === undefined ? undefined : isMinorAt(latest, tx.now),
    ageBasis: basisOf(person), personRecords: [id],
    ...(nationalId && { identityDigest: tx.surroundings.identityDigest(nationalId) }),
  };
}
