import type { StageKind, UnitKind } from './vocabulary.js';

/*
 * Kinds of unit by the agency that they belong to, in DOMAIN's words. Which of them may do a thing stands in each service's
 * permissions; which units an agency has stands here, once.
 */

/** 公安: a bureau, and the stations below it. */
export const POLICE: readonly UnitKind[] = ['public-security', 'police-station'];

/** 民政: placement staff, and the places in which people can live. */
export const CIVIL_AFFAIRS: readonly UnitKind[] = ['civil-affairs', 'relief-station', 'child-welfare-institution'];

/** 移民管理/边检. */
export const BORDER_AGENCIES: readonly UnitKind[] = ['border-management', 'border-inspection'];

/** 卫健: health and rehabilitation providers, who examine and treat. */
export const HEALTH_PROVIDERS: readonly UnitKind[] = ['hospital', 'health'];

/** Police and border guard of another country: they verify identity and take people over at the port. */
export const COUNTERPARTS: readonly UnitKind[] = ['foreign-police', 'foreign-border'];

/** Everybody abroad who can promise to take a person in. */
export const ABROAD: readonly UnitKind[] = [...COUNTERPARTS, 'foreign-social-protection'];

/** Which kinds of unit do which stage. An offer to another kind is refused. */
export const STAGE_UNIT_KINDS: Readonly<Record<StageKind, readonly UnitKind[]>> = {
  intake: POLICE,
  investigation: ['public-security'],
  rescue: ['public-security', 'border-management'],
  placement: CIVIL_AFFAIRS,
  'cross-border': BORDER_AGENCIES,
};

/** Agencies that do stages, each once. */
export const STAGE_AGENCIES: readonly UnitKind[] = [...new Set(Object.values(STAGE_UNIT_KINDS).flat())];
