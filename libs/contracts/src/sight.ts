import type { Envelope } from './fact.js';
import { STAGES, type StageKind, type UnitKind } from './vocabulary.js';

/**
 * What one kind of unit is shown of a case: per service everything, or the facts that are named. The same for all who show
 * facts to people: the casebook's timeline, and whoever is told what others have done meanwhile.
 */
export interface Sight {
  readonly sources: Partial<Record<StageKind, 'all' | readonly string[]>>;
  /** Fields that are left out of a fact which is shown. */
  readonly without: Readonly<Record<string, readonly string[]>>;
}

const STAGE = ['stage.*'];
const DEADLINES = ['stage.*', 'clock.*'];
/** How urgent a case is, for whoever is asked to take a stage of it over. */
const URGENCY = 'intake.risk-graded';
const PERSONS = ['intake.case-opened', 'intake.victim-added', 'intake.victim-age-said'];

/** That care is given, and nothing of what it holds. */
const CARE_IS_GIVEN = [
  ...DEADLINES, 'placement.person-received', 'placement.household-assessed', 'placement.place-asked',
  'placement.place-promised',
  'placement.decided', 'placement.taken-effect', 'placement.buyer-in-household', 'placement.fallen',
  'placement.registration-restored', 'placement.school-confirmed', 'placement.session-held', 'placement.follow-up-scheduled',
  'placement.follow-up-visited',
];

const CONTENT_OF_CARE = {
  'placement.follow-up-visited': ['furtherHelpNeeded'],
  'cross-border.fitness-assessed': ['fit', 'validUntil', 'reviewAt'],
};

const POLICE: Sight = {
  sources: { intake: 'all', investigation: 'all', rescue: 'all', placement: CARE_IS_GIVEN, 'cross-border': 'all' },
  without: CONTENT_OF_CARE,
};

const BORDER: Sight = {
  sources: {
    intake: [...DEADLINES, ...PERSONS, URGENCY], investigation: STAGE, rescue: 'all', placement: CARE_IS_GIVEN,
    'cross-border': 'all',
  },
  without: { 'placement.follow-up-visited': ['furtherHelpNeeded'] },
};

const CIVIL_AFFAIRS: Sight = {
  sources: {
    intake: [...STAGE, ...PERSONS, URGENCY],
    investigation: STAGE,
    rescue: [
      ...DEADLINES, 'rescue.person-rescued', 'rescue.medical-check-asked', 'rescue.medical-checked',
      'rescue.kinship-proven', 'rescue.custody-taken',
      'rescue.custody-offered', 'rescue.custody-transferred', 'rescue.custody-declined', 'rescue.custody-offer-expired',
      'rescue.custody-ended', 'rescue.protection-taken', 'rescue.buyer-has-victim',
    ],
    placement: 'all',
    'cross-border': [
      ...DEADLINES, 'cross-border.return-begun', 'cross-border.safety-assessed', 'cross-border.reception-asked',
      'cross-border.reception-promised', 'cross-border.fitness-asked', 'cross-border.fitness-assessed',
      'cross-border.handover-scheduled', 'cross-border.handover-postponed', 'cross-border.handed-over',
      'cross-border.reception-confirmed',
    ],
  },
  without: {},
};

/** What care needs, and nothing of the investigation. */
const HEALTH: Sight = {
  sources: {
    intake: PERSONS,
    rescue: [
      ...STAGE, 'rescue.person-rescued', 'rescue.medical-check-asked', 'rescue.medical-checked', 'rescue.custody-taken',
      'rescue.custody-transferred',
      'rescue.custody-ended',
    ],
    placement: [
      ...STAGE, 'placement.person-received', 'placement.taken-effect', 'placement.session-held', 'placement.follow-up-scheduled',
    ],
    'cross-border': [...STAGE, 'cross-border.fitness-asked', 'cross-border.fitness-assessed'],
  },
  without: {},
};

/** Kind of unit → what it is shown. `figures`: sums only, no case. A kind that is not named is shown nothing. */
export const SIGHTS: Partial<Record<UnitKind, Sight | 'figures'>> = {
  'public-security': POLICE, 'police-station': POLICE,
  'border-management': BORDER, 'border-inspection': BORDER,
  'civil-affairs': CIVIL_AFFAIRS, 'relief-station': CIVIL_AFFAIRS, 'child-welfare-institution': CIVIL_AFFAIRS,
  health: HEALTH, hospital: HEALTH,
  'conference-office': 'figures', 'member-unit': 'figures',
};

export const sightOf = (kind: UnitKind | undefined): Sight | 'figures' | null => (kind && SIGHTS[kind]) || null;

/** Is this fact of this service shown? */
export function sees({ sources }: Sight, source: string, type: string): boolean {
  const shown = sources[source as StageKind];
  return shown === 'all' || (shown ?? []).some((named) =>
    named === type || (named.endsWith('.*') && type.startsWith(named.slice(0, -1))));
}

/** Shown to nobody: they tell two records of one person apart, and say nothing to people. */
const MARKS: readonly string[] = ['identityDigest', 'identities'];

/** The data of a fact as this sight shows them. */
export function shown(sight: Sight, type: string, data: object): object {
  const left = [...(sight.without[type] ?? []), ...MARKS];
  return without(data, left) as object;
}

function without(value: unknown, left: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => without(item, left));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !left.includes(name));
  return Object.fromEntries(kept.map(([name, item]) => [name, without(item, left)]));
}

/** The data of a fact as a kind of unit is shown them; null where it is not shown it. The directory is open to everybody. */
export function shownTo(
  kind: UnitKind | undefined, { service, type, data }: Pick<Envelope, 'service' | 'type' | 'data'>,
): object | null {
  if (!(STAGES as readonly string[]).includes(service)) return data;
  const sight = sightOf(kind);
  return sight && sight !== 'figures' && sees(sight, service, type) ? shown(sight, type, data) : null;
}
