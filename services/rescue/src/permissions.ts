import type { PermissionTable } from '#service-kit';
import { may, mayRead } from '#service-kit';

const RESCUERS = ['public-security', 'border-management'] as const;
const COMMANDERS = ['head', 'deputy-head', 'squad-leader'] as const;
const OFFICERS = [...COMMANDERS, 'officer', 'duty-officer', 'border-officer', 'liaison-officer'] as const;
const POLICE = [...RESCUERS, 'police-station', 'border-inspection'] as const;
const CARE = ['civil-affairs', 'relief-station', 'child-welfare-institution'] as const;
const CARERS = ['head', 'deputy-head', 'placement-worker', 'social-worker'] as const;
const HEALTH = ['hospital', 'health'] as const;
const CLINICIANS = ['head', 'deputy-head', 'clinician'] as const;
const ABROAD = ['foreign-border', 'foreign-social-protection', 'foreign-police'] as const;

const carers = [may(POLICE, OFFICERS), may(CARE, CARERS), may(['hospital'], [...CLINICIANS, 'social-worker']), may(ABROAD)];
const readers = [
  mayRead(POLICE, OFFICERS), mayRead(CARE, CARERS), mayRead(['hospital'], [...CLINICIANS, 'social-worker']), mayRead(ABROAD),
];

/** Who may do what in rescue. Whether this person may touch this case is a rule: the unit must answer, or have the victim. */
export const rescuePermissions: PermissionTable = {
  'rescue.stage.offer': [may([...RESCUERS, 'police-station'], OFFICERS)],
  'rescue.stage.answer': [may(RESCUERS, OFFICERS)],
  'rescue.plan': [may(RESCUERS, OFFICERS)],
  'rescue.approve': [may(RESCUERS, COMMANDERS)],
  'rescue.execute': [may(RESCUERS, OFFICERS)],
  'rescue.interview': [may(RESCUERS, OFFICERS)],
  'rescue.medical-check': [may(RESCUERS, OFFICERS), may(HEALTH, CLINICIANS)],
  'rescue.request': [may(RESCUERS, OFFICERS)],
  'rescue.close': [may(RESCUERS, OFFICERS)],
  'rescue.read-note': [mayRead(RESCUERS, OFFICERS)],
  'rescue.read': [mayRead([...POLICE, ...CARE])],
  'custody.read': readers,
  'custody.offer': carers,
  'custody.answer': carers,
  'custody.relative': [may(POLICE, OFFICERS), may(CARE, CARERS), may(['hospital'], [...CLINICIANS, 'social-worker'])],
  'custody.kinship': [may(POLICE, OFFICERS), may(CARE, CARERS)],
  'custody.own-will': [may(POLICE, OFFICERS), may(CARE, CARERS), may(['hospital'], [...CLINICIANS, 'social-worker'])],
  'custody.end': [may(POLICE, OFFICERS), may(CARE, CARERS)],
};
