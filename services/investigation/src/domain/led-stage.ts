import { CHILD_CASE_KINDS, DivisionNoted, Refusal, fact, holdsDivision, type Actor, type CaseKind, type Fact } from '#contracts';
import { AskingStage, type Receiver } from '#stages';
import type { TaskForce } from './task-force.js';

/** The part of an investigation that says who leads it and who works on it (V-1). */
export abstract class LedStage extends AskingStage {
  /** Null where intake has not said it yet: the stricter rules apply then. */
  caseKind: CaseKind | null = null;
  division: string | null = null;
  taskForce: TaskForce | null = null;

  /** V-1 asks a task force of these cases; the others may have one. */
  get isChildCase(): boolean {
    return this.caseKind === null || CHILD_CASE_KINDS.includes(this.caseKind);
  }

  protected override mustSuit(receiver: Receiver): void {
    if (this.isChildCase || this.taskForce?.stands) this.mustLead(receiver);
  }

  /** A bureau without jurisdiction is not even offered what it could not take. */
  protected override mustSuitUnit(receiver: Receiver): void {
    if (this.isChildCase || this.taskForce?.stands) this.mustLieWithin(receiver);
  }

  /** The case lies elsewhere than was said. Whoever has taken it goes on until it is handed over. Silent when it is known. */
  noteDivision(division: string): Fact[] {
    if (this.division === division) return [];
    this.division = division;
    return [fact(DivisionNoted, { division })];
  }

  /** The team: the unit that answers, and the units that hold packages (all of them, or the one that is named). */
  mustBeOfTeam(by: Actor, holder?: string): void {
    const holders = holder === undefined ? this.taskForce?.units ?? [] : [holder];
    if (!holders.includes(by.unitId)) this.stage.mustAnswer(by);
  }

  protected isOfTeam(unitId: string | undefined): boolean {
    return unitId === this.stage.answers.unitId || (this.taskForce?.units ?? []).some((holder) => holder === unitId);
  }

  /** Work of the team on an accepted stage. */
  mayWorkInTeam({ by }: { by: Actor }, holder?: string): void {
    this.stage.mustBeTaken();
    this.mustBeOfTeam(by, holder);
  }

  /** As the work of the team, where V-1 asks for one. */
  mayTakeMeasure({ by }: { by: Actor }): void {
    this.mayWorkInTeam({ by });
    this.taskForceWhereNeeded();
  }

  /** The relatives are contacted by the unit that holds the comfort package. */
  mayContactRelatives({ by }: { by: Actor }): void {
    this.stage.mustBeTaken();
    const comfort = this.taskForceWhereNeeded()?.holding('comfort');
    if (comfort && by.unitId !== comfort.unitId) throw new Refusal('access.not-answerable', { unitId: comfort.unitId });
    this.mustBeOfTeam(by);
  }

  /** The database reports to verifiers of other bureaus too, up to the ministry's; they are one of the two (`mayConfirmHit`). */
  mayVerify({ by }: { by: Actor }): void {
    if (by.post === 'verifier') this.stage.mustBeTaken();
    else this.mayWorkInTeam({ by });
  }

  /** V-1: a head of a bureau of county level or above, in whose jurisdiction the case lies. */
  protected mustLead(receiver: Receiver): void {
    const { unitId, personId, isHeadOfBureau } = receiver;
    if (!isHeadOfBureau) throw new Refusal('investigation.leader-not-head', { unitId, personId });
    this.mustLieWithin(receiver);
  }

  protected mustHaveTaskForce(): TaskForce {
    if (!this.taskForce?.stands) throw new Refusal('investigation.no-task-force');
    return this.taskForce;
  }

  /** Null only in cases that V-1 leaves free to have none. */
  protected taskForceWhereNeeded(): TaskForce | null {
    return this.isChildCase || this.taskForce?.stands ? this.mustHaveTaskForce() : null;
  }

  private mustLieWithin({ unitId, division }: Receiver): void {
    if (this.division && division && !holdsDivision(division, this.division))
      throw new Refusal('investigation.wrong-jurisdiction', { unitId, division, caseDivision: this.division });
  }
}
