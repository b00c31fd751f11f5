import { describe, expect, it } from '@jest/globals';
import type { Described } from './described.js';
import { Matching } from './matching.js';
import { TooManyPeople } from './people.js';

const day = (text: string): number => Date.parse(text) / 86_400_000;
const on = (text: string): { from: number; to: number } => ({ from: day(text), to: day(text) });
const KAIYUAN = { latitude: 23.7146, longitude: 103.2666 };
const HEFEI = { latitude: 31.82, longitude: 117.23 };

const xiaoyu: Described = {
  name: '马小雨', sex: 'female', born: on('2022-02-09'), lost: on('2026-05-01'), place: KAIYUAN,
    height: { cm: 103, on: day('2026-05-01') },
  blood: 'A', dialect: 'southwestern', marks: ['scar:right-knee'],
};

/** People enough for a share of them to mean something; none of them is like the girl. */
const others: Described[] = Array.from({ length: 400 }, (_, index): Described => ({
  name: `${'王李张刘'[index % 4]}${'伟强磊军勇'[index % 5]}${'国建文志东海'[index % 6]}`, sex: index % 3 === 0 ? 'female' : 'male',
  born: on(`${1980 + (index % 30)}-06-15`), lost: on(`${1990 + (index % 30)}-03-0${1 + (index % 9)}`),
  place: { latitude: HEFEI.latitude + (index % 20) / 5, longitude: HEFEI.longitude - (index % 17) / 5 },
  height: { cm: 70 + (index % 60), on: day(`${1990 + (index % 30)}-03-01`) },
}));

const missing = (...more: readonly Described[]): Matching => Matching.of([...others, xiaoyu, ...more], { capacity: 1_000 });
const GIRL = others.length;
const firstOf = (asked: Described, matching = missing()): number | undefined => matching.search(asked)[0]?.person;

