import {
  HEALTH_PROVIDERS, MedicalCheckAsked, MedicalChecked, PersonRescued, Refusal, RescuePlanDrafted, VictimInterviewed,
  fact,
  type Actor, type CareEnding, type ClockRuleCode, type Fact, type Instant, type Present, type RepeatReason, type RescueRisk,
  type UnitKind,
} from '#contracts';
import type { ClockRules } from '#clocks';
import { AskingStage, Stage, wasTaken, type Receiver, type StageElsewhere } from '#stages';
import { approvalOf, mustBePrepared, mustFit, planInEmergency, type Plan } from './plan.js';
import { missingAtRescue, mustBeHeard, mustBePlanned, type Victim } from './presence.js';
import { freed, isTakenOn, mustBeOursToFree, type RescuedPerson } from './rescued-person.js';

export interface NextStage {
  readonly requestId: string;
  readonly stage: 'placement' | 'cross-border';
  readonly toUnit: string;
  readonly victimIds: string[];
}

/** Who has a rescued victim now, as the custodies say: `unitId` is null with a relative and after the end of care. */
export interface CareNow {
  readonly victimId: string;
  readonly unitId: string | null;
  readonly ending: CareEnding | null;
  /** The rescue that follows the person up: a later one, where a child was taken back since. */
  readonly rescueId: string;
  /** When a placement that was under way last received the person (P-1), as far as was heard. */
  readonly receivedAt: Instant | null;
}

type Work = { readonly by: Actor; readonly at: Instant };

/** One rescue: from the plan to the day on which every rescued victim is in the care of somebody else. */
export class Rescue extends AskingStage {
  /** Whom the request named; empty when it named nobody in particular. */
  victimIds: string[] = [];
  /** Since when the present unit answers: its work cannot have been done before. */
  answersSince!: Instant;
  plans: Plan[] = [];
  rescued: RescuedPerson[] = [];

  /** Another stage asks for a rescue; whoever asks answers until a unit has accepted. */
  static open(given: Work & { id: string; caseId: string; victimIds: string[]; requestId: string }): [Rescue, Fact[]] {
    const [stage, facts] = Stage.open({
      stageId: given.id, kind: 'rescue', answers: given.by, at: given.at, taken: false, requestId: given.requestId,
    });
    const rescue = Object.assign(new Rescue(), {
      id: given.id, caseId: given.caseId, victimIds: given.victimIds, answersSince: given.at, stage,
    });
    return [rescue, facts];
  }

  /** nobody acts before a plan is approved, so a plan comes first; a child who was taken back is with us without one. */
  protected override get awaited(): ClockRuleCode | null {
    return this.rescued.length > 0 || this.plans.some(({ approvedAt }) => approvedAt !== null) ? null : 'rescue-plan';
  }

  /**
   * a child is taken back from a relative, however long ago the rescue was. Whoever takes the child answers for what
   * comes next, from the minute of the taking back on; the child is examined anew.
   */
  static takeBack(given: Work & {
    id: string; caseId: string; victimId: string; custodyId: string; clockId: string; rules: ClockRules; superiorUnit?: string;
  }): [Rescue, Fact[]] {
    const { id, caseId, victimId, custodyId, by, at } = given;
    const [stage, facts] = Stage.open({ stageId: id, kind: 'rescue', answers: by, at, taken: true, victimId });
    const rescue = Object.assign(new Rescue(), { id, caseId, victimIds: [victimId], answersSince: at, stage });
    rescue.rescued.push(freed({ ...given, planId: null, present: [], custodyId }));
    return [rescue, [...facts, ...rescue.startCheck(given)]];
  }

  override acceptStage(given: Work & { offerId: string }, receiver: Receiver): Fact[] {
    const facts = super.acceptStage(given, receiver);
    this.answersSince = given.at;
    return facts;
  }

  /** the place is verified, the risks are known, and it is settled who must be there. */
  draftPlan(given: Work & {
    planId: string; victims: readonly Victim[]; placeVerified: boolean; risks: RescueRisk[]; present: Present[];
    noteRecord?: string;
  }): Fact[] {
    this.work(given);
    if (!given.placeVerified) throw new Refusal('rescue.place-not-verified');
    mustFit(given.risks);
    mustBePlanned(given.victims, given.present);
    const { planId, risks, present, by, at } = given;
    const victimIds = given.victims.map(({ victimId }) => victimId);
    this.plans.push({
      planId, authorId: by.personId, victimIds, risks, present, noteRecord: given.noteRecord ?? null,
      draftedAt: at, approvedBy: null, approvedAt: null,
    });
    return [fact(RescuePlanDrafted, { planId, victimIds })];
  }

