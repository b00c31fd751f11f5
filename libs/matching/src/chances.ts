import type { NameLevel } from './name-levels.js';
import type { Spread } from './rulers.js';

/**
 * How often two records of one and the same person agree, and how far: counted over 20,000 pairs of the synthetic set that no
 * measurement uses (`npm run bench -- tracing` says how it is made), and to be counted again over confirmed matches.
 */
export const CHANCES = {
  name: {
    characters: {
      'same-characters': 0.521, 'same-sound': 0.139, 'other-order': 0.0285, 'one-letter': 0.0175, 'one-part-other': 0.1665,
      'one-part-missing': 0.1145, 'one-part-same': 0.0125, 'nothing-same': 0.0005,
    },
    letters: {
      'same-characters': 0, 'same-sound': 0.745, 'other-order': 0.049, 'one-letter': 0.1575, 'one-part-other': 0.0005,
      'one-part-missing': 0.045, 'one-part-same': 0.0025, 'nothing-same': 0.0005,
    },
  } satisfies Record<string, Record<NameLevel, number>>,
  /** Days between the two dates of birth, both known to the day. */
  bornOn: {
    bounds: [0, 30, 60, 400, 800, 1500], evenWithin: 1500, power: 1,
    chances: [0.504, 0.07, 0.116, 0.179, 0.0965, 0.034, 0.0005],
  } satisfies Spread,
  /** Of an estimated age: how far from its middle the person was born, in halves of its width. */
  bornAbout: {
    bounds: [0.25, 0.5, 1, 1.5, 2, 3], evenWithin: 3, power: 1,
    chances: [0.218, 0.202, 0.314, 0.172, 0.0687, 0.0245, 0.0008],
  } satisfies Spread,
  /** Days between the two dates of losing the person. */
  lost: {
    bounds: [0, 3, 7, 15, 31, 60, 120, 365, 1000], evenWithin: 365, power: 1,
    chances: [0.41, 0.153, 0.112, 0.076, 0.08, 0.049, 0.042, 0.049, 0.026, 0.003],
  } satisfies Spread,
  /** Kilometres between the two places. */
  place: {
    bounds: [1, 3, 6, 10, 15, 25, 40, 60, 150, 400], evenWithin: 60, power: 2,
    chances: [0.147, 0.197, 0.182, 0.132, 0.0845, 0.084, 0.088, 0.034, 0.0108, 0.04, 0.0007],
  } satisfies Spread,
  /** Standard deviations between the two statures. */
  stature: {
    bounds: [0.25, 0.5, 0.75, 1, 1.5, 2, 3], evenWithin: 0.5, power: 1,
    chances: [0.204, 0.186, 0.158, 0.122, 0.151, 0.077, 0.06, 0.042],
  } satisfies Spread,
  sameSex: 0.989,
  sameBlood: 0.98,
  sameDialect: 0.9,
  /** That a mark which one record has stands in the other one, when that one has any. */
  sameMark: 0.75,
} as const;
