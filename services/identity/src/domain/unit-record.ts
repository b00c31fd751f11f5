import { addDays } from '#clocks';
import {
  PasswordSet, PostAssigned, PostEnded, PostProposed, Refusal, SigningKeyRegistered, SignInsEnded, UNIT_LEVELS,
  UnitProposed, UnitRegistered, fact,
  type Actor, type CalendarDate, type Fact, type Instant, type Post, type UnitKind, type UnitLevel,
} from '#contracts';

/** What a unit is. Its names are public and stay here; facts carry ids and codes only. */
export interface UnitDescription {
  readonly kind: UnitKind;
  readonly level: UnitLevel;
  readonly division: string;
  readonly country: string;
  readonly superiorUnit: string | null;
  readonly nameZh: string;
  readonly nameEn: string;
}

export interface Assignment {
  readonly assignmentId: string;
  readonly personId: string;
  readonly post: Post;
  /** First day in the post. */
  readonly from: CalendarDate;
  /** First day after it, or null. */
  to: CalendarDate | null;
}

/** An appointment that one administrator has proposed and that nobody has confirmed yet. */
export interface Proposal extends Omit<Assignment, 'assignmentId'> {
  readonly proposalId: string;
  readonly by: { readonly personId: string; readonly unitId: string };
  readonly at: Instant;
}

const PROPOSAL_MS = 30 * 86_400_000;

/** How late somebody says that a person has left: whatever was done in the post since would be of nobody's post. */
const BACKDATED_DAYS_MAX = 30;

export interface RegisteredKey {
  readonly keyId: string;
  readonly personId: string;
  readonly x: string;
  readonly y: string;
  readonly validFrom: Instant;
}

interface KeyOwner {
  readonly personId: string;
  readonly unitId: string;
}

/** The second person of a description: who agrees, with whose proposal, and who may. */
interface Agreement {
  readonly by: Actor;
  readonly proposedBy: string;
  readonly confirmers: readonly string[];
}

type Superior = { readonly unitId: string; readonly level: UnitLevel } | null;

/** A unit in the directory: what it is, who holds which post in it and when, and with which keys they sign. */
export class UnitRecord implements UnitDescription {
  id!: string;
  /** The unit's own id, as `532503-psb`: its facts are ordered per unit. */
  caseId!: string;
  version = 0;
  kind!: UnitKind;
  level!: UnitLevel;
  division!: string;
  country!: string;
  superiorUnit: string | null = null;
  nameZh!: string;
  nameEn!: string;
  posts: Assignment[] = [];
  proposals: Proposal[] = [];
  keys: RegisteredKey[] = [];

  /** A unit enters the directory; without a second person only where the system itself, or nobody else, is there. */
  static register(given: {
    id: string; unitId: string; is: UnitDescription; superior: Superior; agreed?: Agreement;
  }): [UnitRecord, Fact[]] {
    const unit = Object.assign(new UnitRecord(), { id: given.id, caseId: given.unitId });
    return [unit, unit.take(given)];
  }

  /** A reorganisation: another kind, level, division or superior; or other names. Silent when nothing of it differs. */
  describe(given: { is: UnitDescription; superior: Superior; agreed?: Agreement }): Fact[] {
    const { nameZh, nameEn } = given.is;
    if (this.isThe(given.is) && nameZh === this.nameZh && nameEn === this.nameEn) return [];
    return this.take(given);
  }

  /** Whether no more than its names would change, which one person corrects: cases are opened to a unit by all the rest. */
  isThe({ kind, level, division, country, superiorUnit }: UnitDescription): boolean {
    return kind === this.kind && level === this.level && division === this.division && country === this.country
      && superiorUnit === this.superiorUnit;
  }

  /** An administrator of this unit proposes what another one is, or that there is another one: nobody says so alone. */
  proposeUnit(given: {
    proposalId: string; unitId: string; is: UnitDescription; superior: Superior; confirmers: readonly string[];
  }): Fact[] {
    const { proposalId, unitId, is: { kind, level, division, country, superiorUnit } } = given;
    mayStandBelow(given);
    if (given.confirmers.length === 0) throw new Refusal('identity.no-second-person', { unitId });
    return [fact(UnitProposed, { proposalId, unitId, kind, level, division, country, superiorUnit: superiorUnit ?? undefined })];
  }

