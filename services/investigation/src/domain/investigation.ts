import {
  InvestigationResumed, InvestigationReviewed, InvestigationSuspended, MeasureTaken, Refusal, RelativesContacted, StageRequested,
  fact, holdsDivision, type Actor, type CaseKind, type DnaSubject, type Fact, type Instant, type Measure, type PackageKind,
  type StageKind,
} from '#contracts';
import type { ClockRules } from '#clocks';
import { Stage, StagedAggregate, isInHand, requestState, type Receiver, type StageElsewhere } from '#stages';
import { DnaFile, type NewHit } from './dna-file.js';
import { Findings, type NamedHousehold, type NewSuspect } from './findings.js';
import { mustBeDone, type KnownVictim } from './package-done.js';
import { TaskForce, type Candidate } from './task-force.js';

export interface Request {
  readonly requestId: string;
  readonly stage: StageKind;
  readonly toUnit: string;
  readonly victimIds: readonly string[];
}

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
const CHILD_KINDS: readonly CaseKind[] = ['child-abduction', 'child-missing'];

/** The investigation of one case: its leader answers for the stage, and with the task force for the three packages (V-1). */
export class Investigation extends StagedAggregate {
  /** Null where intake has not said it yet: the stricter rules apply then. */
  caseKind: CaseKind | null = null;
  division: string | null = null;
  taskForce: TaskForce | null = null;
  measures: TakenMeasure[] = [];
  lastContactAt: Instant | null = null;
  dna = new DnaFile();
  findings = new Findings();
  requests: Request[] = [];
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

  /** V-1 asks a task force of these cases; the others may have one. */
  get isChildCase(): boolean {
    return this.caseKind === null || CHILD_KINDS.includes(this.caseKind);
  }

  protected override mustSuit(receiver: Receiver): void {
    if (this.isChildCase || this.taskForce?.stands) this.mustLead(receiver);
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
    this.actAsBureau(given);
    if (this.taskForce?.stands)
      throw new Refusal('investigation.task-force-exists', { taskForceId: this.taskForce.taskForceId });
    this.mustLead(given.leader);
    const [taskForce, facts] = TaskForce.form({
      taskForceId: given.taskForceId, at, leader: this.stage.answers, candidates,
    });
    this.taskForce = taskForce;
    return [...facts, ...this.clocks.stop('task-force-formation', at), ...this.clocks.start(given.rules, {
      clockId: given.clockId, rule: 'relatives-contact', at, override: { days: given.relativesContactDays },
      answers: candidates.find((candidate) => candidate.package === 'comfort')!,
    })];
  }

  reassignPackage(given: Doing & { candidate: Candidate }): Fact[] {
    this.actAsBureau(given);
    const facts = this.mustHaveTaskForce().reassign(given.candidate);
    this.clocks.handTo(given.candidate, given.candidate.package);
    return facts;
  }

  /** A measure under a package, by the unit that holds it or by the leader's. */
  takeMeasure(given: Doing & { measureId: string; package: PackageKind; measure: Measure }): Fact[] {
    const { measureId, package: kind, measure, at } = given;
    this.actAsTeam(given, this.taskForceWhereNeeded()?.holding(kind).unitId);
    this.measures = [...this.measures, { measureId, package: kind, measure, at }].slice(-MEASURES_KEPT);
    return [fact(MeasureTaken, { measureId, package: kind, measure })];
  }

  /** The relatives were contacted; the agreed time begins anew. A cold case keeps this duty. */
  contactRelatives(given: Doing & { contactId: string; clockId: string; rules: ClockRules }): Fact[] {
    const { by, at, contactId, clockId, rules } = given;
    const comfort = this.taskForceWhereNeeded()?.holding('comfort');
    if (comfort && by.unitId !== comfort.unitId) throw new Refusal('access.not-answerable', { unitId: comfort.unitId });
    this.actAsTeam(given, comfort?.unitId);
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
    this.actAsVerifier(given);
    if (!given.victims.some(({ victimId }) => victimId === given.victimId))
      throw new Refusal('investigation.unknown-victim', { victimIds: [given.victimId] });
    return this.dna.recordHit(given);
  }

  confirmHit(given: Doing & { hitId: string }): Fact[] {
    this.actAsVerifier(given);
    return this.dna.confirmHit(given);
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
    this.actAsBureau(given);
    this.taskForceWhereNeeded();
    if (this.coldSince) return [];
    this.coldSince = at;
    return [fact(InvestigationSuspended, { basis }), ...this.clocks.start(rules, {
      clockId, rule: 'cold-case-review', at, answers: { ...this.stage.answers, superiorUnit },
    })];
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
    this.actAsBureau(given);
    if (!this.coldSince) throw new Refusal('investigation.not-cold');
    this.reviews += 1;
    return [
      fact(InvestigationReviewed, { review: this.reviews }),
      ...this.clocks.restart(given.rules, 'cold-case-review', { clockId: given.clockId, at: given.at }),
    ];
  }

