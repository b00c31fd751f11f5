import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Country, jsonSchemaOf, Maybe, Moment, Part, PaperNumber, Parts, Words } from './index.js';

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

class Seen {
  @Moment() at!: string;
}

describe('A moment', () => {
  const read = (at: string): string | null => {
    const seen = plainToInstance(Seen, { at });
    return validateSync(seen).length === 0 ? seen.at : null;
  };

  it('is kept in UTC', () => {
    expect(read('2024-02-29T23:30+08:00')).toBe('2024-02-29T15:30:00.000Z');
    expect(read('2026-07-02T13:12:00.000Z')).toBe('2026-07-02T13:12:00.000Z');
  });

  it.each([
    '2026-02-30T10:00:00+08:00', '2026-11-31T10:00:00.000Z', '2026-02-29T10:00+08:00', '2026-07-02T24:00:00+08:00',
    '2026-13-01T10:00Z',
  ])('is none where the calendar has none: %s', (at) => {
    expect(read(at)).toBeNull();
  });
});

class Perhaps {
  @Maybe() @Words({ max: 5 }) name?: string;
  @Maybe() @Parts(() => Seen, { max: 2 }) seen?: Seen[];
}

describe('What may be absent', () => {
  it('is absent where null was sent', () => {
    const sent = plainToInstance(Perhaps, { name: null, seen: null });
    expect(validateSync(sent)).toEqual([]);
    expect([sent.name, sent.seen]).toEqual([undefined, undefined]);
    const filled = plainToInstance(Perhaps, { name: '某', seen: [{ at: '2026-07-02T13:12:00.000Z' }] });
    expect(validateSync(filled)).toEqual([]);
    expect([filled.name, filled.seen![0]]).toEqual(['某', expect.any(Seen)]);
  });
});

class Traveller {
  @Country() nationality!: string;
}

describe('A country', () => {
  const isTaken = (nationality: unknown): boolean => validateSync(plainToInstance(Traveller, { nationality })).length === 0;

  it('is one of ISO 3166-1, in capitals; in what was said once its form is enough', () => {
    expect(['CN', 'VN', 'LA', 'MM', 'HK', 'MO', 'TW'].map(isTaken)).not.toContain(false);
    expect(['ZZ', 'XX', 'UK', 'cn', 'CHN', '', null, 12].map(isTaken)).not.toContain(true);
    expect(jsonSchemaOf(Traveller).properties).toMatchObject({ nationality: { pattern: '^[A-Z]{2}$' } });
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
