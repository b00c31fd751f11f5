import { pinyin } from 'pinyin-pro';
import { Converter } from 'opencc-js/cn2t';
import { readName, type Days, type Described, type Place } from '#matching';
import { CORRUPTION, GIVEN, MARK_CODES } from './parameters.js';
import { foundOn, onDay, tall, within, type Truth } from './population.js';
import { type Dice, Urn } from './random.js';

export const KINDS = ['characters', 'pinyin', 'nameless'] as const;
export type Kind = (typeof KINDS)[number];

const YEAR_DAYS = 365.25;
const traditional = Converter({ from: 'cn', to: 't' });
const GIVEN_ALL = [...new Set([...GIVEN.male, ...GIVEN.female])];
const bySound = Map.groupBy(GIVEN_ALL, (one) => readName(one).readings[0].parts[0]!);

const urns = {
  characters: Urn.of(CORRUPTION.characters), pinyin: Urn.of(CORRUPTION.pinyin), sex: Urn.of(CORRUPTION.sex),
  born: Urn.of(CORRUPTION.bornKnown),
};
const named = { place: Urn.of(CORRUPTION.place), lost: Urn.of(CORRUPTION.lost) };
const nameless = { place: Urn.of(CORRUPTION.placeWithoutName), lost: Urn.of(CORRUPTION.lostWithoutName) };

/** What is known of the same person where they were found, in another place and years later. */
export function askedOf(truth: Truth, kind: Kind, dice: Dice): Described {
  const { known, marks, statureSpread } = CORRUPTION;
  const found = foundOn(dice, truth);
  const sex = urns.sex.draw(dice);
  const of = kind === 'nameless' ? nameless : named;
  const kept = truth.marks.filter(() => dice.chance(marks.kept));
  return {
    ...(kind === 'characters' && { name: inCharacters(truth.name, dice) }),
      ...(kind === 'pinyin' && { name: inPinyin(truth.name, dice) }),
    ...(sex !== 'unknown' && { sex: sex === 'right' ? truth.sex : truth.sex === 'male' ? 'female' : 'male' }),
    ...spanOf('born', kind === 'nameless' ? estimated(truth.born, dice) : said(truth.born, dice)),
    ...spanOf('lost', lostOf(truth.lost, of.lost.draw(dice), dice)),
    ...placeOf(truth.place, of.place.draw(dice), dice),
    ...(dice.chance(known.height) && {
      height: { cm: tall({ ...truth, stature: truth.stature + statureSpread * dice.normal() }, found, dice), on: found },
    }),
    ...(dice.chance(known.blood) && { blood: dice.chance(CORRUPTION.bloodWrong) ? 'AB' : truth.blood }),
    ...(dice.chance(known.dialect) && {
      dialect: dice.chance(CORRUPTION.dialectOther) ? `dialect-${dice.whole(0, 9)}` : truth.dialect }),
    marks: dice.chance(marks.added) ? [...kept, `mark-${dice.whole(1, MARK_CODES)}`] : kept,
  };
}

const spanOf = <K extends 'born' | 'lost'>(field: K, days: Days | null): Partial<Record<K, Days>> =>
  (days ? { [field]: days } as Partial<Record<K, Days>> : {});

function inCharacters(name: string, dice: Dice): string {
  const each = [...name];
  const given = dice.whole(Math.max(1, each.length - 2), each.length - 1);
  const sameSound = (one: string): string => dice.one(bySound.get(readName(one).readings[0].parts[0]!) ?? [one]);
  switch (urns.characters.draw(dice)) {
    case 'none': return name;
    case 'other-character-same-sound': return each.with(given, sameSound(each[given]!)).join('');
    case 'all-characters-same-sound': return each.map((one, at) => (at === 0 ? one : sameSound(one))).join('');
    case 'other-character': return each.with(given, dice.one(GIVEN_ALL)).join('');
    case 'character-missing': return each.length > 2 ? each.toSpliced(given, 1).join('') : name;
    case 'character-more': return each.toSpliced(1, 0, '小').join('');
    case 'other-order': return [...each.slice(1), each[0]!].join('');
    case 'traditional': return traditional(name);
  }
}

function inPinyin(name: string, dice: Dice): string {
  const parts = pinyin(name, { toneType: 'none', type: 'array', v: true, surname: 'head' });
  const joined = (heard: readonly string[]): string => heard.join(dice.chance(CORRUPTION.pinyinWithoutSpaces) ? '' : ' ');
  switch (urns.pinyin.draw(dice)) {
    case 'none': return joined(parts);
    case 'letter-wrong': return mistyped(joined(parts), dice);
    case 'southern': return joined(parts.map(southern));
    case 'other-order': return joined([...parts.slice(1), parts[0]!]);
    case 'syllable-missing': return joined(parts.length > 2 ? parts.toSpliced(dice.whole(1, parts.length - 1), 1) : parts);
  }
}

const southern = (syllable: string): string =>
  syllable.replace(/^([zcs])h/, '$1').replace(/^n/, 'l').replace(/([aei])ng$/, '$1n');

/** One letter wrong, missing, too many, or exchanged with the next. */
function mistyped(typed: string, dice: Dice): string {
  const [letters, at, other] = [[...typed], dice.whole(0, typed.length - 2), String.fromCharCode(97 + dice.whole(0, 25))];
  switch (dice.whole(0, 3)) {
    case 0: return letters.with(at, other).join('');
    case 1: return letters.toSpliced(at, 1).join('');
    case 2: return letters.toSpliced(at, 0, other).join('');
    default: return letters.toSpliced(at, 2, letters[at + 1]!, letters[at]!).join('');
  }
}

function said(born: number, dice: Dice): Days | null {
  const off = (years: number): Days => onDay(born + Math.round((dice.chance(0.5) ? years : -years) * YEAR_DAYS));
  switch (urns.born.draw(dice)) {
    case 'exact': return onDay(born);
    case 'lunar': return onDay(born + (dice.chance(0.5) ? 1 : -1) * dice.whole(18, 52));
    case 'one-year': return off(1);
    case 'two-years': return off(2);
    case 'four-years': return off(4);
    case 'unknown': return null;
  }
}

function estimated(born: number, dice: Dice): Days {
  const { spread, saidWithin } = CORRUPTION.bornEstimated;
  const middle = born + dice.normal() * spread * YEAR_DAYS;
  return { from: Math.floor(middle - saidWithin * YEAR_DAYS), to: Math.floor(middle + saidWithin * YEAR_DAYS) };
}

function lostOf(lost: number, said: keyof typeof CORRUPTION.lost, dice: Dice): Days | null {
  const off = (days: number): Days => onDay(Math.floor(lost + dice.normal() * days));
  switch (said) {
    case 'exact': return onDay(lost);
    case 'week': return off(4);
    case 'month': return off(20);
    case 'half-year': return off(100);
    case 'two-years': return off(500);
    case 'unknown': return null;
  }
}

function placeOf(place: Place, said: keyof typeof CORRUPTION.place, dice: Dice): { place?: Place } {
  const { nearKm, otherCountyKm, farKm } = CORRUPTION;
  switch (said) {
    case 'near': return { place: within(dice, place, dice.waiting(nearKm)) };
    case 'other-county': return { place: within(dice, place, otherCountyKm) };
    case 'far': return { place: within(dice, place, farKm) };
    case 'unknown': return {};
  }
}