  /** V-1: one package is done, on evidence: a suspect caught, every victim rescued, the relatives told since then. */
  dischargePackage(given: Doing & {
    package: PackageKind; evidence: readonly string[]; victims: readonly KnownVictim[];
  }): Fact[] {
    const { by, at, package: kind, evidence, victims } = given;
    this.stage.mustBeTaken();
    const taskForce = this.mustHaveTaskForce();
    taskForce.mustAnswerFor(kind, by, this.stage.answers);
    if (!taskForce.open.includes(kind)) return [];
    mustBeDone(kind, { victims, lastContactAt: this.lastContactAt, isAnySuspectCaught: this.findings.isAnySuspectCaught });
    this.stage.moveTo(at);
    const facts = taskForce.discharge(kind, evidence, at);
    return kind === 'comfort' ? [...facts, ...this.clocks.stop('relatives-contact', at)] : facts;
  }

  dissolveTaskForce(given: Doing): Fact[] {
    this.actAsBureau(given);
    if (!this.taskForce) throw new Refusal('investigation.no-task-force');
    return this.taskForce.dissolve(given.at);
  }

  /**
   * Asks for the next stage. The bureau that asks answers for it until the named unit has accepted; what is closed may be
   * asked for again.
   */
  requestStage(given: Doing & Request & {
    victims: readonly KnownVictim[]; elsewhere: readonly StageElsewhere[];
  }): Fact[] {
    const { requestId, stage, toUnit, victimIds } = given;
    this.actAsBureau(given);
    const unknown = victimIds.filter((id) => !given.victims.some(({ victimId }) => victimId === id));
    if (unknown.length > 0) throw new Refusal('investigation.unknown-victim', { victimIds: unknown });
    const before = this.requests.find((request) => request.stage === stage
      && request.victimIds.some((id) => victimIds.includes(id)
        && isInHand(requestState(request.requestId, given.elsewhere, id))));
    if (before)
      throw new Refusal('investigation.already-requested', { requestId: before.requestId, victimIds: before.victimIds });
    this.requests.push({ requestId, stage, toUnit, victimIds });
    return [fact(StageRequested, { requestId, stage, toUnit, victimIds: [...victimIds] })];
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
    const waiting = this.requests.map(({ requestId }) => requestId).filter((id) => requestState(id, elsewhere) === 'waiting');
    if (waiting.length > 0) throw new Refusal('stage.next-not-accepted', { requestIds: waiting });
    this.stage.mayClose({ by });
  }

  /** The team: the unit that answers, and the units that hold packages (all of them, or the one that is named). */
  mustBeOfTeam(by: Actor, holder?: string): void {
    const holders = holder === undefined ? this.taskForce?.units ?? [] : [holder];
    if (!holders.includes(by.unitId)) this.stage.mustAnswer(by);
  }

  /** V-1: a head of a bureau of county level or above, in whose jurisdiction the case lies. */
  private mustLead({ unitId, personId, division, isHeadOfBureau }: Receiver): void {
    if (!isHeadOfBureau) throw new Refusal('investigation.leader-not-head', { unitId, personId });
    if (this.division && division && !holdsDivision(division, this.division))
      throw new Refusal('investigation.wrong-jurisdiction', { unitId, division, caseDivision: this.division });
  }

  private mustHaveTaskForce(): TaskForce {
    if (!this.taskForce?.stands) throw new Refusal('investigation.no-task-force');
    return this.taskForce;
  }

  /** Null only in cases that V-1 leaves free to have none. */
  private taskForceWhereNeeded(): TaskForce | null {
    return this.isChildCase || this.taskForce?.stands ? this.mustHaveTaskForce() : null;
  }

  /** What the unit that answers decides. */
  private actAsBureau({ by, at }: Doing): void {
    this.stage.mustBeTaken();
    this.stage.mustAnswer(by);
    this.stage.moveTo(at);
  }

  private actAsTeam({ by, at }: Doing, holder?: string): void {
    this.stage.mustBeTaken();
    this.mustBeOfTeam(by, holder);
    this.stage.moveTo(at);
  }

  /** The database reports to verifiers of other bureaus too, up to the ministry's. */
  private actAsVerifier(given: Doing): void {
    if (given.by.post !== 'verifier') return this.actAsTeam(given);
    this.stage.mustBeTaken();
    this.stage.moveTo(given.at);
  }
}
