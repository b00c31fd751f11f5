import { CHANCES } from './chances.js';
import type { Days, Described } from './described.js';
import type { KnownNames } from './known-names.js';
import { agreementOf, askedName, NAME_LEVELS, type AskedName, type NameLevel } from './name-levels.js';
import { readName, type ReadName } from './names.js';
import { NONE, type Figures, type People } from './people.js';
import { bitsBy, rulerOf, stepOf, type Ruler } from './rulers.js';

export type Field = 'name' | 'sex' | 'born' | 'lost' | 'place' | 'stature' | 'blood' | 'dialect' | 'marks';

/** What one field says for (positive) or against (negative) that it is the same person, in bits. */
export interface Reason {
  readonly field: Field;
  readonly bits: number;
  /** How far the two agree: the level of a name, else the step of its ruler, or how many marks both have. */
  readonly level: NameLevel | number;
}

interface NameWeight {
  readonly level: NameLevel;
  readonly bits: number;
}

const SAMPLE = 2_048;
/** Who was born so far apart at most, in days or in halves of the width of an estimate, is of about the same age. */
const AGE_APART = { days: 1_500, halves: 3 };

/** One question, made ready: what is asked for, and what each agreement with it is worth among the people who are there. */
export class Comparison {
  readonly name: ReadName | null;
  private readonly asked: AskedName | null;
  readonly figures: Figures;
  private readonly bornRuler: Ruler | null;
  private readonly lostRuler: Ruler | null;
  private readonly placeRuler: Ruler | null;
  private readonly statureRuler: Ruler | null;
  private readonly nameWeights = new Map<number, NameWeight>();
  /** Names that sound alike without one syllable in common. */
  private readonly alikeOtherwise = new Set<number>();
  private readonly parts: Uint8Array;
  private readonly nothingSame: NameWeight;
  private readonly sexShare: number;
  private readonly bloodShare: number;
  private readonly step: number;

  constructor(private readonly people: People, private readonly names: KnownNames, asked: Described) {
    this.name = asked.name ? readName(asked.name) : null;
    this.asked = this.name && askedName(this.name);
    this.parts = this.name ? names.partsOf(this.name) : new Uint8Array();
    this.nothingSame = { level: 'nothing-same', bits: Math.log2(CHANCES.name[this.script]['nothing-same']) };
    this.figures = people.figuresOf(asked);
    this.step = Math.max(1, Math.floor(people.size / SAMPLE));
    const { sex, blood, born, lost, place, stature } = this.figures;
    this.sexShare = sex === NONE ? 1 : this.shareWith(sex, (at) => people.sexOf(at));
    this.bloodShare = blood === NONE ? 1 : this.shareWith(blood, (at) => people.bloodOf(at));
    this.bornRuler = born && rulerOf(isDay(born) ? CHANCES.bornOn : CHANCES.bornAbout,
      this.sample((at) => people.bornApart(at, born)));
    // Children are lost young: who was born then was mostly lost then, and that is counted only once.
    const near = born === null ? Infinity : AGE_APART[isDay(born) ? 'days' : 'halves'];
    const isOfAge = (at: number): boolean => born === null || people.bornApart(at, born) <= near;
    this.lostRuler = lost && rulerOf(CHANCES.lost, this.sample((at) => (isOfAge(at) ? people.lostApart(at, lost) : Number.NaN)));
    this.placeRuler = place && rulerOf(CHANCES.place, this.sample((at) => people.placeApart(at, place)));
    this.statureRuler = Number.isNaN(stature)
      ? null : rulerOf(CHANCES.stature, this.sample((at) => people.statureApart(at, stature)));
  }

  /** Whether a name that was found among those of the same sound, or nearly, is one. */
  isAlike(number: number): boolean {
    const compared = this.compareNames(number);
    this.nameWeights.set(number, compared);
    if (!this.names.kept[number]!.parts.some((part) => this.parts[part] === 1)) this.alikeOtherwise.add(number);
    return NAME_LEVELS.indexOf(compared.level) <= NAME_LEVELS.indexOf('one-letter');
  }

  /** All that speaks for and against that person, in bits. */
  bitsOf(at: number): number {
    return this.nameBitsOf(at) + this.sexBits(at) + this.bornBits(at) + this.lostBits(at) + this.placeBits(at)
      + this.statureBits(at) + this.bloodBits(at) + this.dialectBits(at) + this.markBits(at);
  }

  /** The same, field by field; a field that one of the two lacks says nothing and is left out. */
  reasonsOf(at: number): Reason[] {
    const { born, lost, place, stature } = this.figures;
    const level = (ruler: Ruler | null, apart: number): number => (ruler ? stepOf(ruler.bounds, apart) : 0);
    const all: Reason[] = [
      { field: 'name', bits: this.nameBitsOf(at), level: this.nameAt(at)?.level ?? 'nothing-same' },
      { field: 'sex', bits: this.sexBits(at), level: this.people.sexOf(at) === this.figures.sex ? 0 : 1 },
      { field: 'born', bits: this.bornBits(at), level: born ? level(this.bornRuler, this.people.bornApart(at, born)) : 0 },
      { field: 'lost', bits: this.lostBits(at), level: lost ? level(this.lostRuler, this.people.lostApart(at, lost)) : 0 },
      { field: 'place', bits: this.placeBits(at), level: place ? level(this.placeRuler, this.people.placeApart(at, place)) : 0 },
      { field: 'stature', bits: this.statureBits(at), level: level(this.statureRuler, this.people.statureApart(at, stature)) },
      { field: 'blood', bits: this.bloodBits(at), level: this.people.bloodOf(at) === this.figures.blood ? 0 : 1 },
      { field: 'dialect', bits: this.dialectBits(at), level: this.people.dialectOf(at) === this.figures.dialect ? 0 : 1 },
      { field: 'marks', bits: this.markBits(at), level: this.people.marksShared(at, this.figures.marks) ?? 0 },
    ];
    return all.filter(({ bits }) => bits !== 0);
  }

