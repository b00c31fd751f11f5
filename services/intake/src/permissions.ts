import { may, mayRead, type PermissionTable } from '#service-kit';

const POLICE = ['public-security', 'police-station'] as const;
const ON_DUTY = ['head', 'deputy-head', 'officer', 'duty-officer', 'squad-leader'] as const;
/** Reads who reported a clue: those who triage, and not every officer of the unit. */
const TRIAGE = ['head', 'deputy-head', 'duty-officer', 'squad-leader'] as const;
const CARE = ['civil-affairs', 'relief-station', 'child-welfare-institution'] as const;
const BORDER = ['border-management', 'border-inspection'] as const;

/** Who may do what in intake. Whether this unit may touch this matter is a rule: it must answer for it. */
export const intakePermissions: PermissionTable = {
  'intake.stage.offer': [may(POLICE, ON_DUTY)],
  'intake.stage.answer': [may(POLICE, ON_DUTY)],
  'intake.receive': [may(POLICE, ON_DUTY)],
  'intake.grade': [may(POLICE, ON_DUTY)],
  'intake.merge': [may(POLICE, ON_DUTY)],
  'intake.feedback': [may(POLICE, ON_DUTY)],
  'intake.open-case': [may(POLICE, ON_DUTY)],
  'intake.request-stage': [may(POLICE, ON_DUTY)],
  'intake.correct': [may(POLICE, ON_DUTY)],
  'intake.close': [may(POLICE, ON_DUTY)],
  // Before a matter is registered. Whoever may register is told of others' cases too, that none is opened twice.
  'intake.search': [
    may(POLICE, ON_DUTY), may(CARE, ['head', 'deputy-head', 'placement-worker', 'social-worker']),
    may(BORDER, ['head', 'deputy-head', 'border-officer', 'liaison-officer']),
  ],
  'intake.triage': [mayRead(POLICE, TRIAGE)],
  // Not the conference: it sees figures, and no matter of a single person.
  'intake.read': [mayRead(POLICE), mayRead(CARE), mayRead(BORDER)],
  'intake.read-persons': [
    mayRead(POLICE, ON_DUTY), mayRead(CARE, ['head', 'deputy-head', 'placement-worker', 'social-worker']),
    mayRead(BORDER, ['head', 'deputy-head', 'border-officer', 'liaison-officer']),
  ],
  'intake.read-clue': [mayRead(POLICE, ON_DUTY)],
  'intake.audit': [mayRead(POLICE, ['head', 'deputy-head'])],
};
