import {
  Bytes, CONSENT_LANGUAGES, Count, DESTINATIONS, Digest, Flag, HANDOVER_REFUSAL_REASONS, Id, Ids, IDENTITY_ANSWERS, ITEM_REMARKS,
  MANIFEST_KINDS, Maybe, Moment, OneOf, OrNull, PaperNumber, Part, Parts, PORTS, SAFETY_OUTCOMES, SIDES, SITUATIONS,
  TRAVEL_DOCUMENTS, UnitId, UnitIds, Words, type Instant,
} from '#contracts';
import { ClocksAnswer, RequestedStageAnswer, StageAnswer } from '#service-kit';

const VERSION = { min: 1, max: 2_147_483_647 };

export class IdentityReplyAnswer {
  @OneOf(IDENTITY_ANSWERS) answer!: string;
  @Moment() at!: Instant;
  @UnitId() byUnit!: string;
  @Id() byPerson!: string;
  @Maybe() @PaperNumber() documentNumber?: string;
}

export class IdentityRequestAnswer {
  @Id() requestId!: string;
  @UnitId() counterpart!: string;
  @Moment() requestedAt!: Instant;
  @Id() clockId!: string;
  @Flag() waiting!: boolean;
  @Parts(() => IdentityReplyAnswer) answers!: IdentityReplyAnswer[];
}

export class IdentityVerificationAnswer {
  @Parts(() => IdentityRequestAnswer, { max: 1_000 }) requests!: IdentityRequestAnswer[];
}

export class ReceptionPromiseAnswer {
  @OneOf(DESTINATIONS) destination!: string;
  @UnitId() byUnit!: string;
  @Maybe() @PaperNumber() letterNumber?: string;
}

export class ReceptionRequestAnswer {
  @UnitId() toUnit!: string;
  @OneOf(DESTINATIONS) destination!: string;
}

export class ConsentAnswer {
  @OneOf(CONSENT_LANGUAGES) language!: string;
  @Flag() byGuardian!: boolean;
  @Moment() at!: Instant;
}

export class FitnessAnswer {
  @Flag() fit!: boolean;
  @UnitId() byUnit!: string;
  @OrNull() @Moment() validUntil!: Instant | null;
  @Moment() assessedAt!: Instant;
  @OrNull() @Moment() reviewAt!: Instant | null;
}

export class HandedOverAnswer {
  @UnitId() toUnit!: string;
  @Id() toPerson!: string;
  @Moment() at!: Instant;
}

export class ReceptionReportAnswer {
  @Count({ min: 1, max: 1_000 }) report!: number;
  @OneOf(SITUATIONS) situation!: string;
  @UnitId() byUnit!: string;
  @Moment() at!: Instant;
}

/** As far as the reader may see it: what is not for them is left out. */
export class ReturnAnswer {
  @Id() id!: string;
  @Id() caseId!: string;
  @Id() victimId!: string;
  @Count(VERSION) version!: number;
  @OrNull() @Part(() => FitnessAnswer) fitness!: FitnessAnswer | null;
  @Maybe() @OrNull() @Moment() nextFireAt?: Instant | null;
  @Maybe() @Part(() => StageAnswer) stage?: StageAnswer;
  @Maybe() @Part(() => ClocksAnswer) clocks?: ClocksAnswer;
  @Maybe() @Part(() => IdentityVerificationAnswer) identity?: IdentityVerificationAnswer;
  @Maybe() @Parts(() => IdentityRequestAnswer, { max: 1_000 }) identityRequests?: IdentityRequestAnswer[];
  @Maybe() @Flag() identityConfirmed?: boolean;
  @Maybe() @OrNull() @OneOf(SAFETY_OUTCOMES) safety?: string | null;
  @Maybe() @Parts(() => ReceptionRequestAnswer) receptionRequests?: ReceptionRequestAnswer[];
  @Maybe() @UnitIds() fitnessRequests?: string[];
  @Maybe() @OrNull() @Part(() => ReceptionPromiseAnswer) promise?: ReceptionPromiseAnswer | null;
  @Maybe() @OrNull() @Part(() => ConsentAnswer) consent?: ConsentAnswer | null;
  @Maybe() @OrNull() @OneOf(TRAVEL_DOCUMENTS) document?: string | null;
  @Maybe() @OrNull() @Id() handoverId?: string | null;
  @Maybe() @OrNull() @Part(() => HandedOverAnswer) handedOver?: HandedOverAnswer | null;
  @Maybe() @Parts(() => ReceptionReportAnswer, { max: 1_000 }) receptionReports?: ReceptionReportAnswer[];
  @Maybe() @Parts(() => RequestedStageAnswer, { max: 1_000 }) requests?: RequestedStageAnswer[];
}

