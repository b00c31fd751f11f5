/** Code lists that every agency agreed on. The interface shows the Chinese sentence; code and facts carry the code. */

import { vocabulary } from './schemas.js';

export const STAGES = vocabulary('StageKind', ['intake', 'investigation', 'rescue', 'placement', 'cross-border']);
export type StageKind = (typeof STAGES)[number];

/** The services that others listen to. */
export const SPEAKERS = vocabulary('Speaker', ['identity', ...STAGES]);

export const UNIT_KINDS = vocabulary('UnitKind', [
  'public-security', 'police-station', 'border-management', 'border-inspection', 'civil-affairs', 'relief-station',
  'child-welfare-institution', 'health', 'hospital', 'education', 'school', 'station', 'conference-office', 'member-unit',
  'foreign-police', 'foreign-border', 'foreign-social-protection',
]);
export type UnitKind = (typeof UNIT_KINDS)[number];

/** From the widest to the narrowest. */
export const UNIT_LEVELS = vocabulary('UnitLevel', ['nation', 'province', 'prefecture', 'county', 'township']);
export type UnitLevel = (typeof UNIT_LEVELS)[number];

export const POSTS = vocabulary('Post', [
  'head', 'deputy-head', 'squad-leader', 'officer', 'duty-officer', 'verifier', 'placement-worker', 'social-worker',
  'clinician', 'border-officer', 'liaison-officer', 'teacher', 'secretary', 'administrator',
]);
export type Post = (typeof POSTS)[number];

/** those who approve the plan of a rescue, and act without one when it cannot wait. */
export const COMMANDERS: readonly Post[] = ['head', 'deputy-head', 'squad-leader'];
export const isCommander = (post: string): boolean => (COMMANDERS as readonly string[]).includes(post);

/** GB/T 2261.1. */
export const SEXES = vocabulary('Sex', ['unknown', 'male', 'female', 'unspecified']);
export type Sex = (typeof SEXES)[number];

export const CASE_KINDS = vocabulary('CaseKind', [
  'child-abduction', 'child-missing', 'woman-trafficking', 'person-trafficking', 'forced-marriage', 'forced-labour',
]);
export type CaseKind = (typeof CASE_KINDS)[number];

/** V-1 asks a task force of these, led by a head in whose division the case lies. */
export const CHILD_CASE_KINDS: readonly CaseKind[] = ['child-abduction', 'child-missing'];

/** I-1: where a clue comes from. The duty to report is a matter of the channel, kept with each clue. */
export const CLUE_CHANNELS = vocabulary('ClueChannel', [
  'police-hotline', 'counter', 'teacher', 'medical-staff', 'transport-worker', 'relief-station', 'marriage-registry',
  'grass-roots-network', 'womens-federation', 'next-generation-committee', 'new-media', 'volunteer',
  'labour-agency-inspection', 'citizen',
]);
export type ClueChannel = (typeof CLUE_CHANNELS)[number];

/** Channels whose reporters are bound to report (A: teachers, medical staff, transport workers …). */
export const BOUND_CHANNELS: readonly ClueChannel[] = [
  'teacher', 'medical-staff', 'transport-worker', 'relief-station', 'marriage-registry', 'grass-roots-network',
];

export const RISK_GRADES = vocabulary('RiskGrade', ['urgent', 'high', 'ordinary']);
export type RiskGrade = (typeof RISK_GRADES)[number];

/** I-4: how the receiving of a matter ends. `transferred`: the next agency has accepted it. */
export const INTAKE_OUTCOMES = vocabulary('IntakeOutcome', ['transferred', 'unfounded', 'person-found']);
export type IntakeOutcome = (typeof INTAKE_OUTCOMES)[number];

/** I-4: on what the age of a victim rests. A day of birth is stronger than a judgement. */
export const AGE_BASES = vocabulary('AgeBasis', ['born-on', 'judged', 'reached-eighteen']);
export type AgeBasis = (typeof AGE_BASES)[number];

/** I-3: why the place of a matter is another one than was said at first. */
export const CORRECTION_REASONS = vocabulary('CorrectionReason', ['mistyped', 'place-established', 'division-reorganised']);
export type CorrectionReason = (typeof CORRECTION_REASONS)[number];

/** Why a stage that was asked for, and that nobody has taken, is not asked for any more. */
export const WITHDRAWAL_REASONS = vocabulary('WithdrawalReason', ['wrong-unit', 'asked-twice', 'not-needed']);
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

/** Why somebody reads personal data: kept with each reading and each refused try. */
export const ACCESS_PURPOSES = vocabulary('AccessPurpose', [
  'triage', 'feedback', 'investigation', 'rescue', 'placement', 'identity-verification', 'handover', 'relatives-contact',
  'supervision',
]);
export type AccessPurpose = (typeof ACCESS_PURPOSES)[number];

/** On what ground of the Personal Information Protection Law (art. 47) the personal data of a case are erased. */
export const ERASURE_GROUNDS = vocabulary('ErasureGround', [
  'purpose-ended', 'retention-over', 'consent-withdrawn', 'kept-unlawfully', 'ordered-by-law',
]);
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];

/** The three packages (三包): 包侦查破案, 包解救, 包安抚. */
export const PACKAGES = vocabulary('PackageKind', ['solve', 'rescue', 'comfort']);
export type PackageKind = (typeof PACKAGES)[number];

export const RETURN_REASONS = vocabulary('ReturnReason', [
  'not-our-jurisdiction', 'dossier-incomplete', 'no-capacity', 'conflict-of-interest', 'duplicate', 'not-competent',
]);
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** GB/T 4761, shortened to what placement needs. */
export const RELATIONS = vocabulary('Relation', [
  'father', 'mother', 'grandparent', 'sibling', 'aunt-or-uncle', 'spouse', 'other-kin', 'self',
]);
export type Relation = (typeof RELATIONS)[number];

/** P-5: where a person may be placed. A buyer household is not on the list, and is refused by identity besides. */
export const PLACEMENT_KINDS = vocabulary('PlacementKind', [
  'birth-family', 'kin', 'child-welfare-institution', 'foster-family', 'own-choice', 'foreign-counterpart',
]);
export type PlacementKind = (typeof PLACEMENT_KINDS)[number];

export const PORTS = vocabulary('Port', ['hekou', 'jinshuihe']);
export type Port = (typeof PORTS)[number];

export const SIDES = vocabulary('Side', ['sending', 'receiving']);
export type Side = (typeof SIDES)[number];
