import {
  CHILD_CASE_KINDS, CaseOpened, ClueLinked, DivisionCorrected, FeedbackSent, INTAKE_OUTCOMES, IntakeConcluded, IntakeMerged,
  PartiesJoined, Refusal, RiskGraded, VictimAdded, VictimAgeSaid, fact,
  type Actor, type AgeBasis, type CaseKind, type ClockRuleCode, type CorrectionReason, type Fact, type Instant,
  type IntakeOutcome, type RiskGrade, type StageKind,
} from '#contracts';
import type { ClockRules } from '#clocks';
import { AskingStage, isInHand, wasTaken, type Receiver, type StageElsewhere } from '#stages';
import type { Clue } from './clue.js';
import { mustBeKnown, mustLieWithin, type NewPlace, type Place } from './jurisdiction.js';
import { asVictim, inCase, joined, mayBeAged, withVictims, type Described, type MissingReport, type Victim } from './victim.js';

/** A stage of the case, and whose it is: whoever has an open one takes part. */
type Elsewhere = readonly { readonly unitId: string; readonly closed: boolean }[];

/** What every command of an open matter brings along. */
interface Doing {
  readonly by: Actor;
  readonly at: Instant;
}

const VICTIMS_MAX = 20;
const PERSON_RECORDS_MAX = 50;

/** The receiving of one matter: from the first report to the moment at which the next agency has accepted the case. */
export class Intake extends AskingStage {
  division!: string;
  clues: Clue[] = [];
  reports: MissingReport[] = [];
  victims: Victim[] = [];
  risk: RiskGrade | null = null;
  case: { readonly caseNumber: string; readonly kind: CaseKind } | null = null;
  mergedInto: string | null = null;
  outcome: IntakeOutcome | null = null;

  /** A case that is opened must be asked for further. */
  protected override get awaited(): ClockRuleCode | null {
    return this.case && !this.requests.isAnyMade ? 'next-stage-request' : null;
  }

  /** To ask and to withdraw wins no time: what was left when it was asked is left now. What was late then is late at once. */
  protected override dueAgain(rule: ClockRuleCode, at: Instant): Instant | undefined {
    const before = rule === 'next-stage-request' ? this.clocks.stopped.findLast((clock) => clock.rule === rule) : undefined;
    if (!before) return undefined;
    const leftMs = Date.parse(before.dueAt) - Date.parse(before.stoppedAt);
    return new Date(Date.parse(at) + Math.max(leftMs, 1)).toISOString();
  }

  /** I-3: how urgent it is. Silent when it is graded so already. */
  grade(given: Doing & { risk: RiskGrade }): Fact[] {
    this.mayWork(given);
    if (this.risk === given.risk) return [];
    this.stage.moveTo(given.at);
    this.risk = given.risk;
    return [fact(RiskGraded, { clueId: this.clues[0]?.clueId ?? this.reports[0]!.reportId, risk: given.risk })];
  }

  /** I-3: the matter turns out to be part of another one and ends here; `takeIn` of the other continues it. */
  mergeInto(given: Doing & { into: Pick<Intake, 'id' | 'caseId'>; elsewhere: readonly StageElsewhere[] }): Fact[] {
    if (this.mergedInto === given.into.id) return [];
    this.mayMerge(given);
    if (given.into.id === this.id) throw new Refusal('intake.merge-into-itself', { intakeId: this.id });
    const closed = this.stage.close({ by: given.by, at: given.at, abandoned: true });
    this.mergedInto = given.into.id;
    return [fact(IntakeMerged, { intoCaseId: given.into.caseId }), ...this.stopClocks(given.at), ...closed];
  }

  mayMerge({ by, elsewhere }: { by: Actor; elsewhere: readonly StageElsewhere[] }): void {
    this.mayWork({ by });
    const requestIds = this.requests.that(elsewhere, (state) => state !== 'gone');
    if (requestIds.length > 0) throw new Refusal('intake.stage-requested', { requestIds });
    this.stage.mayClose({ by, abandoned: true });
  }