  private nameBitsOf(at: number): number {
    return this.name === null ? 0 : this.nameAt(at)?.bits ?? 0;
  }

  /** By far the most have no sound in common with it: that is seen without looking at the name itself. */
  private nameAt(at: number): NameWeight | null {
    const number = this.people.nameOf(at);
    if (number === null || this.name === null) return null;
    if (!this.people.hasPartOf(at, this.parts) && !this.alikeOtherwise.has(number)) return this.nothingSame;
    let known = this.nameWeights.get(number);
    if (!known) this.nameWeights.set(number, known = this.compareNames(number));
    return known;
  }

  private get script(): 'characters' | 'letters' {
    return this.name?.characters ? 'characters' : 'letters';
  }

  private compareNames(number: number): NameWeight {
    const { level, shared } = agreementOf(this.asked!, this.names.kept[number]!);
    return { level, bits: Math.log2(CHANCES.name[this.script][level] / this.shareOf(level, number, shared)) };
  }

  /** How often a name taken at random agrees as much as this one does. */
  private shareOf(level: NameLevel, number: number, shared: readonly string[]): number {
    const heard = this.names.kept[number]!.heard[0]!;
    const parts = shared.reduce((share, part) => share * this.names.shareOfPart(part), 1);
    switch (level) {
      case 'same-characters': return (this.names.bearersOf(number) + 1) / (this.names.named + 1);
      case 'same-sound': return this.names.shareOfHeard(heard);
      case 'other-order': return Math.max(2 * this.names.shareOfHeard(heard), parts);
      case 'one-letter': return Math.max(this.names.shareOfHeard(heard), parts) * ONE_LETTER_NEIGHBOURS;
      case 'one-part-other': case 'one-part-missing': return parts * (shared.length + 1);
      case 'one-part-same': return Math.min(1, parts * 2);
      case 'nothing-same': return 1;
    }
  }

  private sexBits(at: number): number {
    const theirs = this.people.sexOf(at);
    return equalBits({ asked: this.figures.sex, theirs, chance: CHANCES.sameSex, share: this.sexShare });
  }

  private bornBits(at: number): number {
    return this.bornRuler === null ? 0 : bitsBy(this.bornRuler, this.people.bornApart(at, this.figures.born!));
  }

  private lostBits(at: number): number {
    return this.lostRuler === null ? 0 : bitsBy(this.lostRuler, this.people.lostApart(at, this.figures.lost!));
  }

  private placeBits(at: number): number {
    return this.placeRuler === null ? 0 : bitsBy(this.placeRuler, this.people.placeApart(at, this.figures.place!));
  }

  private statureBits(at: number): number {
    return this.statureRuler === null ? 0 : bitsBy(this.statureRuler, this.people.statureApart(at, this.figures.stature));
  }

  private bloodBits(at: number): number {
    const [asked, theirs] = [this.figures.blood, this.people.bloodOf(at)];
    return equalBits({ asked, theirs, chance: CHANCES.sameBlood, share: this.bloodShare });
  }

  private dialectBits(at: number): number {
    const { dialect: asked, place } = this.figures;
    const apart = place ? this.people.placeApart(at, place) : Number.NaN;
    const share = apart < NEIGHBOURS_KM ? DIALECT_SHARE.near : DIALECT_SHARE.far;
    return equalBits({ asked, theirs: this.people.dialectOf(at), chance: CHANCES.sameDialect, share });
  }

  private markBits(at: number): number {
    const asked = this.figures.marks;
    if (asked.length === 0) return 0;
    const shared = this.people.marksShared(at, asked);
    if (shared === null) return 0;
    return shared * Math.log2(CHANCES.sameMark / MARK_SHARE) + (shared === 0 ? Math.log2(1 - CHANCES.sameMark) : 0);
  }

  /** Share of those of whom it is known that have the same, neither of all nor of nobody. */
  private shareWith(asked: number, codeOf: (at: number) => number): number {
    const known = this.sample(codeOf).filter((code) => code !== NONE);
    const same = known.reduce((sum, code) => sum + Number(code === asked), 0);
    return (same + 1) / (known.length + 2);
  }

  private sample(apart: (at: number) => number): Float64Array {
    const { size } = this.people;
    return Float64Array.from({ length: Math.floor(size / this.step) }, (_, index) => apart(index * this.step));
  }
}

/** Names that are one letter away from a given one, for each that sounds like it: counted over the synthetic set. */
const ONE_LETTER_NEIGHBOURS = 20;
/** Who comes from the same place speaks alike: that says little more than the place has said. */
const DIALECT_SHARE = { near: 0.8, far: 0.1 };
const NEIGHBOURS_KM = 150;
const MARK_SHARE = 0.025;

const isDay = ({ from, to }: Days): boolean => to - from <= 1;

function equalBits({ asked, theirs, chance, share }: { asked: number; theirs: number; chance: number; share: number }): number {
  if (asked === NONE || theirs === NONE) return 0;
  return asked === theirs ? Math.log2(chance / share) : Math.log2((1 - chance) / (1 - share));
}
