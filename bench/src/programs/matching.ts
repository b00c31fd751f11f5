import { Matching, Profiles } from '#matching';
import { answer } from '../answering.js';
import { askedOf, KINDS } from '../tracing/corruption.js';
import { families, someParents } from '../tracing/families.js';
import { Dice } from '../tracing/random.js';
import { found, foundIn, madeSet, type Asking, type Found, type MadeSet } from '../tracing/set.js';

let set: MadeSet;
let matching: Matching;

/** @returns seconds that the building took. */
function load({ seed, people }: { seed: number; people: number }): number {
  set = madeSet(seed, people);
  const begun = performance.now();
  matching = Matching.of(set.reports, { capacity: people });
  return (performance.now() - begun) / 1_000;
}

const ask = (asking: Asking): Promise<Found> =>
  found(set.truths, asking, (asked) => matching.search(asked).map(({ person }) => person));

/** Of those whose first candidate is said to be the right one with a chance from 0.85 to 0.95: what is said, and what is so. */
function calibration({ count, seed }: { count: number; seed: number }): { said: number; right: number; cases: number } {
  const dice = new Dice(seed);
  const strangers = madeSet(seed + 1, count).truths;
  let [said, right, cases] = [0, 0, 0];
  for (let at = 0; at < count; at += 1) {
    const wanted = dice.chance(0.5) ? dice.whole(0, set.truths.length - 1) : null;
    const truth = wanted === null ? strangers[at]! : set.truths[wanted]!;
    const [first] = matching.search(askedOf(truth, KINDS[at % KINDS.length]!, dice));
    if (!first || first.chance < 0.85 || first.chance > 0.95) continue;
    [said, right, cases] = [said + first.chance, right + Number(first.person === wanted), cases + 1];
  }
  return { said: said / cases, right: right / cases, cases };
}

/** One parent after the other against so many children, one mutation allowed. */
function parents({ children, count, seed }: { children: number; count: number; seed: number }): Found {
  const dice = new Dice(seed);
  const asked = someParents(count, dice);
  const profiles = new Profiles(children);
  for (const profile of families(children, asked, dice)) profiles.add(profile);
  return foundIn(asked.map((parent, index) => {
    const begun = performance.now();
    const people = profiles.childrenOf(parent, { mutations: 1, lociMin: 15 });
    return { wanted: index * 1_000, people, milliseconds: performance.now() - begun };
  }));
}

answer({ load, ask, calibration, parents });
