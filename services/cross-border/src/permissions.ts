import {
  ABROAD, BORDER_AGENCIES, CIVIL_AFFAIRS, COUNTERPARTS, HEALTH_PROVIDERS, POLICE, type Post, type UnitKind,
} from '#contracts';
import { may, mayRead, type PermissionTable } from '#service-kit';

const OFFICERS: readonly Post[] = [
  'head', 'deputy-head', 'squad-leader', 'officer', 'duty-officer', 'border-officer', 'liaison-officer',
];
/** Agencies whose stage may come before this one: they offer until a border unit has accepted. */
const BEFORE: readonly UnitKind[] = [...POLICE, ...CIVIL_AFFAIRS];

const border = may(BORDER_AGENCIES, OFFICERS);
const liaison = may(BORDER_AGENCIES, ['liaison-officer']);

/** Who may do what in cross-border. Whether this person may touch this return or handover is a rule. */
export const crossBorderPermissions: PermissionTable = {
  'cross-border.stage.offer': [border, may(BEFORE)],
  'cross-border.stage.answer': [border],
  'cross-border.prepare': [border],
  'cross-border.identity.answer': [may(COUNTERPARTS), liaison],
  'cross-border.promise': [may(ABROAD), border],
  'cross-border.fitness': [may(HEALTH_PROVIDERS, ['clinician'])],
  'cross-border.handover': [border],
  'cross-border.receive': [may(COUNTERPARTS)],
  'cross-border.sign': [border, may(COUNTERPARTS)],
  'cross-border.reception': [may(ABROAD)],
  'cross-border.close': [border],
  'cross-border.attach': [border],
  'cross-border.read-files': [mayRead(BORDER_AGENCIES, OFFICERS)],
  'cross-border.manifest.read': [mayRead(BORDER_AGENCIES, OFFICERS), mayRead(COUNTERPARTS)],
  'cross-border.read': [mayRead(BORDER_AGENCIES), mayRead(ABROAD), mayRead(HEALTH_PROVIDERS), mayRead(BEFORE)],
};
