import { Matching } from '#matching';
import { askedOf, KINDS } from './corruption.js';
import { Dice } from './random.js';
import { madeSet } from './set.js';

/** Another seed than that of any measurement: what is fitted must not be what it is measured by. */
const SEED = 4_242;
const PAIRS = 20_000;

/**
 * Prints how often each field of two records of the same person agrees, and how far: what stands in the matching library's
 * `chances.ts`. To be run by hand when the parameters of the set change.
 */
function main(): void {
  const { truths, reports } = madeSet(SEED, PAIRS);
  const matching = Matching.of(reports, { capacity: PAIRS });
  const dice = new Dice(SEED);
  for (const kind of KINDS) {
    const pairs = truths.flatMap((truth, person) => matching.compare(askedOf(truth, kind, dice), person));
    for (const [field, reasons] of Map.groupBy(pairs, (reason) => reason.field)) {
      const levels = [...Map.groupBy(reasons, ({ level }) => level)]
        .map(([level, same]) => ({ level, share: same.length / reasons.length }));
      const shown = levels.sort((a, b) => b.share - a.share).map(({ level, share }) => `${level} ${share.toFixed(4)}`);
      process.stdout.write(`${kind} ${field}: ${shown.join(', ')}\n`);
    }
  }
}

main();
