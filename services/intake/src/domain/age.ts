import { addDays, addMonths, dayOf } from '#clocks';
import { Refusal, type AgeBasis, type CalendarDate, type Instant } from '#contracts';

const ADULT_YEARS = 18;

/** In a year without a leap day the last of February stands for it. */
const yearsBefore = (day: CalendarDate, years: number): CalendarDate => addMonths(day, -12 * years);

/** To compare with: of a leap day no day in most years, and after the last of February in each. */
const anniversary = (birthDate: CalendarDate, years: number): string =>
  `${String(Number(birthDate.slice(0, 4)) + years).padStart(4, '0')}${birthDate.slice(4)}`;

/** Full years at this moment; below nought before the birth. */
export function ageAt(birthDate: CalendarDate, at: Instant): number {
  const day = dayOf(at);
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day < anniversary(birthDate, years) ? years - 1 : years;
}

/** Criminal law counts an age as reached on the day after the birthday: on the eighteenth one is still a minor. */
export const isMinorAt = (birthDate: CalendarDate, at: Instant): boolean => dayOf(at) <= anniversary(birthDate, ADULT_YEARS);

/** An age that somebody has judged: within these full years, on that day. */
export interface AgeRange {
  readonly fromYears: number;
  readonly toYears: number;
  readonly on: CalendarDate;
}

/** What is known of somebody's age: the day of birth, or an estimate, or nothing. */
export interface KnownAge {
  readonly birthDate?: CalendarDate;
  readonly estimatedAge?: AgeRange;
}

/** On what an age rests that is said; absent where none is. */
export const basisOf = ({ birthDate, estimatedAge }: KnownAge): AgeBasis | undefined =>
  birthDate !== undefined ? 'born-on' : estimatedAge && 'judged';

/**
 * The day of birth by which the rules go: the latest that what is known allows, so that nobody counts as an adult too early.
 * Absent where nothing is known.
 * @throws Refusal intake.age-contradicts
 */
export function bornAtLatest({ birthDate, estimatedAge }: KnownAge, today: CalendarDate): CalendarDate | undefined {
  const latest = estimatedAge ? yearsBefore(estimatedAge.on, estimatedAge.fromYears) : birthDate;
  const isBoth = birthDate !== undefined && estimatedAge !== undefined;
  const isTurned = estimatedAge !== undefined && (estimatedAge.toYears < estimatedAge.fromYears || estimatedAge.on > today);
  if (isBoth || isTurned || (latest !== undefined && latest > today)) throw new Refusal('intake.age-contradicts');
  return latest;
}

/** The years of birth that an estimate allows. */
export function birthYears({ fromYears, toYears, on }: AgeRange): number[] {
  const first = Number(on.slice(0, 4)) - toYears - 1;
  return Array.from({ length: toYears - fromYears + 2 }, (_, index) => first + index);
}

/** The birth dates of everybody who is of age now and was not before that day; without a day, of a whole childhood ago. */
export function cameOfAgeSince(day: CalendarDate | null, at: Instant): CalendarDate[] {
  const born: CalendarDate[] = [];
  // A day or two earlier does no harm: whoever is of age already is so once more.
  const first = addDays(yearsBefore(day ?? yearsBefore(dayOf(at), ADULT_YEARS), ADULT_YEARS), -2);
  for (let date = first; !isMinorAt(date, at); date = addDays(date, 1)) born.push(date);
  return born;
}
