import { Count, Digest, Flag, Id, Ids, Maybe, Moment, OneOf, PaperNumber, SomeOf, UnitId, type Instant } from '../fields.js';
import { SaidBy } from '../fact.js';
import { RELATIONS, type Relation } from '../vocabulary.js';
import { vocabulary } from '../schemas.js';

export const PRESENT = vocabulary('Present', [
  'female-officer', 'social-worker', 'guardian', 'interpreter', 'clinician', 'camera-recording',
]);
export type Present = (typeof PRESENT)[number];
export const RESCUE_RISKS = vocabulary('RescueRisk', ['armed', 'crowd', 'flight', 'medical', 'none-known']);
export type RescueRisk = (typeof RESCUE_RISKS)[number];
export const HOLDER_KINDS = vocabulary('HolderKind', ['unit', 'relative']);
export type HolderKind = (typeof HOLDER_KINDS)[number];
/** Why a minor is asked once more: without one of these a second interview is refused. */
export const REPEAT_REASONS = vocabulary('RepeatReason', ['new-evidence', 'identification', 'victim-asked', 'court-asked']);
export type RepeatReason = (typeof REPEAT_REASONS)[number];
export const KINSHIP_PROOFS = vocabulary('KinshipProof', ['dna', 'document']);
export type KinshipProof = (typeof KINSHIP_PROOFS)[number];
export const CARE_ENDINGS = vocabulary('CareEnding', ['with-family', 'own-will', 'received-abroad']);
export type CareEnding = (typeof CARE_ENDINGS)[number];
/** Why a child is taken back from a relative. */
export const RETAKING_GROUNDS = vocabulary('RetakingGround', ['buyer-recognised', 'in-danger', 'kinship-disproved']);
export type RetakingGround = (typeof RETAKING_GROUNDS)[number];

@SaidBy('rescue', 'rescue.plan-drafted', 'A plan of a rescue waits for the approval of somebody other than its author (R-1).')
export class RescuePlanDrafted {
  @Id() planId!: string;
  @Ids({ min: 1, max: 20 }) victimIds!: string[];
}

@SaidBy('rescue', 'rescue.plan-approved', 'The plan of a rescue is approved: place verified, risks known, who must be present (R-1).')
export class RescuePlanApproved {
  @Id() planId!: string;
  @Ids({ min: 1, max: 20 }) victimIds!: string[];
  @SomeOf(PRESENT) present!: Present[];
  @SomeOf(RESCUE_RISKS) risks!: RescueRisk[];
  /** True when the commander on the spot acted without a plan and answers for it. */
  @Maybe() @Flag() emergency?: boolean;
}

@SaidBy('rescue', 'rescue.person-rescued', 'A victim is free and in the care of the unit that carried out the rescue (R-2).')
export class PersonRescued {
  @Id() victimId!: string;
  @Id() planId!: string;
  @SomeOf(PRESENT) present!: Present[];
  /** Who should have been there for this victim and was not: a rescue that happened is on record as it happened. */
  @Maybe() @SomeOf(PRESENT) missing?: Present[];
}

@SaidBy('rescue', 'rescue.interviewed', 'A victim was asked about what happened; the count shows how often (R-2).')
export class VictimInterviewed {
  @Id() interviewId!: string;
  @Id() victimId!: string;
  @Count({ min: 1, max: 1_000 }) number!: number;
  @Moment() endedAt!: Instant;
  @SomeOf(PRESENT) present!: Present[];
  @Maybe() @OneOf(REPEAT_REASONS) reason?: RepeatReason;
}

@SaidBy('rescue', 'rescue.medical-check-asked', 'A health unit was asked to examine a rescued victim; from now on it may read what it needs for that (R-2).')
export class MedicalCheckAsked {
  @Id() victimId!: string;
  @UnitId() toUnit!: string;
}

@SaidBy('rescue', 'rescue.medical-checked', 'A victim was examined; what was found stays with the health provider (R-2).')
export class MedicalChecked {
  @Id() checkId!: string;
  @Id() victimId!: string;
  @UnitId() atUnit!: string;
  @Flag() inTime!: boolean;
}

