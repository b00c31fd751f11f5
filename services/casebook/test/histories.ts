import fc from 'fast-check';
import {
  ClockOverdue, ClockStarted, ClockStopped, ClockWarned, CustodyEnded, CustodyOffered, CustodyTaken, CustodyTransferred, fact,
  MeasureTaken, PersonRescued, StageAccepted, StageClosed, StageExpired, StageOffered, StageOpened, StageReturned,
  type Fact, type StageKind,
} from '#contracts';
import { idOf, minute, type Saying } from './sayings.js';

const UNITS = ['532503-psb', '532500-psb', '532528-psb', '341226-psb'];
const DUE = minute(100_000);

export interface History {
  readonly sayings: Saying[];
  readonly endsAt: number;
}

type Move = { readonly kind: number; readonly who: number; readonly wait: number };

const moves = (max: number): fc.Arbitrary<Move[]> => fc.array(
  fc.record({ kind: fc.nat(5), who: fc.nat(UNITS.length - 1), wait: fc.nat(600) }), { maxLength: max });

/** A stage as the protocol lets it go: opened, offered, answered or not, handed on, closed or still open. */
export const stageHistory = (
  given: { caseId: string; stageId: string; stage: StageKind; begins?: number; requestId?: string },
): fc.Arbitrary<History> => fc.tuple(moves(12), fc.boolean()).map(([steps, closes]) => {
  const { caseId, stageId, stage, begins = 0 } = given;
  const named = { stageId, stage };
  const answering = (who: number) => ({ unitId: UNITS[who]!, personId: idOf(900 + who) });
  let [now, answers, offer, clock, isRunning] = [begins, answering(0), 0, 0, false];
  const sayings: Saying[] = [];
  const say = (...facts: Fact[]) => sayings.push({ source: stage, caseId, subjectId: stageId, at: minute(now), facts });
  const always = { clockId: idOf(Number(stageId.slice(-12)) * 10_000 + 9_999), rule: 'stage-next-step' as const };
  say(
    fact(StageOpened, { ...named, ...answers, requestId: given.requestId }),
    fact(ClockStarted, { ...always, ...answers, dueAt: DUE, ruleVersion: 1 }),
  );
  for (const { kind, who, wait } of steps) {
    now += wait;
    const offerId = idOf(offer);
    const clockId = idOf(Number(stageId.slice(-12)) * 10_000 + clock);
    const clocked = { clockId, rule: 'cold-case-review' as const, ...answers, dueAt: DUE };
    if (kind === 0 && offer % 2 === 0) {
      offer += 1;
      say(
        fact(StageOffered, {
          ...named,
          offerId: idOf(offer),
          fromUnit: answers.unitId, fromPerson: answers.personId,
          toUnit: UNITS[who]!,
          expiresAt: DUE,
        }),
      );
    } else if (kind <= 2 && offer % 2 === 1) {
      offer += 1;
      if (kind === 0) say(fact(StageReturned, { ...named, offerId, byUnit: UNITS[who]!, reason: 'no-capacity' }));
      else if (kind === 1) say(fact(StageExpired, { ...named, offerId, toUnit: UNITS[who]!, ...answers }));
      else say(fact(StageAccepted, { ...named, offerId, ...(answers = answering(who)) }));
    } else if (kind >= 3 && !isRunning) {
      isRunning = true;
      say(fact(ClockStarted, { ...clocked, ruleVersion: 1 }));
    } else if (kind === 4) say(fact(ClockWarned, { ...clocked, percent: 50 }), fact(ClockOverdue, { ...clocked, step: 1 }));
    else if (kind === 5) {
      isRunning = false;
      say(fact(ClockStopped, { clockId, rule: 'cold-case-review', inTime: true }));
      clock += 1;
    } else say(fact(MeasureTaken, { measureId: idOf(now), package: 'solve', measure: 'search' }));
  }
  if (closes) say(fact(ClockStopped, { ...always, inTime: true }), fact(StageClosed, named));
  return { sayings, endsAt: now };
});

/** A victim as the rescue service lets the care go: rescued, in somebody's care, handed on, at home or not yet. */
export const careHistory = (given: { caseId: string; victimId: string; begins?: number }): fc.Arbitrary<History> =>
  fc.tuple(moves(8), fc.boolean()).map(([steps, ends]) => {
    const { caseId, victimId, begins = 0 } = given;
    const named = { custodyId: idOf(77), victimId };
    const holder = (who: number) => ({ kind: 'unit' as const, unitId: UNITS[who]!, personId: idOf(900 + who) });
    let now = begins;
    const sayings: Saying[] = [];
    const say = (...facts: Fact[]) =>
      sayings.push({ source: 'rescue', caseId, subjectId: named.custodyId, at: minute(now), facts });
    say(fact(PersonRescued, { victimId, planId: idOf(5), present: [] }), fact(CustodyTaken, { ...named, ...holder(0) }));
    for (const { kind, who, wait } of steps) {
      now += wait;
      if (kind < 2) say(fact(CustodyOffered, { ...named, offerId: idOf(now), ...holder(who) }));
      else say(fact(CustodyTransferred, { ...named, ...holder(who) }));
    }
    if (ends) say(fact(CustodyEnded, { ...named, reason: 'with-family' }));
    return { sayings, endsAt: now };
  });
