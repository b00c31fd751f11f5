import type { BloodType, Described, Place } from '#matching';
import {
  BLOOD, DIALECT_STRAYS, GIVEN, GIVEN_FALL, LOST_AT, LOST_IN, MALE_SHARE, MARK_CODES, PROVINCES, RARE_SURNAMES,
  RARE_SURNAME_SHARE, RECORDED,
  SHORT_NAME_SHARE, SURNAME_FALL, SURNAMES, TOWN_RADIUS_KM, TOWNS_PER_MILLION,
} from './parameters.js';
import { type Dice, Urn } from './random.js';

const YEAR_DAYS = 365.25;
const FIRST_YEAR = 1970;
const DEGREE_KM = 111.2;
/** What is written on the family's paper: 2 cm are not noticed. */
const MEASURED_CM = 2;
const FOUND_LATEST = 56 * YEAR_DAYS;

/** Who somebody is, whatever anybody wrote down. */
export interface Truth {
  readonly name: string;
  readonly sex: 'female' | 'male';
  readonly born: number;
  readonly lost: number;
  readonly place: Place;
  /** Standard deviations from the middle of those of the same age. */
  readonly stature: number;
  readonly blood: BloodType;
  readonly dialect: string;
  readonly marks: readonly string[];
}

interface Town {
  readonly place: Place;
  readonly dialect: string;
}

/** Draws people, the same ones for the same seed. */
export class Population {
  private readonly surnames = Urn.ranked(SURNAMES, SURNAME_FALL);
  private readonly given = {
    male: Urn.ranked(GIVEN.male, GIVEN_FALL), female: Urn.ranked(GIVEN.female, GIVEN_FALL),
  };
  private readonly bloods = Urn.of(BLOOD);
  private readonly agesAtLoss = Urn.of(LOST_AT);
  private readonly decades = Urn.of(LOST_IN);
  private readonly towns: Urn<Town>;

  constructor(private readonly dice: Dice) {
    const weights: number[] = [];
    const towns = PROVINCES.flatMap(([, latitude, longitude, millions, radiusKm], province) => {
      const many = Math.ceil(millions * TOWNS_PER_MILLION);
      const harmonic = Array.from({ length: many }, (_, rank) => 1 / (rank + 1)).reduce((sum, share) => sum + share, 0);
      return Array.from({ length: many }, (_, rank): Town => {
        weights.push(millions / (rank + 1) / harmonic);
        const middle = { latitude, longitude };
        return { place: rank === 0 ? middle : within(dice, middle, radiusKm), dialect: `dialect-${province % 10}` };
      });
    });
    this.towns = new Urn(towns, weights);
  }

  draw(): Truth {
    const { dice } = this;
    const sex = dice.chance(MALE_SHARE) ? 'male' : 'female';
    const town = this.towns.draw(dice);
    const lost = (Number(this.decades.draw(dice)) + dice.whole(0, 4) - FIRST_YEAR + dice.roll()) * YEAR_DAYS;
    return {
      name: this.nameOf(sex), sex, lost: Math.floor(lost),
      born: Math.floor(lost - (Number(this.agesAtLoss.draw(dice)) + dice.roll()) * YEAR_DAYS),
      place: within(dice, town.place, TOWN_RADIUS_KM), stature: dice.normal(), blood: this.bloods.draw(dice),
      dialect: dice.chance(DIALECT_STRAYS) ? `dialect-${dice.whole(0, 9)}` : town.dialect,
      marks: Array.from({ length: dice.chance(RECORDED.marks) ? dice.whole(1, 2) : 0 }, () => `mark-${dice.whole(1, MARK_CODES)}`),
    };
  }

  /** What the family said when they reported it: what they say is right, and much is left unsaid. */
  reportOf(truth: Truth): Described {
    const { dice } = this;
    const { name, sex, born, lost, place, blood, dialect, marks } = truth;
    return {
      name, sex, born: onDay(born), lost: onDay(lost), place, marks,
      ...(dice.chance(RECORDED.blood) && { blood }), ...(dice.chance(RECORDED.dialect) && { dialect }),
      ...(dice.chance(RECORDED.height) && { height: { cm: tall(truth, lost, dice), on: lost } }),
    };
  }

  private nameOf(sex: 'female' | 'male'): string {
    const { dice } = this;
    const surname = dice.chance(RARE_SURNAME_SHARE) ? dice.one(RARE_SURNAMES) : this.surnames.draw(dice);
    const given = this.given[sex];
    return surname + given.draw(dice) + (dice.chance(SHORT_NAME_SHARE) ? '' : given.draw(dice));
  }
}

export const onDay = (day: number): { from: number; to: number } => ({ from: day, to: day });

/** Between the day of the loss and the last day of the set. */
export const foundOn = (dice: Dice, { lost }: Truth): number =>
  Math.min(FOUND_LATEST, Math.floor(lost + dice.waiting(6 * YEAR_DAYS)));

/** A place at most so far away, every spot of the ground as likely as the other. */
export function within(dice: Dice, { latitude, longitude }: Place, km: number): Place {
  const [far, turn] = [km * Math.sqrt(dice.roll()), 2 * Math.PI * dice.roll()];
  return {
    latitude: latitude + (far * Math.sin(turn)) / DEGREE_KM,
    longitude: longitude + (far * Math.cos(turn)) / (DEGREE_KM * Math.cos((latitude * Math.PI) / 180)),
  };
}

/** Roughly: 76 cm at one year, 7 more each year until grown; what the engine expects is a published table and not this line. */
export function tall({ born, stature, sex }: Truth, on: number, dice: Dice): number {
  const years = Math.max(0, (on - born) / YEAR_DAYS);
  const grown = sex === 'male' ? 172 : 160;
  const middle = Math.min(grown, years < 1 ? 50 + 26 * years : years < 3 ? 76 + 10.3 * (years - 1) : 96.6 + 6.4 * (years - 3));
  return Math.round(middle * (1 + 0.04 * stature) + MEASURED_CM * dice.normal() * 0.5);
}
