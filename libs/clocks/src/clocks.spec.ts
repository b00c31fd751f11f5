import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ClockRuleCode, Fact, Instant } from '#contracts';
import { addMs, dayOf, lastDayBefore, msOf } from './beijing.js';
import { ClockRules } from './clock-rules.js';
import { Clocks, type NewClock } from './clocks.js';
import { RULES, type ClockRule } from './rules.js';

const rules = new ClockRules();
const HOUR_MS = 3_600_000;
const beijing = (text: string): Instant => new Date(`${text}+08:00`).toISOString();
const id = (n: number): string => `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`;
const tao = { unitId: '532503-psb', personId: id(1), superiorUnit: '532500-psb' };
const kong = { unitId: '532500-relief', personId: id(2) };
const first = id(101);
const aStart = (rule: ClockRuleCode, at: string): NewClock => ({ clockId: first, rule, at: beijing(at), answers: tao });

/** A triage clock: 24 hours from 2026-07-02 08:00; speaks at 20:00, 03:12, 08:00, 12:48 and 20:00. */
function aTriage(): Clocks {
  const clocks = Clocks.from(null);
  clocks.start(rules, aStart('clue-triage', '2026-07-02T08:00'));
  return clocks;
}

const stored = (clocks: Clocks): Clocks => Clocks.from(JSON.parse(JSON.stringify(clocks)));
const brief = (facts: readonly Fact[]): string[] => facts.map(({ type, data }) => {
  const { percent, step } = data as { percent?: number; step?: number };
  return [type.replace('clock.', ''), percent ?? step].filter((part) => part !== undefined).join(' ');
});
const named = { clockId: first, rule: 'clue-triage' };
const answered = { ...named, unitId: tao.unitId, personId: tao.personId, dueAt: beijing('2026-07-03T08:00') };

