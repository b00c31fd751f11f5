import type { Profile } from '#matching';
import { type Dice, Urn } from './random.js';

const LOCI = Array.from({ length: 20 }, (_, index) => `locus-${index}`);
/**
 * As many alleles at a locus, their frequencies falling with the distance from the middle one: the shape is usual, the figures
 * are assumed.
 */
const ALLELES = Array.from({ length: 12 }, (_, index) => String(index + 8));
const frequencies = ALLELES.map((_, index) => Math.exp(-((index - 5.5) ** 2) / 8));
const alleles = new Urn(ALLELES, frequencies);

const randomProfile = (dice: Dice): Profile =>
  Object.fromEntries(LOCI.map((locus) => [locus, [alleles.draw(dice), alleles.draw(dice)] as const]));

/** A child has one allele from this parent at every locus but one, where a mutation has made it another. */
function childOf(parent: Profile, dice: Dice): Profile {
  const mutated = dice.one(LOCI);
  return Object.fromEntries(Object.entries(parent).map(([locus, pair]) =>
    [locus, [locus === mutated ? 'mutated' : dice.one(pair), alleles.draw(dice)] as const]));
}

/** So many children, among them one of each parent, who is found at every thousandth place. */
export function* families(children: number, parents: readonly Profile[], dice: Dice): Generator<Profile> {
  for (let at = 0; at < children; at += 1)
    yield at % 1_000 === 0 && parents[at / 1_000] ? childOf(parents[at / 1_000]!, dice) : randomProfile(dice);
}

export const someParents = (count: number, dice: Dice): Profile[] => Array.from({ length: count }, () => randomProfile(dice));