  /** Whoever wrote a plan does not approve it. */
  mayApprove({ by, planId }: { by: Actor; planId: string }): Plan {
    const plan = this.plan(planId);
    this.mayWork({ by });
    if (plan.authorId === by.personId) throw new Refusal('rescue.own-plan');
    return plan;
  }

  /** a second person answers for the plan. Silent when it is approved already. */
  approvePlan(given: Work & { planId: string; victims: readonly Victim[] }): Fact[] {
    if (this.plan(given.planId).approvedAt) return [];
    const plan = this.mayApprove(given);
    this.work(given, plan.draftedAt);
    mustBePlanned(given.victims, plan.present);
    plan.approvedBy = given.by.personId;
    plan.approvedAt = given.at;
    return [approvalOf(plan)];
  }

  plan(planId: string): Plan {
    const plan = this.plans.find((known) => known.planId === planId);
    if (!plan) throw new Refusal('rescue.unknown-plan', { planId });
    return plan;
  }

  /**
   * The words of a plan are for the units that answer for a stage of the case.
   * @returns where they are kept, if there are any.
   */
  noteFor({ by, planId, answering }: { by: Actor; planId: string; answering: readonly string[] }): string | null {
    const { noteRecord } = this.plan(planId);
    if (![this.stage.answers.unitId, ...answering].includes(by.unitId))
      throw new Refusal('rescue.not-involved', { caseId: this.caseId });
    return noteRecord;
  }

  mayFree({ by }: { by: Actor }): void {
    this.mayWork({ by });
    mustBePrepared(this.plans, by);
  }

  /**
   * a victim is free. It is recorded as it was, even if somebody was missing; the care of the victim begins in the
   * same transaction (`Custody.take`). `emergencyPlanId` is there when the commander acted without a plan.
   * @param given.heldBy another open rescue whose request named the victim, if there is one.
   */
  free(given: Work & {
    victim: Victim; heldBy?: string; present: Present[]; planId?: string; emergencyPlanId?: string;
    custodyId: string; clockId: string; rules: ClockRules; superiorUnit?: string;
  }): Fact[] {
    const { victim: { victimId }, present } = given;
    this.mayFree(given);
    mustBeOursToFree(this, { victimId, heldBy: given.heldBy });
    const plan = given.emergencyPlanId ? planInEmergency(given, given.emergencyPlanId) : this.approvedPlan(given);
    this.work(given, plan.approvedAt!);
    if (given.emergencyPlanId) this.plans.push(plan);
    this.rescued.push(freed({ ...given, victimId, planId: plan.planId }));
    const missing = missingAtRescue([given.victim], present);
    return [
      ...(given.emergencyPlanId ? [approvalOf(plan, true)] : []),
      fact(PersonRescued, { victimId, planId: plan.planId, present, missing: missing.length > 0 ? missing : undefined }),
      ...this.startCheck(given),
    ];
  }

  mayInterview({ by, answering }: { by: Actor; answering: readonly string[] }): void {
    if (!answering.includes(by.unitId)) this.mayWork({ by });
    this.mustHaveRescued();
  }

  /**
   * who asked the victim, when, and how often. Also after this stage is closed, by a unit that answers for another
   * stage of the case (`answering`): the count is the victim's, not the stage's.
   * @param given.before how often the victim was asked under other rescues of the case.
   */
  interview(given: Work & {
    victim: Victim; interviewId: string; startedAt: Instant; endedAt: Instant; present: Present[];
    reason?: RepeatReason; before: number; answering: readonly string[];
  }): Fact[] {
    const { by, at, victim: { victimId }, interviewId, startedAt, endedAt, present, reason } = given;
    this.mayInterview(given);
    if (!given.answering.includes(by.unitId)) this.work(given, this.answersSince);
    const person = this.person(victimId);
    if (startedAt < person.rescuedAt || endedAt <= startedAt || endedAt > at)
      throw new Refusal('rescue.interview-times', { rescuedAt: person.rescuedAt, startedAt, endedAt, recordedFor: at });
    mustBeHeard(given.victim, present);
    const number = given.before + person.interviews.length + 1;
    if (given.victim.isMinor && number > 1 && !reason)
      throw new Refusal('rescue.repeat-needs-reason', { victimId, before: number - 1 });
    person.interviews.push({ interviewId, byUnit: by.unitId, byPerson: by.personId, startedAt, endedAt, present, reason });
    return [fact(VictimInterviewed, { interviewId, victimId, number, endedAt, present, reason })];
  }

