import { dayOf } from '#clocks';
import type { CalendarDate, Instant } from '#contracts';

const ADULT_YEARS = 18;

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
