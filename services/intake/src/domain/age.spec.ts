import { describe, expect, it } from '@jest/globals';
import { ageAt, isMinorAt } from './age.js';

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
});
