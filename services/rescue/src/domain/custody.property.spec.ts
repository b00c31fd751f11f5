import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ClockRules } from '#clocks';
import { Refusal, type Actor, type Fact, type Instant } from '#contracts';
import type { CareInterval } from './care.js';
import { Custody } from './custody.js';
import type { KnownHit } from './kinship.js';

const rules = new ClockRules();
const id = (n: number): string => `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`;
const START_MS = Date.parse('2026-09-16T07:30:00.000Z');
const minute = (n: number): Instant => new Date(START_MS + n * 60_000).toISOString();

const UNITS = ['341226-psb', '341226-relief-station', '341226-hospital', '532503-civil-affairs'] as const;
const actor = (unit: number, person: number): Actor =>
  ({ unitId: UNITS[unit]!, personId: id(10 + unit * 10 + person), post: 'officer' });
const MOTHER = id(90);
const hitOf = ({ victimId }: Custody): KnownHit => ({
  hitId: id(91), relation: 'duo-mother', victimId, parents: [{ personId: MOTHER, relation: 'mother' }], confirmedAt: minute(0),
});

/** What somebody does, some minutes after the last recorded moment, as of some minutes before. */
const step = fc.record({
  what: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('offer' as const, 'accept' as const) },
    { weight: 2, arbitrary: fc.constantFrom('decline' as const, 'wait' as const, 'prove' as const) },
    { weight: 3, arbitrary: fc.constantFrom('relative' as const, 'retake' as const) },
    { weight: 1, arbitrary: fc.constantFrom('abroad' as const, 'own-will' as const, 'end' as const) },
  ),
  unit: fc.nat(UNITS.length - 1), person: fc.nat(2), toUnit: fc.nat(UNITS.length - 1), toPerson: fc.option(fc.nat(2)),
  byHolder: fc.boolean(), after: fc.nat(90), backdated: fc.nat(150), isMinor: fc.boolean(),
  isBuyer: fc.nat(4).map((n) => n === 0),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** One life of a custody: every refusal is an answer, every fact is kept with the time of its envelope. */
class Life {
  readonly custody: Custody;
  readonly facts: { at: Instant; fact: Fact }[] = [];
  private now = 0;
  private offers = 0;

  constructor() {
    const [custody, taken] = Custody.take({
      id: id(1), caseId: id(2), victimId: id(3), rescueId: id(4), by: actor(0, 0), at: minute(0),
    });
    this.custody = custody;
    this.say(minute(0), taken);
  }

