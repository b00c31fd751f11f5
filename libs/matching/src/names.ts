import { pinyin } from 'pinyin-pro';
import { Converter } from 'opencc-js/t2cn';
import { syllablesIn } from './syllables.js';

/** One way to read a name aloud. */
export interface Reading {
  /** One syllable, or one word of another language, after the other, without tones. */
  readonly parts: readonly string[];
  /** The same, with what many speakers do not tell apart made alike. */
  readonly sounds: readonly string[];
}

/** A name, taken apart so that it can be compared with one that was heard, typed or written otherwise. */
export interface ReadName {
  /** In simplified characters, nothing between them; empty for a name in letters. */
  readonly characters: string;
  /** The usual one first. */
  readonly readings: readonly [Reading, ...Reading[]];
}

/** Longer than any name on a paper; what lies beyond is not read. */
const LETTERS_MAX = 64;
const READINGS_MAX = 4;
const READINGS_OF_ONE = 2;
/** A surname has one character, or two that are read together. */
const SURNAME_MAX = 2;
const REMEMBERED_MAX = 200_000;
const HAN = /\p{Script=Han}/u;

const simplified = Converter({ from: 't', to: 'cn' });

/** Southern speakers say n for l, z for zh, and -n for -ng; who writes down what a child says hears one of the two. */
const soundOf = (syllable: string): string => syllable
  .replace(/^([zcs])h/, '$1').replace(/^n/, 'l').replace(/^hu(?=[aeio])/, 'f').replace(/([aei])ng$/, '$1n').replaceAll('v', 'u');

/** Letters as they are heard: the same for the same letters, however they are parted into syllables. */
export const heardAs = (letters: string): string => letters
  .replace(/([zcs])h/g, '$1').replaceAll('ng', 'n').replace(/n(?=[aeiou])/g, 'l').replaceAll('v', 'u');

class Remembered<T> {
  private readonly known = new Map<string, T>();

  constructor(private readonly read: (text: string) => T) {}

  get(text: string): T {
    let value = this.known.get(text);
    if (value !== undefined) return value;
    if (this.known.size >= REMEMBERED_MAX) this.known.clear();
    this.known.set(text, value = this.read(text));
    return value;
  }
}

const PLAIN = { toneType: 'none', type: 'array', v: true } as const;
const asSurname = new Remembered((two) => pinyin(two, { ...PLAIN, surname: 'head' }));
const asCharacter = new Remembered((one) => [...new Set(pinyin(one, { ...PLAIN, multiple: true }))]);
const inSimplified = new Remembered((one) => simplified(one));

/** Reads a name in characters, in pinyin with or without tones and spaces, or in letters of another language. */
export function readName(said: string): ReadName {
  const text = said.normalize('NFKC').slice(0, LETTERS_MAX);
  return HAN.test(text) ? inCharacters(text) : inLetters(text);
}

function inCharacters(text: string): ReadName {
  const each = [...text].filter((one) => HAN.test(one)).map((one) => inSimplified.get(one));
  const surname = asSurname.get(each.slice(0, SURNAME_MAX).join(''));
  const readings = each.map((one, index) => {
    const all = [...new Set([...surname.slice(index, index + 1), ...asCharacter.get(one)])];
    return all.slice(0, index === 0 ? 1 : READINGS_OF_ONE);
  });
  const [usual, ...others] = combined(readings).map(readingOf);
  return { characters: each.join(''), readings: [usual!, ...others] };
}

const readingOf = (parts: readonly string[]): Reading => ({ parts, sounds: parts.map(soundOf) });

/** Every way to read the characters, the usual one first. */
function combined(readings: readonly (readonly string[])[]): string[][] {
  let ways: string[][] = [[]];
  for (const each of readings) {
    const taken = ways.length * each.length <= READINGS_MAX ? each : each.slice(0, 1);
    ways = taken.flatMap((one) => ways.map((way) => [...way, one]));
  }
  return ways;
}

function inLetters(text: string): ReadName {
  const words = text.toLowerCase().replaceAll('ü', 'v').replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '')
    .split(/[^a-z]+/).filter((word) => word !== '');
  const parted = words.map(syllablesIn);
  const parts = parted.some((syllables) => syllables === null) ? words : parted.flatMap((syllables) => syllables!);
  return { characters: '', readings: [readingOf(parts)] };
}

/** Some say the surname last. */
export function ordersOf(parts: readonly string[]): (readonly string[])[] {
  if (parts.length < 2) return [parts];
  return [parts, [...parts.slice(1), parts[0]!], [parts.at(-1)!, ...parts.slice(0, -1)]];
}

/** As what a name that is on record is heard: one text for each reading. */
export const soundsOf = (said: string): string[] => heardOnce(readName(said).readings.map(({ parts }) => parts));

/** As what a name that is asked for may have been heard, the surname first or last. */
export const soundsAskedFor = (said: string): string[] =>
  heardOnce(readName(said).readings.flatMap(({ parts }) => ordersOf(parts)));

const heardOnce = (names: readonly (readonly string[])[]): string[] =>
  [...new Set(names.map((parts) => heardAs(parts.join(''))))].filter((heard) => heard !== '');
