import {
  InvestigationResumed, InvestigationReviewed, InvestigationSuspended, MeasureTaken, Refusal, RelativesContacted,
  fact, type Actor, type CaseKind, type ClockRuleCode, type DnaSubject, type Fact, type Instant, type Measure, type PackageKind,
  type StageKind,
} from '#contracts';
import type { ClockRules } from '#clocks';
import { Stage, type Receiver, type StageElsewhere } from '#stages';
import { DnaFile, type NewHit } from './dna-file.js';
import { Findings, type NamedHousehold, type NewSuspect } from './findings.js';
import { LedStage } from './led-stage.js';
import { mustBeDone, type KnownVictim } from './package-done.js';
import { TaskForce, type Candidate } from './task-force.js';

export interface TakenMeasure {
  readonly measureId: string;
  readonly package: PackageKind;
  readonly measure: Measure;
  readonly at: Instant;
}

/** Who does it, and when it happened. */
interface Doing {
  readonly by: Actor;
  readonly at: Instant;
}

/** The latest stay in the row, so that it does not grow without limit; the journal keeps them all. */
const MEASURES_KEPT = 200;

/** The investigation of one case: its leader answers for the stage, and with the task force for the three packages (V-1). */
export class Investigation extends LedStage {
  measures: TakenMeasure[] = [];
  lastContactAt: Instant | null = null;
  dna = new DnaFile();
  findings = new Findings();
  coldSince: Instant | null = null;
  reviews = 0;

  /** Another stage asks for an investigation; whoever asks answers until a bureau has accepted. */
  static open(given: Doing & {
    id: string; caseId: string; caseKind: CaseKind | null; division: string | null; requestId: string;
  }): [Investigation, Fact[]] {
    const { id, caseId, caseKind, division, requestId, by, at } = given;
    const [stage, facts] = Stage.open({ stageId: id, kind: 'investigation', answers: by, at, taken: false, requestId });
    return [Object.assign(new Investigation(), { id, caseId, caseKind, division, stage }), facts];
  }

  /** Measures are taken again and again, until the case is cold or only its closing is left. */
  protected override get awaited(): ClockRuleCode | null {
    const isBegun = this.taskForce ? this.taskForce.open.length > 0 : !this.isChildCase;
    return isBegun && !this.coldSince ? 'investigation-measure' : null;
  }

  /** A child case that has been taken must have its task force within the time that the rule gives. */
  override whenTaken(given: { at: Instant; rules: ClockRules; newId: () => string }, { superiorUnit }: Receiver): Fact[] {
    if (!this.isChildCase || this.taskForce || this.clocks.running('task-force-formation')) return [];
    return this.clocks.start(given.rules, {
      clockId: given.newId(), rule: 'task-force-formation', at: given.at, answers: { ...this.stage.answers, superiorUnit },
    });
  }

  /** V-1: the one who answers for the stage is the leader; each package gets its person; contact with the relatives begins. */
  formTaskForce(given: Doing & {
    taskForceId: string; leader: Receiver; candidates: readonly Candidate[]; relativesContactDays: number; clockId: string;
    rules: ClockRules;
  }): Fact[] {
    const { at, candidates } = given;
    this.mayFormTaskForce(given);
    this.stage.moveTo(at);
    const [taskForce, facts] = TaskForce.form({
      taskForceId: given.taskForceId, at, leader: this.stage.answers, candidates,
    });
    this.taskForce = taskForce;
    return [...facts, ...this.clocks.stop('task-force-formation', at), ...this.clocks.start(given.rules, {
      clockId: given.clockId, rule: 'relatives-contact', at, override: { days: given.relativesContactDays },
      answers: candidates.find((candidate) => candidate.package === 'comfort')!,
    })];
  }

  mayFormTaskForce({ by, leader }: { by: Actor; leader: Receiver }): void {
    this.mayWork({ by });
    if (this.taskForce?.stands)
      throw new Refusal('investigation.task-force-exists', { taskForceId: this.taskForce.taskForceId });
    this.mustLead(leader);
  }

  reassignPackage(given: Doing & { candidate: Candidate }): Fact[] {
    const taskForce = this.mayReassign({ by: given.by, package: given.candidate.package });
    this.stage.moveTo(given.at);
    const facts = taskForce.reassign(given.candidate);
    this.clocks.handTo(given.candidate, given.candidate.package);
    return facts;
  }

  mayReassign({ by, package: kind }: { by: Actor; package: PackageKind }): TaskForce {
    this.mayWork({ by });
    const taskForce = this.mustHaveTaskForce();
    taskForce.mayReassign(kind);
    return taskForce;
  }