  take(given: Step): void {
    this.now += given.after;
    if (given.what === 'wait') this.sweep();
    const at = minute(Math.max(0, this.now - given.backdated));
    try {
      this.say(at, this.act(given, at));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  private whoDoes({ byHolder, unit, person }: Step): Actor {
    const { holder } = this.custody;
    if (!byHolder) return actor(unit, person);
    return holder?.kind === 'unit' ? { ...holder, post: 'officer' } : actor(0, 0);
  }

  private act(given: Step, at: Instant): Fact[] {
    const { custody } = this;
    const by = this.whoDoes(given);
    const receiver = { ...actor(0, given.person), ...(custody.offer && { unitId: custody.offer.toUnit }) };
    if (custody.offer?.toPerson) receiver.personId = custody.offer.toPerson;
    const offerId = custody.offer?.offerId ?? id(1000 + this.offers);
    switch (given.what) {
      case 'offer': return custody.offerTo({
        by, at, now: minute(this.now), offerId: id(1000 + (this.offers += 1)), isBuyer: given.isBuyer && !given.byHolder, rules,
        carer: {
          unitId: UNITS[given.toUnit]!, unitKind: 'relief-station', superiorUnit: '341200-civil-affairs',
          personId: given.toPerson === null ? undefined : actor(given.toUnit, given.toPerson).personId,
        },
        holderKind: 'public-security',
      });
      case 'accept': return custody.accept({ by: given.byHolder ? receiver : by, at, offerId, isBuyer: false });
      case 'decline': return custody.decline({ by: given.byHolder ? receiver : by, at, offerId });
      case 'prove': return custody.proveKinship({
        by, at, isBuyer: given.isBuyer, involved: [...UNITS],
        claim: { relativeId: MOTHER, relation: 'mother', proof: 'dna', hits: [hitOf(custody)], identityDigest: 'a'.repeat(64) },
      });
      case 'relative': return custody.handToRelative({
        by, at, relativeId: MOTHER, relation: 'mother', witnesses: ['social-worker'],
        isMinor: given.isMinor, isBuyer: given.isBuyer, isBuyerBehind: false,
      });
      case 'abroad': return custody.handAbroad({ toUnit: 'vn-10-border', toPerson: id(95), at });
      case 'own-will': return custody.goOwnWay({ by, at, isMinor: given.isMinor });
      case 'end': return custody.end({ by, at, reason: 'with-family', isAbroad: false, isBuyer: false, involved: [...UNITS] });
      case 'retake': return custody.retake({
        rescueId: id(4), by, at, grounds: 'in-danger', documentNumber: 'YS-2026-77', isMinor: given.isMinor, isBuyer: false,
        involved: [...UNITS],
      });
      case 'wait': return [];
    }
  }

  private sweep(): void {
    for (let next = this.custody.whenNext(); next !== null && next <= minute(this.now); next = this.custody.whenNext())
      this.say(next, this.custody.tick(next));
  }

  private say(at: Instant, facts: readonly Fact[]): void {
    this.facts.push(...facts.map((fact) => ({ at, fact })));
  }
}

interface Holding {
  kind: 'unit' | 'relative';
  unitId?: string;
  personId?: string;
  relation?: string;
}

/** Who has the victim, told from the facts alone, as any other service has to. */
function folded(facts: Life['facts']): CareInterval[] {
  const intervals: { holder: Holding; from: Instant; to: Instant | null }[] = [];
  for (const { at, fact } of facts) {
    if (!['rescue.custody-taken', 'rescue.custody-transferred', 'rescue.custody-ended'].includes(fact.type)) continue;
    const last = intervals.at(-1);
    if (last) last.to ??= at;
    if (fact.type === 'rescue.custody-ended') continue;
    const { kind, unitId, personId, relation } = fact.data as Holding;
    intervals.push({ holder: kind === 'unit' ? { kind, unitId, personId } : { kind, personId, relation }, from: at, to: null });
  }
  return intervals as CareInterval[];
}

function life(steps: readonly Step[]): Life {
  const one = new Life();
  steps.forEach((given) => one.take(given));
  return one;
}

const holdersAt = (intervals: readonly CareInterval[], at: Instant): number =>
  intervals.filter(({ from, to }) => from <= at && (to === null || at < to)).length;

const lives = fc.array(step, { minLength: 1, maxLength: 40, size: 'max' });

describe('The care of a person, whatever people do (R-4)', () => {
  it('tiles time: from the rescue on, exactly one holder at any minute until care has ended, and from a retaking on again', () => {
    fc.assert(fc.property(lives, fc.nat(6_000), (steps, someMinute) => {
      const { custody, facts } = life(steps);
      const intervals = folded(facts);
      const ends = facts.filter(({ fact }) => fact.type === 'rescue.custody-ended').map(({ at }) => at);
      expect(intervals[0]!.from).toBe(minute(0));
      intervals.slice(1).forEach((interval, index) => {
        const before = intervals[index]!.to!;
        expect(ends.includes(before) ? interval.from >= before : interval.from === before).toBe(true);
      });
      intervals.forEach(({ from, to }) => expect(to === null || from <= to).toBe(true));
      const end = custody.holder === null ? custody.since : null;
      const at = minute(someMinute);
      const isHome = intervals.some(({ to }, index) =>
        to !== null && ends.includes(to) && at >= to && (index === intervals.length - 1 || at < intervals[index + 1]!.from));
      expect(holdersAt(intervals, at)).toBe((end !== null && at >= end) || isHome ? 0 : 1);
    }), { numRuns: 1_000 });
  });

  it('is told by its facts exactly as the record tells it', () => {
    const seen = new Set<string>();
    fc.assert(fc.property(lives, (steps) => {
      const { custody, facts } = life(steps);
      facts.forEach(({ fact }) => seen.add(fact.type));
      expect(folded(facts)).toEqual(custody.history);
    }), { numRuns: 500 });
    // Or else the lives were too quiet to prove anything.
    expect([...seen].filter((type) => type.startsWith('rescue.')).sort()).toEqual([
      'rescue.custody-declined', 'rescue.custody-ended', 'rescue.custody-offer-expired', 'rescue.custody-offered',
      'rescue.custody-taken', 'rescue.custody-transferred', 'rescue.kinship-proven', 'rescue.protection-taken',
    ]);
  });

  it('passes only to whoever has taken the victim: an answered offer, a proven relative, both signatures, or protection', () => {
    fc.assert(fc.property(lives, (steps) => {
      const { facts } = life(steps);
      const [offered, answered] = [new Set<string>(), new Set<string>()];
      let [isProven, isProtection] = [false, false];
      for (const { fact } of facts) {
        const data = fact.data as { offerId?: string; kind?: string; unitId?: string };
        if (fact.type === 'rescue.custody-offered') offered.add(data.offerId!);
        if (fact.type === 'rescue.kinship-proven') isProven = true;
        if (fact.type === 'rescue.custody-transferred') {
          const isAccepted = data.offerId !== undefined && offered.has(data.offerId) && !answered.has(data.offerId);
          expect(isAccepted || isProtection || (data.kind === 'relative' ? isProven : data.unitId === 'vn-10-border')).toBe(true);
        }
        isProtection = fact.type === 'rescue.protection-taken';
        if (fact.type !== 'rescue.custody-offered' && data.offerId) answered.add(data.offerId);
      }
    }), { numRuns: 500 });
  });
});
