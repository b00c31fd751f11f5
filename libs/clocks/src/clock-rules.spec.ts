import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CLOCK_RULES, type ClockRuleCode } from '#contracts';
import { ClockRules } from './clock-rules.js';
import { clockTableMarkdown } from './clock-table.js';
import { RULES, type ClockRule } from './rules.js';

const rules = new ClockRules();
const beijing = (text: string): string => new Date(`${text}+08:00`).toISOString();
const ruleOf = (code: ClockRuleCode): ClockRule => RULES.find((rule) => rule.code === code)!;
const due = (code: ClockRuleCode, at: string, override = {}): string => rules.start(code, beijing(at), override).dueAt;

describe('The rule table', () => {
  it('has a rule for every deadline that facts can name', () => {
    expect(new Set(RULES.map((rule) => rule.code))).toEqual(new Set(CLOCK_RULES));
  });

  it('is written out in both languages', () => {
    const page = clockTableMarkdown();
    for (const rule of RULES) {
      expect(page).toContain(`\`${rule.code}\``);
      for (const words of [rule, rule.starts, rule.stops, rule.answers]) {
        expect(words.zh).toMatch(/[\u4e00-\u9fff]/);
        expect(page).toContain(`${words.zh}`);
        expect(page).toContain(words.en);
      }
    }
    expect(page.split('\n').filter((line) => line.startsWith('| **'))).toHaveLength(RULES.length);
  });

  it.each<[string, Partial<ClockRule>]>([
    ['a ladder that does not begin when the clock is due', { ladder: [{ afterPercent: 110, tell: 'superior' }] }],
    ['a warning after the time is gone', { warnAt: [50, 100] }],
    ['half a day', { limit: { unit: 'days', count: 0.5 } }],
  ])('does not start with %s', (_what, wrong) => {
    const others = RULES.filter((rule) => rule.code !== 'clue-triage');
    expect(() => new ClockRules([...others, { ...ruleOf('clue-triage'), ...wrong }])).toThrow('clue-triage is wrong');
  });

  it('does not start with a version that is valid before the one that it follows', () => {
    const second = { ...ruleOf('clue-triage'), version: 2 };
    expect(() => new ClockRules([...RULES, second])).toThrow('does not follow version 1');
    expect(() => new ClockRules(RULES.filter((rule) => rule.code !== 'clue-triage'))).toThrow('it is missing');
  });
});