export class TravellerAnswer {
  @Id() returnId!: string;
  @Id() victimId!: string;
  @OneOf(DESTINATIONS) destination!: string;
  @Maybe() @Id() householdId?: string;
  @Maybe() @Ids({ max: 100 }) personIds?: string[];
}

export class ItemAcceptanceAnswer {
  @OneOf(ITEM_REMARKS) remark!: string;
  @Maybe() @Id() noteId?: string;
  @Id() byPerson!: string;
  @Moment() at!: Instant;
}

export class ManifestItemAnswer {
  @Id() itemId!: string;
  @Count({ min: 1, max: 1_000 }) n!: number;
  @OneOf(MANIFEST_KINDS) kind!: string;
  @Id() returnId!: string;
  @Maybe() @Digest() documentDigest?: string;
  @OrNull() @Part(() => ItemAcceptanceAnswer) accepted!: ItemAcceptanceAnswer | null;
}

export class SignatureAnswer {
  @OneOf(SIDES) side!: string;
  @Id() personId!: string;
  @Id() keyId!: string;
  @Digest() digest!: string;
  @Bytes({ max: 200 }) signature!: string;
  @Moment() at!: Instant;
}

/** As far as the reader may see it: who is no side of it sees who goes where and when, and nothing of the manifest. */
export class HandoverAnswer {
  @Id() id!: string;
  @Id() caseId!: string;
  @Count(VERSION) version!: number;
  @OneOf(['scheduled', 'refused', 'sealed', 'handed-over']) state!: string;
  @OneOf(PORTS) port!: string;
  @Moment() scheduledAt!: Instant;
  @UnitId() sendingUnit!: string;
  @UnitId() counterpart!: string;
  @Maybe() @Ids({ max: 100 }) returnIds?: string[];
  @Maybe() @Parts(() => TravellerAnswer) persons?: TravellerAnswer[];
  @Maybe() @Parts(() => ManifestItemAnswer, { max: 200 }) items?: ManifestItemAnswer[];
  @Maybe() @OrNull() @Digest() sealedDigest?: string | null;
  @Maybe() @Parts(() => SignatureAnswer, { max: 2 }) signatures?: SignatureAnswer[];
  @Maybe() @OrNull() @Id() signedTextId?: string | null;
  @Maybe() @OrNull() @OneOf(HANDOVER_REFUSAL_REASONS) refusal?: string | null;
  @Maybe() @Moment() since?: Instant;
}

/** A signature with the public key (P-256) that it fits. */
export class SignatureWithKeyAnswer extends SignatureAnswer {
  @Words({ min: 0, max: 60, example: 'A'.repeat(43) }) x!: string;
  @Words({ min: 0, max: 60, example: 'A'.repeat(43) }) y!: string;
}

export class ManifestOnRecordAnswer {
  @Words({ max: 200_000, example: '{"caseId":"…"}' }) manifest!: string;
  @Digest() digest!: string;
  @OrNull() @Digest() sealedDigest!: string | null;
  @Parts(() => SignatureWithKeyAnswer, { max: 2 }) signatures!: SignatureWithKeyAnswer[];
}

export class SignatureVerifiedAnswer {
  @OneOf(SIDES) side!: string;
  @Id() keyId!: string;
  @Flag() valid!: boolean;
}

export class VerificationAnswer {
  @Flag() valid!: boolean;
  @Digest() digest!: string;
  @Parts(() => SignatureVerifiedAnswer, { max: 2 }) signatures!: SignatureVerifiedAnswer[];
}
