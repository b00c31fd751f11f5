import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { binaryArray } from './binary-array.js';
import { instantOf, ViewTable } from './view-table.js';

const moments = fc.date({ min: new Date('1900-01-01T00:00:00.000Z'), max: new Date('2200-01-01T00:00:00.000Z'),
  noInvalidDate: true })
  .map((date) => date.toISOString());

describe('A moment of the database', () => {
  it('is read in the one form in which moments compare as text', () => {
    expect(instantOf('2026-07-02 13:12:00+00')).toBe('2026-07-02T13:12:00.000Z');
    expect(instantOf('2026-07-02 13:12:00.5+00')).toBe('2026-07-02T13:12:00.500Z');
    expect(instantOf('2026-07-02 13:12:00.12+00')).toBe('2026-07-02T13:12:00.120Z');
    expect(instantOf('2026-07-02 13:12:00.123+00')).toBe('2026-07-02T13:12:00.123Z');
  });

  it('is the same moment in whatever zone the database writes it', () => {
    expect(instantOf('2026-07-02 21:12:00.5+08')).toBe('2026-07-02T13:12:00.500Z');
    expect(instantOf('2026-07-02 18:42:00+05:30')).toBe('2026-07-02T13:12:00.000Z');
  });
});

describe('A row for COPY', () => {
  const table = new ViewTable<{ one: string | null; two: number; three: boolean }>('a_table', ['one'], {
    one: 'text', two: 'integer', three: 'boolean' });

  it('keeps what would break a line', () => {
    expect(table.copyLine({ one: 'a\tb\\c\nd\re', two: 7, three: false })).toBe('a\\tb\\\\c\\nd\\re\t7\tfalse\n');
    expect(table.copyLine({ one: null, two: 0, three: true })).toBe('\\N\t0\ttrue\n');
  });
});

describe('An array in binary', () => {
  it('has the bytes that PostgreSQL takes', () => {
    expect(binaryArray('integer', [1, null]).toString('hex')).toBe(
      `${'00000001'}${'00000001'}${'00000017'}${'00000002'}${'00000001'}${'00000004'}${'00000001'}${'ffffffff'}`);
    expect(binaryArray('uuid', ['0198C0DE-0000-7000-8000-0000000000ff']).subarray(24).toString('hex'))
      .toBe('0198c0de0000700080000000000000ff');
    expect(binaryArray('boolean', [true, false]).toString('hex').slice(40)).toBe('0000000101' + '0000000100');
    expect(binaryArray('text', ['州']).subarray(20).toString('hex')).toBe('00000003e5b79e');
    expect(binaryArray('text', []).readInt32BE(0)).toBe(0);
  });

  it('counts microseconds from the year 2000, before it too', () => {
    fc.assert(fc.property(moments, (moment) => {
      const micros = binaryArray('timestamptz', [moment]).readBigInt64BE(24);
      expect(new Date(Number(micros / 1_000n) + Date.UTC(2000, 0)).toISOString()).toBe(moment);
    }));
  });

  it('refuses an id and a moment that are none', () => {
    for (const id of ['', 'x', '0198c0de-0000-7000-8000-00000000000', '0198c0de-0000-7000-8000-0000000000011',
      '州98c0de-0000-7000-8000-000000000001'])
      expect(() => binaryArray('uuid', [id])).toThrow('id');
    expect(() => binaryArray('timestamptz', ['yesterday'])).toThrow('moment');
  });
});
