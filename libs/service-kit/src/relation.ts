import { holdsDivision, UNIT_LEVELS } from '#contracts';
import type { Unit } from '#messaging';

/**
 * What somebody's unit has to do with a case. `owner`: it answers for an open stage. `participant`: it is or was named
 * in the case. `superior`: it stands above a unit that is. `conference`: a member of the joint conference, to which
 * figures are shown and no case (C-6, C-7).
 */
export const CASE_RELATIONS = ['owner', 'participant', 'superior', 'conference'] as const;
export type CaseRelation = (typeof CASE_RELATIONS)[number];

/** A unit of a case, as the directory knows it. */
export interface PartyUnit {
  readonly unitId: string;
  readonly isOwner: boolean;
  /** Null where the directory is still behind. */
  readonly unit: Unit | null;
  /** The units above it, as far up as the chain of superiors goes. */
  readonly above: readonly string[];
}

/** The relation of a unit to the case of these parties, or null: it has nothing to do with it. */
export function relationOf(asker: Unit, parties: readonly PartyUnit[]): CaseRelation | null {
  const own = parties.filter(({ unitId }) => unitId === asker.unitId);
  if (own.length > 0) return own.some(({ isOwner }) => isOwner) ? 'owner' : 'participant';
  const isSuperior = parties.some(({ unit, above }) => above.includes(asker.unitId) || (unit !== null && isAbove(asker, unit)));
  if (isSuperior) return 'superior';
  const isMember = asker.kind === 'conference-office' || asker.kind === 'member-unit';
  return isMember && parties.some(({ unit }) => unit !== null && covers(asker, unit)) ? 'conference' : null;
}

/** DOMAIN's hierarchy: a unit of the same kind, of a wider level, whose division holds that of the other. */
export const isAbove = (upper: Unit, lower: Unit): boolean =>
  upper.kind === lower.kind && UNIT_LEVELS.indexOf(upper.level) < UNIT_LEVELS.indexOf(lower.level) && covers(upper, lower);

/** Abroad the codes are of another kind: what is the nation's is told by its level. */
const covers = (upper: Unit, lower: Unit): boolean =>
  upper.country === lower.country && (upper.level === 'nation' || holdsDivision(upper.division, lower.division));
