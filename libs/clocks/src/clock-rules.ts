import { CLOCK_RULES, invalid, Refusal, wrongForm, type ClockRuleCode, type Instant } from '#contracts';
import { addDays, addMonths, addMs, dayOf, endOf, lastDayBefore, msOf } from './beijing.js';
import { Calendar } from './calendar.js';
import { RULES, type ClockRule, type Limit } from './rules.js';

/** A moment at which a running clock speaks: a warning, or a step of the escalation ladder. */
export type Moment =
  | { readonly at: Instant; readonly percent: number }
  | { readonly at: Instant; readonly step: number };

/** What was agreed for one clock in place of the rule's limit: a date, or a number of the rule's own days. */
export interface Override {
  readonly dueAt?: Instant;
  readonly days?: number;
}

/** Working time only where the rule counts working days; a deadline given as a date runs in calendar time. */
export type Counting = 'calendar' | 'working-days';

/** When a clock speaks, in per cent of its time. A clock keeps it, so that no later version can touch it. */
export interface Plan {
  readonly warnAt: readonly number[];
  readonly ladder: readonly number[];
}

/** All that a start decides: fixed then, and moved by nothing but a fact about this clock. */
export interface Started {
  readonly ruleVersion: number;
  readonly dueAt: Instant;
  readonly moments: readonly Moment[];
  readonly counting: Counting;
  readonly plan: Plan;
}

const LADDER_MAX = 10;
const LATE = 100;

/** The rule table with its calendar: says under which version a clock starts, when it is due and when it speaks. */
export class ClockRules {
  private readonly byCode: ReadonlyMap<ClockRuleCode, readonly ClockRule[]>;

  constructor(readonly rules: readonly ClockRule[] = RULES, readonly calendar: Calendar = Calendar.bundled()) {
    this.byCode = new Map(CLOCK_RULES.map((code) => [code, versionsOf(code, rules)]));
  }

  /**
   * The version that is valid for a clock that starts at this moment.
   * @throws Refusal clock.no-rule-then
   */
  rule(code: ClockRuleCode, at: Instant): ClockRule {
    const found = this.byCode.get(code)?.findLast((rule) => rule.validFrom <= at);
    if (!found) throw new Refusal('clock.no-rule-then', { rule: code, at });
    return found;
  }

  /**
   * Works out a clock that starts at this moment.
   * @throws Refusal clock.year-not-loaded, clock.no-rule-then, or input.invalid for an override that the rule does not allow
   */
  start(code: ClockRuleCode, at: Instant, override: Override = {}): Started {
    const rule = this.rule(code, at);
    const plan = { warnAt: rule.warnAt, ladder: rule.ladder.map((step) => step.afterPercent) };
    const isGiven = override.dueAt !== undefined;
    const counting = rule.limit.unit === 'working-days' && !isGiven ? 'working-days' : 'calendar';
    const dueAt = override.dueAt ?? this.dueAt(rule, at, limitOf(rule, override.days));
    if (dueAt <= at) throw invalid(wrongForm('dueAt', { zh: `期限须晚于 ${at}。`, en: `The deadline lies after ${at}.` }));
    if (isGiven) mustBeNear(rule, { at, dueAt });
    const moments = this.moments({ from: at, dueAt, plan, counting });
    return { ruleVersion: rule.version, dueAt, moments, counting, plan };
  }

  /**
   * The planned days of a rule with several deadlines (P-8: months 1, 3, 6 and 12), each with the deadline that its
   * grace gives and the moment from which what is asked counts for it: start one clock for each, with `override: { dueAt }`.
   */
  series(code: ClockRuleCode, from: Instant): { month: number; plannedDay: string; opensAt: Instant; dueAt: Instant }[] {
    const { series } = this.rule(code, from);
    if (!series) throw new Error(`${code} has one deadline, not several.`);
    return series.months.map((month) => {
      const plannedDay = addMonths(dayOf(from), month);
      const opensAt = endOf(addDays(plannedDay, -series.earlyDays - 1));
      return { month, plannedDay, opensAt: opensAt > from ? opensAt : from, dueAt: endOf(addDays(plannedDay, series.graceDays)) };
    });
  }

  /** Everything that a clock will say between `from` and the last step of its ladder, in order of time. */
  moments(course: { from: Instant; dueAt: Instant; plan: Plan; counting: Counting }): Moment[] {
    const { from, dueAt, plan, counting } = course;
    const spanMs = msOf(dueAt) - msOf(from);
    const linear = (percent: number): Instant => addMs(from, Math.round((spanMs * percent) / LATE));
    const warnings = counting === 'calendar'
      ? plan.warnAt.map((percent) => ({ at: linear(percent), percent }))
      : this.workingDayWarnings(from, dueAt, plan);
    // Late is late in calendar time: whoever waits, waits on holidays too, and a step needs no year that is not loaded.
    return [...warnings, ...plan.ladder.map((percent, index) => ({ at: linear(percent), step: index + 1 }))];
  }

