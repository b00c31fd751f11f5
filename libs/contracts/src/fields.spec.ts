import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { jsonSchemaOf, Maybe, Part, PaperNumber } from './index.js';

class Paper {
  @PaperNumber() number!: string;
}

describe('A number of a paper', () => {
  const { pattern } = (jsonSchemaOf(Paper).properties as { number: { pattern: string } }).number;
  const isTaken = (number: string): boolean => {
    const byInput = validateSync(plainToInstance(Paper, { number })).length === 0;
    expect(new RegExp(pattern, 'u').test(number)).toBe(byInput);
    return byInput;
  };

  it.each(['MZ-2019-0147', 'A5325034300002019100001', '1234567890123456', '1234567890123456789'])('may be %s', (number) => {
    expect(isTaken(number)).toBe(true);
  });

  it.each(['11010519491231002X', '110105194912310021', '110105-19491231-002X', '11010519491231002X-'])(
    'is never a national id, as %s', (number) => {
      expect(isTaken(number)).toBe(false);
    });
});

class Folder {
  @Part(() => Paper) first!: Paper;
  @Maybe() @Part(() => Paper) second?: Paper;
}

describe('A part of what is sent', () => {
  const wrong = (sent: object): string[] => validateSync(plainToInstance(Folder, sent)).map(({ property }) => property);

  it.each([{}, { first: null }])('must be there, unlike in %j', (sent) => {
    expect(wrong(sent)).toEqual(['first']);
  });

  it('may be absent where that is said', () => {
    expect(wrong({ first: { number: 'MZ-2019-0147' } })).toEqual([]);
  });
});
