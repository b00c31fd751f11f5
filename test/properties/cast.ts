import type { Actor, Post, UnitKind } from '#contracts';
import type { Receiver } from '#stages';

export interface CastUnit {
  readonly unitId: string;
  readonly kind: UnitKind;
  readonly division: string;
  readonly superiorUnit?: string;
  readonly people: readonly Actor[];
}

let people = 0;

function unit(unitId: string, kind: UnitKind, posts: readonly Post[], superiorUnit?: string): CastUnit {
  return {
    unitId, kind, superiorUnit, division: unitId.slice(0, 6),
    people: posts.map((post) => ({ unitId, post, personId: idOf('9', people += 1) })),
  };
}

/** Ids that tell on sight what they are of: `9` people, `1` cases, and so on. */
export const idOf = (kind: string, n: number): string => `0198c0de-0000-7000-8${kind.padStart(3, '0')}-${String(n).padStart(12, '0')}`;

/** Everybody who can act in the properties: two bureaus, their superior, a station, care, a hospital, the border's two sides. */
export const UNITS: readonly CastUnit[] = [
  unit('532503-psb', 'public-security', ['head', 'head', 'officer', 'squad-leader'], '532500-psb'),
  unit('532528-psb', 'public-security', ['head', 'officer', 'officer'], '532500-psb'),
  unit('532500-psb', 'public-security', ['head', 'officer']),
  unit('532503-wenlan-ps', 'police-station', ['duty-officer', 'officer'], '532503-psb'),
  unit('532500-relief', 'relief-station', ['head', 'placement-worker'], '532500-ca'),
  unit('532500-welfare', 'child-welfare-institution', ['placement-worker', 'social-worker'], '532500-ca'),
  unit('532500-hospital', 'hospital', ['clinician']),
  unit('532532-border', 'border-management', ['liaison-officer', 'border-officer'], '532500-border'),
  unit('532530-border', 'border-management', ['border-officer'], '532500-border'),
  unit('990010-border', 'foreign-border', ['border-officer']),
];

export const PEOPLE: readonly Actor[] = UNITS.flatMap((known) => known.people);

export const unitOf = (unitId: string): CastUnit => {
  const found = UNITS.find((known) => known.unitId === unitId);
  if (!found) throw new Error(`Nobody plays ${unitId}.`);
  return found;
};

export const actorOf = (personId: string): Actor => {
  const found = PEOPLE.find((known) => known.personId === personId);
  if (!found) throw new Error(`Nobody plays ${personId}.`);
  return found;
};

/** What the directory of a service would say about the one who is to receive a stage. */
export function receiverOf(toUnit: string, toPerson?: string): Receiver {
  const { unitId, kind, division, superiorUnit, people: staff } = unitOf(toUnit);
  return {
    unitId, personId: toPerson, unitKind: kind, division, superiorUnit,
    isHeadOfBureau: kind === 'public-security' && staff.some(({ personId, post }) => personId === toPerson && post === 'head'),
  };
}
