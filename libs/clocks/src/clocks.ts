import {
  ClockExtended, ClockOverdue, ClockResumed, ClockStarted, ClockStopped, ClockSuspended, ClockWarned, Refusal, fact, invalid,
  wrongForm, type ClockRuleCode, type Fact, type Instant, type PackageKind,
} from '#contracts';
import { addMs, msOf } from './beijing.js';
import { packageOf } from './rules.js';
import type { ClockRules, Counting, Moment, Override, Plan } from './clock-rules.js';

/** Who answers for a deadline, and whom the escalation tells. */
export interface ClockAnswers {
  readonly unitId: string;
  readonly personId: string;
  readonly superiorUnit?: string;
}

export interface RunningClock {
  readonly clockId: string;
  readonly rule: ClockRuleCode;
  readonly ruleVersion: number;
  readonly startedAt: Instant;
  /** The first moment that is too late. */
  readonly dueAt: Instant;
  readonly answers: ClockAnswers;
  readonly suspendedAt?: Instant;
  /** From when per cents are counted: the start, moved by the time that the clock stood still. */
  readonly countsFrom: Instant;
  readonly counting: Counting;
  readonly plan: Plan;
  /** What it has still to say, in order of time. */
  readonly moments: readonly Moment[];
  /** The days that were agreed in place of the rule's: a cadence keeps them from turn to turn. */
  readonly agreedDays?: number;
}

export interface StoppedClock {
  readonly clockId: string;
  readonly rule: ClockRuleCode;
  readonly ruleVersion: number;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly stoppedAt: Instant;
  readonly inTime: boolean;
}

export interface NewClock {
  readonly clockId: string;
  readonly rule: ClockRuleCode;
  readonly at: Instant;
  readonly answers: ClockAnswers;
  readonly override?: Override;
}

/** One turn of a cadence ends and the next begins; who answers and the agreed days stay unless given anew. */
export interface NextTurn {
  /** Of the clock that begins. */
  readonly clockId: string;
  readonly at: Instant;
  readonly answers?: ClockAnswers;
  readonly override?: Override;
}

/** Stored in a jsonb column of the aggregate's row. */
export interface ClocksState {
  readonly running: readonly RunningClock[];
  readonly stopped: readonly StoppedClock[];
}

/** Stopped clocks that stay in the row, so that it does not grow without limit; the journal keeps them all. */
const STOPPED_KEPT = 50;

/**
 * The deadlines that one aggregate keeps. Plain state and pure methods: a clock says nothing by itself, the caller
 * stores what `tick` returns. Where a method takes `which`, it is a rule code (every clock of it) or a clock id.
 *
 * A method that changes a clock's course first says what that clock had still to say up to then, so that a sweeper
 * that is behind loses no fact and doubles none.
 */
export class Clocks {
  private constructor(private clocks: readonly RunningClock[], private done: readonly StoppedClock[]) {}

  /** Revives clocks from their stored form; nothing stored means no clocks yet. */
  static from(stored?: unknown): Clocks {
    const { running = [], stopped = [] } = (stored ?? {}) as Partial<ClocksState>;
    return new Clocks([...running], [...stopped]);
  }

  toJSON(): ClocksState {
    return { running: this.clocks, stopped: this.done };
  }

  /**
   * Starts a clock under the version of its rule that is valid at that moment. Silent when the id was started before.
   * @throws Refusal clock.year-not-loaded
   */
  start(rules: ClockRules, given: NewClock): Fact[] {
    const { clockId, rule, at, answers, override } = given;
    if (this.knows(clockId)) return [];
    const { dueAt, ruleVersion, ...course } = rules.start(rule, at, override);
    const clock: RunningClock = {
      clockId, rule, ruleVersion, startedAt: at, countsFrom: at, dueAt, answers: copied(answers), ...course,
      ...(override?.days !== undefined && override.dueAt === undefined && { agreedDays: override.days }),
    };
    this.clocks = [...this.clocks, clock];
    return [fact(ClockStarted, { ...answered(clock), ruleVersion })];
  }

  /** What the deadline asked for was done, at this moment. Silent when it is not running. */
  stop(which: string, at: Instant): Fact[] {
    return this.all(which).flatMap((clock) => {
      const said = clock.suspendedAt === undefined ? this.tickOf(clock.clockId, at) : [];
      // While a clock stood still no time passed: it is in time when it was so at the moment it was suspended.
      const inTime = earlier(at, clock.suspendedAt) < clock.dueAt;
      this.clocks = this.clocks.filter(({ clockId }) => clockId !== clock.clockId);
      const { clockId, rule, ruleVersion, startedAt, dueAt } = clock;
      const stopped: StoppedClock = { clockId, rule, ruleVersion, startedAt, dueAt, stoppedAt: at, inTime };
      this.done = [...this.done, stopped].slice(-STOPPED_KEPT);
      return [...said, fact(ClockStopped, { clockId, rule, inTime })];
    });
  }

