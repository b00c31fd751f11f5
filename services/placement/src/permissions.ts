import type { PermissionTable } from '#service-kit';
import { may, mayRead } from '#service-kit';

const CARE = ['civil-affairs', 'relief-station', 'child-welfare-institution'] as const;
const WORKERS = ['head', 'deputy-head', 'placement-worker', 'social-worker'] as const;

/** Who may do what in placement. Whether this person may touch this case is a rule: the unit must answer for it. */
export const placementPermissions: PermissionTable = {
  'placement.stage.offer': [may(CARE, WORKERS), may(['public-security', 'border-management', 'border-inspection'])],
  'placement.stage.answer': [may(CARE, WORKERS)],
  'placement.receive': [may(CARE, WORKERS)],
  'placement.assess': [may(CARE, WORKERS)],
  // An institution says for itself that it has a place; nobody says it for another.
  'placement.promise': [may(CARE, WORKERS)],
  'placement.decide': [may(CARE, WORKERS)],
  'placement.follow-up': [may(CARE, WORKERS)],
  'placement.close': [may(CARE, WORKERS)],
  'placement.read': [mayRead(CARE), mayRead(['public-security', 'border-management', 'border-inspection'])],
};
