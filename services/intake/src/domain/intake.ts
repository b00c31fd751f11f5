import {
  CaseOpened, ClueLinked, FeedbackSent, IntakeConcluded, IntakeMerged, MissingPersonReported, Refusal, RiskGraded, StageRequested,
  VictimAdded, fact,
  type Actor, type CaseKind, type Fact, type Instant, type IntakeOutcome, type RiskGrade, type StageKind,
} from '#contracts';
import type { ClockAnswers, ClockRules } from '#clocks';
import { Stage, StagedAggregate, isInHand, requestState, wasTaken, type StageElsewhere } from '#stages';
import { clueFrom, clueReceived, type Clue, type NewClue } from './clue.js';
import { inCase, withVictims, type Victim } from './victim.js';

export interface MissingReport {
  readonly reportId: string;
  readonly victimId: string;
  readonly missingSince: Instant;
  readonly receivedAt: Instant;
  readonly reporterRecord: string | null;
}

export interface RequestedStage {
  readonly requestId: string;
  readonly stage: StageKind;
  readonly toUnit: string;
  readonly victimIds: readonly string[];
}

/** What every command of an open matter brings along. */
interface Doing {
  readonly by: Actor;
  readonly at: Instant;
}

interface Beginning extends Doing {
  readonly id: string;
  readonly caseId: string;
  readonly division: string;
  readonly triageClockId: string;
  readonly rules: ClockRules;
  readonly superiorUnit?: string;
}

const VICTIMS_MAX = 20;

/** The receiving of one matter: from the first report to the moment at which the next agency has accepted the case. */
export class Intake extends StagedAggregate {
  division!: string;
  clues: Clue[] = [];
  reports: MissingReport[] = [];
  victims: Victim[] = [];
  risk: RiskGrade | null = null;
  case: { readonly caseNumber: string; readonly kind: CaseKind } | null = null;
  requests: RequestedStage[] = [];
  mergedInto: string | null = null;
  outcome: IntakeOutcome | null = null;

  /** I-1: a clue is received; whoever receives it answers for it from then on. */
  static fromClue(given: Beginning & { clue: NewClue }): [Intake, Fact[]] {
    const [intake, opened] = Intake.begin(given);
    const clue = clueFrom(given.clue, given.at);
    intake.clues.push(clue);
    return [intake, [
      clueReceived(clue, { division: given.division, unitId: given.by.unitId }), ...opened,
      ...intake.clocks.start(given.rules, {
        clockId: clue.feedbackClockId, rule: 'clue-feedback', at: given.at, answers: answersOf(given),
      }),
    ]];
  }

  /** I-2: somebody is reported missing; the unit first approached accepts at once, wherever the person was lost. */
  static fromMissingReport(given: Beginning & {
    report: Omit<MissingReport, 'receivedAt' | 'victimId'>; person: Victim; ageYears: number;
    reportedAt: Instant; acceptClockId: string;
  }): [Intake, Fact[]] {
    const { report, person, at, reportedAt } = given;
    if (given.ageYears < 0 || report.missingSince > reportedAt || reportedAt > at)
      throw new Refusal('intake.times-contradict', { missingSince: report.missingSince, reportedAt, receivedAt: at });
    const [intake, opened] = Intake.begin(given);
    intake.reports.push({ ...report, victimId: person.victimId, receivedAt: at });
    intake.victims.push(person);
    const accepted = person.minor ? intake.acceptChild(given) : [];
    return [intake, [
      fact(MissingPersonReported, {
        reportId: report.reportId, victimId: person.victimId, sex: person.sex, ageYears: given.ageYears,
        missingSince: report.missingSince, division: given.division, receivedBy: given.by.unitId,
      }),
      ...opened, ...accepted,
    ]];
  }

  /** I-3: how urgent it is. Silent when it is graded so already. */
  grade(given: Doing & { risk: RiskGrade }): Fact[] {
    this.mustWork(given.by);
    if (this.risk === given.risk) return [];
    this.stage.moveTo(given.at);
    this.risk = given.risk;
    return [fact(RiskGraded, { clueId: this.clues[0]?.clueId ?? this.reports[0]!.reportId, risk: given.risk })];
  }

  /** I-3: the matter turns out to be part of another one and ends here; `takeIn` of the other continues it. */
  mergeInto(given: Doing & { into: Pick<Intake, 'id' | 'caseId'> }): Fact[] {
    if (given.into.id === this.id) throw new Refusal('intake.merge-into-itself', { intakeId: this.id });
    if (this.mergedInto === given.into.id) return [];
    this.mustWork(given.by);
    if (this.requests.length > 0)
      throw new Refusal('intake.stage-requested', { requestIds: this.requests.map(({ requestId }) => requestId) });
    const closed = this.stage.close({ by: given.by, at: given.at, abandoned: true });
    this.mergedInto = given.into.id;
    return [fact(IntakeMerged, { intoCaseId: given.into.caseId }), ...this.stopClocks(given.at), ...closed];
  }

