import {
  CIVIL_AFFAIRS, Refusal, type CareEnding, type Instant, type PlacementKind, type Relation, type UnitKind,
} from '#contracts';

/** P-5: where the person is to live. */
export interface Decision {
  readonly kind: PlacementKind;
  readonly householdId?: string;
  readonly unitId?: string;
}

/** What is known of the people who are to receive the person. */
export interface Naming {
  /** one of them, or their household, has bought a person. */
  readonly isBuyer: boolean;
  /**
   * By what a buyer among them would be recognised: keyed digests of their national ids, and the ids of persons who are
   * known here. An id that anybody can invent is no mark.
   */
  readonly marks: readonly string[];
}

/** Who was named with a household; with none, where a decision named people and no household. */
export interface Named {
  readonly householdId: string | null;
  readonly marks: readonly string[];
}

/** Who has the person now, as the rescue service said last. */
export interface Care {
  /** The unit; null with a relative and after the end of care. */
  readonly unitId: string | null;
  /** Since when that unit, or that relative, has the person, or since when care has ended. */
  readonly since: Instant;
  readonly isAbroad: boolean;
  /** By what the relative who has, or had last, the person is recognised. */
  readonly relativeMarks: readonly string[];
  /** How care by the authorities has ended; null while it goes on. */
  readonly ending: CareEnding | null;
}

const FAMILY_KINDS: readonly PlacementKind[] = ['birth-family', 'kin', 'foster-family'];
const UNIT_KINDS: readonly PlacementKind[] = ['child-welfare-institution', 'foreign-counterpart'];
const PARENTS: readonly Relation[] = ['father', 'mother'];

/** P-5, R-3: an adult decides for herself or himself; for a minor it is decided. @throws Refusal */
export function mustBeTheirs({ kind }: Decision, isMinor: boolean): void {
  if (!isMinor && kind !== 'own-choice' && kind !== 'foreign-counterpart') throw new Refusal('placement.adult-decides', { kind });
  if (isMinor && kind === 'own-choice') throw new Refusal('placement.minor-does-not-decide');
}

/**
 * P-5: the birth family is where the proven father or mother lives; kin, where any relative of proven kinship does. Kin and
 * foster families were assessed before. @throws Refusal
 * @param given.relations in which relation the relatives of proven kinship who live in the household stand to the person.
 */
export function mustFit(
  { kind, householdId, unitId }: Decision,
  { marks, relations, isAssessed }: Pick<Naming, 'marks'> & { relations: readonly Relation[]; isAssessed: boolean },
): void {
  if (FAMILY_KINDS.includes(kind)) {
    if (!householdId) throw new Refusal('placement.household-missing');
    // An id of a household says nothing of who lives there; an assessment has named them.
    if (marks.length === 0 && !isAssessed) throw new Refusal('placement.household-identity-missing', { householdId });
    if (kind !== 'foster-family' && relations.length === 0) throw new Refusal('placement.kinship-not-proven');
    if (kind === 'birth-family' && !relations.some((relation) => PARENTS.includes(relation)))
      throw new Refusal('placement.parent-not-proven', { relations });
    if (kind !== 'birth-family' && !isAssessed) throw new Refusal('placement.household-not-assessed', { householdId });
  }
  if (UNIT_KINDS.includes(kind) && !unitId) throw new Refusal('placement.unit-missing');
}

/** P-5: units in which a person can live. @throws Refusal placement.not-an-institution */
export function mustBeInstitution(unitId: string, kind: UnitKind | undefined): void {
  if (!kind || !CIVIL_AFFAIRS.includes(kind)) throw new Refusal('placement.not-an-institution', { unitId });
}

/**
 * Nobody promises for another: the unit that decides for itself, the institution here, the receiving body abroad.
 * @throws Refusal placement.place-not-promised
 */
export function mustBePromised(
  { kind, unitId }: Decision,
  { deciding, promises, promisedAbroad }: { deciding: string; promises: readonly string[]; promisedAbroad: string | null },
): void {
  if (!UNIT_KINDS.includes(kind) || !unitId) return;
  const isPromised = kind === 'foreign-counterpart'
    ? promisedAbroad === unitId
    : unitId === deciding || promises.includes(unitId);
  if (!isPromised) throw new Refusal('placement.place-not-promised', { unitId });
}

/** R-3, P-5: whatever the kind of the placement and however the household is called. @throws Refusal */
export function refuseBuyer(isBuyer: boolean, householdId?: string): void {
  if (isBuyer) throw new Refusal('placement.buyer-household', { householdId });
}

/**
 * P-5, R-4: nobody lives where they are not. The person is with the unit that places, which brings them there, or is there:
 * with the institution, with a relative of that very household, abroad, or gone by their own will.
 * @throws Refusal placement.not-where-decided
 */
export function mustBeThere(
  { kind, unitId }: Decision, care: Care | null, { placing, marks }: { placing: string; marks: readonly string[] },
): void {
  const isWithUs = care?.unitId === placing;
  const isWithRelative = care !== null && care.unitId === null && care.relativeMarks.some((mark) => marks.includes(mark));
  const isThere = {
    'birth-family': isWithUs || isWithRelative,
    kin: isWithUs || isWithRelative,
    'foster-family': isWithUs,
    'child-welfare-institution': isWithUs || (care !== null && care.unitId === unitId),
    'own-choice': isWithUs || care?.ending === 'own-will',
    'foreign-counterpart': care?.isAbroad === true || care?.ending === 'received-abroad',
  }[kind];
  if (!isThere) throw new Refusal('placement.not-where-decided', { kind, unitId: care?.unitId, ending: care?.ending });
}