  /**
   * I-3: clues and persons of another matter belong here, and whoever took part in it takes part here. Feedback stays due
   * when it was due there.
   */
  takeIn(given: Doing & {
    from: Intake; parties: readonly string[]; newId: () => string; rules: ClockRules; superiorUnit?: string;
  }): Fact[] {
    this.mayWork(given);
    this.stage.moveTo(given.at);
    const { from } = given;
    const taken = fact(PartiesJoined, { fromCaseId: from.caseId, units: [...given.parties] });
    const linked = from.clues.flatMap((clue) => {
      const clockId = given.newId();
      this.clues.push({ ...clue, feedbackClockId: clockId });
      const said = fact(ClueLinked, { clueId: clue.clueId, fromCaseId: from.caseId });
      if (clue.feedbackAt) return [said];
      const answers = { ...this.stage.answers, superiorUnit: given.superiorUnit };
      return [said, ...this.clocks.start(given.rules, { clockId, rule: 'clue-feedback', at: clue.receivedAt, answers })];
    });
    const { victims, added, idHere } = joined(this.victims, from.victims);
    this.mustHold(victims.length);
    this.victims = victims;
    this.reports.push(...from.reports.map((report) => ({ ...report, victimId: idHere(report.victimId) })));
    const said = this.case ? added.map((victim) => fact(VictimAdded, inCase(victim))) : [];
    return [taken, ...linked, ...said, ...this.clocks.tick(given.at)];
  }

  /** I-3: the reporter knows what became of the clue. Silent when told before. */
  sendFeedback(given: Doing & { clueId: string }): Fact[] {
    this.mayWork(given);
    const clue = this.clueOf(given.clueId);
    if (clue.feedbackAt) return [];
    this.stage.moveTo(given.at);
    this.clues = this.clues.map((known) => (known === clue ? { ...clue, feedbackAt: given.at } : known));
    return [fact(FeedbackSent, { clueId: clue.clueId }), ...this.clocks.stop(clue.feedbackClockId, given.at)];
  }

  /** I-4: the matter becomes a case. Whoever was reported missing is a victim of it without being named again. */
  openCase(given: Doing & { caseNumber: string; kind: CaseKind; victims: readonly Described[] }): Fact[] {
    this.mayOpenCase(given);
    const victims = withVictims(this.victims, given.victims);
    if (victims.length === 0) throw new Refusal('intake.no-victim');
    this.mustHold(victims.length);
    this.mustLookForChildren(given.kind, victims);
    this.stage.moveTo(given.at);
    this.victims = victims;
    this.case = { caseNumber: given.caseNumber, kind: given.kind };
    return [
      fact(CaseOpened, { ...this.case, division: this.division, victims: victims.map(inCase) }),
      ...this.clocks.stop('clue-triage', given.at),
    ];
  }

  mayOpenCase({ by }: { by: Actor }): void {
    this.mayWork({ by });
    if (this.case) throw new Refusal('intake.case-already-opened', { caseNumber: this.case.caseNumber });
  }

  /** V-1: a child who was reported missing is looked for by a task force, whatever else the case is. */
  private mustLookForChildren(kind: CaseKind, victims: readonly Victim[]): void {
    const missing = victims.find(({ victimId, minor }) => minor && this.reports.some((report) => report.victimId === victimId));
    if (missing && !CHILD_CASE_KINDS.includes(kind)) throw new Refusal('intake.child-is-missing', { victimId: missing.victimId });
  }

  /** I-4: one more person belongs to the case. */
  addVictim(given: Doing & { victim: Described }): Fact[] {
    this.mayAddVictim(given);
    this.stage.moveTo(given.at);
    const victim = asVictim(given.victim);
    this.victims.push(victim);
    return [fact(VictimAdded, inCase(victim))];
  }

  mayAddVictim({ by }: { by: Actor }): void {
    this.mayRequest({ by });
    this.mustHold(this.victims.length + 1);
  }

  /**
   * I-4: somebody knows by now how old a victim is. It holds for every unit that takes part, also when this stage is closed.
   * Silent when just this age is on record already, and what follows from it.
   */
  sayAge(given: Doing & {
    victimId: string; minor: boolean; basis: AgeBasis; isOnRecord: boolean; personRecord: string; elsewhere: Elsewhere;
  }): Fact[] {
    this.maySayAge(given);
    const { victimId, minor, basis, isOnRecord, personRecord } = given;
    const said = this.victimOf(victimId);
    if (isOnRecord && said.minor === minor) return [];
    mayBeAged(said, basis);
    if (said.personRecords.length >= PERSON_RECORDS_MAX)
      throw new Refusal('intake.too-many-person-records', { victimId, max: PERSON_RECORDS_MAX });
    this.victims = this.victims.map((victim) => (victim === said
      ? { ...victim, minor, ageBasis: basis, personRecords: [...victim.personRecords, personRecord] } : victim));
    return [fact(VictimAgeSaid, { victimId, minor, basis })];
  }