describe('A clock', () => {
  it('starts under the version of its rule', () => {
    const clocks = Clocks.from(undefined);
    const facts = clocks.start(rules, aStart('clue-triage', '2026-07-02T08:00'));
    expect(facts).toEqual([{ type: 'clock.started', v: 1, data: { ...answered, ruleVersion: 1 } }]);
    expect(clocks.running('clue-triage')).toMatchObject({ clockId: first, dueAt: answered.dueAt, answers: tao });
    expect(clocks.nextFireAt).toBe(beijing('2026-07-02T20:00'));
  });

  it('stays quiet when it is started again', () => {
    const clocks = aTriage();
    expect(clocks.start(rules, aStart('clue-triage', '2026-07-02T09:00'))).toEqual([]);
    expect(clocks.running(first)?.startedAt).toBe(beijing('2026-07-02T08:00'));
  });

  it('refuses to start where the working days are not known, and keeps nothing of it', () => {
    const clocks = Clocks.from(null);
    const tooFar = aStart('identity-verification', '2026-12-30T09:00');
    expect(() => clocks.start(rules, tooFar)).toThrow('clock.year-not-loaded');
    expect(clocks.toJSON()).toEqual({ running: [], stopped: [] });
  });

  it('warns, is overdue and tells the superior step by step, each at its own moment', () => {
    const clocks = aTriage();
    const told: [Instant, string[]][] = [];
    for (let at = clocks.nextFireAt; at !== null; at = clocks.nextFireAt) told.push([at, brief(clocks.tick(at))]);
    expect(told).toEqual([
      [beijing('2026-07-02T20:00'), ['warned 50']],
      [beijing('2026-07-03T03:12'), ['warned 80']],
      [beijing('2026-07-03T08:00'), ['overdue 1']],
      [beijing('2026-07-03T12:48'), ['overdue 2']],
      [beijing('2026-07-03T20:00'), ['overdue 3']],
    ]);
    expect(clocks.isOverdue('clue-triage', beijing('2026-07-03T20:00'))).toBe(true);
  });

  it('says who answers and who is told', () => {
    const [warned, , overdue] = aTriage().tick(beijing('2030-01-01T00:00'));
    expect(warned).toEqual({ type: 'clock.warned', v: 1, data: { ...answered, percent: 50 } });
    expect(overdue).toEqual(
      { type: 'clock.overdue', v: 1, data: { ...answered, step: 1, toldUnit: tao.superiorUnit } });
  });

  it('says everything once when the clock jumps by years, and nothing when it jumps back', () => {
    const clocks = aTriage();
    expect(brief(clocks.tick(beijing('2039-01-01T00:00'))))
      .toEqual(['warned 50', 'warned 80', 'overdue 1', 'overdue 2', 'overdue 3']);
    expect(clocks.tick(beijing('2039-01-01T00:00'))).toEqual([]);
    expect(stored(clocks).tick(beijing('2045-01-01T00:00'))).toEqual([]);
    expect(clocks.nextFireAt).toBeNull();
    expect(aTriage().tick(beijing('2019-01-01T00:00'))).toEqual([]);
  });

  it('is stopped in time until the moment it is due', () => {
    const clocks = aTriage();
    expect(clocks.stop('clue-triage', beijing('2026-07-02T19:00')))
      .toEqual([{ type: 'clock.stopped', v: 1, data: { ...named, inTime: true } }]);
    expect(clocks.running('clue-triage')).toBeUndefined();
    expect(clocks.nextFireAt).toBeNull();
    expect(clocks.stopped).toHaveLength(1);
    expect(clocks.isOverdue('clue-triage', beijing('2027-01-01T00:00'))).toBe(false);
  });

  it('stays quiet when it is stopped again or was never started', () => {
    const clocks = aTriage();
    clocks.stop(first, beijing('2026-07-02T19:00'));
    expect(clocks.stop(first, beijing('2026-07-02T20:00'))).toEqual([]);
    expect(clocks.stop('fitness-review', beijing('2026-07-02T20:00'))).toEqual([]);
    expect(clocks.start(rules, aStart('clue-triage', '2026-07-02T08:00'))).toEqual([]);
  });

  it('stopped late says first what a sweeper that was behind had not said', () => {
    const clocks = aTriage();
    expect(brief(clocks.stop(first, beijing('2026-07-03T08:00'))))
      .toEqual(['warned 50', 'warned 80', 'overdue 1', 'stopped']);
    expect(clocks.stopped[0]).toMatchObject({ inTime: false, stoppedAt: beijing('2026-07-03T08:00') });
  });

  it('counts what was done in time and recorded later as in time', () => {
    const clocks = aTriage();
    clocks.tick(beijing('2026-07-03T09:00'));
    expect(clocks.stop(first, beijing('2026-07-03T07:00'))[0]?.data).toMatchObject({ inTime: true });
  });

  it('keeps the last fifty that stopped', () => {
    const clocks = Clocks.from(null);
    for (let n = 0; n < 60; n += 1) {
      clocks.start(rules, { ...aStart('clue-triage', '2026-07-02T08:00'), clockId: id(200 + n) });
      clocks.stop(id(200 + n), beijing('2026-07-02T09:00'));
    }
    expect(clocks.stopped.map(({ clockId }) => clockId)).toEqual(Array.from({ length: 50 }, (_, n) => id(210 + n)));
  });

  it('is answered for by another unit once it is handed over', () => {
    const clocks = aTriage();
    clocks.handTo(kong);
    expect(clocks.tick(beijing('2026-07-02T20:00'))[0]?.data).toMatchObject(kong);
    clocks.handTo(tao, 'comfort');
    expect(clocks.running(first)?.answers).toEqual(kong);
  });

  it('is the same after it was stored', () => {
    const clocks = aTriage();
    clocks.suspend(first, beijing('2026-07-02T21:00'));
    clocks.resume(rules, first, beijing('2026-07-02T22:00'));
    expect(stored(clocks).toJSON()).toEqual(clocks.toJSON());
    expect(stored(clocks).nextFireAt).toBe(clocks.nextFireAt);
  });
});

