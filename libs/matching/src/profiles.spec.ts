import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Profiles, type Profile } from './profiles.js';

const LOCI = Array.from({ length: 20 }, (_, index) => `L${index}`);
const allele = fc.integer({ min: 8, max: 19 }).map(String);
const profile = fc.tuple(...LOCI.map(() => fc.tuple(allele, allele)))
  .map((pairs): Profile => Object.fromEntries(LOCI.map((locus, index) => [locus, pairs[index]!])));

/** Says the same in the plainest way. */
const apartAt = (child: Profile, parent: Profile): number => Object.keys(parent)
  .filter((locus) => child[locus] && !child[locus].some((one) => parent[locus]!.includes(one))).length;

describe('Profiles (V-3)', () => {
  it('find the children of a parent as comparing one with the other does', () => {
    fc.assert(fc.property(fc.array(profile, { minLength: 1, maxLength: 70 }), profile, fc.constantFrom(0, 1),
      (children, parent, mutations) => {
      const few = LOCI.slice(0, 6);
      const typed = (whole: Profile): Profile => Object.fromEntries(few.map((locus) => [locus, whole[locus]!]));
      const profiles = new Profiles(children.length);
      children.forEach((child) => profiles.add(typed(child)));
      const expected = children.map(typed).flatMap((child, index) => (apartAt(child, parent) <= mutations ? [index] : []));
      expect(profiles.childrenOf(parent, { mutations: mutations as 0 | 1, lociMin: 1 })).toEqual(expected);
    }), { numRuns: 60 });
  });

  it('find a child with one mutation, and not with two', () => {
    fc.assert(fc.property(profile, profile, (father, other) => {
      const child: Profile = Object.fromEntries(LOCI.map((locus) => [locus, [father[locus]![0], other[locus]![1]]]));
      const mutated: Profile = { ...child, L3: ['30', '31'] };
      const twice: Profile = { ...mutated, L7: ['30', '31'] };
      const profiles = new Profiles(3);
      [child, mutated, twice].forEach((each) => profiles.add(each));
      expect(profiles.childrenOf(father, { mutations: 1, lociMin: 20 })).toEqual([0, 1]);
      expect(profiles.childrenOf(father, { mutations: 0, lociMin: 20 })).toEqual([0]);
    }), { numRuns: 50 });
  });

  it('count a locus that was not typed neither for nor against, and ask for enough that were', () => {
    const profiles = new Profiles(2);
    profiles.add({ L0: ['8', '9'], L1: ['8', '9'] });
    profiles.add({ L0: ['8', '9'] });
    const parent: Profile = { L0: ['9', '12'], L1: ['9', '12'], L2: ['9', '12'] };
    expect(profiles.childrenOf(parent, { mutations: 0, lociMin: 1 })).toEqual([0, 1]);
    expect(profiles.childrenOf(parent, { mutations: 0, lociMin: 2 })).toEqual([0]);
  });

  it('refuse more than there is room for', () => {
    const profiles = new Profiles(1);
    profiles.add({});
    expect(() => profiles.add({})).toThrow(RangeError);
  });
});
