import type { CalendarDate, Instant } from '#contracts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** China keeps one time, UTC+8, and has had no summer time since 1991. */
const BEIJING_MS = 8 * HOUR_MS;

export const msOf = (at: Instant): number => Date.parse(at);
export const instantOf = (ms: number): Instant => new Date(ms).toISOString();

/** The day in Beijing at this moment. */
export const dayOf = (at: Instant): CalendarDate => instantOf(msOf(at) + BEIJING_MS).slice(0, 10);

/** The day's end, 24:00 in Beijing: the first moment that no longer belongs to it. */
export const endOf = (day: CalendarDate): Instant => instantOf(msOf(`${day}T00:00:00.000Z`) + DAY_MS - BEIJING_MS);

/** The day of which this moment is the end, or in which it lies. */
export const lastDayBefore = (at: Instant): CalendarDate => dayOf(instantOf(msOf(at) - 1));

export const yearOf = (day: CalendarDate): number => Number(day.slice(0, 4));

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (day: CalendarDate): number => new Date(`${day}T00:00:00.000Z`).getUTCDay();

export const addDays = (day: CalendarDate, count: number): CalendarDate =>
  instantOf(msOf(`${day}T00:00:00.000Z`) + count * DAY_MS).slice(0, 10);

/** The same day of a later month, or that month's last day where it is shorter (Civil Code, art. 202). */
export function addMonths(day: CalendarDate, count: number): CalendarDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate();
  return instantOf(Date.UTC(year, month - 1 + count, Math.min(date, lastDate))).slice(0, 10);
}

export const addMs = (at: Instant, ms: number): Instant => instantOf(msOf(at) + ms);