describe('A deadline', () => {
  it.each<[ClockRuleCode, string, string]>([
    ['missing-child-accept', '2019-10-03T17:05', '2019-10-03T17:15'],
    ['medical-check-after-rescue', '2026-07-02T23:50', '2026-07-03T23:50'],
    ['relatives-contact', '2019-10-04T09:00', '2019-11-04T00:00'],
    ['cold-case-review', '2021-06-01T09:00', '2021-09-02T00:00'],
    ['fitness-review', '2026-07-29T10:00', '2026-08-06T00:00'],
    ['identity-verification', '2026-07-04T10:00', '2026-07-25T00:00'],
    ['follow-up-visit', '2026-09-19T10:00', '2026-10-27T00:00'],
  ])('%s that starts at %s is due at %s', (code, from, to) => expect(due(code, from)).toBe(beijing(to)));

  it('in calendar time runs on a public holiday, in working days it does not', () => {
    expect(due('clue-triage', '2026-05-01T10:31')).toBe(beijing('2026-05-02T10:31'));
    expect(due('identity-supplement', '2026-05-01T10:31')).toBe(beijing('2026-05-26T00:00'));
  });

  it('takes the days that were agreed, within the bounds of the rule', () => {
    expect(due('relatives-contact', '2019-10-04T09:00', { days: 7 })).toBe(beijing('2019-10-12T00:00'));
    for (const days of [0, 91, 1.5])
      expect(() => due('relatives-contact', '2019-10-04T09:00', { days })).toThrow('input.invalid');
    expect(() => due('clue-feedback', '2019-10-04T09:00', { days: 7 })).toThrow('input.invalid');
  });

  it('takes a date, if it lies after the start', () => {
    const dueAt = beijing('2027-03-01T09:00');
    expect(due('identity-verification', '2026-12-30T09:00', { dueAt })).toBe(dueAt);
    expect(() => due('identity-verification', '2027-03-01T09:00', { dueAt })).toThrow('input.invalid');
    expect(due('fitness-review', '2027-01-01T09:00', { dueAt })).toBe(dueAt);
    expect(() => due('fitness-review', '2026-10-01T09:00', { dueAt })).toThrow('input.invalid');
  });

  it('in working days is never guessed for a year that is not loaded', () => {
    expect(() => due('identity-verification', '2026-12-30T09:00')).toThrow('clock.year-not-loaded');
  });

  it('warns at the end of a working day and tells the superior when late, and later again', () => {
    const { moments } = rules.start('identity-verification', beijing('2026-07-04T10:00'));
    expect(moments).toEqual([
      { at: beijing('2026-07-15T00:00'), percent: 50 },
      { at: beijing('2026-07-22T00:00'), percent: 80 },
      { at: beijing('2026-07-25T00:00'), step: 1 },
      { at: beijing('2026-07-29T02:48'), step: 2 },
      { at: beijing('2026-08-04T07:00'), step: 3 },
    ]);
  });

  it('plans the follow-up visits of months 1, 3, 6 and 12, each from a week before and with its grace (P-8)', () => {
    expect(rules.series('follow-up-visit', beijing('2026-09-19T10:00'))).toEqual([
      { month: 1, plannedDay: '2026-10-19', opensAt: beijing('2026-10-12T00:00'), dueAt: beijing('2026-10-27T00:00') },
      { month: 3, plannedDay: '2026-12-19', opensAt: beijing('2026-12-12T00:00'), dueAt: beijing('2026-12-27T00:00') },
      { month: 6, plannedDay: '2027-03-19', opensAt: beijing('2027-03-12T00:00'), dueAt: beijing('2027-03-27T00:00') },
      { month: 12, plannedDay: '2027-09-19', opensAt: beijing('2027-09-12T00:00'), dueAt: beijing('2027-09-27T00:00') },
    ]);
  });

  it('lets nothing count for a day before the start, however early it may be done', () => {
    const early: ClockRule = { ...ruleOf('follow-up-visit'), series: { months: [1], graceDays: 0, earlyDays: 40 } };
    const rest = RULES.filter(({ code }) => code !== 'follow-up-visit');
    expect(new ClockRules([early, ...rest]).series('follow-up-visit', beijing('2026-09-19T10:00'))[0]!.opensAt)
      .toBe(beijing('2026-09-19T10:00'));
  });

  it('follows the version that is valid at its start', () => {
    const second: ClockRule = {
      ...ruleOf('clue-triage'), version: 2, validFrom: beijing('2026-09-01T00:00'), limit: { unit: 'hours', count: 12 },
    };
    const both = new ClockRules([second, ...RULES]);
    expect(both.start('clue-triage', beijing('2026-08-31T23:59'))).toMatchObject(
      { ruleVersion: 1, dueAt: beijing('2026-09-01T23:59') });
    expect(both.start('clue-triage', beijing('2026-09-01T00:00'))).toMatchObject(
      { ruleVersion: 2, dueAt: beijing('2026-09-01T12:00') });
  });

  it('that would start before any version of its rule is refused, and is no failure of ours', () => {
    expect(() => due('clue-triage', '1999-12-31T23:59')).toThrow('clock.no-rule-then');
  });

  it('is never due before its start, and speaks in order of time', () => {
    const [min, max] = [new Date('2019-01-01T00:00Z'), new Date('2026-10-31T00:00Z')];
    const aMoment = fc.date({ min, max, noInvalidDate: true });
    fc.assert(fc.property(fc.constantFrom(...CLOCK_RULES), aMoment, (code, date) => {
      const at = date.toISOString();
      const { dueAt, moments } = rules.start(code, at);
      expect(dueAt > at).toBe(true);
      expect(moments.every((moment, index) => moment.at >= (moments[index - 1]?.at ?? at))).toBe(true);
      expect(moments.find((moment) => 'step' in moment)).toEqual({ at: dueAt, step: 1 });
      expect(moments.every((moment) => 'step' in moment || moment.at < dueAt)).toBe(true);
    }));
  });
});
