import { BORDER_AGENCIES, CIVIL_AFFAIRS, POLICE } from '#contracts';
import { may, mayRead, type PermissionTable } from '#service-kit';

const ON_DUTY = ['head', 'deputy-head', 'officer', 'duty-officer', 'squad-leader'] as const;
/** Reads who reported a clue: those who triage, and not every officer of the unit. */
const TRIAGE = ['head', 'deputy-head', 'duty-officer', 'squad-leader'] as const;
const HEADS = ['head', 'deputy-head'] as const;

/** Who may do what in intake. Whether this unit may touch this matter is a rule: it must answer for it. */
export const intakePermissions: PermissionTable = {
  'intake.stage.offer': [may(POLICE, ON_DUTY)],
  'intake.stage.answer': [may(POLICE, ON_DUTY)],
  'intake.receive': [may(POLICE, ON_DUTY)],
  'intake.grade': [may(POLICE, ON_DUTY)],
  'intake.merge': [may(POLICE, ON_DUTY)],
  'intake.feedback': [may(POLICE, ON_DUTY)],
  'intake.open-case': [may(POLICE, ON_DUTY)],
  // Whoever finds somebody, or cares for them, learns how old they are; that the unit takes part in the case is a rule.
  'intake.say-age': [
    may(POLICE, ON_DUTY), may(CIVIL_AFFAIRS, ['head', 'deputy-head', 'placement-worker', 'social-worker']),
    may(BORDER_AGENCIES, ['head', 'deputy-head', 'border-officer', 'liaison-officer']),
  ],
  'intake.request-stage': [may(POLICE, ON_DUTY)],
  'intake.correct': [may(POLICE, ON_DUTY)],
  'intake.close': [may(POLICE, ON_DUTY)],
  'intake.attach': [may(POLICE, ON_DUTY)],
  'intake.read-files': [mayRead(POLICE, ON_DUTY)],
  // Before a matter is registered. Whoever may register is told of others' cases too, that none is opened twice.
  'intake.search': [
    may(POLICE, ON_DUTY), may(CIVIL_AFFAIRS, ['head', 'deputy-head', 'placement-worker', 'social-worker']),
    may(BORDER_AGENCIES, ['head', 'deputy-head', 'border-officer', 'liaison-officer']),
  ],
  'intake.triage': [mayRead(POLICE, TRIAGE)],
  // Not the conference: it sees figures, and no matter of a single person.
  'intake.read': [mayRead(POLICE), mayRead(CIVIL_AFFAIRS), mayRead(BORDER_AGENCIES)],
  'intake.read-persons': [
    mayRead(POLICE, ON_DUTY), mayRead(CIVIL_AFFAIRS, ['head', 'deputy-head', 'placement-worker', 'social-worker']),
    mayRead(BORDER_AGENCIES, ['head', 'deputy-head', 'border-officer', 'liaison-officer']),
  ],
  'intake.read-clue': [mayRead(POLICE, ON_DUTY)],
  // In which relation to the case, also for these two commands: whoever has nothing to do with it erases nothing.
  'intake.propose-erasure': [mayRead(POLICE, HEADS)],
  'intake.confirm-erasure': [mayRead(POLICE, HEADS)],
  'intake.read-erasures': [mayRead(POLICE, HEADS)],
  'intake.audit': [mayRead(POLICE, HEADS)],
};