  /** A measure under a package, by the unit that holds it or by the leader's. The time until the next one begins anew. */
  takeMeasure(given: Doing & { measureId: string; package: PackageKind; measure: Measure }): Fact[] {
    const { measureId, package: kind, measure, at } = given;
    this.mayTakeMeasure(given);
    this.mustBeOfTeam(given.by, this.taskForceWhereNeeded()?.holding(kind).unitId);
    this.stage.moveTo(at);
    this.measures = [...this.measures, { measureId, package: kind, measure, at }].slice(-MEASURES_KEPT);
    return [fact(MeasureTaken, { measureId, package: kind, measure }), ...this.clocks.stop('investigation-measure', at)];
  }

  /** The relatives were contacted; the agreed time begins anew. A cold case keeps this duty. */
  contactRelatives(given: Doing & { contactId: string; clockId: string; rules: ClockRules }): Fact[] {
    const { by, at, contactId, clockId, rules } = given;
    this.mayContactRelatives(given);
    this.stage.moveTo(at);
    this.lastContactAt = at;
    const said = fact(RelativesContacted, { contactId, byUnit: by.unitId, byPerson: by.personId });
    const isRunning = this.clocks.running('relatives-contact') !== undefined;
    return [said, ...(isRunning ? this.clocks.restart(rules, 'relatives-contact', { clockId, at }) : [])];
  }

  enterSample(given: Doing & { sampleNumber: string; subject: DnaSubject }): Fact[] {
    this.actAsTeam(given);
    return this.dna.enterSample(given);
  }

  /** V-3: which child of this case, and which parents; a hit of one pair says nothing of another. */
  recordHit(given: Doing & NewHit & { victims: readonly KnownVictim[] }): Fact[] {
    this.mayRecordHit(given);
    this.stage.moveTo(given.at);
    if (!given.victims.some(({ victimId }) => victimId === given.victimId))
      throw new Refusal('investigation.unknown-victim', { victimIds: [given.victimId] });
    return this.dna.recordHit(given);
  }

  mayRecordHit({ by }: { by: Actor }): void {
    this.mayVerify({ by });
    this.dna.mayRecordHit();
  }

  confirmHit(given: Doing & { hitId: string }): Fact[] {
    this.mayConfirmHit(given);
    this.stage.moveTo(given.at);
    return this.dna.confirmHit(given);
  }

  /** Of the two people one is of the team: nobody makes a parent in a case of others. */
  mayConfirmHit({ by, hitId }: { by: Actor; hitId: string }): void {
    this.mayVerify({ by });
    const { confirmedBy, recordedByUnit } = this.dna.mayConfirm({ by, hitId });
    if (!confirmedBy && !this.isOfTeam(recordedByUnit)) this.mustBeOfTeam(by);
  }

  /** who is suspected of having bought a person receives nobody, in whichever form that was entered. */
  recordSuspect(given: Doing & NewSuspect & { known?: { digest: string; householdId: string } }): Fact[] {
    this.actAsTeam(given);
    const { role, suspectId, recordId, known } = given;
    const said = this.findings.recordSuspect(given);
    if (role !== 'buyer' || !known) return said;
    const persons = [{ freshId: suspectId, digest: known.digest, recordId }];
    return [...said, ...this.findings.identifyBuyer({ freshId: known.householdId, persons })];
  }

  arrestSuspect(given: Doing & { suspectId: string }): Fact[] {
    this.actAsTeam(given);
    return this.findings.arrest(given.suspectId, given.at);
  }

  identifyBuyer(given: Doing & NamedHousehold): Fact[] {
    this.actAsTeam(given);
    return this.findings.identifyBuyer(given);
  }

  /** V-5: carried on as a cold case. Leader and packages stay answerable; a review falls due at intervals. */
  suspend(given: Doing & { basis?: string; clockId: string; rules: ClockRules; superiorUnit?: string }): Fact[] {
    const { at, basis, clockId, rules, superiorUnit } = given;
    this.maySuspend(given);
    this.stage.moveTo(at);
    if (this.coldSince) return [];
    this.coldSince = at;
    return [fact(InvestigationSuspended, { basis }), ...this.clocks.start(rules, {
      clockId, rule: 'cold-case-review', at, answers: { ...this.stage.answers, superiorUnit },
    })];
  }

  maySuspend({ by }: { by: Actor }): void {
    this.mayWork({ by });
    this.taskForceWhereNeeded();
  }

  /** V-5: worked on again, on a hit or otherwise. */
  resume(given: Doing & { hitId?: string }): Fact[] {
    this.actAsBureau(given);
    if (given.hitId) this.dna.hitOf(given.hitId);
    if (!this.coldSince) return [];
    this.coldSince = null;
    return [fact(InvestigationResumed, { hitId: given.hitId }), ...this.clocks.stop('cold-case-review', given.at)];
  }