describe('A change of a rule', () => {
  it('never moves a deadline that runs or has passed', () => {
    const clocks = aTriage();
    const before = clocks.toJSON();
    const shorter: ClockRule = {
      ...RULES.find(({ code }) => code === 'clue-triage')!, version: 2, validFrom: beijing('2026-07-02T09:00'),
      limit: { unit: 'hours', count: 1 }, warnAt: [10], ladder: [{ afterPercent: 100, tell: 'superior' }],
    };
    const changed = new ClockRules([...RULES, shorter]);
    const revived = stored(clocks);
    expect(revived.toJSON()).toEqual(before);
    revived.suspend(first, beijing('2026-07-02T10:00'));
    expect(revived.resume(changed, first, beijing('2026-07-02T11:00'))[0]?.data)
      .toMatchObject({ dueAt: beijing('2026-07-03T09:00') });
    expect(brief(revived.tick(beijing('2030-01-01T00:00'))))
      .toEqual(['warned 50', 'warned 80', 'overdue 1', 'overdue 2', 'overdue 3']);
    const next = revived.start(changed, { ...aStart('clue-triage', '2026-07-02T12:00'), clockId: id(102) });
    expect(next[0]?.data).toMatchObject({ ruleVersion: 2, dueAt: beijing('2026-07-02T13:00') });
  });
});

describe('A clock that stands still', () => {
  it('says nothing, and keeps the time that was left', () => {
    const clocks = aTriage();
    expect(brief(clocks.suspend('clue-triage', beijing('2026-07-02T21:00')))).toEqual(['warned 50', 'suspended']);
    expect(clocks.suspend('clue-triage', beijing('2026-07-02T22:00'))).toEqual([]);
    expect(clocks.nextFireAt).toBeNull();
    expect(clocks.tick(beijing('2028-01-01T00:00'))).toEqual([]);
    expect(clocks.isOverdue(first, beijing('2028-01-01T00:00'))).toBe(false);
    expect(clocks.resume(rules, first, beijing('2026-07-12T21:00')))
      .toEqual([{ type: 'clock.resumed', v: 1, data: { ...named, dueAt: beijing('2026-07-13T08:00') } }]);
    expect(clocks.resume(rules, first, beijing('2026-07-12T22:00'))).toEqual([]);
    expect(clocks.nextFireAt).toBe(beijing('2026-07-13T03:12'));
  });

  it('keeps the working days that were left', () => {
    const clocks = Clocks.from(null);
    clocks.start(rules, aStart('identity-verification', '2026-07-04T10:00'));
    clocks.suspend(first, beijing('2026-07-10T12:00'));
    // Ten working days are left on 10 July; National Day lies in between.
    expect(clocks.resume(rules, first, beijing('2026-09-28T09:00'))[0]?.data)
      .toMatchObject({ dueAt: beijing('2026-10-17T00:00') });
    expect(clocks.nextFireAt).toBe(beijing('2026-10-01T00:00'));
  });

  it('suspended on its last working day has the rest of a working day left', () => {
    const clocks = Clocks.from(null);
    clocks.start(rules, aStart('identity-verification', '2026-07-04T10:00'));
    clocks.suspend(first, beijing('2026-07-24T12:00'));
    const again = stored(clocks);
    clocks.resume(rules, first, beijing('2026-07-24T13:00'));
    expect(clocks.running(first)?.dueAt).toBe(beijing('2026-07-25T00:00'));
    again.resume(rules, first, beijing('2026-10-01T13:00'));
    expect(again.running(first)?.dueAt).toBe(beijing('2026-10-09T00:00'));
  });

  it('stays late if it was late, and goes on with its ladder', () => {
    const clocks = aTriage();
    clocks.suspend(first, beijing('2026-07-03T09:00'));
    expect(clocks.resume(rules, first, beijing('2026-07-04T09:00'))[0]?.data).toMatchObject({ dueAt: answered.dueAt });
    expect(clocks.isOverdue(first, beijing('2026-07-04T09:00'))).toBe(true);
    expect(clocks.nextFireAt).toBe(beijing('2026-07-04T12:48'));
  });

  it('may be stopped, in time if it was not late when it was suspended', () => {
    const clocks = aTriage();
    clocks.suspend(first, beijing('2026-07-02T09:00'));
    expect(clocks.stop(first, beijing('2026-08-01T09:00'))[0]?.data).toMatchObject({ inTime: true });
  });

  it('refuses what does not run, and time that runs backwards', () => {
    const clocks = aTriage();
    expect(() => clocks.suspend('fitness-review', beijing('2026-07-02T09:00'))).toThrow('clock.not-running');
    expect(() => clocks.suspend(first, beijing('2026-07-01T09:00'))).toThrow('time.before-last-change');
    clocks.suspend(first, beijing('2026-07-02T09:00'));
    expect(() => clocks.resume(rules, first, beijing('2026-07-02T08:30'))).toThrow('time.before-last-change');
  });
});

