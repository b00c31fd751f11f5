import type { CalendarDate } from '#contracts';

/** One year's public holidays and shifted working days, as the notices of the State Council's office had them. */
export interface CalendarYear {
  readonly year: number;
  /** Where the notices stand; a later one may have changed an earlier one. */
  readonly notices: readonly string[];
  /** Days off with their names, both ends included. Weekends may lie within. */
  readonly holidays: readonly { readonly zh: string; readonly from: CalendarDate; readonly to: CalendarDate }[];
  /** Saturdays and Sundays on which offices work (调休). */
  readonly shiftedWorkingDays: readonly CalendarDate[];
}
