import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CaseOpened, ClueReceived, fact, StageClosed, StageOpened, VictimAdded } from '#contracts';
import { careHistory, stageHistory } from '../../test/histories.js';
import { idOf, minute, Sayings } from '../../test/sayings.js';
import type { CaseShare } from './cases.js';
import type { ClockNow } from './clocks.js';
import type { CustodyLedger } from './custody.js';
import { mayChangeHoles } from './coverage.js';
import { alarmsOf, fold, isFolded, uncoveredAlarms, type Alarm, type Known } from './fold.js';
import type { Said } from './said.js';
import type { StageLedger } from './stages.js';

const caseId = idOf(1);

/** The tables, as the view keeps them: what is known, and what each batch makes of it. */
class Kept implements Known {
  readonly stages = new Map<string, StageLedger>();
  readonly custody = new Map<string, CustodyLedger>();
  readonly clocks = new Map<string, ClockNow>();
  private readonly cases = new Map<string, CaseShare>();
  private readonly holes = new Map<string, Alarm[]>();

  apply(facts: readonly Said[]): void {
    const folded = fold(facts.filter(({ type }) => isFolded(type)), this);
    const before = new Map(this.stages);
    folded.stages.forEach((ledger, key) => this.stages.set(key, ledger));
    folded.custody.forEach((ledger, key) => this.custody.set(key, ledger));
    folded.clocks.forEach((clock, key) => (clock ? this.clocks.set(key, clock) : this.clocks.delete(key)));
    folded.cases.forEach((share, key) => this.cases.set(key, sum(this.cases.get(key), share)));
    for (const [stageId, { now }] of folded.stages) {
      if (mayChangeHoles(before.get(stageId)?.now, now, this.cases.get(now.caseId)!))
        this.holes.set(now.caseId, uncoveredAlarms([...this.stages.values()].map((ledger) => ledger.now)));
    }
  }

  /** The holes as they are found bit by bit, and as they are found when everything is known. */
  get holesFound(): [Alarm[], Alarm[]] {
    return [[...this.holes.values()].flat(), uncoveredAlarms([...this.stages.values()].map(({ now }) => now))];
  }

  get content(): object {
    const { stages, custody, clocks, cases } = this;
    const sorted = (map: ReadonlyMap<string, unknown>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      stages: sorted(stages), custody: sorted(custody), clocks: sorted(clocks), cases: sorted(cases),
      alarms: [...alarmsOf(stages.values(), custody.values()), ...uncoveredAlarms([...stages.values()].map(({ now }) => now))]
        .map((alarm) => JSON.stringify(alarm)).sort(),
    };
  }
}

const sum = (one: CaseShare | undefined, other: CaseShare): CaseShare => (one ? {
  caseId: one.caseId, caseNumber: other.caseNumber ?? one.caseNumber, kind: other.kind ?? one.kind,
  division: other.division ?? one.division,
  openedAt: other.openedAt ?? one.openedAt, victims: one.victims + other.victims, stages: one.stages + other.stages,
  openStages: one.openStages + other.openStages,
  lastOpenedAt: [one.lastOpenedAt, other.lastOpenedAt].filter((at) => at !== null).sort().at(-1) ?? null,
} : other);

const victim = (number: number) => ({ victimId: idOf(number), sex: 'female', minor: true, nationality: 'CN' }) as const;

const opening = () => [{
  source: 'intake', caseId, subjectId: idOf(2), at: minute(1),
  facts: [fact(CaseOpened, { caseNumber: 'MZ-2019-1', kind: 'child-abduction', division: '532503', victims: [victim(3)] })],
}, { source: 'intake', caseId, subjectId: idOf(2), at: minute(2), facts: [fact(VictimAdded, victim(4))] }];

const requestId = fc.option(fc.constantFrom(idOf(71), idOf(72)), { nil: undefined });
const begins = fc.nat(2_000);
const asked = fc.tuple(requestId, begins, requestId, begins);

/** Everything that three services say about one case, each in its own order. */
const story = asked.chain(([first, firstAt, second, secondAt]) => fc.tuple(
  stageHistory({ caseId, stageId: idOf(2), stage: 'intake' }),
  stageHistory({ caseId, stageId: idOf(200), stage: 'investigation', begins: firstAt, requestId: first }),
  stageHistory({ caseId, stageId: idOf(400), stage: 'rescue', begins: secondAt, requestId: second }),
  careHistory({ caseId, victimId: idOf(3), begins: 90 }),
)).map((histories) => [...opening(), ...histories.flatMap(({ sayings }) => sayings)]
  .reduce((all, saying) => all.say(saying), new Sayings()).facts);

