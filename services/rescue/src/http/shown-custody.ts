import type { Instant } from '#contracts';
import type { Unit } from '#messaging';
import { isForeign, type CareInterval } from '../domain/care.js';
import type { Custody } from '../domain/custody.js';
import { parentsByDna, type Kinship, type KnownHit } from '../domain/kinship.js';

export type ShownCustody = Omit<Custody, 'past' | 'kinship' | 'history'> & {
  readonly history: readonly CareInterval[];
  readonly kinship: readonly Omit<Kinship, 'identityDigest' | 'provenBy' | 'isNamedByHit'>[];
};

/**
 * A custody as a unit may see it. Units abroad and hospitals see whom they have, had, or are offered, and of others
 * nothing. Digests of ids stay inside: they are there to recognise a buyer, not to be read.
 */
export function shownTo(unit: Unit | null, custody: Custody): ShownCustody | null {
  if (!unit) return null;
  const { past: _past, kinship, ...rest } = custody;
  if (seesFamily(unit)) {
    const shownKinship = kinship.map(({ identityDigest: _digest, provenBy: _by, isNamedByHit: _named, ...known }) => known);
    return { ...rest, history: custody.history, kinship: shownKinship } as unknown as ShownCustody;
  }
  const own = custody.history.filter(({ holder }) => holder.kind === 'unit' && holder.unitId === unit.unitId);
  const isOffered = custody.offer?.toUnit === unit.unitId;
  if (own.length === 0 && !isOffered) return null;
  const isTheirs = isOffered || own.some(({ to }) => to === null);
  const now = isTheirs ? {} : { holder: null, offer: null };
  return { ...rest, ...now, history: own, kinship: [], buyerHouseholds: [] } as unknown as ShownCustody;
}

const seesFamily = ({ kind }: Unit): boolean => !isForeign(kind) && kind !== 'hospital';

/** Who is to be asked for by name when the child goes home: without that nobody who has the child could know it. */
export const parentsShownTo = (unit: Unit | null, { victimId }: Custody, hits: readonly KnownHit[]): NamedParent[] =>
  (unit && seesFamily(unit) ? parentsByDna(victimId, hits) : []).map(({ personId: relativeId, relation, hitId, confirmedAt }) =>
    ({ relativeId, relation, hitId, confirmedAt }));

export interface NamedParent {
  readonly relativeId: string;
  readonly relation: string;
  readonly hitId: string;
  readonly confirmedAt: Instant;
}
