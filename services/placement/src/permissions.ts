import { BORDER_AGENCIES, CIVIL_AFFAIRS } from '#contracts';
import { may, mayRead, type PermissionTable } from '#service-kit';

const WORKERS = ['head', 'deputy-head', 'placement-worker', 'social-worker'] as const;

/** Who may do what in placement. Whether this person may touch this case is a rule: the unit must answer for it. */
export const placementPermissions: PermissionTable = {
  'placement.stage.offer': [may(CIVIL_AFFAIRS, WORKERS), may(['public-security', ...BORDER_AGENCIES])],
  'placement.stage.answer': [may(CIVIL_AFFAIRS, WORKERS)],
  'placement.receive': [may(CIVIL_AFFAIRS, WORKERS)],
  'placement.assess': [may(CIVIL_AFFAIRS, WORKERS)],
  // An institution says for itself that it has a place; nobody says it for another.
  'placement.promise': [may(CIVIL_AFFAIRS, WORKERS)],
  'placement.decide': [may(CIVIL_AFFAIRS, WORKERS)],
  'placement.follow-up': [may(CIVIL_AFFAIRS, WORKERS)],
  'placement.help': [may(CIVIL_AFFAIRS, WORKERS)],
  'placement.close': [may(CIVIL_AFFAIRS, WORKERS)],
  'placement.attach': [may(CIVIL_AFFAIRS, WORKERS)],
  'placement.read-files': [mayRead(CIVIL_AFFAIRS, WORKERS)],
  'placement.read': [mayRead(CIVIL_AFFAIRS), mayRead(['public-security', ...BORDER_AGENCIES])],
};
