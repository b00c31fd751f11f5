import {
  Bytes, Count, Country, Digest, Flag, Id, Ids, Maybe, Moment, OneOf, PaperNumber, UnitId, type Instant,
} from '../fields.js';
import { SaidBy } from '../fact.js';
import { PORTS, SIDES, type Port, type Side } from '../vocabulary.js';
import { vocabulary } from '../schemas.js';

export const IDENTITY_ANSWERS = vocabulary('IdentityAnswer', ['confirmed', 'not-matching', 'not-a-national']);
export type IdentityAnswer = (typeof IDENTITY_ANSWERS)[number];
export const SAFETY_OUTCOMES = vocabulary('SafetyOutcome', ['family-safe', 'family-at-risk', 'return-unsafe']);
export type SafetyOutcome = (typeof SAFETY_OUTCOMES)[number];
export const DESTINATIONS = vocabulary('Destination', ['family', 'social-protection-centre', 'own-choice']);
export type Destination = (typeof DESTINATIONS)[number];
export const MANIFEST_KINDS = vocabulary('ManifestKind', ['person', 'document', 'belonging', 'medical-summary', 'social-report']);
export type ManifestKind = (typeof MANIFEST_KINDS)[number];
export const ITEM_REMARKS = vocabulary('ItemRemark', ['as-listed', 'damaged', 'incomplete', 'sealed-bag-opened']);
export type ItemRemark = (typeof ITEM_REMARKS)[number];
/** The languages in which a consent can be given; the person's own one. */
export const CONSENT_LANGUAGES = vocabulary('ConsentLanguage', ['vi', 'zh', 'en', 'my', 'lo']);
export const TRAVEL_DOCUMENTS = vocabulary('TravelDocument', ['return-permit', 'passport', 'entry-exit-permit']);
export type TravelDocument = (typeof TRAVEL_DOCUMENTS)[number];
export const SPLIT_REASONS = vocabulary('SplitReason', [
  'not-fit-to-travel', 'document-missing', 'no-show', 'own-wish', 'counterpart-asked',
]);
export type SplitReason = (typeof SPLIT_REASONS)[number];
export const HANDOVER_REFUSAL_REASONS = vocabulary('HandoverRefusalReason', [
  'person-absent', 'identity-doubtful', 'document-invalid', 'items-missing', 'port-closed', 'no-authority',
]);
export type HandoverRefusalReason = (typeof HANDOVER_REFUSAL_REASONS)[number];
export const SITUATIONS = vocabulary('Situation', ['at-school', 'at-work', 'with-family', 'in-institution', 'settling']);
export type Situation = (typeof SITUATIONS)[number];

class OfReturn {
  @Id() returnId!: string;
  @Id() victimId!: string;
}

@SaidBy('cross-border', 'cross-border.return-begun', 'The return of a victim across the border is being prepared (X-1, X-3).')
export class ReturnBegun extends OfReturn {
  /** Her nationality as intake knows it; absent while intake has not said so. The counterpart verifies it. */
  @Maybe() @Country() country?: string;
}

@SaidBy('cross-border', 'cross-border.identity-requested', 'The counterpart was asked to verify identity and nationality (X-1).')
export class IdentityRequested extends OfReturn {
  @Id() requestId!: string;
  @UnitId() counterpart!: string;
}

@SaidBy('cross-border', 'cross-border.identity-answered', 'The counterpart has answered the identity request (X-1).')
export class IdentityAnswered extends OfReturn {
  @Id() requestId!: string;
  @OneOf(IDENTITY_ANSWERS) answer!: IdentityAnswer;
  /** Of the counterpart's letter, where a liaison officer entered the answer on its behalf. */
  @Maybe() @PaperNumber() documentNumber?: string;
}

@SaidBy('cross-border', 'cross-border.identity-supplemented', 'What the counterpart missed was sent; its clock runs anew (X-1).')
export class IdentitySupplemented extends OfReturn {
  @Id() requestId!: string;
}

@SaidBy('cross-border', 'cross-border.safety-assessed', 'The safety of a return was assessed before it (X-3).')
export class SafetyAssessed extends OfReturn {
  @OneOf(SAFETY_OUTCOMES) outcome!: SafetyOutcome;
}

@SaidBy('cross-border', 'cross-border.reception-asked', 'A body abroad was asked to take the person in (X-3).')
export class ReceptionAsked extends OfReturn {
  @UnitId() toUnit!: string;
  @OneOf(DESTINATIONS) destination!: Destination;
}

@SaidBy('cross-border', 'cross-border.reception-promised', 'A receiving body abroad has promised in writing to take the person in (X-3).')
export class ReceptionPromised extends OfReturn {
  @OneOf(DESTINATIONS) destination!: Destination;
  @UnitId() byUnit!: string;
  /** Of the letter, where the promise came on paper. */
  @Maybe() @PaperNumber() letterNumber?: string;
}

@SaidBy('cross-border', 'cross-border.consent-recorded', 'An adult, or the guardian of a minor, has consented to the return, informed in their own language (X-3).')
export class ConsentRecorded extends OfReturn {
  @OneOf(CONSENT_LANGUAGES) language!: string;
  @Flag() byGuardian!: boolean;
}

