import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Refusal } from '#contracts';
import { addDays, addMonths, dayOf, endOf, weekdayOf } from './beijing.js';
import { Calendar } from './calendar.js';
import { BUNDLED_YEARS } from './calendars/index.js';

const calendar = Calendar.bundled();
const beijing = (text: string): string => new Date(`${text}+08:00`).toISOString();

const refused = (act: () => unknown): Refusal => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('no refusal');
};

/** Says the same without the Calendar: reads the notices day by day. */
function worksOn(day: string): boolean {
  const year = BUNDLED_YEARS.find((each) => day.startsWith(`${each.year}-`))!;
  if (year.shiftedWorkingDays.includes(day)) return true;
  if (year.holidays.some(({ from, to }) => from <= day && day <= to)) return false;
  return weekdayOf(day) !== 0 && weekdayOf(day) !== 6;
}

describe('The working-day calendar', () => {
  it('counts fifteen working days from a Saturday (identity request of 2026-07-04)', () => {
    expect(calendar.addWorkingDays(beijing('2026-07-04T10:00'), 15)).toBe(beijing('2026-07-25T00:00'));
  });

  it.each([
    ['Spring Festival 2026 with both shifted Saturdays', '2026-02-13T17:00', 2, '2026-02-25T00:00'],
    ['the shifted Saturday before it', '2026-02-13T17:00', 1, '2026-02-15T00:00'],
    ['the shifted Saturday after it', '2026-02-27T09:00', 1, '2026-03-01T00:00'],
    ['National Day 2026', '2026-09-30T23:59', 1, '2026-10-09T00:00'],
    ['National Day 2026 with its shifted Saturday', '2026-09-30T08:00', 2, '2026-10-10T00:00'],
    ['National Day 2019', '2019-10-01T09:00', 5, '2019-10-13T00:00'],
    ['the lengthened Labour Day 2019', '2019-04-30T09:00', 1, '2019-05-06T00:00'],
    ['the lengthened Spring Festival 2020', '2020-01-23T09:00', 1, '2020-02-04T00:00'],
    ['the turn of the year', '2025-12-31T09:00', 1, '2026-01-05T00:00'],
  ])('counts across %s', (_span, from, count, due) => {
    expect(calendar.addWorkingDays(beijing(from), count)).toBe(beijing(due));
  });

  it('takes the day of the start from Beijing, not from UTC', () => {
    expect(calendar.addWorkingDays('2026-07-05T15:59:59.999Z', 1)).toBe('2026-07-06T16:00:00.000Z');
    expect(calendar.addWorkingDays('2026-07-05T16:00:00.000Z', 1)).toBe('2026-07-07T16:00:00.000Z');
  });

  it('refuses a year that is not loaded, and names it', () => {
    expect(refused(() => calendar.isWorkingDay('2027-01-04'))).toMatchObject(
      { code: 'clock.year-not-loaded', details: { year: 2027 } });
    expect(refused(() => calendar.addWorkingDays(beijing('2026-12-25T09:00'), 15)).details).toEqual({ year: 2027 });
    expect(refused(() => calendar.isWorkingDay('2018-12-31')).details).toEqual({ year: 2018 });
  });

  it('counts as far as the loaded years reach', () => {
    expect(calendar.addWorkingDays(beijing('2026-12-25T09:00'), 4)).toBe(beijing('2027-01-01T00:00'));
    expect(calendar.years).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
  });

  it('has as many working days a year as the notices leave', () => {
    const workingDays = calendar.years.map((year) => calendar.workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`));
    expect(workingDays).toEqual([250, 249, 250, 249, 249, 251, 248, 248]);
  });

  it('agrees with a naive count, day by day', () => {
    const [min, max] = [new Date('2019-01-01T00:00Z'), new Date('2026-06-30T00:00Z')];
    const aMoment = fc.date({ min, max, noInvalidDate: true });
    fc.assert(fc.property(aMoment, fc.integer({ min: 1, max: 90 }), (start, count) => {
      let day = dayOf(start.toISOString());
      for (let left = count; left > 0;) {
        day = addDays(day, 1);
        if (worksOn(day)) left -= 1;
      }
      const due = calendar.addWorkingDays(start.toISOString(), count);
      expect(due).toBe(endOf(day));
      expect(calendar.workingDaysBetween(dayOf(start.toISOString()), day)).toBe(count);
    }));
  });

  it.each([
    ['a shifted day that is no weekend', { holidays: [], shiftedWorkingDays: ['2031-01-01'] }],
    ['a holiday of another year', {
      holidays: [{ zh: '元旦', from: '2030-12-31', to: '2031-01-01' }], shiftedWorkingDays: [],
    }],
    ['a day that is both', {
      holidays: [{ zh: '元旦', from: '2031-01-01', to: '2031-01-04' }], shiftedWorkingDays: ['2031-01-04'],
    }],
  ])('does not start with %s', (_what, days) => {
    expect(() => new Calendar([{ year: 2031, notices: [], ...days }])).toThrow('working-day table of 2031');
  });
});

describe('Months', () => {
  it('end on the last day of a shorter month', () => {
    expect(addMonths('2025-11-30', 3)).toBe('2026-02-28');
    expect(addMonths('2019-10-31', 1)).toBe('2019-11-30');
    expect(addMonths('2026-01-15', 12)).toBe('2027-01-15');
  });
});
