import { ClockRules } from '#clocks';
import { Refusal, type Actor, type Fact } from '#contracts';
import type { Receiver } from '#stages';
import type { Care } from '../src/domain/decision.js';
import { Placement } from '../src/domain/placement.js';

export const rules = new ClockRules();
export const id = (n: number): string => `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const at = (day: number): string => `2026-07-${String(day).padStart(2, '0')}T02:00:00.000Z`;

export const officer: Actor = { personId: id(1), unitId: '532528-psb', post: 'officer' };
export const worker: Actor = { personId: id(2), unitId: '532500-relief-station', post: 'placement-worker' };
export const stranger: Actor = { personId: id(3), unitId: '532501-civil-affairs', post: 'placement-worker' };
const receiver: Receiver = {
  unitId: worker.unitId, unitKind: 'relief-station', superiorUnit: '532500-civil-affairs', isHeadOfBureau: false,
};

export const HOUSEHOLD = id(50);
export const VICTIM = id(10);
/** By what somebody of the household is recognised: the keyed digest of a national id. */
export const MARK = 'a'.repeat(64);

export function anOffered(): Placement {
  const [placement] = Placement.open({
    id: id(100), caseId: id(101), victimId: VICTIM, by: officer, at: at(1), requestId: id(102),
  });
  placement.offerStage({ offerId: id(103), by: officer, toUnit: worker.unitId, at: at(1), expiresAt: at(3) }, receiver);
  return placement;
}

export function anAccepted(): Placement {
  const placement = anOffered();
  placement.acceptStage({ offerId: id(103), by: worker, at: at(2) }, receiver);
  return placement;
}

export const receive = (placement: Placement, given: Partial<Parameters<Placement['receive']>[0]> = {}): Fact[] =>
  placement.receive({ by: worker, at: at(3), holder: worker.unitId, heldSince: at(2), clockId: id(104), rules, ...given });

export function aReceived(): Placement {
  const placement = anAccepted();
  receive(placement);
  return placement;
}

export const assess = (placement: Placement, given: Partial<Parameters<Placement['assessHousehold']>[0]> = {}): Fact[] =>
  placement.assessHousehold({
    by: worker, at: at(4), householdId: HOUSEHOLD, suitable: true, isBuyer: false, marks: [MARK], ...given,
  });

export const decide = (placement: Placement, given: Partial<Parameters<Placement['decide']>[0]> = {}): Fact[] =>
  placement.decide({
    by: worker, at: at(5), decision: { kind: 'birth-family', householdId: HOUSEHOLD }, isMinor: true, isBuyer: false,
    marks: [MARK], relations: ['mother'], promisedAbroad: null, ...given,
  });

const WITH_US: Care = { unitId: worker.unitId, since: at(2), isAbroad: false, relativeMarks: [], ending: null };
/** Who has the person: the unit that places, unless it is said otherwise. */
export const care = (given: Partial<Care> = {}): Care => ({ ...WITH_US, ...given });

export function takeEffect(
  placement: Placement, given: Partial<Parameters<Placement['takeEffect']>[0]> = {},
): Fact[] {
  let next = 200;
  return placement.takeEffect({
    by: worker, at: at(6), isBuyer: false, isBuyerBehind: false, isMinor: true, care: WITH_US, rules,
    newId: () => id(next += 1), ...given,
  });
}

/** When a visit that is due counts for its month. */
export const opensAt = (month: number): string =>
  rules.series('follow-up-visit', at(6)).find((planned) => planned.month === month)!.opensAt;

export function inEffect(): Placement {
  const placement = aReceived();
  decide(placement);
  takeEffect(placement);
  return placement;
}

export const types = (facts: readonly Fact[]): string[] => facts.map(({ type }) => type);

/** The code of the refusal; the placement is as it was before. */
export function refused(placement: Placement, act: () => unknown): string {
  const before = JSON.stringify(placement);
  try {
    act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return JSON.stringify(placement) === before ? error.code : `${error.code}, and something has changed`;
  }
  return 'no refusal';
}

let watched = 9_000;
/** The deadlines under which it stands, when it is kept as it is now. */
export function under(placement: Placement, when: string): string[] {
  placement.watch({ at: when, rules, newId: () => id(watched += 1) });
  return placement.clocks.allRunning().map(({ rule }) => rule).sort();
}