@SaidBy('cross-border', 'cross-border.document-obtained', 'The travel document for the return is there (X-3).')
export class DocumentObtained extends OfReturn {
  @OneOf(TRAVEL_DOCUMENTS) document!: TravelDocument;
}

@SaidBy('cross-border', 'cross-border.fitness-asked', 'A hospital was asked to examine whether the person is fit to travel (X-3).')
export class FitnessAsked extends OfReturn {
  @UnitId() toUnit!: string;
}

@SaidBy('cross-border', 'cross-border.fitness-assessed', 'A clinician has said whether the person is fit to travel; nothing of the diagnosis (X-3).', {
  version: 2, upgrade: { 1: (older) => older },
})
export class FitnessAssessed extends OfReturn {
  @Flag() fit!: boolean;
  /** The unit that certifies it. Nobody was named in the first version. */
  @Maybe() @UnitId() byUnit?: string;
  /** Of a certificate that says fit: it does not hold for ever. */
  @Maybe() @Moment() validUntil?: Instant;
  @Maybe() @Moment() reviewAt?: Instant;
}

@SaidBy('cross-border', 'cross-border.handover-scheduled', 'Port and time of the handover are fixed for these persons (X-3).')
export class HandoverScheduled {
  @Id() handoverId!: string;
  @Ids({ min: 1, max: 20 }) returnIds!: string[];
  @OneOf(PORTS) port!: Port;
  @Moment() at!: Instant;
  @UnitId() counterpart!: string;
}

@SaidBy('cross-border', 'cross-border.person-scheduled', 'This person goes in this handover, to this destination (X-3).')
export class PersonScheduled extends OfReturn {
  @Id() handoverId!: string;
  @OneOf(DESTINATIONS) destination!: Destination;
}

/** Both manifests are to be sealed, accepted and signed anew: what was sealed before the split holds no longer. */
@SaidBy('cross-border', 'cross-border.handover-split', 'One person leaves the handover for a later one of her own, with what belongs to her; the others go on (X-4).')
export class HandoverSplit {
  @Id() handoverId!: string;
  @Id() newHandoverId!: string;
  @Id() returnId!: string;
  @OneOf(SPLIT_REASONS) reason!: SplitReason;
}

/** A manifest that was sealed is to be sealed, accepted and signed anew: the time stands in it. */
@SaidBy('cross-border', 'cross-border.handover-postponed', 'The handover has a new time (X-4).')
export class HandoverPostponed {
  @Id() handoverId!: string;
  @Moment() at!: Instant;
}

@SaidBy('cross-border', 'cross-border.handover-refused', 'The receiving side has not taken the handover; it waits for a new time (X-4).')
export class HandoverRefused {
  @Id() handoverId!: string;
  @OneOf(HANDOVER_REFUSAL_REASONS) reason!: HandoverRefusalReason;
}

@SaidBy('cross-border', 'cross-border.item-listed', 'The manifest lists one item more (X-4).')
export class ItemListed {
  @Id() handoverId!: string;
  @Id() itemId!: string;
  @Id() returnId!: string;
  @OneOf(MANIFEST_KINDS) kind!: ManifestKind;
}

@SaidBy('cross-border', 'cross-border.item-struck', 'An item was taken off the manifest before it was sealed (X-4).')
export class ItemStruck {
  @Id() handoverId!: string;
  @Id() itemId!: string;
}

@SaidBy('cross-border', 'cross-border.manifest-sealed', 'The manifest is final: nothing is added or taken off. The digest is of what it lists, before the remarks (X-4).')
export class ManifestSealed {
  @Id() handoverId!: string;
  @Count({ min: 1, max: 200 }) items!: number;
  @Digest() digest!: string;
}

@SaidBy('cross-border', 'cross-border.item-accepted', 'The receiving side has accepted one item of the manifest (X-4).')
export class ItemAccepted {
  @Id() handoverId!: string;
  @Count({ min: 1, max: 200 }) item!: number;
  @OneOf(ITEM_REMARKS) remark!: ItemRemark;
}

@SaidBy('cross-border', 'cross-border.manifest-signed', 'One side has signed the manifest with all remarks; the digest is the same for both sides (X-4).')
export class ManifestSigned {
  @Id() handoverId!: string;
  @OneOf(SIDES) side!: Side;
  @Id() personId!: string;
  @Id() keyId!: string;
  @Digest() digest!: string;
  @Bytes({ min: 86, max: 86 }) signature!: string;
}

@SaidBy('cross-border', 'cross-border.handed-over', 'Both sides have signed; the person is in the care of the receiving side (X-4).')
export class HandedOver extends OfReturn {
  @Id() handoverId!: string;
  @UnitId() toUnit!: string;
  @Id() toPerson!: string;
}

@SaidBy('cross-border', 'cross-border.reception-confirmed', 'The counterpart has confirmed that the person was received and how she is settled (X-5).')
export class ReceptionConfirmed extends OfReturn {
  @Count({ min: 1, max: 100 }) report!: number;
  @OneOf(SITUATIONS) situation!: Situation;
}