  /**
   * A person is to get a post: nobody appoints alone. Only the first administrator of an installation in which nobody else is
   * there yet appoints a second one at once.
   */
  propose(given: Omit<Proposal, 'by'> & { by: Actor; confirmers: readonly string[]; isFirstAdministrator: boolean }): Fact[] {
    const { proposalId, personId, post, from, to, by, at, confirmers } = given;
    this.mayAssign({ personId, post, from, to, by });
    if (confirmers.length === 0 && given.isFirstAdministrator && post === 'administrator')
      return this.assign({ assignmentId: proposalId, personId, post, from, to, by });
    if (confirmers.length === 0) throw new Refusal('identity.no-second-person', { unitId: this.caseId });
    const { personId: proposer, unitId } = by;
    const kept = this.proposals.filter((known) => Date.parse(known.at) > Date.parse(at) - PROPOSAL_MS);
    this.proposals = [...kept, { proposalId, personId, post, from, to, at, by: { personId: proposer, unitId } }];
    return [fact(PostProposed, { proposalId, personId, unitId: this.caseId, post, from, to: to ?? undefined })];
  }

  proposalOf(proposalId: string): Proposal {
    const proposal = this.proposals.find((known) => known.proposalId === proposalId);
    if (!proposal) throw new Refusal('identity.unknown-proposal', { proposalId });
    return proposal;
  }

  /** The second person agrees. What has changed since it was proposed is looked at anew. */
  confirm(given: { proposalId: string; by: Actor; at: Instant; confirmers: readonly string[] }): Fact[] {
    const { proposalId, personId, post, from, to, by, at } = this.proposalOf(given.proposalId);
    if (Date.parse(at) <= Date.parse(given.at) - PROPOSAL_MS) throw new Refusal('identity.unknown-proposal', { proposalId });
    if (!given.confirmers.includes(given.by.personId)) throw new Refusal('identity.not-the-confirmer', { unitId: this.caseId });
    const facts = this.assign({ assignmentId: proposalId, personId, post, from, to, by: given.by, proposedBy: by.personId });
    this.proposals = this.proposals.filter((known) => known.proposalId !== proposalId);
    return facts;
  }

  /** A person gets a post. Silent when this very assignment is on record. */
  assign(given: Assignment & { by: Actor; proposedBy?: string }): Fact[] {
    const { assignmentId, personId, post, from, to, proposedBy } = given;
    if (this.posts.some((held) => held.assignmentId === assignmentId)) return [];
    this.mayAssign(given);
    this.posts.push({ assignmentId, personId, post, from, to });
    return [fact(PostAssigned, { assignmentId, personId, unitId: this.caseId, post, from, to: to ?? undefined, proposedBy })];
  }

  private mayAssign({ personId, post, from, to, by }: Omit<Assignment, 'assignmentId'> & { by: Actor }): void {
    if (by.personId === personId) throw new Refusal('identity.own-post', { personId });
    if (to !== null && to <= from) throw new Refusal('identity.post-period', { from, to });
    const meanwhile = this.posts.filter((held) => held.post === post && overlap(held, { from, to }));
    const same = meanwhile.find((held) => held.personId === personId);
    if (same) throw new Refusal('identity.post-held', { assignmentId: same.assignmentId });
    if (post === 'head' && meanwhile[0]) throw new Refusal('identity.head-taken', { assignmentId: meanwhile[0].assignmentId });
  }