  /** Where a moment lies after the clock stood still from `suspendedAt` to `resumedAt`: the time left is kept. */
  shift(moment: Instant, counting: Counting, suspendedAt: Instant, resumedAt: Instant): Instant {
    if (counting === 'calendar') return addMs(moment, msOf(resumedAt) - msOf(suspendedAt));
    const left = this.calendar.workingDaysBetween(dayOf(suspendedAt), lastDayBefore(moment));
    if (left > 0) return this.calendar.addWorkingDays(resumedAt, left);
    // Suspended on its last working day: the rest of a working day is left.
    const today = dayOf(resumedAt);
    return this.calendar.isWorkingDay(today) ? endOf(today) : this.calendar.addWorkingDays(resumedAt, 1);
  }

  /** Warnings come at the end of a working day, so that holidays do not use up the time to react. */
  private workingDayWarnings(from: Instant, dueAt: Instant, { warnAt }: Plan): Moment[] {
    const total = this.calendar.workingDaysBetween(dayOf(from), lastDayBefore(dueAt));
    return warnAt.flatMap((percent) => {
      const days = Math.floor((total * percent) / LATE);
      return days === 0 ? [] : [{ at: this.calendar.addWorkingDays(from, days), percent }];
    });
  }

  /** Counted as the Civil Code counts (art. 200 to 203), but never rolled over a holiday: a child does not wait. */
  private dueAt(rule: ClockRule, at: Instant, { unit, count }: Limit): Instant {
    const grace = rule.series?.graceDays ?? 0;
    switch (unit) {
      case 'minutes': return addMs(at, count * 60_000);
      case 'hours': return addMs(at, count * 3_600_000);
      case 'days': return endOf(addDays(dayOf(at), count + grace));
      case 'months': return endOf(addDays(addMonths(dayOf(at), count), grace));
      case 'working-days': return this.calendar.addWorkingDays(at, count);
    }
  }
}

/** A deadline that somebody may set lies within the days that the rule allows: one that is due in a lifetime is none. */
function mustBeNear({ daysAllowed }: ClockRule, { at, dueAt }: { at: Instant; dueAt: Instant }): void {
  if (!daysAllowed) return;
  const latest = endOf(addDays(dayOf(at), daysAllowed.max));
  if (dueAt > latest)
    throw invalid(wrongForm('dueAt', { zh: `期限不得晚于 ${latest}。`, en: `The deadline lies no later than ${latest}.` }));
}

function limitOf(rule: ClockRule, days: number | undefined): Limit {
  if (days === undefined) return rule.limit;
  const { min, max } = rule.daysAllowed ?? { min: 0, max: 0 };
  if (!Number.isInteger(days) || days < min || days > max)
    throw invalid(wrongForm('days', {
      zh: `该时限可定 ${min} 至 ${max} 日。`, en: `This deadline may be set from ${min} to ${max} days.`,
    }));
  return { unit: rule.limit.unit === 'working-days' ? 'working-days' : 'days', count: days };
}

/** The versions of one code, oldest first; a table that contradicts itself is refused at start-up. */
function versionsOf(code: ClockRuleCode, rules: readonly ClockRule[]): ClockRule[] {
  const versions = rules.filter((rule) => rule.code === code).sort((a, b) => a.version - b.version);
  const mistake = (what: string): Error => new Error(`The rule table of ${code} is wrong: ${what}.`);
  if (versions.length === 0) throw mistake('it is missing');
  versions.forEach((rule, index) => {
    const before = versions[index - 1];
    if (before && (before.version === rule.version || before.validFrom >= rule.validFrom))
      throw mistake(`version ${rule.version} does not follow version ${before.version}`);
    if (!Number.isInteger(rule.limit.count) || rule.limit.count < 1) throw mistake('its limit is no whole number');
    if (!isAscending(rule.warnAt, 1, LATE - 1)) throw mistake('its warnings do not ascend between 1 and 99');
    const steps = rule.ladder.map((step) => step.afterPercent);
    if (steps[0] !== LATE || !isAscending(steps, LATE, Infinity) || steps.length > LADDER_MAX)
      throw mistake(`its ladder does not ascend from 100 in at most ${LADDER_MAX} steps`);
  });
  return versions;
}

const isAscending = (numbers: readonly number[], min: number, max: number): boolean =>
  numbers.every((number, index) => number >= min && number <= max && number > (numbers[index - 1] ?? min - 1));
