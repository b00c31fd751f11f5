import { Comparison, type Reason } from './comparison.js';
import type { Days, Described, Place } from './described.js';
import { KnownNames, pairsOf } from './known-names.js';
import { People } from './people.js';
import { keyOf, keyWith, Postings } from './postings.js';

export interface Candidate {
  /** The number that the person was given when added. */
  readonly person: number;
  /** Bits of evidence: as many times two as it is likelier with the same person than with anybody. */
  readonly bits: number;
  /** That it is the person asked for, from 0 to 1, in view of all others who come into question and of nobody being it. */
  readonly chance: number;
  readonly reasons: readonly Reason[];
}

export interface Search {
  /** As many as are answered at most; 20 where nothing is said. */
  readonly limit?: number;
  /** How many of those who are asked for are among the people here at all, from 0 to 1; half of them where nothing is said. */
  readonly present?: number;
}

export interface MatchingOptions {
  /** As many as may be added in all, at most 2,097,152. */
  readonly capacity: number;
}

const CELL_DEGREES = 0.5;
const AROUND_KM = 60;
const DEGREE_KM = 111.2;
const MONTH_DAYS = 30.44;
const YEAR_DAYS = 365.25;
const BORN_AROUND_DAYS = 2 * YEAR_DAYS;
const LOST_AROUND_DAYS = 35;
const YEARS_KEPT = 8;
const YEAR_UNKNOWN = 500;
const LIMIT = 20;
const PRESENT = 0.5;
/** The fields are not quite independent of each other; so much too likely they make everybody, counted over the synthetic set. */
const OVERSTATED = 1.5;

/**
 * Everybody who is missing, held in memory so that whoever is found can be compared with all who come into question (V-9): those
 * with a name that is alike, those of about that age from about there, and those of about that age lost about then.
 */
export class Matching {
  private readonly people: People;
  private readonly names: KnownNames;
  private readonly byPlace: Postings;
  private readonly byTime: Postings;
  private readonly byPart: Postings;
  private readonly gone = new Set<number>();
  /** Years in which somebody was born. */
  private readonly years = new Set<number>();
  private asking = 0;

  private constructor(capacity: number) {
    this.people = new People(capacity);
    this.names = new KnownNames(capacity);
    [this.byPlace, this.byTime, this.byPart] = [new Postings(capacity), new Postings(capacity), new Postings(capacity * 3)];
  }

  /** Takes in everybody who is known from the beginning; more may be added later. */
  static of(everybody: Iterable<Described>, { capacity }: MatchingOptions): Matching {
    const matching = new Matching(capacity);
    for (const described of everybody) matching.add(described);
    [matching.names, matching.byPlace, matching.byTime, matching.byPart].forEach((part) => part.seal());
    return matching;
  }

  get size(): number {
    return this.people.size;
  }

  /** @returns the person's number in here. */
  add(described: Described): number {
    const figures = this.people.newFiguresOf(described);
    const name = described.name ? this.names.add(described.name, this.people.size) : null;
    const person = this.people.add(figures, name);
    const years = figures.born ? yearsIn(figures.born).slice(0, YEARS_KEPT) : [YEAR_UNKNOWN];
    for (const year of years) {
      this.years.add(year);
      if (figures.place) this.byPlace.add(keyWith(keyOf(cellOf(figures.place)), figures.sex, year), person);
      if (figures.lost) this.byTime.add(keyWith(monthOf(figures.lost.from), figures.sex, year), person);
    }
    const parts = name ? partKeys(this.names.kept[name.number]!.sounds.split(' ')) : [];
    for (const part of parts) for (const year of years) this.byPart.add(keyWith(keyOf(part), figures.sex, year), person);
    return person;
  }

  /** Is found no more, and forgotten; a name that nobody else bears as well. */
  remove(person: number): void {
    if (this.gone.has(person)) return;
    const name = this.people.nameOf(person);
    if (name !== null) this.names.remove(name);
    this.people.forget(person);
    this.gone.add(person);
  }

