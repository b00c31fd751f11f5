import type { Post, UnitKind } from '#contracts';
import { may, mayRead, type PermissionTable } from '#service-kit';

const BORDER: readonly UnitKind[] = ['border-management', 'border-inspection'];
const OFFICERS: readonly Post[] = [
  'head', 'deputy-head', 'squad-leader', 'officer', 'duty-officer', 'border-officer', 'liaison-officer',
];
const FOREIGN: readonly UnitKind[] = ['foreign-police', 'foreign-border'];
const ABROAD: readonly UnitKind[] = [...FOREIGN, 'foreign-social-protection'];
/** Agencies whose stage may come before this one: they offer until a border unit has accepted. */
const BEFORE: readonly UnitKind[] = [
  'public-security', 'police-station', 'civil-affairs', 'relief-station', 'child-welfare-institution',
];
const CLINICS: readonly UnitKind[] = ['hospital', 'health'];

const border = may(BORDER, OFFICERS);
const liaison = may(BORDER, ['liaison-officer']);

/** Who may do what in cross-border. Whether this person may touch this return or handover is a rule. */
export const crossBorderPermissions: PermissionTable = {
  'cross-border.stage.offer': [border, may(BEFORE)],
  'cross-border.stage.answer': [border],
  'cross-border.prepare': [border],
  'cross-border.identity.answer': [may(FOREIGN), liaison],
  'cross-border.promise': [may(ABROAD), border],
  'cross-border.fitness': [may(CLINICS, ['clinician'])],
  'cross-border.handover': [border],
  'cross-border.receive': [may(FOREIGN)],
  'cross-border.sign': [border, may(FOREIGN)],
  'cross-border.reception': [may(ABROAD)],
  'cross-border.close': [border],
  'cross-border.manifest.read': [mayRead(BORDER, OFFICERS), mayRead(FOREIGN)],
  'cross-border.read': [mayRead(BORDER), mayRead(ABROAD), mayRead(CLINICS), mayRead(BEFORE)],
};
