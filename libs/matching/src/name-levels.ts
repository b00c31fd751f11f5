import type { KnownName } from './known-names.js';
import { heardAs, ordersOf, type ReadName } from './names.js';

/** How far two names agree, the best first. */
export const NAME_LEVELS = [
  'same-characters', 'same-sound', 'other-order', 'one-letter',
  'one-part-other', 'one-part-missing', 'one-part-same', 'nothing-same',
] as const;
export type NameLevel = (typeof NAME_LEVELS)[number];

export interface NameAgreement {
  readonly level: NameLevel;
  /** The sounds that both have. */
  readonly shared: readonly string[];
}

/** A name that is asked for, with everything that it may have been heard as: made once for a question. */
export interface AskedName {
  /** Empty for a name in letters. */
  readonly characters: string;
  readonly letters: readonly string[];
  readonly heard: readonly string[];
  /** The same, with the surname first or last. */
  readonly heardInAnyOrder: ReadonlySet<string>;
  readonly sounds: readonly (readonly string[])[];
}

export function askedName({ characters, readings }: ReadName): AskedName {
  const letters = readings.map(({ parts }) => parts.join(''));
  const ordered = readings.flatMap(({ parts }) => ordersOf(parts));
  return {
    characters, letters, heard: letters.map(heardAs), heardInAnyOrder: new Set(ordered.map((parts) => heardAs(parts.join('')))),
    sounds: readings.map(({ sounds }) => sounds),
  };
}

/** Compares the name that is asked for with one that is known. */
export function agreementOf(asked: AskedName, known: KnownName): NameAgreement {
  const theirs = known.sounds.split(' ');
  if (asked.characters !== '' && asked.characters === known.written) return { level: 'same-characters', shared: theirs };
  if (known.heard.some((heard) => asked.heard.includes(heard))) return { level: 'same-sound', shared: theirs };
  if (known.heard.some((heard) => asked.heardInAnyOrder.has(heard))) return { level: 'other-order', shared: theirs };
  const isNear = (ours: readonly string[], others: readonly string[]): boolean =>
    ours.some((one) => others.some((other) => isOneLetterApart(one, other)));
  if (isNear(asked.letters, known.letters) || isNear(asked.heard, known.heard)) return { level: 'one-letter', shared: theirs };
  return byParts(asked.sounds, theirs);
}

function byParts(readings: readonly (readonly string[])[], theirs: readonly string[]): NameAgreement {
  let [shared, length]: [readonly string[], number] = [[], 0];
  for (const sounds of readings) {
    const both = inCommon(sounds, theirs);
    if (both.length > shared.length) [shared, length] = [both, sounds.length];
  }
  if (shared.length === 0) return { level: 'nothing-same', shared };
  if (length === theirs.length && shared.length === length - 1 && length > 2) return { level: 'one-part-other', shared };
  if (Math.abs(length - theirs.length) === 1 && shared.length === Math.min(length, theirs.length) && shared.length > 1)
    return { level: 'one-part-missing', shared };
  return { level: 'one-part-same', shared };
}

/** The parts that both have, in whatever place: a child mixes them up. */
function inCommon(a: readonly string[], b: readonly string[]): string[] {
  const left = [...b];
  return a.filter((part) => {
    const at = left.indexOf(part);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** One letter more, one fewer, another one, or two that stand next to each other exchanged. */
export function isOneLetterApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
  const [restA, restB] = [a.slice(from, endA), b.slice(from, endB)];
  return Math.max(restA.length, restB.length) <= 1 || (restA.length === 2 && restA === `${restB[1]}${restB[0]}`);
}