describe('Matching (V-9)', () => {
  it.each<[string, Described]>([
    ['a homophone', { name: '马晓雨' }],
    ['pinyin as a southerner says it', { name: 'ma xiaoyu', sex: 'female', born: on('2022-02-09') }],
    ['the name and a birthday by the lunar calendar', { name: '马小玉', born: on('2022-03-11') }],
    ['no name: age, place and day', { sex: 'female', born: { from: day('2021-06-01'), to: day('2022-12-31') }, place: KAIYUAN,
      lost: on('2026-05-02') }],
    ['no name and no place: age and day', { sex: 'female', born: { from: day('2021-06-01'), to: day('2022-12-31') },
      lost: on('2026-05-01') }],
    ['no name and no day: age, place and a mark', { born: { from: day('2021-01-01'), to: day('2023-01-01') }, place: KAIYUAN,
      marks: ['scar:right-knee'] }],
    ['one part of the name wrong, and the age', { name: '马大雨', born: on('2022-02-09'), sex: 'female' }],
  ])('finds a girl by %s', (_, asked) => {
    expect(firstOf(asked)).toBe(GIRL);
  });

  it('says why, field by field, and counts what one of the two lacks neither for nor against', () => {
    const [first] = missing().search({ name: '马晓雨', sex: 'male', born: on('2022-02-09') });
    const reasons = Object.fromEntries(first!.reasons.map(({ field, bits, level }) => [field, [Math.sign(bits), level]]));
    expect(reasons).toEqual({ name: [1, 'same-sound'], sex: [-1, 1], born: [1, 0] });
    expect(first!.reasons.reduce((sum, { bits }) => sum + bits, 0)).toBeCloseTo(first!.bits, 9);
  });

  it('knows that a child grows', () => {
    const later = { sex: 'female', born: on('2022-02-09'), height: { cm: 128, on: day('2030-05-01') } } as const;
    const stature = (cm: number): number =>
      missing().compare({ ...later, height: { ...later.height, cm } }, GIRL).find(({ field }) => field === 'stature')!.bits;
    expect(stature(128)).toBeGreaterThan(0);
    expect(stature(103)).toBeLessThan(stature(128));
  });

  it('gives the chances of all who come into question, and of nobody being it, one in all', () => {
    const twin: Described = { ...xiaoyu, name: '马小雪' };
    const asked: Described = { sex: 'female', born: on('2022-02-09'), place: KAIYUAN, lost: on('2026-05-01') };
    const alone = missing().search(asked)[0]!.chance;
    const [one, two, ...rest] = missing(twin).search(asked);
    expect(alone).toBeGreaterThan(0.9);
    expect(one!.chance).toBeCloseTo(two!.chance, 6);
    expect(one!.chance).toBeLessThan(0.5);
    expect([one!, two!, ...rest].reduce((sum, { chance }) => sum + chance, 0)).toBeLessThanOrEqual(1);
    expect(missing().search(asked, { present: 0.001 })[0]!.chance).toBeLessThan(alone);
  });

  it('finds who was added later, and nobody who was removed', () => {
    const matching = missing();
    const later = matching.add({ ...xiaoyu, name: '普阿妹' });
    expect(firstOf({ name: '普阿妹' }, matching)).toBe(later);
    matching.remove(later);
    expect(matching.search({ name: '普阿妹' }).some(({ person }) => person === later)).toBe(false);
    expect(firstOf({ name: '马小雨' }, matching)).toBe(GIRL);
  });

  it('forgets who was removed, and the name with the last one who bears it', () => {
    const matching = missing({ ...xiaoyu, born: on('2015-01-01') });
    const named = (): number => matching.search({ name: '马小雨' }).filter(({ person }) => person >= GIRL).length;
    expect(named()).toBe(2);
    matching.remove(GIRL);
    matching.remove(GIRL);
    expect(named()).toBe(1);
    expect(matching.compare(xiaoyu, GIRL)).toEqual([]);
    matching.remove(GIRL + 1);
    expect(JSON.stringify((matching as unknown as { names: { kept: unknown } }).names.kept)).not.toContain('马小雨');
    expect(firstOf({ name: '马小雨' }, matching)).not.toBe(GIRL);
    const again = matching.add(xiaoyu);
    expect(firstOf({ name: 'ma xiaoyu' }, matching)).toBe(again);
  });

  it('learns nothing from a question: a mark, a dialect or a blood group that nobody has speaks against all who have one', () => {
    const matching = missing();
    const asked: Described = { name: '马小雨', marks: ['burn:left-hand'], dialect: 'of-nobody', blood: 'B' };
    for (const field of ['marks', 'dialect', 'blood'])
      expect(matching.compare(asked, GIRL).find((reason) => reason.field === field)!.bits).toBeLessThan(0);
    const twice = (): unknown => matching.compare(asked, GIRL);
    expect(twice()).toEqual(twice());
  });

  it('finds somebody whose birth is not known, and asks for somebody whose birth is not known', () => {
    const unborn: Described = { name: '马小鱼', sex: 'female', lost: on('2026-05-03'), place: KAIYUAN };
    const matching = missing(unborn);
    expect(matching.search({ place: KAIYUAN, lost: on('2026-05-03') }).map(({ person }) => person)).toEqual(
      expect.arrayContaining([GIRL, GIRL + 1]));
    expect(firstOf({ ...unborn, born: on('2020-01-01') }, matching)).toBe(GIRL + 1);
  });

  it('answers no more than was asked for, and nothing where nothing is known', () => {
    expect(missing().search({ place: HEFEI, born: { from: day('1980-01-01'), to: day('2010-01-01') } },
      { limit: 3 })).toHaveLength(3);
    expect(missing().search({})).toEqual([]);
  });

  it('refuses more people than there is room for', () => {
    expect(() => Matching.of([xiaoyu, xiaoyu], { capacity: 1 })).toThrow(TooManyPeople);
    expect(() => Matching.of([], { capacity: 3_000_000 })).toThrow(TooManyPeople);
  });
});
