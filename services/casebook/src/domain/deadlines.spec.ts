import { describe, expect, it } from '@jest/globals';
import {
  ClockResumed, ClockStarted, ClockStopped, ClockSuspended, fact, StageAccepted, StageClosed, StageExpired, StageOffered,
  StageOpened, type ClockRuleCode, type Fact,
} from '#contracts';
import { idOf, minute, Sayings } from '../../test/sayings.js';
import { untimedIn } from './deadlines.js';
import { fold } from './fold.js';

const [caseId, stageId] = [idOf(1), idOf(2)];
const named = { stageId, stage: 'investigation' as const };
const pu = { unitId: '532503-psb', personId: idOf(11) };

const opened = fact(StageOpened, { ...named, ...pu });
const started = (n: number, rule: ClockRuleCode = 'stage-next-step'): Fact =>
  fact(ClockStarted, { clockId: idOf(n), rule, ...pu, dueAt: minute(99), ruleVersion: 1 });
const stopped = (n: number, rule: ClockRuleCode = 'stage-next-step'): Fact =>
  fact(ClockStopped, { clockId: idOf(n), rule, inTime: true });
const offered = fact(StageOffered, {
  ...named, offerId: idOf(20), fromUnit: pu.unitId, fromPerson: pu.personId, toUnit: '532500-psb', expiresAt: minute(99),
});

/** Without a deadline, from minute to minute. */
function untimed(...said: [minutes: number, ...facts: Fact[]][]): [from: string, to: string | null][] {
  const sayings = new Sayings();
  for (const [minutes, ...facts] of said)
    sayings.say({ source: 'investigation', caseId, subjectId: stageId, at: minute(minutes), facts });
  const { stages, alarms } = fold(sayings.facts);
  const found = untimedIn(stages.get(stageId)!.deadlines);
  expect(alarms).toEqual(found.map((finding) => ({ caseId, subjectId: stageId, stage: 'investigation', ...finding })));
  return found.map(({ fromAt, toAt }) => [fromAt, toAt]);
}

describe('An open stage without a running deadline', () => {
  it('is found from its opening on, up to now or to the first deadline', () => {
    expect(untimed([0, opened])).toEqual([[minute(0), null]]);
    expect(untimed([0, opened], [5, started(30)])).toEqual([[minute(0), minute(5)]]);
    expect(untimed([0, opened, started(30)])).toEqual([]);
  });

  it('is found between two deadlines, and not where one begins in the moment in which the other ends', () => {
    expect(untimed([0, opened, started(30)], [5, stopped(30)], [9, started(31)])).toEqual([[minute(5), minute(9)]]);
    expect(untimed([0, opened, started(30)], [5, stopped(30), started(31)])).toEqual([]);
    expect(untimed([0, opened, started(30)], [3, started(31)], [5, stopped(30)], [9, stopped(31)])).toEqual([[minute(9), null]]);
  });

  it('is found while the only deadline stands still', () => {
    const [suspended, resumed] = [
      fact(ClockSuspended, { clockId: idOf(30), rule: 'cold-case-review' }),
      fact(ClockResumed, { clockId: idOf(30), rule: 'cold-case-review', dueAt: minute(99) })];
    expect(untimed([0, opened, started(30, 'cold-case-review')], [5, suspended], [9, resumed])).toEqual([[minute(5), minute(9)]]);
  });

  it('is not one while an offer waits, and is one after it expired', () => {
    expect(untimed([0, opened, offered])).toEqual([]);
    expect(untimed([0, opened, offered], [99, fact(StageExpired, { ...named, offerId: idOf(20), toUnit: '532500-psb', ...pu })]))
      .toEqual([[minute(99), null]]);
    const accepted = fact(StageAccepted, { ...named, offerId: idOf(20), ...pu });
    expect(untimed([0, opened, offered], [9, accepted, started(30)])).toEqual([]);
  });

  it('is one although the holder of a package has a deadline (V-1)', () => {
    expect(untimed([0, opened, started(30, 'relatives-contact')])).toEqual([[minute(0), null]]);
  });

  it('ends when the stage is closed, whose deadlines are nobody\'s', () => {
    const closed = fact(StageClosed, named);
    expect(untimed([0, opened, started(30)], [5, stopped(30), closed])).toEqual([]);
    expect(untimed([0, opened, started(30)], [5, closed, stopped(30)])).toEqual([]);
    expect(untimed([0, opened, started(30)], [5, stopped(30)], [9, closed])).toEqual([[minute(5), minute(9)]]);
  });

  it('is not looked for in records that keep no stage, such as the care of a person', () => {
    const { facts } = new Sayings().say({ source: 'rescue', caseId, subjectId: idOf(77), at: minute(1), facts: [
      started(30, 'custody-offer-answer'), stopped(30, 'custody-offer-answer')] });
    expect(fold(facts)).toMatchObject({ alarms: [], stages: new Map() });
  });
});
