import type { Post, UnitKind } from '#contracts';

/** Who works in a unit of each kind: what stands behind the unit in the user name, and the post. */
export const STAFF: Readonly<Record<UnitKind, readonly (readonly [suffix: string, post: Post])[]>> = {
  'public-security': [
    ['head', 'head'], ['deputy', 'deputy-head'], ['squad', 'squad-leader'], ['duty', 'duty-officer'],
    ['officer', 'officer'], ['officer2', 'officer'], ['lab', 'officer'], ['verifier', 'verifier'],
  ],
  'police-station': [['head', 'head'], ['duty', 'duty-officer'], ['officer', 'officer']],
  'border-management': [
    ['head', 'head'], ['deputy', 'deputy-head'], ['duty', 'duty-officer'], ['border', 'border-officer'],
    ['border2', 'border-officer'], ['liaison', 'liaison-officer'],
  ],
  'border-inspection': [
    ['head', 'head'], ['duty', 'duty-officer'], ['border', 'border-officer'], ['border2', 'border-officer'],
    ['liaison', 'liaison-officer'],
  ],
  'civil-affairs': [
    ['head', 'head'], ['deputy', 'deputy-head'], ['worker', 'placement-worker'], ['worker2', 'placement-worker'],
    ['social', 'social-worker'],
  ],
  'relief-station': [['head', 'head'], ['duty', 'duty-officer'], ['worker', 'placement-worker'], ['social', 'social-worker']],
  'child-welfare-institution': [['head', 'head'], ['worker', 'placement-worker'], ['social', 'social-worker']],
  health: [['head', 'head'], ['officer', 'officer']],
  hospital: [['head', 'head'], ['clinician', 'clinician'], ['clinician2', 'clinician'], ['social', 'social-worker']],
  education: [['head', 'head'], ['officer', 'officer']],
  school: [['head', 'head'], ['teacher', 'teacher']],
  station: [['head', 'head'], ['duty', 'duty-officer'], ['officer', 'officer']],
  'conference-office': [['head', 'head'], ['secretary', 'secretary']],
  'member-unit': [['head', 'head'], ['secretary', 'secretary'], ['liaison', 'liaison-officer']],
  'foreign-police': [['head', 'head'], ['officer', 'officer'], ['liaison', 'liaison-officer']],
  'foreign-border': [['head', 'head'], ['border', 'border-officer'], ['liaison', 'liaison-officer']],
  'foreign-social-protection': [['head', 'head'], ['social', 'social-worker']],
};