  /** The deadline stands still from this moment. Silent when it stands still already. */
  suspend(which: string, at: Instant): Fact[] {
    return this.mustRun(which).filter((clock) => clock.suspendedAt === undefined).flatMap((clock) => {
      mustNotPrecede(at, clock.startedAt);
      const said = this.tickOf(clock.clockId, at);
      this.change(clock.clockId, { suspendedAt: at });
      return [...said, fact(ClockSuspended, { clockId: clock.clockId, rule: clock.rule })];
    });
  }

  /**
   * The deadline runs again with the time that was left: to the millisecond in calendar time, in whole days for
   * working days. What was late stays late. Silent when it runs.
   * @throws Refusal clock.year-not-loaded
   */
  resume(rules: ClockRules, which: string, at: Instant): Fact[] {
    return this.mustRun(which).flatMap((clock) => {
      const { suspendedAt } = clock;
      if (suspendedAt === undefined) return [];
      mustNotPrecede(at, suspendedAt);
      const stoodStillMs = msOf(at) - msOf(suspendedAt);
      const isLate = clock.dueAt <= suspendedAt;
      const dueAt = isLate ? clock.dueAt : rules.shift(clock.dueAt, clock.counting, suspendedAt, at);
      const lateMs = isLate ? stoodStillMs : msOf(dueAt) - msOf(clock.dueAt);
      const moments = clock.moments.map((moment) => ({
        ...moment,
        at: 'step' in moment ? addMs(moment.at, lateMs) : rules.shift(moment.at, clock.counting, suspendedAt, at),
      }));
      this.change(clock.clockId, {
        suspendedAt: undefined, dueAt, moments, countsFrom: addMs(clock.countsFrom, stoodStillMs),
      });
      return [fact(ClockResumed, { clockId: clock.clockId, rule: clock.rule, dueAt })];
    });
  }

  /**
   * Moves a deadline to a later date, on the basis of a document; warnings and ladder begin anew for the time that is
   * left. From now on it runs in calendar time, because its end is a date. Silent when it is due then already.
   */
  extend(rules: ClockRules, clockId: string, given: { dueAt: Instant; basis: string; at: Instant }): Fact[] {
    return this.mustRun(clockId).flatMap((clock) => {
      const { dueAt, basis, at } = given;
      if (dueAt === clock.dueAt) return [];
      if (dueAt < clock.dueAt || dueAt <= at)
        throw invalid(wrongForm('dueAt', {
          zh: `新期限须晚于现在的期限 ${clock.dueAt}。`, en: `The new deadline lies after the present one, ${clock.dueAt}.`,
        }));
      const said = clock.suspendedAt === undefined ? this.tickOf(clock.clockId, at) : [];
      // A clock that stands still has used no time since then.
      const usedUpTo = earlier(at, clock.suspendedAt);
      const moments = rules.moments({ from: clock.countsFrom, dueAt, plan: clock.plan, counting: 'calendar' })
        .filter((moment) => moment.at > usedUpTo);
      this.change(clock.clockId, { dueAt, moments, counting: 'calendar' });
      return [...said, fact(ClockExtended, { clockId: clock.clockId, rule: clock.rule, dueAt, basis })];
    });
  }

  /** One turn of a cadence is done and the next begins (V-1, V-5), under the version of the rule valid now. */
  restart(rules: ClockRules, which: string, next: NextTurn): Fact[] {
    if (this.knows(next.clockId)) return [];
    const before = this.mustRun(which)[0]!;
    const agreed = before.agreedDays === undefined ? undefined : { days: before.agreedDays };
    // Started first: if the rules refuse the next turn, the present one is still there.
    const started = this.start(rules, {
      clockId: next.clockId, rule: before.rule, at: next.at,
      answers: next.answers ?? before.answers, override: next.override ?? agreed,
    });
    return [...this.stop(before.clockId, next.at), ...started];
  }

  /**
   * Another unit or person answers from now on for the deadlines of the stage, or for those of one package: who takes the
   * one does not take the other. The facts of stage and package say so.
   */
  handTo(answers: ClockAnswers, of: PackageKind | null = null): void {
    this.clocks = this.clocks.map((clock) => (packageOf(clock.rule) === of ? { ...clock, answers: copied(answers) } : clock));
  }

