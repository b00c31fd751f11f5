import {
  PACKAGES, POLICE, PackageDischarged, PackageReassigned, Refusal, TaskForceDissolved, TaskForceFormed, fact,
  type Actor, type Fact, type Instant, type PackageHolder, type PackageKind, type UnitKind,
} from '#contracts';
import type { Answerable } from '#stages';

/** Somebody who is to hold a package, with what the directory says about them. */
export interface Candidate extends PackageHolder {
  /** Null where the unit is not in the directory. */
  readonly unitKind: UnitKind | null;
  readonly holdsPost: boolean;
  readonly superiorUnit?: string;
}

/** One of the three packages (三包) and the person who answers for it. */
export interface Package extends Answerable {
  readonly package: PackageKind;
  unitId: string;
  personId: string;
  dischargedAt: Instant | null;
  evidence: string[];
}

/** The task force of a case (特侦组): three packages, each with one person. Its leader is whoever answers for the stage. */
export class TaskForce {
  taskForceId!: string;
  formedAt!: Instant;
  dissolvedAt: Instant | null = null;
  packages!: Package[];

  static form(given: {
    taskForceId: string; at: Instant; leader: Answerable; candidates: readonly Candidate[];
  }): [TaskForce, Fact[]] {
    const { taskForceId, at, leader, candidates } = given;
    mustBeThree(candidates);
    candidates.forEach(mustFit);
    const packages = PACKAGES.map((kind) => holderOf(candidates.find((candidate) => candidate.package === kind)!));
    const taskForce = Object.assign(new TaskForce(), {
      taskForceId, formedAt: at,
      packages: packages.map((holder): Package => ({ ...holder, dischargedAt: null, evidence: [] })),
    });
    return [taskForce, [fact(TaskForceFormed, {
      taskForceId, leaderId: leader.personId, leaderUnit: leader.unitId, packages,
    })]];
  }

  /** Revives a task force from its stored form. */
  static from(stored: unknown): TaskForce {
    return Object.assign(new TaskForce(), stored);
  }

  get stands(): boolean {
    return this.dissolvedAt === null;
  }

  /** The packages that are not discharged yet. */
  get open(): PackageKind[] {
    return this.packages.filter(({ dischargedAt }) => dischargedAt === null).map((held) => held.package);
  }

  /** Every unit that holds a package. */
  get units(): string[] {
    return this.packages.map(({ unitId }) => unitId);
  }

  holding(kind: PackageKind): Package {
    return this.packages.find((held) => held.package === kind)!;
  }

  mayReassign(kind: PackageKind): void {
    if (this.holding(kind).dischargedAt) throw new Refusal('investigation.package-discharged', { package: kind });
  }

  /** Another person answers for the package. Silent when it is the same one. */
  reassign(candidate: Candidate): Fact[] {
    this.mayReassign(candidate.package);
    const held = this.holding(candidate.package);
    mustFit(candidate);
    if (held.unitId === candidate.unitId && held.personId === candidate.personId) return [];
    Object.assign(held, holderOf(candidate));
    return [fact(PackageReassigned, holderOf(candidate))];
  }

  /** Only the one who holds the package, or the leader, may say that it is done. */
  mustAnswerFor(kind: PackageKind, by: Actor, leader: Answerable): void {
    const held = this.holding(kind);
    const may = [held, leader].some(({ unitId, personId }) => unitId === by.unitId && personId === by.personId);
    if (!may) throw new Refusal('investigation.not-package-person', {
      package: kind, personId: held.personId, leaderId: leader.personId,
    });
  }

  discharge(kind: PackageKind, evidence: readonly string[], at: Instant): Fact[] {
    Object.assign(this.holding(kind), { dischargedAt: at, evidence: [...evidence] });
    return [fact(PackageDischarged, { package: kind, evidence: [...evidence] })];
  }

  mayDissolve(): void {
    if (this.open.length > 0) throw new Refusal('investigation.packages-open', { packages: this.open });
  }

  /** Possible only after all three packages are discharged. Silent when it is dissolved. */
  dissolve(at: Instant): Fact[] {
    if (!this.stands) return [];
    this.mayDissolve();
    this.dissolvedAt = at;
    return [fact(TaskForceDissolved, { taskForceId: this.taskForceId, formedAt: this.formedAt })];
  }
}

const holderOf = ({ package: kind, unitId, personId }: PackageHolder): PackageHolder => ({ package: kind, unitId, personId });

function mustBeThree(candidates: readonly PackageHolder[]): void {
  const given = candidates.map((candidate) => candidate.package);
  const missing = PACKAGES.filter((kind) => !given.includes(kind));
  if (missing.length > 0 || given.length !== PACKAGES.length)
    throw new Refusal('investigation.packages-not-three', { missing, given });
}

function mustFit({ package: kind, unitId, personId, unitKind, holdsPost }: Candidate): void {
  if (!holdsPost || unitKind === null)
    throw new Refusal('investigation.holder-not-in-unit', { package: kind, unitId, personId });
  if (!POLICE.includes(unitKind))
    throw new Refusal('investigation.holder-not-police', { package: kind, unitId, kind: unitKind });
}