  /** What is asked before a health unit is. */
  mayAskCheck({ by, victimId }: { by: Actor; victimId: string }): RescuedPerson {
    this.mayWork({ by });
    return this.person(victimId);
  }

  /** a health unit is asked to examine the victim, and can then see whom, and by when. Silent when it was asked. */
  askMedicalCheck(given: Work & { victimId: string; toUnit: string; toKind: UnitKind }): Fact[] {
    const { victimId, toUnit, toKind } = given;
    const person = this.mayAskCheck(given);
    if (!HEALTH_PROVIDERS.includes(toKind)) throw new Refusal('rescue.not-a-health-unit', { unitId: toUnit, kind: toKind });
    this.work(given);
    const asked = person.checkAskedOf ?? [];
    if (person.medicalCheck || asked.includes(toUnit)) return [];
    person.checkAskedOf = [...asked, toUnit];
    return [fact(MedicalCheckAsked, { victimId, toUnit })];
  }

  /** A health unit says so of itself where it was asked: nobody makes itself the examiner of a victim. */
  mayCheck({ by, victimId, atUnit = by.unitId }: { by: Actor; victimId: string; atUnit?: string }): RescuedPerson {
    this.stage.mustBeTaken();
    const asked = this.rescued.find((person) => person.victimId === victimId)?.checkAskedOf ?? [];
    if (by.unitId !== atUnit || !asked.includes(atUnit)) this.stage.mustAnswer(by);
    return this.person(victimId);
  }

  /**
   * the victim was examined, at a health unit; says the rescuing unit, or the health unit that was asked. Silent when it
   * is on record.
   */
  checkMedically(given: Work & { victimId: string; checkId: string; atUnit: string; atKind: UnitKind }): Fact[] {
    const { at, victimId, checkId, atUnit, atKind } = given;
    if (!HEALTH_PROVIDERS.includes(atKind)) throw new Refusal('rescue.not-a-health-unit', { unitId: atUnit, kind: atKind });
    const person = this.mayCheck(given);
    if (person.medicalCheck) return [];
    if (at < person.rescuedAt) throw new Refusal('time.before-last-change', { lastChange: person.rescuedAt });
    if (at > this.stage.since) this.stage.moveTo(at);
    person.medicalCheck = { checkId, atUnit, at };
    const stopped = this.clocks.stop(person.clockId, at);
    const { inTime } = this.clocks.stopped.find(({ clockId }) => clockId === person.clockId)!;
    return [fact(MedicalChecked, { checkId, victimId, atUnit, inTime }), ...stopped];
  }

  mayRequest({ by }: { by: Actor }): void {
    this.mayWork({ by });
    this.mustHaveRescued();
  }

  /**
   * Asks for the stage that comes next for these victims; it is offered to the unit that is named here. What is closed
   * may be asked for again.
   */
  requestStage(given: Work & NextStage & { elsewhere: readonly StageElsewhere[] }): Fact[] {
    this.mayRequest(given);
    this.work(given);
    const { requestId, stage, toUnit, victimIds } = given;
    victimIds.forEach((victimId) => this.person(victimId));
    this.requests.mayAsk({ stage, victimIds }, given.elsewhere);
    return this.requests.ask({ requestId, stage, toUnit, victimIds });
  }

  /** Those who are free are examined and in good hands; who was not found may still be given up. */
  mayClose(given: { by: Actor; care: readonly CareNow[]; elsewhere: readonly StageElsewhere[] }): void {
    this.stage.mayClose({ by: given.by, abandoned: true });
    const left = given.care.filter(({ ending, rescueId }) => ending === 'own-will' || rescueId !== this.id)
      .map(({ victimId }) => victimId);
    this.mustHaveSettled(this.rescued.filter(({ victimId }) => !left.includes(victimId)), given);
  }

