import type { Days, Described, Place } from './described.js';
import { statureOf } from './growth.js';
import { HELD_MAX } from './postings.js';

const SEXES = ['unknown', 'female', 'male'] as const;
const MARKS_KEPT = 4;
const MARK_BITS = 0xffff;
/** No code. */
export const NONE = 0;

/** More than 2,097,152 people cannot be compared in one memory. */
export class TooManyPeople extends Error {}

/** Numbers for codes, in the order of their coming. */
class Codes {
  private readonly numbers = new Map<string, number>();

  /** @param most so many different ones are told apart; the number after them is nobody's. */
  constructor(private readonly most: number) {}

  /** The number of a code that somebody has; of one too many none. */
  numberOf(code: string | undefined): number {
    if (code === undefined) return NONE;
    let known = this.numbers.get(code);
    if (known === undefined && this.numbers.size < this.most) this.numbers.set(code, known = this.numbers.size + 1);
    return known ?? NONE;
  }

  /** The number of a code that is asked for: nobody's where nobody has it. */
  find(code: string | undefined): number {
    return code === undefined ? NONE : this.numbers.get(code) ?? this.most + 1;
  }
}

/** A name by its number, and its sounds by theirs. */
export interface NumberedName {
  readonly number: number;
  readonly parts: readonly number[];
}

/** What is known of one person, in numbers. */
export interface Figures {
  readonly sex: number;
  readonly born: Days | null;
  readonly lost: Days | null;
  readonly place: Place | null;
  readonly stature: number;
  readonly blood: number;
  readonly dialect: number;
  readonly marks: readonly number[];
}

/** Where each thing stands in a person's row. */
const AT = {
  bornFrom: 0, bornTo: 1, lostFrom: 2, lostTo: 3, latitude: 4, longitude: 5, stature: 6, codes: 7, marks: 8, parts: 10,
    name: 14, asked: 15,
} as const;
const ROW = 16;
const PARTS_KEPT = 4;
const [SEX_BITS, BLOOD_FROM, BLOOD_BITS, DIALECT_FROM] = [0b11, 2, 0b111, 5] as const;
const DEGREE = 1e5;
const STATURE = 1e3;
const UNKNOWN = -(2 ** 31);

/**
 * What is known of everybody, in rows of 64 bytes: one look at the memory for each person who comes into question, which is what
 * a question costs. A million people take 64 MB.
 */
export class People {
  size = 0;
  private readonly rows: Int32Array;
  private readonly bloods = new Codes(BLOOD_BITS - 1);
  private readonly dialects = new Codes(MARK_BITS - 1);
  private readonly markCodes = new Codes(MARK_BITS - 1);

  constructor(readonly capacity: number) {
    if (capacity > HELD_MAX) throw new TooManyPeople(`${capacity} people are more than ${HELD_MAX}.`);
    this.rows = new Int32Array(capacity * ROW);
  }

  /** What is asked for, in numbers: a question leaves nothing behind. */
  figuresOf(described: Described): Figures {
    return this.figures(described, (codes, code) => codes.find(code));
  }

  /** Of somebody who is going to be added. */
  newFiguresOf(described: Described): Figures {
    return this.figures(described, (codes, code) => codes.numberOf(code));
  }

  add({ sex, born, lost, place, stature, blood, dialect, marks }: Figures, name: NumberedName | null): number {
    if (this.size === this.capacity) throw new TooManyPeople(`There is room for ${this.capacity} people.`);
    const person = this.size;
    this.size += 1;
    const [first = 0, second = 0, third = 0, fourth = 0] = marks;
    const named = Array.from({ length: PARTS_KEPT }, (_, index) => name?.parts[index] ?? UNKNOWN);
    this.rows.set([
      born?.from ?? UNKNOWN, born?.to ?? UNKNOWN, lost?.from ?? UNKNOWN, lost?.to ?? UNKNOWN,
      place ? Math.round(place.latitude * DEGREE) : UNKNOWN, place ? Math.round(place.longitude * DEGREE) : UNKNOWN,
      Number.isNaN(stature) ? UNKNOWN : Math.round(stature * STATURE), sex | (blood << BLOOD_FROM) | (dialect << DIALECT_FROM),
      first | (second << 16), third | (fourth << 16), ...named, name?.number ?? UNKNOWN, 0,
    ], person * ROW);
    return person;
  }