  /** these victims are of age by now. Said also when the matter has ended here, and not of those who were so before. */
  comeOfAge(victimIds: readonly string[]): Fact[] {
    const grown = this.victims.filter(({ victimId, minor }) => minor && victimIds.includes(victimId));
    this.victims = this.victims.map((victim) => (grown.includes(victim) ? { ...victim, minor: false } : victim));
    return grown.map(({ victimId }) => fact(VictimAgeSaid, { victimId, minor: false, basis: 'reached-eighteen' }));
  }

  maySayAge({ by, victimId, elsewhere }: { by: Actor; victimId: string; elsewhere: Elsewhere }): void {
    this.mustTakePart(by, elsewhere);
    if (this.mergedInto) throw new Refusal('intake.unknown-victim', { victimId });
    this.victimOf(victimId);
  }

  /** Asks for the next stage, for all victims or for some. */
  requestStage(given: Doing & {
    requestId: string; stage: StageKind; receiver: Receiver; victimIds?: readonly string[]; elsewhere: readonly StageElsewhere[];
  }): Fact[] {
    this.mayRequest(given);
    const { stage, receiver } = given;
    const victimIds = given.victimIds?.length ? given.victimIds : this.victims.map(({ victimId }) => victimId);
    victimIds.forEach((victimId) => this.victimOf(victimId));
    this.requests.mayAsk({ stage, victimIds }, given.elsewhere);
    if (stage === 'investigation') mustLieWithin(this.placeAt(this.division), receiver);
    this.stage.moveTo(given.at);
    return this.requests.ask({ requestId: given.requestId, stage, toUnit: receiver.unitId, victimIds });
  }

  mayRequest({ by }: { by: Actor }): void {
    this.mayWork({ by });
    if (!this.case) throw new Refusal('intake.case-not-opened');
  }

  /**
   * I-3: the matter lies elsewhere than was said. Both values stay on record; an investigation that was asked for and that
   * nobody has taken is asked of the bureau that is competent now. Silent when it is said so already.
   */
  correctDivision(given: Doing & NewPlace & {
    reason: CorrectionReason; requestId: string; receiver: Receiver | null; elsewhere: readonly StageElsewhere[];
  }): Fact[] {
    this.mayWork(given);
    const { at, division, reason, requestId, receiver, elsewhere } = given;
    if (division === this.division) return [];
    mustBeKnown(given);
    const [waiting] = receiver && this.case ? this.requests.waiting('investigation', elsewhere) : [];
    if (waiting) mustLieWithin(this.placeAt(division), receiver!);
    this.stage.moveTo(at);
    const corrected = fact(DivisionCorrected, { from: this.division, to: division, reason });
    this.division = division;
    if (!waiting) return [corrected];
    // What nobody has taken is asked of another bureau: that of the place where the case really lies.
    const withdrawn = this.requests.withdraw([waiting.requestId], { at, reason: 'wrong-unit' });
    return [corrected, ...withdrawn, ...this.requests.ask({ ...waiting, requestId, toUnit: receiver!.unitId })];
  }

  /** Ends the receiving: only when somebody else has accepted what follows, or when nothing is left to do. */
  conclude(given: Doing & { outcome: IntakeOutcome; elsewhere: readonly StageElsewhere[] }): Fact[] {
    this.mayEnd(given);
    this.mustFit(given.outcome, given.elsewhere);
    const closed = this.stage.close({
      by: given.by, at: given.at, ...(given.outcome === 'unfounded' && { abandoned: true }),
    });
    this.outcome = given.outcome;
    return [fact(IntakeConcluded, { outcome: given.outcome }), ...this.stopClocks(given.at), ...closed];
  }

