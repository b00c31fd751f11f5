import { ABROAD, BORDER_AGENCIES, CIVIL_AFFAIRS, COMMANDERS, HEALTH_PROVIDERS, POLICE } from '#contracts';
import { may, mayRead, type PermissionTable } from '#service-kit';

const RESCUERS = ['public-security', 'border-management'] as const;
const OFFICERS = [...COMMANDERS, 'officer', 'duty-officer', 'border-officer', 'liaison-officer'] as const;
const ENFORCERS = [...POLICE, ...BORDER_AGENCIES];
const CARERS = ['head', 'deputy-head', 'placement-worker', 'social-worker'] as const;
const CLINICIANS = ['head', 'deputy-head', 'clinician'] as const;

const carers = [
  may(ENFORCERS, OFFICERS), may(CIVIL_AFFAIRS, CARERS), may(['hospital'], [...CLINICIANS, 'social-worker']), may(ABROAD),
];
const readers = [
  mayRead(ENFORCERS, OFFICERS), mayRead(CIVIL_AFFAIRS, CARERS), mayRead(['hospital'], [...CLINICIANS, 'social-worker']),
  mayRead(ABROAD),
];

/** Who may do what in rescue. Whether this person may touch this case is a rule: the unit must answer, or have the victim. */
export const rescuePermissions: PermissionTable = {
  'rescue.stage.offer': [may([...RESCUERS, 'police-station'], OFFICERS)],
  'rescue.stage.answer': [may(RESCUERS, OFFICERS)],
  'rescue.plan': [may(RESCUERS, OFFICERS)],
  'rescue.approve': [may(RESCUERS, COMMANDERS)],
  'rescue.execute': [may(RESCUERS, OFFICERS)],
  'rescue.interview': [may(RESCUERS, OFFICERS)],
  'rescue.medical-check': [may(RESCUERS, OFFICERS), may(HEALTH_PROVIDERS, CLINICIANS)],
  'rescue.request': [may(RESCUERS, OFFICERS)],
  'rescue.close': [may(RESCUERS, OFFICERS)],
  'rescue.attach': [may(RESCUERS, OFFICERS)],
  'rescue.read-files': [mayRead(RESCUERS, OFFICERS)],
  'rescue.read-note': [mayRead(RESCUERS, OFFICERS)],
  'rescue.read': [mayRead([...ENFORCERS, ...CIVIL_AFFAIRS]), mayRead(HEALTH_PROVIDERS, CLINICIANS)],
  'custody.read': readers,
  'custody.offer': carers,
  'custody.answer': carers,
  'custody.relative': [may(ENFORCERS, OFFICERS), may(CIVIL_AFFAIRS, CARERS), may(['hospital'], [...CLINICIANS, 'social-worker'])],
  'custody.kinship': [may(ENFORCERS, OFFICERS), may(CIVIL_AFFAIRS, CARERS)],
  'custody.own-will': [may(ENFORCERS, OFFICERS), may(CIVIL_AFFAIRS, CARERS), may(['hospital'], [...CLINICIANS, 'social-worker'])],
  'custody.end': [may(ENFORCERS, OFFICERS), may(CIVIL_AFFAIRS, CARERS)],
  'custody.retake': [may([...RESCUERS, 'police-station'], OFFICERS)],
};
