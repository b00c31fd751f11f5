import { describe, expect, it } from '@jest/globals';
import { Refusal } from '#contracts';
import { ageAt, birthYears, bornAtLatest, cameOfAgeSince, isMinorAt } from './age.js';

const JUDGED = { fromYears: 16, toYears: 19, on: '2026-07-01' };

describe('An age', () => {
  it('counts full years in Beijing', () => {
    expect(ageAt('2016-05-12', '2019-10-03T09:05:00.000Z')).toBe(3);
    expect(ageAt('2016-05-12', '2019-05-11T15:59:59.999Z')).toBe(2);
    expect(ageAt('2016-05-12', '2019-05-11T16:00:00.000Z')).toBe(3);
    expect(ageAt('2016-05-12', '2016-05-11T00:00:00.000Z')).toBe(-1);
    expect(ageAt('2004-02-29', '2022-02-28T12:00:00.000Z')).toBe(17);
  });

  it('makes an adult on the day after the eighteenth birthday', () => {
    expect(isMinorAt('2009-01-19', '2027-01-19T15:59:59.000Z')).toBe(true);
    expect(isMinorAt('2009-01-19', '2027-01-19T16:00:00.000Z')).toBe(false);
    expect(isMinorAt('2004-02-29', '2022-02-28T12:00:00.000Z')).toBe(true);
    expect(isMinorAt('2004-02-29', '2022-03-01T12:00:00.000Z')).toBe(false);
  });

  it('says who has come of age since a day, those of a leap day too, and nobody too early', () => {
    const born = cameOfAgeSince('2022-02-27', '2022-02-28T16:00:00.000Z');
    expect(born.slice(-3)).toEqual(['2004-02-27', '2004-02-28', '2004-02-29']);
    expect(cameOfAgeSince('2022-02-28', '2022-02-28T15:59:59.999Z').at(-1)).toBe('2004-02-27');
    expect(cameOfAgeSince('2024-02-29', '2024-02-29T12:00:00.000Z').at(-1)).toBe('2006-02-28');
    const everybody = cameOfAgeSince(null, '2026-07-02T12:00:00.000Z');
    expect([everybody[0]! <= '1990-07-02', everybody.at(-1)]).toEqual([true, '2008-07-01']);
  });

  it('says nobody where the day lies ahead, as when the time of an exercise was moved back', () => {
    expect(cameOfAgeSince('2026-07-02', '2019-07-02T12:00:00.000Z')).toEqual([]);
  });

  it('that was judged counts as the youngest that it allows, and one that nobody knows as none', () => {
    const today = '2026-07-02';
    expect(bornAtLatest({ estimatedAge: JUDGED }, today)).toBe('2010-07-01');
    expect(ageAt('2010-07-01', '2026-07-01T04:00:00.000Z')).toBe(16);
    expect(birthYears(JUDGED)).toEqual([2006, 2007, 2008, 2009, 2010]);
    expect(bornAtLatest({ birthDate: '2009-01-19' }, today)).toBe('2009-01-19');
    expect(bornAtLatest({}, today)).toBeUndefined();
  });

  it('that was judged on a leap day is that of a day of the calendar, so that it is reached', () => {
    const latest = bornAtLatest({ estimatedAge: { fromYears: 17, toYears: 20, on: '2028-02-29' } }, '2028-02-29')!;
    expect([latest, ageAt(latest, '2028-02-29T04:00:00.000Z')]).toEqual(['2011-02-28', 17]);
    expect(cameOfAgeSince('2029-02-28', '2029-02-28T16:00:00.000Z')).toContain(latest);
  });

  it.each([
    ['an estimate beside a day of birth', { birthDate: '2009-01-19', estimatedAge: JUDGED }],
    ['a highest age below the lowest', { estimatedAge: { fromYears: 3, toYears: 2, on: '2026-07-01' } }],
    ['an estimate for a day to come', { estimatedAge: { fromYears: 1, toYears: 2, on: '2026-07-03' } }],
    ['a birth that is to come', { birthDate: '2026-07-03' }],
  ])('does not follow from %s', (_, given) => {
    expect(() => bornAtLatest(given, '2026-07-02')).toThrow(new Refusal('intake.age-contradicts'));
  });
});