  /**
   * The rescue is done when every victim is free, examined, in somebody else's care, and the next stage is accepted,
   * whoever asked for it.
   * Who left by their own will, or was taken back since and is followed up there, needs neither. `abandoned` gives up those
   * who were not found, and nobody else.
   */
  close(given: Work & { care: readonly CareNow[]; elsewhere: readonly StageElsewhere[]; abandoned?: boolean }): Fact[] {
    const { by, at, abandoned } = given;
    this.mayClose(given);
    const missing = this.victimIds.filter((victimId) => !this.rescued.some((person) => person.victimId === victimId));
    if (!abandoned && (missing.length > 0 || this.rescued.length === 0))
      throw new Refusal('rescue.not-rescued', { victimIds: missing });
    const closed = this.stage.close({ by, at, abandoned });
    const unasked = this.rescued.filter(({ medicalCheck, clockId }) => !medicalCheck && this.clocks.running(clockId));
    return [...unasked.flatMap(({ clockId }) => this.clocks.suspend(clockId, at)), ...closed];
  }

  private mustHaveSettled(
    persons: readonly RescuedPerson[],
    { care, elsewhere }: { care: readonly CareNow[]; elsewhere: readonly StageElsewhere[] },
  ): void {
    const idsOf = (found: readonly { victimId: string }[]): string[] => found.map(({ victimId }) => victimId);
    const unchecked = persons.filter(({ medicalCheck }) => !medicalCheck);
    if (unchecked.length > 0) throw new Refusal('rescue.medical-check-missing', { victimIds: idsOf(unchecked) });
    const ours = care.filter(({ unitId, victimId }) => unitId === this.stage.answers.unitId && idsOf(persons).includes(victimId));
    if (ours.length > 0) throw new Refusal('rescue.still-in-care', { victimIds: idsOf(ours) });
    // A placement that fell when the child was taken back goes on once it has received the child again.
    const isReceived = ({ victimId, rescuedAt }: RescuedPerson): boolean => {
      const receivedAt = care.find((one) => one.victimId === victimId)?.receivedAt ?? null;
      return receivedAt !== null && receivedAt >= rescuedAt;
    };
    const isAccepted = (person: RescuedPerson): boolean => {
      const states = this.requests.statesFor(person.victimId, elsewhere);
      return !states.includes('waiting') && (states.some(wasTaken) || isReceived(person) || isTakenOn(person, elsewhere));
    };
    const waiting = persons.filter((person) => !isAccepted(person));
    if (waiting.length > 0) throw new Refusal('stage.next-not-accepted', { victimIds: idsOf(waiting) });
  }

  private startCheck({ at, clockId, rules, superiorUnit }: {
    at: Instant; clockId: string; rules: ClockRules; superiorUnit?: string;
  }): Fact[] {
    const answers = { ...this.stage.answers, superiorUnit };
    return this.clocks.start(rules, { clockId, rule: 'medical-check-after-rescue', at, answers });
  }

  private mustHaveRescued(): void {
    if (this.rescued.length === 0) throw new Refusal('rescue.not-rescued', { victimIds: this.victimIds });
  }

  private person(victimId: string): RescuedPerson {
    const person = this.rescued.find((known) => known.victimId === victimId);
    if (!person) throw new Refusal('rescue.not-rescued', { victimIds: [victimId] });
    return person;
  }

  private approvedPlan({ planId, victim: { victimId } }: { planId?: string; victim: Victim }): Plan {
    const plan = planId ? this.plan(planId) : undefined;
    if (!plan?.approvedAt || !plan.victimIds.includes(victimId))
      throw new Refusal('rescue.no-approved-plan', { victimId, planId });
    return plan;
  }

  /**
   * Only the unit that answers works here, and from when on it answers. Several officers record one night, so what
   * happened earlier may be recorded later; but the stage is not handed on or closed as of a time before its last work.
   */
  private work({ by, at }: Work, notBefore: Instant = this.answersSince): void {
    this.mayWork({ by });
    const earliest = notBefore > this.answersSince ? notBefore : this.answersSince;
    if (at < earliest) throw new Refusal('time.before-last-change', { lastChange: earliest });
    if (at > this.stage.since) this.stage.moveTo(at);
  }
}