  /** V-5: the cold case was gone through again; the next review falls due. */
  review(given: Doing & { clockId: string; rules: ClockRules }): Fact[] {
    this.mayReview(given);
    this.stage.moveTo(given.at);
    this.reviews += 1;
    return [
      fact(InvestigationReviewed, { review: this.reviews }),
      ...this.clocks.restart(given.rules, 'cold-case-review', { clockId: given.clockId, at: given.at }),
    ];
  }

  mayReview({ by }: { by: Actor }): void {
    this.mayWork({ by });
    if (!this.coldSince) throw new Refusal('investigation.not-cold');
  }

  /** V-1: one package is done, on evidence: a suspect caught, every victim rescued, the relatives told since then. */
  dischargePackage(given: Doing & {
    package: PackageKind; evidence: readonly string[]; victims: readonly KnownVictim[];
  }): Fact[] {
    const { at, package: kind, evidence } = given;
    const taskForce = this.mayDischarge(given);
    if (!taskForce.open.includes(kind)) return [];
    this.stage.moveTo(at);
    const facts = taskForce.discharge(kind, evidence, at);
    return kind === 'comfort' ? [...facts, ...this.clocks.stop('relatives-contact', at)] : facts;
  }

  mayDischarge({ by, package: kind, victims }: {
    by: Actor; package: PackageKind; victims: readonly KnownVictim[];
  }): TaskForce {
    this.stage.mustBeTaken();
    const taskForce = this.mustHaveTaskForce();
    taskForce.mustAnswerFor(kind, by, this.stage.answers);
    if (taskForce.open.includes(kind))
      mustBeDone(kind, { victims, lastContactAt: this.lastContactAt, isAnySuspectCaught: this.findings.isAnySuspectCaught });
    return taskForce;
  }

  dissolveTaskForce(given: Doing): Fact[] {
    const taskForce = this.mayDissolve(given);
    this.stage.moveTo(given.at);
    return taskForce.dissolve(given.at);
  }

  mayDissolve({ by }: { by: Actor }): TaskForce {
    this.mayWork({ by });
    if (!this.taskForce) throw new Refusal('investigation.no-task-force');
    if (this.taskForce.stands) this.taskForce.mayDissolve();
    return this.taskForce;
  }

  /**
   * Asks for the next stage. The bureau that asks answers for it until the named unit has accepted; what is closed may be
   * asked for again.
   */
  requestStage(given: Doing & {
    requestId: string; stage: StageKind; toUnit: string; victimIds: readonly string[];
    victims: readonly KnownVictim[]; elsewhere: readonly StageElsewhere[];
  }): Fact[] {
    this.actAsBureau(given);
    const { requestId, stage, toUnit, victimIds } = given;
    const unknown = victimIds.filter((id) => !given.victims.some(({ victimId }) => victimId === id));
    if (unknown.length > 0) throw new Refusal('investigation.unknown-victim', { victimIds: unknown });
    this.requests.mayAsk({ stage, victimIds }, given.elsewhere);
    return this.requests.ask({ requestId, stage, toUnit, victimIds });
  }

  /**
   * Done when all three packages are discharged and no stage that was asked for waits for somebody to take it; dissolves
   * the task force. A stage that the bureau closed before anybody took it is, in the bureau's own word, not needed.
   */
  close(given: Doing & { elsewhere: readonly StageElsewhere[] }): Fact[] {
    const { by, at } = given;
    this.mayClose(given);
    const closed = this.stage.close({ by, at });
    const dissolved = this.taskForce?.dissolve(at) ?? [];
    const stopped = this.clocks.allRunning().flatMap(({ clockId }) => this.clocks.stop(clockId, at));
    return [...dissolved, ...stopped, ...closed];
  }

  mayClose({ by, elsewhere }: { by: Actor; elsewhere: readonly StageElsewhere[] }): void {
    this.mayWork({ by });
    if (this.isChildCase && !this.taskForce) throw new Refusal('investigation.no-task-force');
    this.taskForce?.mayDissolve();
    const waiting = this.requests.that(elsewhere, (state) => state === 'waiting');
    if (waiting.length > 0) throw new Refusal('stage.next-not-accepted', { requestIds: waiting });
    this.stage.mayClose({ by });
  }

  private actAsBureau({ by, at }: Doing): void {
    this.mayWork({ by });
    this.stage.moveTo(at);
  }

  private actAsTeam({ by, at }: Doing): void {
    this.mayWorkInTeam({ by });
    this.stage.moveTo(at);
  }
}
