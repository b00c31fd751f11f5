import { describe, expect, it } from '@jest/globals';
import { divisionPrefix, holdsDivision } from '#contracts';

describe('A division (GB/T 2260)', () => {
  it.each<[string, string, boolean]>([
    ['532503', '532503', true], ['532500', '532503', true], ['530000', '532503', true], ['100000', '532503', true],
    ['100000', '110105', true], ['532503', '532500', false], ['532504', '532503', false], ['340000', '532503', false],
    ['530100', '530102', true], ['530100', '530200', false], ['532503', '100000', false],
  ])('%s holds %s: %s', (outer, inner, holds) => {
    expect(holdsDivision(outer, inner)).toBe(holds);
  });

  it('is found by what its codes begin with', () => {
    expect(['100000', '530000', '532500', '532503'].map(divisionPrefix)).toEqual(['', '53', '5325', '532503']);
  });
});
