import { describe, expect, it } from '@jest/globals';
import { mustBeSound } from './soundness.js';

const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) });

describe('What is sent', () => {
  it.each([
    ['a NUL character in a name', { members: [{ name: `李${String.fromCharCode(0)}某` }] }],
    ['half a character', { name: 'x\ud800' }],
    ['half a character in the name of a field', { '\udc00': 1 }],
    ['a prototype', JSON.parse('{"a":{"__proto__":{"b":1}}}')],
    ['a constructor', { constructor: { prototype: {} } }],
    ['more than a whole number can hold', { n: 2 ** 53 }],
    ['a number without end', { n: Number.POSITIVE_INFINITY }],
    ['what is nested too deeply', nested(17)],
    ['a list in a list in a list …', JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)],
  ])('is refused with %s', (_, given) => {
    expect(() => mustBeSound(given)).toThrow('input.invalid');
  });

  it.each([
    [undefined], [null], ['李某 𠮷 👩‍👧'], [{ n: 2 ** 53 - 1, list: [0, -1.5, true, null, '\t\n'] }], [nested(16)],
  ])('is let through as %j', (given) => {
    expect(() => mustBeSound(given)).not.toThrow();
  });

  it('is looked at only where it is data', () => {
    expect(() => mustBeSound({ file: Buffer.from([0, 0]) })).not.toThrow();
  });
});