/** The same facts, mixed between the sources in another way and cut into other batches. */
function mixed(facts: readonly Said[], choices: readonly number[]): Said[][] {
  const queues = [...new Set(facts.map(({ source }) => source))].map((source) => facts.filter((said) => said.source === source));
  const batches: Said[][] = [];
  for (let turn = 0; queues.some((queue) => queue.length > 0); turn += 1) {
    const choice = choices[turn % choices.length]!;
    const waiting = queues.filter((queue) => queue.length > 0);
    batches.push(waiting[choice % waiting.length]!.splice(0, 1 + (choice % 7)));
  }
  return batches;
}

describe('Folding', () => {
  it('makes the same of the same facts, however the sources are mixed and the batches are cut', () => {
    fc.assert(fc.property(story, fc.array(fc.nat(100), { minLength: 1, maxLength: 40 }), (facts, choices) => {
      const [atOnce, inPieces] = [new Kept(), new Kept()];
      atOnce.apply(facts);
      mixed(facts, choices).forEach((batch) => inPieces.apply(batch));
      expect(inPieces.content).toEqual(atOnce.content);
      const [found, all] = inPieces.holesFound.map((holes) => holes.map((hole) => JSON.stringify(hole)).sort());
      expect(found).toEqual(all);
    }));
  });

  it('finds nothing wrong in what the protocol allows', () => {
    fc.assert(fc.property(story, (facts) => {
      expect(fold(facts).alarms).toEqual([]);
    }));
  });

  it('counts a case from what intake says, and its stages from whoever says them', () => {
    const facts = opening().reduce((all, saying) => all.say(saying), new Sayings())
      .say({ source: 'rescue', caseId, subjectId: idOf(5), at: minute(3), facts: [
        fact(StageOpened, { stageId: idOf(5), stage: 'rescue', unitId: '532503-psb', personId: idOf(6) })] })
      .say({ source: 'rescue', caseId, subjectId: idOf(5), at: minute(9),
        facts: [fact(StageClosed, { stageId: idOf(5), stage: 'rescue' })] }).facts;
    const { cases, victims, clues } = fold(facts);
    expect([...cases.values()]).toEqual([{
      caseId, caseNumber: 'MZ-2019-1', kind: 'child-abduction', division: '532503', openedAt: minute(1), victims: 2, stages: 1,
      openStages: 0, lastOpenedAt: minute(3) }]);
    expect(victims.map(({ victimId }) => victimId)).toEqual([idOf(3), idOf(4)]);
    expect(clues).toEqual([]);
  });

  it('I-1: counts clues, and who was late', () => {
    const clue = { clueId: idOf(8), channel: 'transport-worker' as const, boundToReport: true, late: true, division: '532528',
      receivedBy: '532528-psb' };
    const { facts } = new Sayings().say({ source: 'intake', caseId, subjectId: idOf(2), at: minute(0), facts: [
      fact(ClueReceived, { ...clue, discoveredAt: minute(-9), delayMinutes: 9 })] });
    expect(fold(facts).clues).toEqual([{ caseId, ...clue, receivedAt: minute(0) }]);
  });

  it('reads the data of no fact that changes nothing here', () => {
    expect(isFolded('stage.opened')).toBe(true);
    expect(isFolded('clock.started')).toBe(true);
    expect(isFolded('investigation.task-force-formed')).toBe(true);
    expect(isFolded('placement.session-held')).toBe(true);
    expect(isFolded('investigation.measure-taken')).toBe(false);
  });
});

describe('A case between two chairs', () => {
  const stage = (number: number, from: number, to: number | null, requestId: string | null = null) => ({
    stageId: idOf(number), caseId, stage: 'rescue' as const, requestId, openedAt: minute(from), openedRecordedAt: minute(from),
    closedAt: to === null ? null : minute(to),
  });

  it('is found where the stage that was asked for began after all others had ended', () => {
    expect(uncoveredAlarms([stage(2, 0, 10), stage(3, 15, null, idOf(9))])).toEqual([{
      caseId, subjectId: idOf(3), kind: 'uncovered', stage: 'rescue', fromAt: minute(10), toAt: minute(15),
      seenAt: minute(15) }]);
  });

  it('is found also where several stages of one request began together', () => {
    expect(uncoveredAlarms([stage(2, 0, 10), stage(3, 15, null, idOf(9)), stage(4, 15, null, idOf(9))])).toHaveLength(2);
    expect(uncoveredAlarms([stage(2, 0, 15), stage(3, 15, null, idOf(9)), stage(4, 15, null, idOf(9))])).toEqual([]);
  });

  it('is not one while any stage is open, nor when the case is taken up again by itself', () => {
    expect(uncoveredAlarms([stage(2, 0, 15), stage(3, 15, null, idOf(9))])).toEqual([]);
    expect(uncoveredAlarms([stage(2, 0, 10), stage(4, 5, null), stage(3, 15, null, idOf(9))])).toEqual([]);
    expect(uncoveredAlarms([stage(2, 0, 10), stage(3, 15, null)])).toEqual([]);
    expect(uncoveredAlarms([stage(3, 15, null, idOf(9))])).toEqual([]);
  });
});