  /** Those for whom most speaks, the first the most. */
  search(asked: Described, { limit = LIMIT, present = PRESENT }: Search = {}): Candidate[] {
    const comparison = new Comparison(this.people, this.names, asked);
    const best = new Best(limit);
    let all = ((this.size * (1 - present)) / present) * OVERSTATED;
    this.eachInQuestion(comparison, (person) => {
      const bits = comparison.bitsOf(person);
      all += 2 ** bits;
      best.offer(person, bits);
    });
    return best.inOrder().map(({ person, bits }) =>
      ({ person, bits, chance: 2 ** bits / all, reasons: comparison.reasonsOf(person) }));
  }

  /** What speaks for and against it that somebody is the person asked for. */
  compare(asked: Described, person: number): Reason[] {
    const comparison = new Comparison(this.people, this.names, asked);
    const name = this.people.nameOf(person);
    if (name !== null && comparison.name !== null) comparison.isAlike(name);
    return comparison.reasonsOf(person);
  }

  private eachInQuestion(comparison: Comparison, visit: (person: number) => void): void {
    this.asking += 1;
    const once = (person: number): void => {
      if (!this.people.isAsked(person, this.asking) && !this.gone.has(person)) visit(person);
    };
    const { name, figures: { sex, born, lost, place } } = comparison;
    const sexes = sex === 0 ? [0, 1, 2] : [0, sex];
    const around = born && { from: born.from - BORN_AROUND_DAYS, to: born.to + BORN_AROUND_DAYS };
    const years = around ? [...yearsIn(around), YEAR_UNKNOWN] : [...this.years];
    const eachKey = (postings: Postings, begins: readonly number[]): void => {
      for (const begin of begins)
        for (const each of sexes) for (const year of years) postings.each(keyWith(begin, each, year), once);
    };
    if (name) {
      this.names.eachAlike(name, (number) => { if (comparison.isAlike(number)) this.names.eachBearer(number, once); });
      eachKey(this.byPart, name.readings.flatMap(({ sounds }) => partKeys(sounds)).map(keyOf));
    }
    if (place) eachKey(this.byPlace, cellsAround(place).map(keyOf));
    if (lost) eachKey(this.byTime, monthsIn(lost));
  }
}

/** The best so many of all that are offered. */
class Best {
  private readonly kept: { person: number; bits: number }[] = [];

  constructor(private readonly limit: number) {}

  offer(person: number, bits: number): void {
    if (this.kept.length === this.limit && bits <= this.kept.at(-1)!.bits) return;
    let at = this.kept.length;
    while (at > 0 && this.kept[at - 1]!.bits < bits) at -= 1;
    this.kept.splice(at, 0, { person, bits });
    if (this.kept.length > this.limit) this.kept.pop();
  }

  inOrder(): readonly { person: number; bits: number }[] {
    return this.kept;
  }
}

/** Two parts in common, or one of a name that has only two. */
const partKeys = (sounds: readonly string[]): string[] => [...pairsOf(sounds), ...(sounds.length === 2 ? sounds : [])];

const yearsIn = ({ from, to }: Days): number[] => numbersIn(Math.floor(from / YEAR_DAYS), Math.floor(to / YEAR_DAYS));
const monthOf = (day: number): number => Math.floor(day / MONTH_DAYS);
const monthsIn = ({ from, to }: Days): number[] => numbersIn(monthOf(from - LOST_AROUND_DAYS), monthOf(to + LOST_AROUND_DAYS));
const numbersIn = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

const rowOf = (latitude: number): number => Math.floor(latitude / CELL_DEGREES);
const cellOf = ({ latitude, longitude }: Place): string => `${rowOf(latitude)}:${rowOf(longitude)}`;

function cellsAround({ latitude, longitude }: Place): string[] {
  const north = AROUND_KM / DEGREE_KM;
  const east = north / Math.max(0.1, Math.cos((latitude * Math.PI) / 180));
  const rows = numbersIn(rowOf(latitude - north), rowOf(latitude + north));
  return rows.flatMap((row) => numbersIn(rowOf(longitude - east), rowOf(longitude + east)).map((column) => `${row}:${column}`));
}
