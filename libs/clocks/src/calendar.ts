import { Refusal, type CalendarDate, type Instant } from '#contracts';
import { addDays, dayOf, endOf, weekdayOf, yearOf } from './beijing.js';
import { BUNDLED_YEARS } from './calendars/index.js';
import type { CalendarYear } from './calendars/calendar-year.js';

/**
 * The working days of Chinese offices, by the year that was loaded. A year that is not loaded is refused, never
 * guessed: a wrong deadline is worse than none.
 */
export class Calendar {
  private readonly byYear: ReadonlyMap<number, YearTable>;

  constructor(years: readonly CalendarYear[]) {
    this.byYear = new Map(years.map((year) => [year.year, tableOf(year)]));
  }

  /** The years that come with this version. */
  static bundled(): Calendar {
    return new Calendar(BUNDLED_YEARS);
  }

  get years(): number[] {
    return [...this.byYear.keys()].sort((a, b) => a - b);
  }

  /** @throws Refusal clock.year-not-loaded */
  isWorkingDay(day: CalendarDate): boolean {
    const table = this.byYear.get(yearOf(day));
    if (!table) throw new Refusal('clock.year-not-loaded', { year: yearOf(day) });
    return isWeekend(day) ? table.shifted.has(day) : !table.off.has(day);
  }

  /**
   * The end of the n-th working day after the day of `at`. The day of the start does not count, whatever its hour.
   * @throws Refusal clock.year-not-loaded
   */
  addWorkingDays(at: Instant, count: number): Instant {
    if (!Number.isInteger(count) || count < 1) throw new Error(`${count} is no number of working days.`);
    let day = dayOf(at);
    for (let left = count; left > 0;) {
      day = addDays(day, 1);
      if (this.isWorkingDay(day)) left -= 1;
    }
    return endOf(day);
  }

  /** How many working days lie after `from`, up to and including `to`. */
  workingDaysBetween(from: CalendarDate, to: CalendarDate): number {
    let count = 0;
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (this.isWorkingDay(day)) count += 1;
    return count;
  }
}

interface YearTable {
  readonly off: ReadonlySet<CalendarDate>;
  readonly shifted: ReadonlySet<CalendarDate>;
}

const isWeekend = (day: CalendarDate): boolean => weekdayOf(day) % 6 === 0;

/** Reads a year, and refuses to start with one that was copied wrongly. */
function tableOf({ year, holidays, shiftedWorkingDays }: CalendarYear): YearTable {
  const mistake = (what: string): Error => new Error(`The working-day table of ${year} is wrong: ${what}.`);
  const off = new Set<CalendarDate>();
  for (const { zh, from, to } of holidays) {
    if (from > to || yearOf(from) !== year || yearOf(to) !== year) throw mistake(`${zh} runs from ${from} to ${to}`);
    for (let day = from; day <= to; day = addDays(day, 1)) off.add(day);
  }
  for (const day of shiftedWorkingDays) {
    if (yearOf(day) !== year || !isWeekend(day)) throw mistake(`${day} is no weekend day of the year`);
    if (off.has(day)) throw mistake(`${day} is both a holiday and a working day`);
  }
  return { off, shifted: new Set(shiftedWorkingDays) };
}
