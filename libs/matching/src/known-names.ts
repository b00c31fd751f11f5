import { keyOf, Postings } from './postings.js';
import { heardAs, ordersOf, readName, type ReadName } from './names.js';
import type { NumberedName } from './people.js';

/** A name of some hundred thousand, as it is kept: in characters or letters, and its sounds with spaces between them. */
export interface KnownName {
  readonly written: string;
  readonly sounds: string;
  /** The letters of each of its readings, the usual one first. */
  readonly letters: readonly string[];
  /** The same, as they are heard. */
  readonly heard: readonly string[];
  /** The numbers of its sounds. */
  readonly parts: readonly number[];
}

/** Parts of one name that are put together in pairs; a longer name is not looked for by what lies further apart. */
const PAIR_SPAN = 3;

/** Everybody's names: each different one once, how many bear it, and where to look for one that is only alike. */
export class KnownNames {
  readonly kept: KnownName[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly byHeard: Postings;
  private readonly bearers: Postings;
  private readonly bearing = new Map<string, number>();
  /** How many bear each name. */
  private readonly many: number[] = [];
  private readonly withPart = new Map<string, number>();
  private readonly partNumbers = new Map<string, number>();
  /** People of whom a name is known. */
  named = 0;

  constructor(expected: number) {
    this.byHeard = new Postings(expected * 8);
    this.bearers = new Postings(expected);
  }

  /** @param person who is going to bear it. */
  add(said: string, person: number): NumberedName {
    const read = readName(said);
    const [{ sounds, parts: syllables }] = read.readings;
    const written = writtenAs(read);
    let number = this.numbers.get(written);
    if (number === undefined) {
      this.numbers.set(written, number = this.kept.length);
      const letters = read.readings.map(({ parts }) => parts.join(''));
      const parts = sounds.map((sound) => this.numberOf(sound));
      this.kept.push({ written, letters, heard: letters.map(heardAs), sounds: sounds.join(' '), parts });
      for (const key of letters.flatMap(keysOf)) this.byHeard.add(key, number);
    }
    this.bearers.add(number, person);
    this.many[number] = (this.many[number] ?? 0) + 1;
    this.named += 1;
    count(this.bearing, heardAs(syllables.join('')));
    for (const part of new Set(sounds)) count(this.withPart, part);
    return { number, parts: this.kept[number]!.parts };
  }

  /** One fewer bears it; where nobody does, it is forgotten. */
  remove(number: number): void {
    const { written, sounds, heard } = this.kept[number]!;
    this.many[number]! -= 1;
    this.named -= 1;
    uncount(this.bearing, heard[0]!);
    for (const part of new Set(sounds.split(' '))) uncount(this.withPart, part);
    if (this.many[number]! > 0) return;
    this.numbers.delete(written);
    this.kept[number] = FORGOTTEN;
  }

  seal(): void {
    this.byHeard.seal();
    this.bearers.seal();
  }

  /** Share of people whose name is heard like that. */
  shareOfHeard(heard: string): number {
    return ((this.bearing.get(heard) ?? 0) + 1) / (this.named + 1);
  }

  shareOfPart(part: string): number {
    return ((this.withPart.get(part) ?? 0) + 1) / (this.named + 1);
  }

  bearersOf(number: number): number {
    return this.many[number]!;
  }

  eachBearer(number: number, visit: (person: number) => void): void {
    this.bearers.each(number, visit);
  }

  /**
   * Each name once that sounds so, or would with one letter more, fewer, or another; the surname may stand first or last.
   */
  eachAlike(read: ReadName, visit: (number: number) => void): void {
    const found = new Set<number>();
    for (const { parts } of read.readings)
      for (const ordered of ordersOf(parts))
        for (const key of keysOf(ordered.join(''))) this.byHeard.each(key, (number) => found.add(number));
    found.forEach(visit);
  }

  /** A row of all sounds that anybody's name has, with a 1 at those of a name that is asked for. */
  partsOf(read: ReadName): Uint8Array {
    const marked = new Uint8Array(this.partNumbers.size);
    for (const sound of read.readings.flatMap(({ sounds }) => sounds)) {
      const number = this.partNumbers.get(sound);
      if (number !== undefined) marked[number] = 1;
    }
    return marked;
  }

  private numberOf(sound: string): number {
    let number = this.partNumbers.get(sound);
    if (number === undefined) this.partNumbers.set(sound, number = this.partNumbers.size);
    return number;
  }
}

const writtenAs = ({ characters, readings: [{ parts }] }: ReadName): string => characters || parts.join(' ');

const count = (counted: Map<string, number>, key: string): unknown => counted.set(key, (counted.get(key) ?? 0) + 1);

const FORGOTTEN: KnownName = { written: '', sounds: '', letters: [''], heard: [''], parts: [] };

function uncount(counted: Map<string, number>, key: string): void {
  const left = counted.get(key)! - 1;
  if (left > 0) counted.set(key, left);
  else counted.delete(key);
}

/** What is heard of the letters, all of them and each time without one: two that differ by one letter have a key in common. */
function keysOf(letters: string): number[] {
  const heard = new Set([heardAs(letters)]);
  for (let at = 0; at < letters.length; at += 1) heard.add(heardAs(letters.slice(0, at) + letters.slice(at + 1)));
  return [...heard].map(keyOf);
}

/** Two parts each that stand near each other, in the order of the alphabet: whoever mixes them up is found as well. */
export function pairsOf(sounds: readonly string[]): Set<string> {
  const pairs = new Set<string>();
  for (let a = 0; a < sounds.length; a += 1)
    for (const other of sounds.slice(a + 1, a + 1 + PAIR_SPAN)) pairs.add([sounds[a]!, other].sort().join(' '));
  return pairs;
}
