import type { Described } from '#matching';
import { quantile } from '../measure.js';
import { askedOf, type Kind } from './corruption.js';
import { Population, type Truth } from './population.js';
import { Dice } from './random.js';

/** The set of everybody who is missing; the same seed makes the same set in every process that is compared. */
export interface MadeSet {
  readonly truths: readonly Truth[];
  readonly reports: readonly Described[];
}

export function madeSet(seed: number, people: number): MadeSet {
  const population = new Population(new Dice(seed));
  const truths = Array.from({ length: people }, () => population.draw());
  return { truths, reports: truths.map((truth) => population.reportOf(truth)) };
}

export interface Asking {
  readonly kind: Kind;
  readonly count: number;
  readonly seed: number;
}

/** What a side has found, and how long one question took. */
export interface Found {
  /** Share of questions whose person is among the first twenty. */
  readonly recall: number;
  /** Share of questions whose person is the first. */
  readonly first: number;
  readonly p50: number;
  readonly p99: number;
}

/** Questions about people of the set: each with the number of the one who should be found. */
export function questionsAbout(truths: readonly Truth[], { kind, count, seed }: Asking): { asked: Described; wanted: number }[] {
  const dice = new Dice(seed);
  return Array.from({ length: count }, () => {
    const wanted = dice.whole(0, truths.length - 1);
    return { wanted, asked: askedOf(truths[wanted]!, kind, dice) };
  });
}

/** What a side has answered to one question: at most twenty people, the likeliest first, and how long it took. */
export interface Answered {
  readonly wanted: number;
  readonly people: readonly number[];
  readonly milliseconds: number;
}

export function foundIn(answers: readonly Answered[]): Found {
  const share = (isRight: (answer: Answered) => boolean): number => answers.filter(isRight).length / answers.length;
  const times = answers.map(({ milliseconds }) => milliseconds);
  return {
    recall: share(({ people, wanted }) => people.includes(wanted)), first: share(({ people, wanted }) => people[0] === wanted),
    p50: quantile(times, 0.5), p99: quantile(times, 0.99),
  };
}

/** Asks one question after the other. @param search answers with at most twenty people, the likeliest first. */
export async function found(truths: readonly Truth[], asking: Asking, search: (asked: Described) => unknown): Promise<Found> {
  const answers: Answered[] = [];
  for (const { asked, wanted } of questionsAbout(truths, asking)) {
    const begun = performance.now();
    const people = await search(asked) as readonly number[];
    answers.push({ wanted, people, milliseconds: performance.now() - begun });
  }
  return foundIn(answers);
}
