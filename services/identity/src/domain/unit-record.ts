import {
  PasswordSet, PostAssigned, PostEnded, Refusal, SigningKeyRegistered, UNIT_LEVELS, UnitRegistered, fact,
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
  keys: RegisteredKey[] = [];

  /** A unit enters the directory. */
  static register(given: { id: string; unitId: string; is: UnitDescription; superior: Superior }): [UnitRecord, Fact[]] {
    const unit = Object.assign(new UnitRecord(), { id: given.id, caseId: given.unitId });
    return [unit, unit.take(given.is, given.superior)];
  }

  /** A reorganisation: another kind, level, division or superior. Silent when nothing of it differs. */
  describe(given: { is: UnitDescription; superior: Superior }): Fact[] {
    const { kind, level, division, country, superiorUnit, nameZh, nameEn } = given.is;
    const isSame = kind === this.kind && level === this.level && division === this.division && country === this.country
      && superiorUnit === this.superiorUnit && nameZh === this.nameZh && nameEn === this.nameEn;
    return isSame ? [] : this.take(given.is, given.superior);
  }

  /** A person gets a post. Silent when this very assignment is on record. */
  assign(given: Assignment & { by: Actor }): Fact[] {
    const { by, ...assignment } = given;
    if (by.personId === assignment.personId) throw new Refusal('identity.own-post', { personId: by.personId });
    if (this.posts.some(({ assignmentId }) => assignmentId === assignment.assignmentId)) return [];
    const { personId, post, from, to } = assignment;
    if (to !== null && to <= from) throw new Refusal('identity.post-period', { from, to });
    const meanwhile = this.posts.filter((held) => held.post === post && overlap(held, assignment));
    const same = meanwhile.find((held) => held.personId === personId);
    if (same) throw new Refusal('identity.post-held', { assignmentId: same.assignmentId });
    if (post === 'head' && meanwhile[0]) throw new Refusal('identity.head-taken', { assignmentId: meanwhile[0].assignmentId });
    this.posts.push({ assignmentId: assignment.assignmentId, personId, post, from, to });
    return [fact(PostAssigned, {
      assignmentId: assignment.assignmentId, personId, unitId: this.caseId, post, from, to: to ?? undefined,
    })];
  }

  /**
   * A person leaves a post; `to` is the first day without it. Silent when that is on record already. What has ended
   * stays: who answered for a case in the past does not change.
   */
  endPost(given: { assignmentId: string; to: CalendarDate; today: CalendarDate }): Fact[] {
    const held = this.posts.find(({ assignmentId }) => assignmentId === given.assignmentId);
    if (!held) throw new Refusal('identity.unknown-post', { assignmentId: given.assignmentId });
    if (held.to === given.to) return [];
    if (held.to !== null && held.to <= given.today) throw new Refusal('identity.post-ended', { to: held.to });
    if (given.to <= held.from) throw new Refusal('identity.post-period', { from: held.from, to: given.to });
    held.to = given.to;
    return [fact(PostEnded, {
      assignmentId: held.assignmentId, personId: held.personId, unitId: this.caseId, to: given.to,
    })];
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

  /** An administrator of this unit has set the password of somebody else. */
  setPassword(given: { personId: string; by: Actor }): Fact[] {
    if (given.by.personId === given.personId) throw new Refusal('identity.own-password');
    return [fact(PasswordSet, { personId: given.personId, byUnit: given.by.unitId })];
  }

  private take(is: UnitDescription, superior: Superior): Fact[] {
    if (is.superiorUnit !== null) {
      if (!superior) throw new Refusal('identity.unknown-superior', { superiorUnit: is.superiorUnit });
      const isWiderOrEqual = UNIT_LEVELS.indexOf(superior.level) <= UNIT_LEVELS.indexOf(is.level);
      if (superior.unitId === this.caseId || !isWiderOrEqual)
        throw new Refusal('identity.superior-too-low', { superiorUnit: superior.unitId, level: superior.level });
    }
    const { kind, level, division, country, superiorUnit, nameZh, nameEn } = is;
    Object.assign(this, { kind, level, division, country, superiorUnit, nameZh, nameEn });
    return [fact(UnitRegistered, {
      unitId: this.caseId, kind, level, division, country, superiorUnit: superiorUnit ?? undefined,
    })];
  }
}

/** Days are compared as text; a post without an end goes on. */
const overlap = (a: Pick<Assignment, 'from' | 'to'>, b: Pick<Assignment, 'from' | 'to'>): boolean =>
  (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to);