  /** I-3: clues and persons of another matter belong here. Feedback stays due when it was due there. */
  takeIn(given: Doing & { from: Intake; newId: () => string; rules: ClockRules; superiorUnit?: string }): Fact[] {
    this.mustWork(given.by);
    this.stage.moveTo(given.at);
    const { from } = given;
    const linked = from.clues.flatMap((clue) => {
      const clockId = given.newId();
      this.clues.push({ ...clue, feedbackClockId: clockId });
      const said = fact(ClueLinked, { clueId: clue.clueId, fromCaseId: from.caseId });
      if (clue.feedbackAt) return [said];
      const answers = { ...this.stage.answers, superiorUnit: given.superiorUnit };
      return [said, ...this.clocks.start(given.rules, { clockId, rule: 'clue-feedback', at: clue.receivedAt, answers })];
    });
    const joining = from.victims.filter((victim) => !this.isKnownAs(victim.identityDigest));
    this.mustHold(this.victims.length + joining.length);
    this.victims.push(...joining);
    this.reports.push(...from.reports);
    const added = this.case ? joining.map((victim) => fact(VictimAdded, inCase(victim))) : [];
    return [...linked, ...added, ...this.clocks.tick(given.at)];
  }

  /** I-3: the reporter knows what became of the clue. Silent when told before. */
  sendFeedback(given: Doing & { clueId: string }): Fact[] {
    this.mustWork(given.by);
    const clue = this.clueOf(given.clueId);
    if (clue.feedbackAt) return [];
    this.stage.moveTo(given.at);
    this.clues = this.clues.map((known) => (known === clue ? { ...clue, feedbackAt: given.at } : known));
    return [fact(FeedbackSent, { clueId: clue.clueId }), ...this.clocks.stop(clue.feedbackClockId, given.at)];
  }

  /** I-4: the matter becomes a case. Whoever was reported missing is a victim of it without being named again. */
  openCase(given: Doing & { caseNumber: string; kind: CaseKind; victims: readonly Victim[] }): Fact[] {
    this.mustWork(given.by);
    if (this.case) throw new Refusal('intake.case-already-opened', { caseNumber: this.case.caseNumber });
    const victims = withVictims(this.victims, given.victims);
    if (victims.length === 0) throw new Refusal('intake.no-victim');
    this.mustHold(victims.length);
    this.stage.moveTo(given.at);
    this.victims = victims;
    this.case = { caseNumber: given.caseNumber, kind: given.kind };
    return [
      fact(CaseOpened, { ...this.case, division: this.division, victims: victims.map(inCase) }),
      ...this.clocks.stop('clue-triage', given.at),
    ];
  }

  /** I-4: one more person belongs to the case. */
  addVictim(given: Doing & { victim: Victim }): Fact[] {
    this.mustWork(given.by);
    this.mustHaveCase();
    this.mustHold(this.victims.length + 1);
    this.stage.moveTo(given.at);
    this.victims.push(given.victim);
    return [fact(VictimAdded, inCase(given.victim))];
  }

  /**
   * Asks for the next stage, for all victims or for some. Asked twice, the same work would have two answerable units. An
   * investigation is of the whole case: asked for again while one is in hand, nobody would ever take the second request.
   */
  requestStage(given: Doing & Omit<RequestedStage, 'victimIds'> & {
    victimIds?: readonly string[]; elsewhere: readonly StageElsewhere[];
  }): Fact[] {
    this.mustWork(given.by);
    this.mustHaveCase();
    const { requestId, stage, toUnit } = given;
    const victimIds = given.victimIds?.length ? given.victimIds : this.victims.map(({ victimId }) => victimId);
    victimIds.forEach((victimId) => this.victimOf(victimId));
    const same = this.requests.find((request) => request.stage === stage
      && isInHand(requestState(request.requestId, given.elsewhere))
      && (stage === 'investigation' || request.victimIds.some((victimId) => victimIds.includes(victimId))));
    if (same) throw new Refusal('intake.already-requested', { requestId: same.requestId, toUnit: same.toUnit });
    this.stage.moveTo(given.at);
    const request = { requestId, stage, toUnit, victimIds: [...new Set(victimIds)] };
    this.requests.push(request);
    return [fact(StageRequested, request)];
  }

  /** Ends the receiving: only when somebody else has accepted what follows, or when nothing is left to do. */
  conclude(given: Doing & { outcome: IntakeOutcome; elsewhere: readonly StageElsewhere[] }): Fact[] {
    this.mustWork(given.by);
    const waiting = this.clues.filter(({ feedbackAt }) => feedbackAt === null).map(({ clueId }) => clueId);
    if (waiting.length > 0) throw new Refusal('intake.feedback-missing', { clueIds: waiting });
    this.mustFit(given.outcome, given.elsewhere);
    const closed = this.stage.close({
      by: given.by, at: given.at, ...(given.outcome === 'unfounded' && { abandoned: true }),
    });
    this.outcome = given.outcome;
    return [fact(IntakeConcluded, { outcome: given.outcome }), ...this.stopClocks(given.at), ...closed];
  }

