import {
  Count, Digest, Division, Flag, Id, Ids, Maybe, Moment, OneOf, PaperNumber, Parts, UnitId, type Instant,
} from '../fields.js';
import { SaidBy } from '../fact.js';
import { PACKAGES, type PackageKind } from '../vocabulary.js';
import { vocabulary } from '../schemas.js';

export const SUSPECT_ROLES = vocabulary('SuspectRole', [
  'organiser', 'recruiter', 'transporter', 'seller', 'broker', 'buyer', 'other',
]);
export type SuspectRole = (typeof SUSPECT_ROLES)[number];
export const MEASURES = vocabulary('Measure', [
  'canvass', 'video-review', 'search', 'forensic', 'interview', 'assistance-request', 'surveillance', 'publicity', 'dna-sampling',
]);
export type Measure = (typeof MEASURES)[number];
export const DNA_SUBJECTS = vocabulary('DnaSubject', ['parent', 'child-of-unknown-origin', 'rescued-person']);
export type DnaSubject = (typeof DNA_SUBJECTS)[number];
export const DNA_RELATIONS = vocabulary('DnaRelation', ['trio', 'duo-mother', 'duo-father']);
export type DnaRelation = (typeof DNA_RELATIONS)[number];

export class PackageHolder {
  @OneOf(PACKAGES) package!: PackageKind;
  @UnitId() unitId!: string;
  @Id() personId!: string;
}

@SaidBy('investigation', 'investigation.task-force-formed', 'A task force stands, under a head of a bureau of county level or above, with a named person for each of the three packages (V-1).')
export class TaskForceFormed {
  @Id() taskForceId!: string;
  @Id() leaderId!: string;
  @UnitId() leaderUnit!: string;
  @Parts(() => PackageHolder, { min: 3, max: 3 }) packages!: PackageHolder[];
}

@SaidBy('investigation', 'investigation.package-reassigned', 'Another person answers for one of the three packages (V-1).')
export class PackageReassigned {
  @OneOf(PACKAGES) package!: PackageKind;
  @UnitId() unitId!: string;
  @Id() personId!: string;
}

@SaidBy('investigation', 'investigation.measure-taken', 'A measure was taken under one of the packages (V-1).')
export class MeasureTaken {
  @Id() measureId!: string;
  @OneOf(PACKAGES) package!: PackageKind;
  @OneOf(MEASURES) measure!: Measure;
}

@SaidBy('investigation', 'investigation.relatives-contacted', 'The relatives were contacted, as the agreed cadence demands (V-1).')
export class RelativesContacted {
  @Id() contactId!: string;
  @UnitId() byUnit!: string;
  @Id() byPerson!: string;
}

@SaidBy('investigation', 'investigation.dna-sample-entered', 'A blood sample was taken and entered in the national database (V-3).')
export class DnaSampleEntered {
  @PaperNumber() sampleNumber!: string;
  @OneOf(DNA_SUBJECTS) subject!: DnaSubject;
}

/** Whom a hit makes a parent of the child; the digest is of the national id, where it was looked at. */
export class HitParent {
  @Id() personId!: string;
  @OneOf(['father', 'mother']) relation!: 'father' | 'mother';
  @PaperNumber() sampleNumber!: string;
  @Maybe() @Digest() identityDigest?: string;
}

@SaidBy('investigation', 'investigation.dna-hit-recorded', 'The national database has reported a hit; one person has entered it, with the child and the parents whom it names (V-3).', {
  version: 2, upgrade: { 1: (older) => older },
})
export class DnaHitRecorded {
  @Id() hitId!: string;
  /** The child. A hit of the first version named nobody, and proves nothing of anybody. */
  @Maybe() @Id() victimId?: string;
  @Maybe() @Parts(() => HitParent, { min: 1, max: 2 }) parents?: HitParent[];
  @Parts(() => SampleRef, { min: 2, max: 5 }) samples!: SampleRef[];
  @OneOf(DNA_RELATIONS) relation!: DnaRelation;
}

export class SampleRef {
  @PaperNumber() sampleNumber!: string;
}

@SaidBy('investigation', 'investigation.dna-hit-confirmed', 'A second person has confirmed the hit, of this child and these parents; only now may the family be told (V-3).', {
  version: 2, upgrade: { 1: (older) => older },
})
export class DnaHitConfirmed {
  @Id() hitId!: string;
  @Maybe() @Id() victimId?: string;
  @Maybe() @Parts(() => HitParent, { min: 1, max: 2 }) parents?: HitParent[];
  @Id() firstPerson!: string;
  @Id() secondPerson!: string;
}

@SaidBy('investigation', 'investigation.suspect-recorded', 'A suspect is known in the case (V-7).')
export class SuspectRecorded {
  @Id() suspectId!: string;
  @OneOf(SUSPECT_ROLES) role!: SuspectRole;
  @Flag() repeatOffender!: boolean;
}

@SaidBy('investigation', 'investigation.suspect-caught', 'A suspect is in custody (V-7).')
export class SuspectCaught {
  @Id() suspectId!: string;
}

@SaidBy('investigation', 'investigation.buyer-identified', 'A household was found to have bought a person; it may never receive placement (R-3, P-5).')
export class BuyerIdentified {
  @Id() householdId!: string;
  @Ids({ min: 1, max: 10 }) personIds!: string[];
  @Parts(() => IdentityMark, { max: 10 }) identities!: IdentityMark[];
}

/** Keyed digest of a national id: two services see that two records are one person, and learn nothing else. */
export class IdentityMark {
  @Digest() digest!: string;
}

@SaidBy('investigation', 'investigation.division-noted', 'Intake has corrected where the case lies; who may lead follows it (V-1).')
export class DivisionNoted {
  @Division() division!: string;
}

@SaidBy('investigation', 'investigation.suspended', 'The investigation is carried on as a cold case; its leader still answers (V-1, V-5).')
export class InvestigationSuspended {
  @Maybe() @PaperNumber() basis?: string;
}

@SaidBy('investigation', 'investigation.resumed', 'A cold case is worked on again (V-5).')
export class InvestigationResumed {
  @Maybe() @Id() hitId?: string;
}

@SaidBy('investigation', 'investigation.reviewed', 'A cold case was reviewed, as its cadence demands (V-5).')
export class InvestigationReviewed {
  @Count({ min: 1, max: 1_000 }) review!: number;
}

@SaidBy('investigation', 'investigation.package-discharged', 'One of the three packages is discharged, with its evidence (V-1).')
export class PackageDischarged {
  @OneOf(PACKAGES) package!: PackageKind;
  @Ids({ min: 1, max: 20 }) evidence!: string[];
}

@SaidBy('investigation', 'investigation.task-force-dissolved', 'The task force is dissolved; possible only after all three packages are discharged (V-1).')
export class TaskForceDissolved {
  @Id() taskForceId!: string;
  @Moment() formedAt!: Instant;
}
