import { BORDER_AGENCIES, POLICE } from '#contracts';
import { may, mayRead, type PermissionTable } from '#service-kit';

const BUREAU = ['public-security'] as const;
const OFFICERS = ['head', 'deputy-head', 'squad-leader', 'officer', 'duty-officer'] as const;

/** Who may do what in the investigation. Whether this person may touch this case is a rule of the aggregate. */
export const investigationPermissions: PermissionTable = {
  // Whoever asked for the investigation may offer it again when it is returned.
  'investigation.stage.offer': [may(POLICE, OFFICERS), may(BORDER_AGENCIES)],
  'investigation.stage.answer': [may(BUREAU, OFFICERS)],
  'investigation.task-force': [may(BUREAU, OFFICERS)],
  'investigation.work': [may(POLICE, OFFICERS)],
  'investigation.dna': [may(POLICE, [...OFFICERS, 'verifier'])],
  'investigation.discharge': [may(POLICE, OFFICERS)],
  'investigation.cold-case': [may(BUREAU, OFFICERS)],
  'investigation.request': [may(BUREAU, OFFICERS)],
  'investigation.close': [may(BUREAU, OFFICERS)],
  // Police only: neither health nor civil affairs nor the conference sees an investigation.
  'investigation.read': [mayRead(POLICE)],
  'investigation.attach': [may(POLICE, [...OFFICERS, 'verifier'])],
  'investigation.read-files': [mayRead(POLICE, [...OFFICERS, 'verifier'])],
  'investigation.read-persons': [mayRead(POLICE, OFFICERS)],
  'investigation.audit': [mayRead(BUREAU, ['head', 'deputy-head'])],
};