  /** A clue of this matter. Where the matter was merged away, its clues are asked for there. */
  clueOf(clueId: string): Clue {
    const clue = this.mergedInto ? undefined : this.clues.find((known) => known.clueId === clueId);
    if (!clue) throw new Refusal('intake.unknown-clue', { clueId, mergedInto: this.mergedInto ?? undefined });
    return clue;
  }

  /** I-1: who reported a clue or a missing person, for the unit that answers and nobody else. */
  reporterFor(by: Actor, reportId: string): string {
    this.stage.mustAnswer(by);
    const report = this.mergedInto ? undefined : this.reports.find((known) => known.reportId === reportId);
    const { reporterRecord } = report ?? this.clueOf(reportId);
    if (!reporterRecord) throw new Refusal('intake.no-reporter', { clueId: reportId });
    return reporterRecord;
  }

  /** Who the victims are, is for the unit that answers and for the units that have an open stage of the case. */
  mustTakePart(by: Actor, elsewhere: readonly { unitId: string; closed: boolean }[]): void {
    if (elsewhere.some(({ unitId, closed }) => unitId === by.unitId && !closed)) return;
    this.stage.mustAnswer(by);
  }

  /** Ids of the records of this matter in the vault. */
  privateRecords(): string[] {
    return [
      ...this.clues.flatMap(({ reporterRecord, contentRecord }) => [reporterRecord, contentRecord]),
      ...this.reports.map(({ reporterRecord }) => reporterRecord),
      ...this.victims.flatMap(({ personRecords }) => personRecords),
    ].filter((id) => id !== null);
  }

  victimOf(victimId: string): Victim {
    const victim = this.victims.find((known) => known.victimId === victimId);
    if (!victim) throw new Refusal('intake.unknown-victim', { victimId });
    return victim;
  }

  private static begin(given: Beginning): [Intake, Fact[]] {
    const { id, caseId, division, at } = given;
    const [stage, opened] = Stage.open({ stageId: id, kind: 'intake', answers: given.by, at, taken: true });
    const intake = Object.assign(new Intake(), { id, caseId, division, stage });
    const triage = intake.clocks.start(given.rules, {
      clockId: given.triageClockId, rule: 'clue-triage', at, answers: answersOf(given),
    });
    return [intake, [...opened, ...triage]];
  }

  /** I-2: from the words of the family to the acceptance; over in the same command, and measured. */
  private acceptChild(given: Beginning & { acceptClockId: string; reportedAt: Instant }): Fact[] {
    return [
      ...this.clocks.start(given.rules, {
        clockId: given.acceptClockId, rule: 'missing-child-accept', at: given.reportedAt, answers: answersOf(given),
      }),
      ...this.clocks.stop(given.acceptClockId, given.at),
    ];
  }

  private mustFit(outcome: IntakeOutcome, elsewhere: readonly StageElsewhere[]): void {
    const stateOf = ({ requestId }: RequestedStage) => requestState(requestId, elsewhere);
    if (outcome === 'transferred') {
      this.mustHaveCase();
      const waiting = this.requests.filter((request) => stateOf(request) === 'waiting');
      if (waiting.length > 0 || !this.requests.some((request) => wasTaken(stateOf(request))))
        throw new Refusal('stage.next-not-accepted', { requestIds: waiting.map(({ requestId }) => requestId) });
      return;
    }
    const open = this.requests.filter((request) => isInHand(stateOf(request))).map(({ requestId }) => requestId);
    if (open.length > 0) throw new Refusal('intake.stage-requested', { requestIds: open });
    const fits = outcome === 'unfounded' ? this.reports.length === 0 && !this.case : this.reports.length > 0;
    if (!fits) throw new Refusal('intake.outcome-does-not-fit', { outcome });
  }

  private mustWork(by: Actor): void {
    this.stage.mustBeTaken();
    this.stage.mustAnswer(by);
  }

  private mustHaveCase(): void {
    if (!this.case) throw new Refusal('intake.case-not-opened');
  }

  private mustHold(victims: number): void {
    if (victims > VICTIMS_MAX) throw new Refusal('intake.too-many-victims', { max: VICTIMS_MAX });
  }

  private isKnownAs(digest: string | undefined): boolean {
    return digest !== undefined && this.victims.some(({ identityDigest }) => identityDigest === digest);
  }

  private stopClocks(at: Instant): Fact[] {
    return this.clocks.allRunning().flatMap(({ clockId }) => this.clocks.stop(clockId, at));
  }
}

const answersOf = ({ by, superiorUnit }: Beginning): ClockAnswers => ({ unitId: by.unitId, personId: by.personId, superiorUnit });