  /**
   * Says everything that has become due up to `upTo`, in order of its time, each exactly once however often it is
   * called and however far the time has jumped. Facts carry no time of their own: the sweeper calls
   * `tick(clocks.nextFireAt)` until `nextFireAt` lies in the future, and stores what each call returns as occurred at
   * that moment.
   */
  tick(upTo: Instant): Fact[] {
    return this.fire(this.clocks.map(({ clockId }) => clockId), upTo);
  }

  /** When the sweeper must call `tick` again, or null: for its index. */
  get nextFireAt(): Instant | null {
    const next = this.clocks.flatMap((clock) => (clock.suspendedAt === undefined ? clock.moments.slice(0, 1) : []));
    return next.reduce<Instant | null>((first, { at }) => (first === null || at < first ? at : first), null);
  }

  /** The clock of a rule or with an id that runs or stands still; of several the one that is due first. */
  running(which: string): RunningClock | undefined {
    return this.allRunning(which)[0];
  }

  /** Every such clock, the one that is due first in front. */
  allRunning(which?: string): RunningClock[] {
    return this.all(which).sort((a, b) => (a.dueAt < b.dueAt ? -1 : Number(a.dueAt > b.dueAt)));
  }

  /** The clocks that stopped last, the latest at the end. */
  get stopped(): readonly StoppedClock[] {
    return this.done;
  }

  /** True from the moment it is due; a clock that stands still does not become late. */
  isOverdue(which: string, now: Instant): boolean {
    return this.all(which).some((clock) => earlier(now, clock.suspendedAt) >= clock.dueAt);
  }

  private all(which?: string): RunningClock[] {
    return this.clocks.filter((clock) => which === undefined || clock.clockId === which || clock.rule === which);
  }

  private mustRun(which: string): RunningClock[] {
    const found = this.allRunning(which);
    if (found.length === 0) throw new Refusal('clock.not-running', { clock: which });
    return found;
  }

  private knows(id: string): boolean {
    return this.clocks.some(({ clockId }) => clockId === id) || this.done.some(({ clockId }) => clockId === id);
  }

  private change(id: string, changed: Partial<RunningClock>): void {
    this.clocks = this.clocks.map((clock) => (clock.clockId === id ? without({ ...clock, ...changed }) : clock));
  }

  private tickOf(clockId: string, upTo: Instant): Fact[] {
    return this.fire([clockId], upTo);
  }

  private fire(ids: readonly string[], upTo: Instant): Fact[] {
    const due = this.clocks
      .filter((clock) => ids.includes(clock.clockId) && clock.suspendedAt === undefined)
      .flatMap((clock) => clock.moments.filter(({ at }) => at <= upTo).map((moment) => ({ clock, moment })));
    if (due.length === 0) return [];
    const fired = new Set(due.map(({ moment }) => moment));
    this.clocks = this.clocks.map((clock) => (clock.moments.some((moment) => fired.has(moment))
      ? { ...clock, moments: clock.moments.filter((moment) => !fired.has(moment)) }
      : clock));
    // Sorting is stable: at the same moment the clock that was started first speaks first.
    return due.sort((a, b) => (a.moment.at < b.moment.at ? -1 : Number(a.moment.at > b.moment.at)))
      .map(({ clock, moment }) => said(clock, moment));
  }
}

function said(clock: RunningClock, moment: Moment): Fact {
  return 'step' in moment
    ? fact(ClockOverdue, { ...answered(clock), step: moment.step, toldUnit: clock.answers.superiorUnit })
    : fact(ClockWarned, { ...answered(clock), percent: moment.percent });
}

const answered = ({ clockId, rule, dueAt, answers }: RunningClock) =>
  ({ clockId, rule, unitId: answers.unitId, personId: answers.personId, dueAt });

/** Only what is declared: callers pass whole people. */
const copied = ({ unitId, personId, superiorUnit }: ClockAnswers): ClockAnswers =>
  ({ unitId, personId, ...(superiorUnit !== undefined && { superiorUnit }) });

const earlier = (at: Instant, other: Instant | undefined): Instant => (other !== undefined && other < at ? other : at);

/** Undefined members vanish in JSON; they vanish here too, so that state is the same before and after storing. */
function without(clock: RunningClock): RunningClock {
  const { suspendedAt, ...rest } = clock;
  return suspendedAt === undefined ? rest : clock;
}

function mustNotPrecede(at: Instant, lastChange: Instant): void {
  if (at < lastChange) throw new Refusal('time.before-last-change', { lastChange });
}