  /**
   * A person leaves a post; `to` is the first day without it. Silent when that is on record already. What has ended
   * stays: who answered for a case in the past does not change. Whoever has left it by today is signed out,
   * whoever leaves later when that day comes.
   * @param given.before by the clock of the machine: who was signed in before it.
   */
  endPost(given: { assignmentId: string; to: CalendarDate; today: CalendarDate; before: Instant }): Fact[] {
    const held = this.posts.find(({ assignmentId }) => assignmentId === given.assignmentId);
    if (!held) throw new Refusal('identity.unknown-post', { assignmentId: given.assignmentId });
    if (held.to === given.to) return [];
    if (held.to !== null && held.to <= given.today) throw new Refusal('identity.post-ended', { to: held.to });
    if (given.to <= held.from) throw new Refusal('identity.post-period', { from: held.from, to: given.to });
    // One person ends an appointment; to prolong it is to appoint, which two people do.
    if (held.to !== null && given.to > held.to) throw new Refusal('identity.post-prolonged', { to: held.to });
    const earliest = addDays(given.today, -BACKDATED_DAYS_MAX);
    if (given.to < earliest) throw new Refusal('identity.post-too-long-ago', { earliest });
    held.to = given.to;
    const { assignmentId, personId } = held;
    const ended = fact(PostEnded, { assignmentId, personId, unitId: this.caseId, to: given.to });
    return given.to > given.today ? [ended] : [ended, ...this.signOut({ personId, before: given.before })];
  }

  /**
   * a person signs for this unit with this key from now on; a key is never valid before the system knew it. Silent when
   * the person has registered it here.
   * @param given.owner who has registered the same key before, in whichever unit.
   */
  registerKey(given: { keyId: string; by: Actor; at: Instant; x: string; y: string; owner: KeyOwner | null }): Fact[] {
    const { keyId, by, x, y, owner } = given;
    if (owner) {
      if (owner.personId === by.personId && owner.unitId === this.caseId) return [];
      throw new Refusal('identity.key-taken');
    }
    this.keys.push({ keyId, personId: by.personId, x, y, validFrom: given.at });
    return [fact(SigningKeyRegistered, { keyId, personId: by.personId, unitId: this.caseId, x, y, validFrom: given.at })];
  }

  /** Somebody who leads or administers this unit has set the password of another person, as a second one had asked. */
  setPassword(given: { personId: string; by: Actor; askedBy: string | null; before: Instant }): Fact[] {
    const { personId, by, askedBy, before } = given;
    if (by.personId === personId) throw new Refusal('identity.own-password');
    const set = fact(PasswordSet, { personId, byUnit: by.unitId, askedBy: askedBy ?? undefined });
    return [set, ...this.signOut({ personId, before })];
  }

  /** Nobody who was signed in as this person before that moment is so any more: they have to sign in anew. */
  signOut({ personId, before }: { personId: string; before: Instant }): Fact[] {
    return [fact(SignInsEnded, { personId, before })];
  }

  private take({ is, superior, agreed }: { is: UnitDescription; superior: Superior; agreed?: Agreement }): Fact[] {
    mayStandBelow({ unitId: this.caseId, is, superior });
    if (agreed && !agreed.confirmers.includes(agreed.by.personId))
      throw new Refusal('identity.not-above-the-unit', { unitId: this.caseId });
    const { kind, level, division, country, superiorUnit, nameZh, nameEn } = is;
    Object.assign(this, { kind, level, division, country, superiorUnit, nameZh, nameEn });
    return [fact(UnitRegistered, {
      unitId: this.caseId, kind, level, division, country, superiorUnit: superiorUnit ?? undefined,
      proposedBy: agreed?.proposedBy,
    })];
  }
}

function mayStandBelow({ unitId, is, superior }: { unitId: string; is: UnitDescription; superior: Superior }): void {
  if (is.superiorUnit === null) return;
  if (!superior) throw new Refusal('identity.unknown-superior', { superiorUnit: is.superiorUnit });
  const isWiderOrEqual = UNIT_LEVELS.indexOf(superior.level) <= UNIT_LEVELS.indexOf(is.level);
  if (superior.unitId === unitId || !isWiderOrEqual)
    throw new Refusal('identity.superior-too-low', { superiorUnit: superior.unitId, level: superior.level });
}

/** Days are compared as text; a post without an end goes on. */
const overlap = (a: Pick<Assignment, 'from' | 'to'>, b: Pick<Assignment, 'from' | 'to'>): boolean =>
  (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to);
