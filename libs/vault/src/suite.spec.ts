import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Damaged, seal, unseal, unsealWith } from './suite.js';

const key = randomBytes(32);
const plaintext = Buffer.from('{"name":"某某"}');
const place = 'intake|person|1|2';

describe('A sealed record', () => {
  it('opens with its key at its place', () => {
    expect(unseal(key, seal(key, plaintext, place), place)).toEqual(plaintext);
  });

  it('never looks the same twice and shows nothing of its content', () => {
    const [first, second] = [seal(key, plaintext, place), seal(key, plaintext, place)];
    expect(first.equals(second)).toBe(false);
    expect(first.includes(plaintext.subarray(0, 6))).toBe(false);
  });

  it('does not open when any bit of any byte is flipped', () => {
    const sealed = seal(key, plaintext, place);
    for (let byte = 0; byte < sealed.length; byte += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const changed = Buffer.from(sealed);
        changed[byte]! ^= 1 << bit;
        expect(() => unseal(key, changed, place)).toThrow(Damaged);
      }
    }
  });

  it('does not open when it is cut, lengthened or empty', () => {
    const sealed = seal(key, plaintext, place);
    for (let length = 0; length < sealed.length; length += 1)
      expect(() => unseal(key, sealed.subarray(0, length), place)).toThrow(Damaged);
    expect(() => unseal(key, Buffer.concat([sealed, Buffer.of(0)]), place)).toThrow(Damaged);
  });

  it('opens with whichever of two keys it was sealed with, and with no third', () => {
    const [present, third] = [randomBytes(32), randomBytes(32)];
    const sealed = seal(key, plaintext, place);
    for (const keys of [[present, key], [key, present], [key]]) expect(unsealWith(keys, sealed, place)).toEqual(plaintext);
    for (const keys of [[present, third], [third]]) expect(() => unsealWith(keys, sealed, place)).toThrow(Damaged);
  });

  it('does not open at another place or with another key', () => {
    const sealed = seal(key, plaintext, place);
    for (const other of ['intake|person|1|3', 'intake|person|2|2', 'intake|reporter|1|2', 'rescue|person|1|2', ''])
      expect(() => unseal(key, sealed, other)).toThrow(Damaged);
    expect(() => unseal(randomBytes(32), sealed, place)).toThrow(Damaged);
  });
});