  /** Closed where no outcome fits; then it is said what the ordinary one lacks. */
  mayConclude({ by, elsewhere }: { by: Actor; elsewhere: readonly StageElsewhere[] }): void {
    this.mayEnd({ by });
    const isAnyFit = INTAKE_OUTCOMES.some((outcome) => !isRefused(() => this.mustFit(outcome, elsewhere)));
    if (!isAnyFit) this.mustFit('transferred', elsewhere);
  }

  /** A clue of this matter. Where the matter was merged away, its clues are asked for there. */
  clueOf(clueId: string): Clue {
    const clue = this.mergedInto ? undefined : this.clues.find((known) => known.clueId === clueId);
    if (!clue) throw new Refusal('intake.unknown-clue', { clueId, mergedInto: this.mergedInto ?? undefined });
    return clue;
  }

  /** A clue or a missing-person report of this matter. */
  toldIn(reportId: string): Pick<MissingReport, 'reporterRecord' | 'contentRecord'> {
    const report = this.mergedInto ? undefined : this.reports.find((known) => known.reportId === reportId);
    return report ?? this.clueOf(reportId);
  }

  /** I-1: who reported a clue or a missing person, for the unit that answers and nobody else. */
  reporterFor(by: Actor, reportId: string): string {
    this.stage.mustAnswer(by);
    const { reporterRecord } = this.toldIn(reportId);
    if (!reporterRecord) throw new Refusal('intake.no-reporter', { clueId: reportId });
    return reporterRecord;
  }

  /** Who the victims are, is for the unit that answers and for the units that have an open stage of the case. */
  mustTakePart(by: Actor, elsewhere: Elsewhere): void {
    if (elsewhere.some(({ unitId, closed }) => unitId === by.unitId && !closed)) return;
    this.stage.mustAnswer(by);
  }

  /** Ids of the records of this matter in the vault. */
  privateRecords(): string[] {
    return [
      ...this.clues.flatMap(({ reporterRecord, contentRecord }) => [reporterRecord, contentRecord]),
      ...this.reports.flatMap(({ reporterRecord, contentRecord = null }) => [reporterRecord, contentRecord]),
      ...this.victims.flatMap(({ personRecords }) => personRecords),
    ].filter((id) => id !== null);
  }

  /** What belonged to a merged matter belongs to the other case now, and is erased with it. */
  mustNotBeMerged(): void {
    if (this.mergedInto) throw new Refusal('intake.erasure-merged', { mergedInto: this.mergedInto });
  }

  victimOf(victimId: string): Victim {
    const victim = this.victims.find((known) => known.victimId === victimId);
    if (!victim) throw new Refusal('intake.unknown-victim', { victimId });
    return victim;
  }

  private mayEnd({ by }: { by: Actor }): void {
    this.mayWork({ by });
    const waiting = this.clues.filter(({ feedbackAt }) => feedbackAt === null).map(({ clueId }) => clueId);
    if (waiting.length > 0) throw new Refusal('intake.feedback-missing', { clueIds: waiting });
    this.stage.mayClose({ by });
  }

  private mustFit(outcome: IntakeOutcome, elsewhere: readonly StageElsewhere[]): void {
    if (outcome === 'transferred') {
      if (!this.case) throw new Refusal('intake.case-not-opened');
      const waiting = this.requests.that(elsewhere, (state) => state === 'waiting');
      if (waiting.length > 0 || this.requests.that(elsewhere, wasTaken).length === 0)
        throw new Refusal('stage.next-not-accepted', { requestIds: waiting });
      return;
    }
    const open = this.requests.that(elsewhere, isInHand);
    if (open.length > 0) throw new Refusal('intake.stage-requested', { requestIds: open });
    const fits = outcome === 'unfounded' ? this.reports.length === 0 && !this.case : this.reports.length > 0;
    if (!fits) throw new Refusal('intake.outcome-does-not-fit', { outcome });
  }

  /** Requests exist of cases only. */
  private placeAt(division: string): Place {
    return { division, kind: this.case!.kind };
  }

  private mustHold(victims: number): void {
    if (victims > VICTIMS_MAX) throw new Refusal('intake.too-many-victims', { max: VICTIMS_MAX });
  }

  private stopClocks(at: Instant): Fact[] {
    return this.clocks.allRunning().flatMap(({ clockId }) => this.clocks.stop(clockId, at));
  }
}

function isRefused(act: () => void): boolean {
  try {
    act();
    return false;
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
}