/** Who has a victim in their care: a unit with the person on duty, or a relative of proven kinship. */
export class Holder {
  @OneOf(HOLDER_KINDS) kind!: HolderKind;
  @Maybe() @UnitId() unitId?: string;
  @Maybe() @Id() personId?: string;
  @Maybe() @OneOf(RELATIONS) relation?: Relation;
}

class CustodyOf {
  @Id() custodyId!: string;
  @Id() victimId!: string;
}

@SaidBy('rescue', 'rescue.custody-taken', 'From now on exactly one holder has the rescued victim in their care (R-4).')
export class CustodyTaken extends CustodyOf {
  @OneOf(HOLDER_KINDS) kind!: HolderKind;
  @Maybe() @UnitId() unitId?: string;
  @Maybe() @Id() personId?: string;
  @Maybe() @OneOf(RELATIONS) relation?: Relation;
}

@SaidBy('rescue', 'rescue.custody-offered', 'The holder offers the care of the victim to another; until it is accepted the holder keeps it (R-4).')
export class CustodyOffered extends CustodyOf {
  @Id() offerId!: string;
  @OneOf(HOLDER_KINDS) kind!: HolderKind;
  @Maybe() @UnitId() unitId?: string;
  @Maybe() @Id() personId?: string;
  @Maybe() @OneOf(RELATIONS) relation?: Relation;
}

@SaidBy('rescue', 'rescue.custody-transferred', 'The receiver has the victim in their care, from this minute on (R-4).')
export class CustodyTransferred extends CustodyOf {
  @Maybe() @Id() offerId?: string;
  @OneOf(HOLDER_KINDS) kind!: HolderKind;
  @Maybe() @UnitId() unitId?: string;
  @Maybe() @Id() personId?: string;
  @Maybe() @OneOf(RELATIONS) relation?: Relation;
}

@SaidBy('rescue', 'rescue.custody-declined', 'The receiver has declined the care of the victim; the holder keeps it (R-4).')
export class CustodyDeclined extends CustodyOf {
  @Id() offerId!: string;
}

@SaidBy('rescue', 'rescue.custody-offer-expired', 'Nobody answered the offer of care in time; the holder keeps the victim, and the superior unit is told (R-4).')
export class CustodyOfferExpired extends CustodyOf {
  @Id() offerId!: string;
  @UnitId() toUnit!: string;
}

@SaidBy('rescue', 'rescue.custody-ended', 'The victim is home, or an adult goes their own way: care by the authorities has ended (R-3, R-4).')
export class CustodyEnded extends CustodyOf {
  @OneOf(CARE_ENDINGS) reason!: CareEnding;
}

@SaidBy('rescue', 'rescue.protection-taken', 'A child was taken back from a relative for protection; whoever took the child has the care from this minute on (R-3, R-4).')
export class ProtectionTaken extends CustodyOf {
  @OneOf(RETAKING_GROUNDS) grounds!: RetakingGround;
  @PaperNumber() documentNumber!: string;
}

@SaidBy('rescue', 'rescue.buyer-has-victim', 'The relative with whom a victim lives is found to have bought a person: an alarm until the child is taken back (R-3).')
export class BuyerHasVictim extends CustodyOf {
  /** The buyer household to which the relative belongs. */
  @Id() householdId!: string;
}

@SaidBy('rescue', 'rescue.kinship-proven', 'Parentage or kinship of a claimant is proven by a confirmed hit or a document; the claimant may receive the child (R-3).')
export class KinshipProven {
  @Id() victimId!: string;
  @Id() relativeId!: string;
  @OneOf(RELATIONS) relation!: Relation;
  @OneOf(KINSHIP_PROOFS) proof!: KinshipProof;
  /** The confirmed hit that a proof by DNA rests on. */
  @Maybe() @Id() hitId?: string;
  /** Of the relative's national id, where one was shown: a household with this person in it is the relative's. */
  @Maybe() @Digest() identityDigest?: string;
}