describe('A deadline that is extended', () => {
  const given = { dueAt: beijing('2026-07-06T08:00'), basis: 'HH-2026-0012', at: beijing('2026-07-03T09:00') };

  it('says on which basis, and warns anew for the time that is left', () => {
    const clocks = aTriage();
    clocks.tick(given.at);
    expect(clocks.extend(rules, first, given)).toEqual([
      { type: 'clock.extended', v: 1, data: { ...named, dueAt: given.dueAt, basis: given.basis } },
    ]);
    expect(clocks.isOverdue(first, beijing('2026-07-06T07:00'))).toBe(false);
    expect(clocks.extend(rules, first, given)).toEqual([]);
    expect(clocks.nextFireAt).toBe(beijing('2026-07-04T08:00'));
    expect(brief(clocks.tick(given.dueAt))).toEqual(['warned 50', 'warned 80', 'overdue 1']);
  });

  it('does not repeat a warning whose time has passed', () => {
    const clocks = aTriage();
    clocks.extend(rules, first, { ...given, dueAt: beijing('2026-07-03T12:00') });
    expect(brief(clocks.tick(beijing('2026-07-03T12:00')))).toEqual(['overdue 1']);
  });

  it('refuses an earlier date and a clock that does not run', () => {
    const clocks = aTriage();
    const earlier = { ...given, dueAt: beijing('2026-07-03T07:00') };
    expect(() => clocks.extend(rules, first, earlier)).toThrow('input.invalid');
    expect(() => clocks.extend(rules, id(9), given)).toThrow('clock.not-running');
  });
});

describe('A cadence', () => {
  it('ends one turn and begins the next with the same days and the same person (V-1)', () => {
    const clocks = Clocks.from(null);
    clocks.start(rules, { ...aStart('relatives-contact', '2019-10-04T09:00'), override: { days: 14 } });
    const next = { clockId: id(102), at: beijing('2019-10-10T09:00') };
    const facts = clocks.restart(rules, 'relatives-contact', next);
    expect(brief(facts)).toEqual(['stopped', 'started']);
    expect(facts[1]?.data).toMatchObject(
      { clockId: id(102), personId: tao.personId, dueAt: beijing('2019-10-25T00:00') });
    expect(clocks.allRunning()).toHaveLength(1);
    expect(clocks.restart(rules, 'relatives-contact', next)).toEqual([]);
  });

  it('takes new days and another person when they are agreed', () => {
    const clocks = Clocks.from(null);
    clocks.start(rules, aStart('relatives-contact', '2019-10-04T09:00'));
    const at = beijing('2019-10-10T09:00');
    clocks.restart(rules, first, { clockId: id(102), at, answers: kong, override: { days: 7 } });
    expect(clocks.running('relatives-contact')).toMatchObject({ answers: kong, agreedDays: 7 });
  });

  it('refuses when no turn runs, and keeps the present turn when the next is refused', () => {
    const clocks = Clocks.from(null);
    const next = { clockId: id(102), at: beijing('2019-10-10T09:00') };
    expect(() => clocks.restart(rules, 'relatives-contact', next)).toThrow('clock.not-running');
    clocks.start(rules, aStart('relatives-contact', '2019-10-04T09:00'));
    expect(() => clocks.restart(rules, first, { ...next, override: { days: 99 } })).toThrow('input.invalid');
    expect(clocks.running(first)).toBeDefined();
  });
});

