import type { Actor, Envelope } from './fact.js';

/**
 * Where a fact names the units that take part in its case, as paths into the envelope: offered, accepted, answerable,
 * asked, holding, examining, taking over. Whoever is one of them, or stands above one of them, may read the case. A unit
 * that is only told of a deadline, or answers for a clock, is not named here: it is a superior, or named by the stage.
 * A test demands of every unit in every fact that it stands here or is left out on purpose.
 */
export const PARTY_PATHS: Readonly<Record<string, readonly string[]>> = {
  'stage.requested': ['data.toUnit'],
  'stage.opened': ['data.unitId'],
  'stage.offered': ['data.fromUnit', 'data.toUnit'],
  'stage.accepted': ['data.unitId'],
  'attachment.original-offered': ['data.toUnit'],
  'attachment.original-accepted': ['data.toUnit'],
  'intake.clue-received': ['data.receivedBy'],
  'intake.parties-joined': ['data.units'],
  'intake.missing-person-reported': ['data.receivedBy'],
  'investigation.task-force-formed': ['data.leaderUnit', 'data.packages.unitId'],
  'investigation.package-reassigned': ['data.unitId'],
  'investigation.relatives-contacted': ['data.byUnit'],
  'rescue.medical-check-asked': ['data.toUnit'],
  'rescue.medical-checked': ['data.atUnit'],
  'rescue.custody-taken': ['data.unitId'],
  'rescue.custody-offered': ['data.unitId'],
  'rescue.custody-transferred': ['data.unitId'],
  'placement.person-received': ['data.unitId'],
  'placement.place-asked': ['data.toUnit'],
  'placement.place-promised': ['data.byUnit'],
  'placement.decided': ['data.unitId'],
  'placement.school-confirmed': ['data.educationBureau'],
  'placement.session-held': ['data.providerUnit'],
  'cross-border.identity-requested': ['data.counterpart'],
  'cross-border.reception-asked': ['data.toUnit'],
  'cross-border.reception-promised': ['data.byUnit'],
  'cross-border.fitness-asked': ['data.toUnit'],
  'cross-border.fitness-assessed': ['actor.unitId', 'data.byUnit'],
  'cross-border.handover-scheduled': ['data.counterpart'],
  'cross-border.handed-over': ['data.toUnit'],
};

/** The units that a fact makes parties of its case. */
export function partiesIn(envelope: Pick<Envelope, 'type' | 'data'> & { actor: Pick<Actor, 'unitId'> }): string[] {
  const named = (PARTY_PATHS[envelope.type] ?? []).flatMap((path) => at(envelope, path.split('.')));
  return [...new Set(named.filter((unitId): unitId is string => typeof unitId === 'string'))];
}

function at(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => at(item, path));
  const [name, ...rest] = path;
  if (name === undefined) return [value];
  return typeof value === 'object' && value !== null ? at((value as Record<string, unknown>)[name], rest) : [];
}
