import { describe, expect, it } from '@jest/globals';
import {
  ClockExtended, ClockOverdue, ClockResumed, ClockStarted, ClockStopped, ClockSuspended, ClockWarned, fact, PackageReassigned,
  StageAccepted, TaskForceFormed, type ClockRuleCode, type Fact,
} from '#contracts';
import { idOf, minute, Sayings } from '../../test/sayings.js';
import { foldClocks } from './clocks.js';

const [caseId, subjectId, clockId] = [idOf(1), idOf(2), idOf(3)];
const [li, tao] = [{ unitId: '532503-psb', personId: idOf(11) }, { unitId: '532500-psb', personId: idOf(12) }];

const started = (given: { clockId?: string; rule?: ClockRuleCode } = {}) =>
  fact(ClockStarted, { clockId, rule: 'cold-case-review', ...li, dueAt: minute(100), ruleVersion: 2, ...given });
const named = { clockId, rule: 'cold-case-review' as const };
const late = fact(ClockOverdue, { ...named, ...li, dueAt: minute(100), step: 2, toldUnit: '532500-psb' });

const clocksAfter = (...said: Fact[]) => {
  const sayings = new Sayings();
  said.forEach((one, index) => sayings.say({ source: 'investigation', caseId, subjectId, at: minute(index), facts: [one] }));
  return foldClocks(sayings.facts);
};
const clockAfter = (...said: Fact[]) => clocksAfter(...said).get(clockId);

describe('A deadline', () => {
  it('runs, warns, is late, and is gone when it is met', () => {
    expect(clockAfter(started()))
      .toMatchObject({ ...li, state: 'running', dueAt: minute(100), startedAt: minute(0), ruleVersion: 2, overdueAt: null });
    expect(clockAfter(started(), fact(ClockWarned, { ...named, ...tao, dueAt: minute(100), percent: 80 })))
      .toMatchObject({ ...tao, state: 'warned', warnedPercent: 80 });
    expect(clockAfter(started(), late))
      .toMatchObject({ state: 'overdue', overdueAt: minute(1), overdueStep: 2, toldUnit: '532500-psb' });
    expect(clockAfter(started(), late, late)).toMatchObject({ overdueAt: minute(1) });
    expect(clockAfter(started(), fact(ClockStopped, { ...named, inTime: true }))).toBeNull();
  });

  it('stands still and goes on with the time that was left', () => {
    const suspended = fact(ClockSuspended, named);
    const resumed = fact(ClockResumed, { ...named, dueAt: minute(150) });
    expect(clockAfter(started(), suspended)).toMatchObject({ state: 'suspended', dueAt: minute(100) });
    expect(clockAfter(started(), suspended, resumed)).toMatchObject({ state: 'running', dueAt: minute(150) });
    expect(clockAfter(started(), late, suspended, resumed)).toMatchObject({ state: 'overdue' });
  });

  it('begins anew when it is extended', () => {
    const extended = fact(ClockExtended, { ...named, dueAt: minute(900), basis: 'MZ-2026-1' });
    expect(clockAfter(started(), late, extended))
      .toMatchObject({ state: 'running', dueAt: minute(900), overdueAt: null, overdueStep: null });
    expect(clockAfter(started(), fact(ClockSuspended, named), extended)).toMatchObject({ state: 'suspended' });
  });

  it('passes to whoever accepts the stage; the relatives stay with the comfort package (V-1)', () => {
    const relatives = started({ clockId: idOf(4), rule: 'relatives-contact' });
    const accepted = fact(StageAccepted, { stageId: subjectId, stage: 'investigation', offerId: idOf(9), ...tao });
    const clocks = clocksAfter(started(), relatives, accepted);
    expect(clocks.get(clockId)).toMatchObject(tao);
    expect(clocks.get(idOf(4))).toMatchObject(li);
  });

  it('of the relatives follows the comfort package', () => {
    const relatives = started({ clockId: idOf(4), rule: 'relatives-contact' });
    const packages = (['solve', 'rescue', 'comfort'] as const)
      .map((name) => ({ package: name, ...(name === 'comfort' ? tao : li) }));
    const formed = fact(TaskForceFormed, { taskForceId: idOf(5), leaderId: li.personId, leaderUnit: li.unitId, packages });
    const clocks = clocksAfter(started(), relatives, formed);
    expect([clocks.get(clockId), clocks.get(idOf(4))]).toEqual([expect.objectContaining(li), expect.objectContaining(tao)]);
    expect(clocksAfter(relatives, fact(PackageReassigned, { package: 'comfort', ...tao })).get(idOf(4))).toMatchObject(tao);
    expect(clocksAfter(relatives, fact(PackageReassigned, { package: 'solve', ...tao })).get(idOf(4))).toMatchObject(li);
  });

  it('of another matter stays with whoever answers for that', () => {
    const sayings = new Sayings()
      .say({ source: 'rescue', caseId, subjectId: idOf(50), at: minute(0), facts: [started()] })
      .say({ source: 'rescue', caseId, subjectId: idOf(51), at: minute(1), facts: [
        fact(StageAccepted, { stageId: idOf(51), stage: 'rescue', offerId: idOf(9), ...tao })] });
    expect(foldClocks(sayings.facts).get(clockId)).toMatchObject(li);
  });
});