describe('Several clocks', () => {
  const codes: ClockRuleCode[] = ['clue-triage', 'relatives-contact', 'identity-verification', 'missing-child-accept'];
  const startMs = msOf(beijing('2026-03-02T09:00'));
  const someClocks = fc.array(
    fc.record({ rule: fc.constantFrom(...codes), afterHours: fc.integer({ min: 0, max: 500 }) }),
    { minLength: 1, maxLength: 6 });
  const build = (given: readonly { rule: ClockRuleCode; afterHours: number }[]): Clocks => {
    const clocks = Clocks.from(null);
    given.forEach(({ rule, afterHours }, n) => clocks.start(rules, {
      clockId: id(300 + n), rule, at: new Date(startMs + afterHours * HOUR_MS).toISOString(), answers: tao,
    }));
    return clocks;
  };
  const farAway = beijing('2031-01-01T00:00');

  it('say the same in the same order, in one jump or in many small ones', () => {
    const someHours = fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 30 });
    fc.assert(fc.property(someClocks, someHours, (given, hours) => {
      const jumped = build(given).tick(farAway);
      let stepped = build(given);
      const facts = [...hours].sort((a, b) => a - b).flatMap((hour) => {
        // Stored and revived between any two: nothing lives outside the row.
        stepped = stored(stepped);
        return stepped.tick(new Date(startMs + hour * HOUR_MS).toISOString());
      });
      expect([...facts, ...stepped.tick(farAway)]).toEqual(jumped);
      const swept = build(given);
      const each: Fact[] = [];
      for (let at = swept.nextFireAt; at !== null; at = swept.nextFireAt) each.push(...swept.tick(at));
      expect(each).toEqual(jumped);
    }), { numRuns: 60 });
  });

  it('say nothing twice, whatever time it is', () => {
    fc.assert(fc.property(someClocks, fc.integer({ min: 0, max: 3000 }), (given, hour) => {
      const clocks = build(given);
      const at = new Date(startMs + hour * HOUR_MS).toISOString();
      const due = clocks.tick(at);
      expect(clocks.tick(at)).toEqual([]);
      expect(due.length + clocks.tick(farAway).length).toBe(build(given).tick(farAway).length);
      expect(clocks.nextFireAt).toBeNull();
    }), { numRuns: 60 });
  });

  it('lose no time and no fact by standing still, in calendar time', () => {
    const hours = fc.integer({ min: 0, max: 700 });
    fc.assert(fc.property(hours, hours, (before, still) => {
      const clocks = Clocks.from(null);
      clocks.start(rules, aStart('relatives-contact', '2026-03-02T09:00'));
      const due = clocks.running(first)!.dueAt;
      const suspendedAt = addMs(beijing('2026-03-02T09:00'), before * HOUR_MS);
      const resumedAt = addMs(suspendedAt, still * HOUR_MS);
      const facts = [
        ...clocks.suspend(first, suspendedAt), ...clocks.resume(rules, first, resumedAt), ...clocks.tick(farAway),
      ];
      const resumedDue = clocks.running(first)!.dueAt;
      expect(msOf(resumedDue) - msOf(resumedAt)).toBe(msOf(due) - msOf(suspendedAt));
      expect(brief(facts).filter((fact) => /warned|overdue/.test(fact)))
        .toEqual(['warned 50', 'warned 80', 'overdue 1', 'overdue 2', 'overdue 3']);
    }), { numRuns: 60 });
  });

  it('keep the whole working days that were left', () => {
    const days = fc.integer({ min: 0, max: 19 });
    fc.assert(fc.property(days, fc.integer({ min: 0, max: 100 }), (before, still) => {
      const clocks = Clocks.from(null);
      clocks.start(rules, aStart('identity-verification', '2026-03-02T09:00'));
      const left = (at: Instant): number =>
        rules.calendar.workingDaysBetween(dayOf(at), lastDayBefore(clocks.running(first)!.dueAt));
      const suspendedAt = addMs(beijing('2026-03-02T09:00'), before * 24 * HOUR_MS);
      const resumedAt = addMs(suspendedAt, still * 24 * HOUR_MS);
      const leftBefore = left(suspendedAt);
      clocks.suspend(first, suspendedAt);
      clocks.resume(rules, first, resumedAt);
      // On the last working day its rest is left: the present day, or the next that is a working day.
      if (leftBefore > 0) expect(left(resumedAt)).toBe(leftBefore);
      else expect(left(resumedAt)).toBeLessThanOrEqual(1);
      expect(clocks.running(first)!.dueAt > resumedAt).toBe(true);
    }), { numRuns: 60 });
  });
});