  /** Forgets what is known of the person; the number is not given again. */
  forget(person: number): void {
    const at = person * ROW;
    this.rows.fill(UNKNOWN, at, at + ROW).fill(0, at + AT.codes, at + AT.parts);
  }

  /** Whether the question has come to this person before; from now on it has. */
  isAsked(person: number, question: number): boolean {
    const at = person * ROW + AT.asked;
    if (this.rows[at] === question) return true;
    this.rows[at] = question;
    return false;
  }

  sexOf(person: number): number {
    return this.rows[person * ROW + AT.codes]! & SEX_BITS;
  }

  bloodOf(person: number): number {
    return (this.rows[person * ROW + AT.codes]! >>> BLOOD_FROM) & BLOOD_BITS;
  }

  dialectOf(person: number): number {
    return this.rows[person * ROW + AT.codes]! >>> DIALECT_FROM;
  }

  /**
   * How far from the middle of the span the person was born: in days where the span is a day, else in halves of its width; not a
   * number where it is not known.
   */
  bornApart(person: number, asked: Days): number {
    const at = person * ROW + AT.bornFrom;
    const [from, to] = [this.rows[at]!, this.rows[at + 1]!];
    if (from === UNKNOWN) return Number.NaN;
    return Math.abs(from + to - asked.from - asked.to) / Math.max(2, asked.to - asked.from);
  }

  /** Days between the span and that in which the person was lost. */
  lostApart(person: number, asked: Days): number {
    return this.daysApart(person * ROW + AT.lostFrom, asked);
  }

  /** Kilometres; not a number where the place is not known. */
  placeApart(person: number, asked: Place): number {
    const latitude = this.rows[person * ROW + AT.latitude]!;
    if (latitude === UNKNOWN) return Number.NaN;
    return kilometres(asked, { latitude: latitude / DEGREE, longitude: this.rows[person * ROW + AT.longitude]! / DEGREE });
  }

  /** Standard deviations. */
  statureApart(person: number, asked: number): number {
    const stature = this.rows[person * ROW + AT.stature]!;
    return stature === UNKNOWN ? Number.NaN : Math.abs(stature / STATURE - asked);
  }

  /** As many of these marks as the person has; null where none of the person's is known. */
  marksShared(person: number, asked: readonly number[]): number | null {
    const at = person * ROW + AT.marks;
    if (this.rows[at] === NONE) return null;
    let shared = 0;
    for (const two of [this.rows[at]!, this.rows[at + 1]!])
      shared += Number(asked.includes(two & MARK_BITS)) + Number(asked.includes(two >>> 16));
    return shared;
  }

  /** The number of the person's name; null where none is known. */
  nameOf(person: number): number | null {
    const name = this.rows[person * ROW + AT.name]!;
    return name === UNKNOWN ? null : name;
  }

  /** Whether one of the first four sounds of the person's name is marked in a row of all sounds. */
  hasPartOf(person: number, asked: Uint8Array): boolean {
    const at = person * ROW + AT.parts;
    for (let part = at; part < at + PARTS_KEPT
      && this.rows[part] !== UNKNOWN; part += 1) if (asked[this.rows[part]!] === 1) return true;
    return false;
  }

  private figures(described: Described, numberOf: (codes: Codes, code: string | undefined) => number): Figures {
    const { sex = 'unknown', born, lost, place, blood, dialect, marks = [] } = described;
    return {
      sex: SEXES.indexOf(sex), born: born ?? null, lost: lost ?? null, place: place ?? null, stature: statureOf(described),
      blood: numberOf(this.bloods, blood), dialect: numberOf(this.dialects, dialect),
      marks: [...new Set(marks)].slice(0, MARKS_KEPT).map((mark) => numberOf(this.markCodes, mark)),
    };
  }

  private daysApart(at: number, asked: Days): number {
    const [from, to] = [this.rows[at]!, this.rows[at + 1]!];
    return from === UNKNOWN ? Number.NaN : Math.max(0, from - asked.to, asked.from - to);
  }
}

const DEGREE_KM = 111.2;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Kilometres on the ground between two places; within a per cent below 500 km, and as good as that is needed beyond. */
export function kilometres(a: Place, b: Place): number {
  const south = (a.latitude - b.latitude) * DEGREE_KM;
  const east = (a.longitude - b.longitude) * DEGREE_KM * Math.cos(radians((a.latitude + b.latitude) / 2));
  return Math.hypot(south, east);
}
