// Written by `npm run generate`, from the document of all services. Change the code of the services, not this file.

/** What can be asked at each address, and what is answered. */
export interface Questions {
  readonly '/api/identity/directory/units': { readonly asks: { readonly after?: string | undefined; readonly limit?: number | undefined }; readonly answers: UnitPage };
  readonly '/api/identity/directory/units/{id}': { readonly asks: { readonly id: string }; readonly answers: Unit };
  readonly '/api/identity/directory/unit-proposals': { readonly asks: { readonly after?: string | undefined }; readonly answers: UnitProposalPage };
  readonly '/api/identity/directory/people': { readonly asks: { readonly ids: readonly (string)[] }; readonly answers: PersonEntryList };
  readonly '/api/identity/directory/people/{id}': { readonly asks: { readonly id: string }; readonly answers: PersonEntry };
  readonly '/api/identity/directory/demo-accounts': { readonly asks: { readonly after?: string | undefined; readonly limit?: number | undefined }; readonly answers: DemoAccountPage };
  readonly '/api/identity/me': { readonly asks: Readonly<Record<string, never>>; readonly answers: Me };
  readonly '/api/intake/intakes/{id}/victims': { readonly asks: { readonly id: string; readonly purpose: AccessPurpose }; readonly answers: NamedVictimList };
  readonly '/api/intake/intakes/{id}/clues/{clueId}/reporter': { readonly asks: { readonly id: string; readonly clueId: string; readonly purpose?: 'triage' | 'feedback' | undefined }; readonly answers: ReporterOfClue };
  readonly '/api/intake/intakes/{id}/clues/{clueId}/content': { readonly asks: { readonly id: string; readonly clueId: string; readonly purpose: AccessPurpose }; readonly answers: ClueContent };
  readonly '/api/intake/intakes/{id}/readings': { readonly asks: { readonly id: string; readonly after?: number | undefined }; readonly answers: ReadingList };
  readonly '/api/intake/erasures': { readonly asks: { readonly caseId?: string | undefined }; readonly answers: ErasureOrderList };
  readonly '/api/intake/intakes': { readonly asks: { readonly caseId?: string | undefined; readonly before?: string | undefined; readonly limit?: number | undefined }; readonly answers: IntakeList };
  readonly '/api/intake/intakes/{id}': { readonly asks: { readonly id: string }; readonly answers: IntakeWithActions };
  readonly '/api/intake/attachments': { readonly asks: { readonly caseId: string; readonly after?: string | undefined; readonly limit?: number | undefined }; readonly answers: AttachmentList };
  readonly '/api/intake/attachments/{id}': { readonly asks: { readonly id: string }; readonly answers: AttachmentWithActions };
  readonly '/api/investigation/investigations': { readonly asks: { readonly caseId: string; readonly after?: string | undefined; readonly limit?: number | undefined }; readonly answers: InvestigationList };
  readonly '/api/investigation/investigations/{id}': { readonly asks: { readonly id: string }; readonly answers: InvestigationWithActions };
  readonly '/api/investigation/investigations/{id}/people': { readonly asks: { readonly id: string; readonly purpose: AccessPurpose }; readonly answers: PeopleOfCase };
  readonly '/api/investigation/investigations/{id}/readings': { readonly asks: { readonly id: string; readonly after?: number | undefined }; readonly answers: ReadingList };
  readonly '/api/investigation/attachments': { readonly asks: { readonly caseId: string; readonly after?: string | undefined; readonly limit?: number | undefined }; readonly answers: AttachmentList };
  readonly '/api/investigation/attachments/{id}': { readonly asks: { readonly id: string }; readonly answers: AttachmentWithActions };
  readonly '/api/rescue/rescues': { readonly asks: { readonly caseId: string; readonly after?: string | undefined; readonly limit?: number | undefined }; readonly answers: RescueList };
  readonly '/api/rescue/rescues/{id}': { readonly asks: { readonly id: string }; readonly answers: RescueWithActions };
  readonly '/api/rescue/rescues/{id}/plans/{planId}/note': { readonly asks: { readonly id: string; readonly planId: string; readonly purpose: AccessPurpose }; readonly answers: PlanNote };
  readonly '/api/rescue/custodies': { readonly asks: { readonly caseId: string; readonly after?: string | undefined; readonly limit?: number | undefined }; readonly answers: RescueCustodyList };
  readonly '/api/rescue/custodies/{id}': { readonly asks: { readonly id: string }; readonly answers: RescueCustodyInFullWithActions };
  readonly '/api/rescue/attachments': { readonly asks: { readonly caseId: string; readonly after?: string | undefined; readonly limit?: number | undefined }; readonly answers: AttachmentList };
  readonly '/api/rescue/attachments/{id}': { readonly asks: { readonly id: string }; readonly answers: AttachmentWithActions };
  readonly '/api/placement/placements': { readonly asks: { readonly caseId: string; readonly after?: string | undefined; readonly limit?: number | undefined }; readonly answers: PlacementList };
  readonly '/api/placement/placements/{id}': { readonly asks: { readonly id: string }; readonly answers: PlacementWithActions };
  readonly '/api/placement/attachments': { readonly asks: { readonly caseId: string; readonly after?: string | undefined; readonly limit?: number | undefined }; readonly answers: AttachmentList };
  readonly '/api/placement/attachments/{id}': { readonly asks: { readonly id: string }; readonly answers: AttachmentWithActions };
  readonly '/api/cross-border/returns': { readonly asks: { readonly caseId: string; readonly after?: string | undefined; readonly limit?: number | undefined }; readonly answers: ReturnList };
  readonly '/api/cross-border/returns/{id}': { readonly asks: { readonly id: string }; readonly answers: ReturnWithActions };
  readonly '/api/cross-border/handovers': { readonly asks: { readonly caseId: string; readonly after?: string | undefined; readonly limit?: number | undefined }; readonly answers: HandoverList };
  readonly '/api/cross-border/handovers/{id}': { readonly asks: { readonly id: string }; readonly answers: HandoverWithActions };
  readonly '/api/cross-border/handovers/{id}/manifest': { readonly asks: { readonly id: string }; readonly answers: ManifestOnRecord };
  readonly '/api/cross-border/attachments': { readonly asks: { readonly caseId: string; readonly after?: string | undefined; readonly limit?: number | undefined }; readonly answers: AttachmentList };
  readonly '/api/cross-border/attachments/{id}': { readonly asks: { readonly id: string }; readonly answers: AttachmentWithActions };
  readonly '/api/casebook/cases': { readonly asks: { readonly after?: string | undefined; readonly limit?: number | undefined; readonly division?: string | undefined; readonly state?: 'open' | 'closed' | undefined; readonly caseNumber?: string | undefined }; readonly answers: CasePage };
  readonly '/api/casebook/cases/located': { readonly asks: { readonly caseNumber: string }; readonly answers: LocatedCase };
  readonly '/api/casebook/cases/{caseId}': { readonly asks: { readonly caseId: string }; readonly answers: CaseNow };
  readonly '/api/casebook/cases/{caseId}/timeline': { readonly asks: { readonly caseId: string; readonly after?: string | undefined; readonly limit?: number | undefined; readonly type?: string | undefined }; readonly answers: TimelinePage };
  readonly '/api/casebook/cases/{caseId}/ledger': { readonly asks: { readonly caseId: string }; readonly answers: CasebookLedger };
  readonly '/api/casebook/cases/{caseId}/answerable': { readonly asks: { readonly caseId: string; readonly at?: string | undefined }; readonly answers: AnswerableThen };
  readonly '/api/casebook/cases/{caseId}/readings': { readonly asks: { readonly caseId: string; readonly after?: string | undefined; readonly limit?: number | undefined }; readonly answers: CaseReadingPage };
  readonly '/api/casebook/worklist': { readonly asks: { readonly after?: string | undefined; readonly limit?: number | undefined; readonly part?: 'offers' | 'care-offers' | 'asked' | 'packages' | 'stages' | 'clocks' | 'in-care' | 'waiting' | undefined }; readonly answers: Worklist };
  readonly '/api/casebook/units/{unitId}/board': { readonly asks: { readonly unitId: string }; readonly answers: Board };
  readonly '/api/casebook/alarms': { readonly asks: { readonly after?: string | undefined; readonly limit?: number | undefined }; readonly answers: AlarmPage };
  readonly '/api/casebook/figures': { readonly asks: { readonly division?: string | undefined }; readonly answers: Figures };
  readonly '/api/casebook/notices': { readonly asks: { readonly after?: string | undefined; readonly limit?: number | undefined }; readonly answers: NoticePage };
}

/** What is asked in a form, and stands in no address. */
export interface Forms {
  readonly '/api/intake/intakes/searches': { readonly asks: SearchIntakes; readonly answers: PeopleFound };
  readonly '/api/cross-border/handovers/{id}/manifest/verification': { readonly asks: ManifestInHand; readonly answers: Verification };
  readonly '/api/casebook/notices/marks': { readonly asks: MarkNotices; readonly answers: Marked };
}

export interface components {
    schemas: {
        /** @enum {string} */
        readonly AccessPurpose: "triage" | "feedback" | "investigation" | "rescue" | "placement" | "identity-verification" | "handover" | "relatives-contact" | "supervision";
        readonly Acknowledgement: {
            readonly personId: string;
            readonly at: string;
        };
        readonly ActionState: {
            readonly action: string;
            readonly of?: string;
            readonly open: boolean;
            readonly refusal?: components["schemas"]["Refusal"];
        };
        /** @enum {string} */
        readonly AgeBasis: "born-on" | "judged" | "reached-eighteen";
        readonly Alarm: {
            /** @enum {string} */
            readonly kind: "gap" | "overlap" | "two-holders" | "no-clock" | "uncovered" | "offer-expired" | "overdue" | "parked" | "with-buyer" | "child-by-own-choice";
            readonly at: string;
            readonly caseId: string | null;
            readonly caseNumber: string | null;
            readonly id: string;
            readonly stage: string | null;
            readonly rule: string | null;
            readonly unitId: string | null;
            readonly toldUnit: string | null;
            readonly fromAt: string | null;
            readonly toAt: string | null;
        };
        readonly AlarmCount: {
            readonly count: number | null;
            /** @enum {string} */
            readonly kind: "gap" | "overlap" | "two-holders" | "no-clock" | "uncovered";
            readonly stage: components["schemas"]["StageKind"] | null;
        };
        readonly AlarmPage: {
            readonly next: string | null;
            readonly dataAsOf: {
                readonly [key: string]: string;
            };
            readonly items: readonly components["schemas"]["Alarm"][];
        };
        readonly Answerable: {
            readonly unitId: string;
            readonly personId: string;
        };
        readonly AnswerableThen: {
            readonly dataAsOf: {
                readonly [key: string]: string;
            };
            readonly at: string;
            readonly stages: readonly components["schemas"]["StageHolder"][];
            readonly care: readonly components["schemas"]["CareHolder"][];
        };
        readonly Asked: {
            readonly caseId: string;
            readonly caseNumber?: string | null;
            readonly source: components["schemas"]["StageKind"];
            readonly type: string;
            readonly aboutId: string;
            readonly partId: string | null;
            readonly victimId: string | null;
            readonly byUnit: string;
            readonly byPerson: string;
            readonly askedAt: string;
            readonly dueAt: string | null;
        };
        readonly AskedPage: {
            readonly next: string | null;
            readonly items: readonly components["schemas"]["Asked"][];
        };
        readonly Assignment: {
            readonly assignmentId: string;
            readonly personId: string;
            readonly post: components["schemas"]["Post"];
            readonly from: string;
            readonly to: string | null;
        };
        readonly Attachment: {
            readonly id: string;
            readonly caseId: string;
            readonly version: number;
            readonly recordId: string;
            readonly kind: components["schemas"]["AttachmentKind"];
            readonly mediaType: components["schemas"]["MediaType"];
            readonly bytes: number;
            readonly digest: string;
            readonly number: string | null;
            readonly addedBy: components["schemas"]["Answerable"];
            readonly announcedAt: string;
            readonly keptAt: string | null;
            readonly withdrawn: components["schemas"]["Withdrawal"] | null;
            readonly holdings: readonly components["schemas"]["Holding"][];
            readonly handingOver: components["schemas"]["HandingOver"] | null;
            readonly sealedFor: string | null;
        };
        /** @enum {string} */
        readonly AttachmentKind: "identity-document" | "medical-record" | "forensic-report" | "photograph" | "statement" | "decision-document" | "travel-document" | "correspondence" | "other-document";
        readonly AttachmentList: {
            readonly items: readonly components["schemas"]["Attachment"][];
        };
        readonly AttachmentWithActions: {
            readonly id: string;
            readonly caseId: string;
            readonly version: number;
            readonly recordId: string;
            readonly kind: components["schemas"]["AttachmentKind"];
            readonly mediaType: components["schemas"]["MediaType"];
            readonly bytes: number;
            readonly digest: string;
            readonly number: string | null;
            readonly addedBy: components["schemas"]["Answerable"];
            readonly announcedAt: string;
            readonly keptAt: string | null;
            readonly withdrawn: components["schemas"]["Withdrawal"] | null;
            readonly holdings: readonly components["schemas"]["Holding"][];
            readonly handingOver: components["schemas"]["HandingOver"] | null;
            readonly sealedFor: string | null;
            readonly actions: readonly components["schemas"]["ActionState"][];
        };
        readonly Board: {
            readonly dataAsOf: {
                readonly [key: string]: string;
            };
            readonly unit: components["schemas"]["BoardUnit"];
            readonly stages: readonly components["schemas"]["StageCount"][];
            readonly offers: readonly components["schemas"]["OfferCount"][];
            readonly clocks: readonly components["schemas"]["ClockCount"][];
            readonly inCare: readonly components["schemas"]["CareCount"][];
            readonly people: readonly components["schemas"]["PersonLoad"][];
            readonly waitingOn: readonly components["schemas"]["WaitingOn"][];
        };
        readonly BoardUnit: {
            readonly unitId: string;
            readonly kind: components["schemas"]["UnitKind"];
            readonly level: components["schemas"]["UnitLevel"];
            readonly division: string;
        };
        readonly Buyer: {
            readonly personId: string;
            readonly digest?: string;
            readonly records: readonly string[];
        };
        readonly BuyerHousehold: {
            readonly householdId: string;
            readonly persons: readonly components["schemas"]["Buyer"][];
        };
        readonly CareCount: {
            readonly count: number | null;
            /** @enum {string} */
            readonly state: "held";
        };
        /** @enum {string} */
        readonly CareEnding: "with-family" | "own-will" | "received-abroad";
        readonly CareHolder: {
            readonly unitId: string | null;
            readonly personId: string | null;
            readonly fromAt: string;
            readonly toAt: string | null;
            readonly kind: components["schemas"]["HolderKind"] | null;
            readonly relation: components["schemas"]["Relation"] | null;
            readonly victimId: string;
        };
        readonly CareOffer: {
            readonly offerId: string;
            readonly toUnit: string;
            readonly toPerson?: string;
            readonly offeredAt: string;
            readonly expiresAt: string;
        };
        readonly CareOfferPage: {
            readonly next: string | null;
            readonly items: readonly components["schemas"]["OfferedCare"][];
        };
        readonly CaseAlarm: {
            readonly caseId: string;
            readonly subjectId: string;
            /** @enum {string} */
            readonly kind: "gap" | "overlap" | "two-holders" | "no-clock" | "uncovered";
            readonly stage: components["schemas"]["StageKind"] | null;
            readonly fromAt: string;
            readonly toAt: string | null;
            readonly seenAt: string;
        };
        /** @enum {string} */
        readonly CaseKind: "child-abduction" | "child-missing" | "woman-trafficking" | "person-trafficking" | "forced-marriage" | "forced-labour";
        readonly CaseNow: {
            readonly dataAsOf: {
                readonly [key: string]: string;
            };
            readonly case: components["schemas"]["CaseSummary"];
            readonly victims: readonly components["schemas"]["CaseVictim"][];
            readonly stages: readonly components["schemas"]["StageNow"][];
            readonly care: readonly components["schemas"]["CustodyNow"][];
            readonly clocks: readonly components["schemas"]["ClockNow"][];
            readonly everyClock: boolean;
            readonly alarms: readonly components["schemas"]["CaseAlarm"][];
        };
        readonly CaseOfOffer: {
            readonly kind: components["schemas"]["CaseKind"] | null;
            readonly risk: components["schemas"]["RiskGrade"] | null;
            readonly division: string | null;
            readonly victims: number;
        };
        readonly CasePage: {
            readonly next: string | null;
            readonly dataAsOf: {
                readonly [key: string]: string;
            };
            readonly items: readonly components["schemas"]["CaseSummary"][];
        };
        readonly CaseReading: {
            readonly id: number;
            readonly at: string;
            readonly personId: string;
            readonly unitId: string;
            readonly post: components["schemas"]["Post"];
            readonly route: string;
            /** @enum {string} */
            readonly outcome: "shown" | "denied" | "not-found";
        };
        readonly CaseReadingPage: {
            readonly next: string | null;
            readonly dataAsOf: {
                readonly [key: string]: string;
            };
            readonly items: readonly components["schemas"]["CaseReading"][];
        };
        readonly CaseSummary: {
            readonly caseId: string;
            readonly caseNumber: string | null;
            readonly kind: components["schemas"]["CaseKind"] | null;
            readonly division: string | null;
            readonly openedAt: string | null;
            /** @enum {string} */
            readonly state: "open" | "closed";
            readonly victims: number;
            readonly stages: number;
            readonly openStages: number;
            readonly lastOccurredAt: string | null;
            readonly lastRecordedAt: string | null;
            readonly exercise: boolean;
        };
        readonly CaseVictim: {
            readonly caseId: string;
            readonly victimId: string;
            readonly sex: components["schemas"]["Sex"];
            readonly minor: boolean;
            readonly nationality: string;
        };
        readonly CasebookCareInterval: {
            readonly unitId: string | null;
            readonly personId: string | null;
            readonly fromAt: string;
            readonly toAt: string | null;
            readonly kind: components["schemas"]["HolderKind"] | null;
            readonly relation: components["schemas"]["Relation"] | null;
            readonly vacant: boolean;
        };
        readonly CasebookCareLedger: {
            readonly victimId: string;
            readonly intervals: readonly components["schemas"]["CasebookCareInterval"][];
            readonly findings: readonly components["schemas"]["Finding"][];
        };
        readonly CasebookLedger: {
            readonly dataAsOf: {
                readonly [key: string]: string;
            };
            readonly stages: readonly components["schemas"]["StageLedger"][];
            readonly care: readonly components["schemas"]["CasebookCareLedger"][];
            readonly uncovered: readonly components["schemas"]["CaseAlarm"][];
        };
        readonly CasesByDivision: {
            readonly count: number | null;
            readonly division: string | null;
            /** @enum {string} */
            readonly state: "open" | "closed";
        };
        readonly CasesByKind: {
            readonly count: number | null;
            readonly kind: components["schemas"]["CaseKind"] | null;
            /** @enum {string} */
            readonly state: "open" | "closed";
        };
        readonly ClockAnswers: {
            readonly unitId: string;
            readonly personId: string;
            readonly superiorUnit?: string;
        };
        readonly ClockCount: {
            readonly count: number | null;
            readonly rule: components["schemas"]["ClockRuleCode"];
            /** @enum {string} */
            readonly state: "running" | "warned" | "overdue" | "suspended";
        };
        readonly ClockMoment: {
            readonly at: string;
            readonly percent?: number;
            readonly step?: number;
        };
        readonly ClockNow: {
            readonly clockId: string;
            readonly caseId: string;
            readonly source: components["schemas"]["StageKind"];
            readonly subjectId: string;
            readonly rule: components["schemas"]["ClockRuleCode"];
            readonly ruleVersion: number;
            readonly unitId: string;
            readonly personId: string;
            readonly startedAt: string;
            readonly dueAt: string;
            /** @enum {string} */
            readonly state: "running" | "warned" | "overdue" | "suspended";
            readonly warnedPercent: number | null;
            readonly overdueAt: string | null;
            readonly overdueStep: number | null;
            readonly toldUnit: string | null;
        };
        readonly ClockPlan: {
            readonly warnAt: readonly number[];
            readonly ladder: readonly number[];
        };
        /** @enum {string} */
        readonly ClockRuleCode: "stage-offer-answer" | "missing-child-accept" | "clue-triage" | "clue-feedback" | "relatives-contact" | "cold-case-review" | "medical-check-after-rescue" | "custody-offer-answer" | "placement-decision" | "follow-up-visit" | "identity-verification" | "identity-supplement" | "handover-reception-confirmation" | "fitness-review" | "task-force-formation" | "stage-next-step" | "next-stage-request" | "investigation-measure" | "rescue-plan" | "person-reception" | "placement-effect" | "identity-request" | "return-handover";
        readonly Clocks: {
            readonly running: readonly components["schemas"]["RunningClock"][];
            readonly stopped: readonly components["schemas"]["StoppedClock"][];
        };
        readonly Clue: {
            readonly clueId: string;
            readonly channel: components["schemas"]["ClueChannel"];
            readonly bound: boolean;
            readonly discoveredAt: string;
            readonly receivedAt: string;
            readonly delayMinutes: number;
            readonly late: boolean;
            readonly feedbackAt: string | null;
            readonly feedbackClockId: string;
            readonly reporterRecord: string | null;
            readonly contentRecord: string | null;
        };
        /** @enum {string} */
        readonly ClueChannel: "police-hotline" | "counter" | "teacher" | "medical-staff" | "transport-worker" | "relief-station" | "marriage-registry" | "grass-roots-network" | "womens-federation" | "next-generation-committee" | "new-media" | "volunteer" | "labour-agency-inspection" | "citizen";
        readonly ClueContent: {
            readonly description?: string;
            readonly place?: string;
            readonly lastSeenPlace?: string;
        };
        readonly Consent: {
            readonly language: components["schemas"]["ConsentLanguage"];
            readonly byGuardian: boolean;
            readonly at: string;
        };
        /** @enum {string} */
        readonly ConsentLanguage: "vi" | "zh" | "en" | "my" | "lo";
        readonly CustodyNow: {
            readonly caseId: string;
            readonly victimId: string;
            /** @enum {string} */
            readonly state: "awaited" | "held" | "ended";
            readonly kind: components["schemas"]["HolderKind"] | null;
            readonly unitId: string | null;
            readonly personId: string | null;
            readonly relation: components["schemas"]["Relation"] | null;
            readonly sinceAt: string;
            readonly endReason: string | null;
            readonly offerId: string | null;
            readonly offerToUnit: string | null;
            readonly offerToPerson: string | null;
            readonly offeredAt: string | null;
        };
        readonly DemoAccount: {
            readonly personId: string;
            readonly nameZh: string;
            readonly nameLatin: string;
            readonly username: string;
            readonly unitId: string;
            readonly unitNameZh: string;
            readonly unitNameEn: string;
            readonly unitKind: components["schemas"]["UnitKind"];
            readonly post: components["schemas"]["Post"];
        };
        readonly DemoAccountPage: {
            readonly next: string | null;
            readonly items: readonly components["schemas"]["DemoAccount"][];
        };
        /** @enum {string} */
        readonly Destination: "family" | "social-protection-centre" | "own-choice";
        readonly DnaFile: {
            readonly samples: readonly components["schemas"]["DnaSample"][];
            readonly hits: readonly components["schemas"]["DnaHit"][];
        };
        readonly DnaHit: {
            readonly hitId: string;
            readonly victimId: string;
            readonly parents: readonly components["schemas"]["HitParent"][];
            readonly sampleNumbers: readonly string[];
            readonly relation: components["schemas"]["DnaRelation"];
            readonly recordedBy: string;
            readonly recordedByUnit?: string;
            readonly recordedAt: string;
            readonly confirmedBy: string | null;
            readonly confirmedAt: string | null;
        };
        /** @enum {string} */
        readonly DnaRelation: "trio" | "duo-mother" | "duo-father";
        readonly DnaSample: {
            readonly sampleNumber: string;
            readonly subject: components["schemas"]["DnaSubject"];
            readonly enteredAt: string;
        };
        /** @enum {string} */
        readonly DnaSubject: "parent" | "child-of-unknown-origin" | "rescued-person";
        /** @enum {string} */
        readonly ErasureGround: "purpose-ended" | "retention-over" | "consent-withdrawn" | "kept-unlawfully" | "ordered-by-law";
        readonly ErasureOrder: {
            readonly id: string;
            readonly caseId: string;
            readonly version: number;
            /** @enum {string} */
            readonly state: "proposed" | "ordered";
            readonly ground: components["schemas"]["ErasureGround"];
            readonly documentNumber: string;
            readonly proposedBy: string;
            readonly proposedByUnit: string;
        };
        readonly ErasureOrderList: {
            readonly items: readonly components["schemas"]["ErasureOrder"][];
        };
        readonly EstimatedAge: {
            readonly fromYears: number;
            readonly toYears: number;
            readonly on: string;
        };
        readonly ExpiredOfferCount: {
            readonly count: number | null;
            readonly stage: components["schemas"]["StageKind"];
            readonly unitId: string | null;
        };
        readonly Figures: {
            readonly dataAsOf: {
                readonly [key: string]: string;
            };
            readonly casesByKind: readonly components["schemas"]["CasesByKind"][];
            readonly casesByDivision: readonly components["schemas"]["CasesByDivision"][];
            readonly victimsByKind: readonly components["schemas"]["VictimsByKind"][];
            readonly stages: readonly components["schemas"]["StagesByState"][];
            readonly reportsByChannel: readonly components["schemas"]["ReportsByChannel"][];
            readonly lateReports: readonly components["schemas"]["Total"][];
            readonly overdue: readonly components["schemas"]["OverdueCount"][];
            readonly offersExpired: readonly components["schemas"]["ExpiredOfferCount"][];
            readonly alarms: readonly components["schemas"]["AlarmCount"][];
        };
        /** @enum {string} */
        readonly FileWithdrawalReason: "wrong-file" | "wrong-case" | "unreadable" | "superseded" | "obtained-unlawfully";
        readonly Finding: {
            /** @enum {string} */
            readonly kind: "gap" | "overlap" | "two-holders" | "no-clock";
            readonly fromAt: string;
            readonly toAt: string | null;
            readonly seenAt: string;
        };
        readonly Findings: {
            readonly suspects: readonly components["schemas"]["Suspect"][];
            readonly buyers: readonly components["schemas"]["BuyerHousehold"][];
        };
        readonly Fitness: {
            readonly fit: boolean;
            readonly byUnit: string;
            readonly validUntil: string | null;
            readonly assessedAt: string;
            readonly reviewAt: string | null;
        };
        readonly FollowUpVisit: {
            readonly visitId: string;
            readonly month: number;
            readonly dueAt: string;
            readonly visitedAt: string | null;
        };
        readonly HandedOver: {
            readonly toUnit: string;
            readonly toPerson: string;
            readonly at: string;
        };
        readonly HandingOver: {
            readonly offerId: string;
            readonly toUnit: string;
            readonly at: string;
        };
        readonly Handover: {
            readonly id: string;
            readonly caseId: string;
            readonly version: number;
            /** @enum {string} */
            readonly state: "scheduled" | "refused" | "sealed" | "handed-over";
            readonly port: components["schemas"]["Port"];
            readonly scheduledAt: string;
            readonly sendingUnit: string;
            readonly counterpart: string;
            readonly returnIds?: readonly string[];
            readonly persons?: readonly components["schemas"]["Traveller"][];
            readonly items?: readonly components["schemas"]["ManifestItem"][];
            readonly sealedDigest?: string | null;
            readonly signatures?: readonly components["schemas"]["Signature"][];
            readonly signedTextId?: string | null;
            readonly refusal?: components["schemas"]["HandoverRefusalReason"] | null;
            readonly since?: string;
        };
        readonly HandoverList: {
            readonly items: readonly components["schemas"]["Handover"][];
        };
        /** @enum {string} */
        readonly HandoverRefusalReason: "person-absent" | "identity-doubtful" | "document-invalid" | "items-missing" | "port-closed" | "no-authority";
        readonly HandoverWithActions: {
            readonly id: string;
            readonly caseId: string;
            readonly version: number;
            /** @enum {string} */
            readonly state: "scheduled" | "refused" | "sealed" | "handed-over";
            readonly port: components["schemas"]["Port"];
            readonly scheduledAt: string;
            readonly sendingUnit: string;
            readonly counterpart: string;
            readonly returnIds?: readonly string[];
            readonly persons?: readonly components["schemas"]["Traveller"][];
            readonly items?: readonly components["schemas"]["ManifestItem"][];
            readonly sealedDigest?: string | null;
            readonly signatures?: readonly components["schemas"]["Signature"][];
            readonly signedTextId?: string | null;
            readonly refusal?: components["schemas"]["HandoverRefusalReason"] | null;
            readonly since?: string;
            readonly actions: readonly components["schemas"]["ActionState"][];
        };
        readonly Help: {
            readonly registrationRestoredAt: string | null;
            readonly school: components["schemas"]["SchoolPlace"] | null;
            readonly sessions: readonly components["schemas"]["Session"][];
        };
        readonly HitParent: {
            readonly personId: string;
            /** @enum {string} */
            readonly relation: "father" | "mother";
            readonly sampleNumber: string;
            readonly identityDigest?: string;
        };
        readonly Holder: {
            readonly kind: components["schemas"]["HolderKind"];
            readonly unitId?: string;
            readonly personId: string;
            readonly relation?: components["schemas"]["Relation"];
        };
        /** @enum {string} */
        readonly HolderKind: "unit" | "relative";
        readonly Holding: {
            readonly unitId: string;
            readonly personId: string;
            readonly from: string;
            readonly to: string | null;
        };
        /** @enum {string} */
        readonly IdentityAnswer: "confirmed" | "not-matching" | "not-a-national";
        readonly IdentityReply: {
            readonly answer: components["schemas"]["IdentityAnswer"];
            readonly at: string;
            readonly byUnit: string;
            readonly byPerson: string;
            readonly documentNumber?: string;
        };
        readonly IdentityRequest: {
            readonly requestId: string;
            readonly counterpart: string;
            readonly requestedAt: string;
            readonly clockId: string;
            readonly waiting: boolean;
            readonly answers: readonly components["schemas"]["IdentityReply"][];
        };
        readonly IdentityVerification: {
            readonly requests: readonly components["schemas"]["IdentityRequest"][];
        };
        readonly Intake: {
            readonly id: string;
            readonly caseId: string;
            readonly version: number;
            readonly nextFireAt: string | null;
            readonly stage: components["schemas"]["Stage"];
            readonly clocks: components["schemas"]["Clocks"];
            readonly division: string;
            readonly clues: readonly components["schemas"]["Clue"][];
            readonly reports: readonly components["schemas"]["MissingReport"][];
            readonly victims: readonly components["schemas"]["Victim"][];
            readonly risk: components["schemas"]["RiskGrade"] | null;
            readonly case: components["schemas"]["OpenedCase"] | null;
            readonly requests: readonly components["schemas"]["RequestedStage"][];
            readonly mergedInto: string | null;
            readonly outcome: components["schemas"]["IntakeOutcome"] | null;
        };
        readonly IntakeList: {
            readonly items: readonly components["schemas"]["Intake"][];
        };
        /** @enum {string} */
        readonly IntakeOutcome: "transferred" | "unfounded" | "person-found";
        readonly IntakeWithActions: {
            readonly id: string;
            readonly caseId: string;
            readonly version: number;
            readonly nextFireAt: string | null;
            readonly stage: components["schemas"]["Stage"];
            readonly clocks: components["schemas"]["Clocks"];
            readonly division: string;
            readonly clues: readonly components["schemas"]["Clue"][];
            readonly reports: readonly components["schemas"]["MissingReport"][];
            readonly victims: readonly components["schemas"]["Victim"][];
            readonly risk: components["schemas"]["RiskGrade"] | null;
            readonly case: components["schemas"]["OpenedCase"] | null;
            readonly requests: readonly components["schemas"]["RequestedStage"][];
            readonly mergedInto: string | null;
            readonly outcome: components["schemas"]["IntakeOutcome"] | null;
            readonly actions: readonly components["schemas"]["ActionState"][];
        };
        readonly Interview: {
            readonly interviewId: string;
            readonly byUnit: string;
            readonly byPerson: string;
            readonly startedAt: string;
            readonly endedAt: string;
            readonly present: readonly components["schemas"]["Present"][];
            readonly reason?: components["schemas"]["RepeatReason"];
        };
        readonly Investigation: {
            readonly id: string;
            readonly caseId: string;
            readonly version: number;
            readonly nextFireAt: string | null;
            readonly stage: components["schemas"]["Stage"];
            readonly clocks: components["schemas"]["Clocks"];
            readonly caseKind: components["schemas"]["CaseKind"] | null;
            readonly division: string | null;
            readonly taskForce: components["schemas"]["TaskForce"] | null;
            readonly measures: readonly components["schemas"]["MeasureTaken"][];
            readonly lastContactAt: string | null;
            readonly dna: components["schemas"]["DnaFile"];
            readonly findings: components["schemas"]["Findings"];
            readonly requests: readonly components["schemas"]["RequestedStage"][];
            readonly coldSince: string | null;
            readonly reviews: number;
        };
        readonly InvestigationList: {
            readonly items: readonly components["schemas"]["Investigation"][];
        };
        readonly InvestigationWithActions: {
            readonly id: string;
            readonly caseId: string;
            readonly version: number;
            readonly nextFireAt: string | null;
            readonly stage: components["schemas"]["Stage"];
            readonly clocks: components["schemas"]["Clocks"];
            readonly caseKind: components["schemas"]["CaseKind"] | null;
            readonly division: string | null;
            readonly taskForce: components["schemas"]["TaskForce"] | null;
            readonly measures: readonly components["schemas"]["MeasureTaken"][];
            readonly lastContactAt: string | null;
            readonly dna: components["schemas"]["DnaFile"];
            readonly findings: components["schemas"]["Findings"];
            readonly requests: readonly components["schemas"]["RequestedStage"][];
            readonly coldSince: string | null;
            readonly reviews: number;
            readonly actions: readonly components["schemas"]["ActionState"][];
        };
        readonly ItemAcceptance: {
            readonly remark: components["schemas"]["ItemRemark"];
            readonly noteId?: string;
            readonly byPerson: string;
            readonly at: string;
        };
        /** @enum {string} */
        readonly ItemRemark: "as-listed" | "damaged" | "incomplete" | "sealed-bag-opened";
        readonly Kinship: {
            readonly relativeId: string;
            readonly relation: components["schemas"]["Relation"];
            readonly proof: components["schemas"]["KinshipProof"];
            readonly provenAt: string;
            readonly hitId?: string;
        };
        /** @enum {string} */
        readonly KinshipProof: "dna" | "document";
        readonly LastCareOffer: {
            readonly offerId: string;
            /** @enum {string} */
            readonly outcome: "accepted" | "declined" | "expired" | "overtaken";
        };
        readonly LastStageOffer: {
            readonly offerId: string;
            /** @enum {string} */
            readonly outcome: "accepted" | "returned" | "expired";
        };
        readonly LocatedCase: {
            readonly caseId: string;
            readonly caseNumber: string;
            readonly division: string;
            /** @enum {string} */
            readonly state: "open" | "closed";
            readonly answerable: readonly components["schemas"]["StageUnit"][];
        };
        readonly ManifestInHand: {
            readonly manifest: string;
        };
        readonly ManifestItem: {
            readonly itemId: string;
            readonly n: number;
            readonly kind: components["schemas"]["ManifestKind"];
            readonly returnId: string;
            readonly documentDigest?: string;
            readonly accepted: components["schemas"]["ItemAcceptance"] | null;
        };
        /** @enum {string} */
        readonly ManifestKind: "person" | "document" | "belonging" | "medical-summary" | "social-report";
        readonly ManifestOnRecord: {
            readonly manifest: string;
            readonly digest: string;
            readonly sealedDigest: string | null;
            readonly signatures: readonly components["schemas"]["SignatureWithKey"][];
        };
        readonly MarkNotices: {
            readonly notices: readonly components["schemas"]["NoticeNamed"][];
            /** @enum {string} */
            readonly mark: "read" | "acknowledged";
        };
        readonly Marked: {
            readonly marked: number;
        };
        readonly Me: {
            readonly personId: string;
            readonly nameZh: string;
            readonly nameLatin: string;
            readonly username: string;
            readonly posts: readonly components["schemas"]["MyPost"][];
            readonly signingKeys: readonly components["schemas"]["MySigningKey"][];
        };
        /** @enum {string} */
        readonly Measure: "canvass" | "video-review" | "search" | "forensic" | "interview" | "assistance-request" | "surveillance" | "publicity" | "dna-sampling";
        readonly MeasureTaken: {
            readonly measureId: string;
            readonly package: components["schemas"]["PackageKind"];
            readonly measure: components["schemas"]["Measure"];
            readonly at: string;
        };
        /** @enum {string} */
        readonly MediaType: "application/pdf" | "image/jpeg" | "image/png";
        readonly MedicalCheck: {
            readonly checkId: string;
            readonly atUnit: string;
            readonly at: string;
        };
        readonly MissingReport: {
            readonly reportId: string;
            readonly victimId: string;
            readonly missingSince: string;
            readonly receivedAt: string;
            readonly reporterRecord: string | null;
            readonly contentRecord?: string | null;
        };
        readonly MyCare: {
            readonly caseId: string;
            readonly victimId: string;
            /** @enum {string} */
            readonly state: "awaited" | "held" | "ended";
            readonly kind: components["schemas"]["HolderKind"] | null;
            readonly unitId: string | null;
            readonly personId: string | null;
            readonly relation: components["schemas"]["Relation"] | null;
            readonly sinceAt: string;
            readonly endReason: string | null;
            readonly offerId: string | null;
            readonly offerToUnit: string | null;
            readonly offerToPerson: string | null;
            readonly offeredAt: string | null;
            readonly caseNumber: string | null;
            readonly mine: boolean | null;
        };
        readonly MyCarePage: {
            readonly next: string | null;
            readonly items: readonly components["schemas"]["MyCare"][];
        };
        readonly MyClock: {
            readonly clockId: string;
            readonly caseId: string;
            readonly source: components["schemas"]["StageKind"];
            readonly subjectId: string;
            readonly rule: components["schemas"]["ClockRuleCode"];
            readonly ruleVersion: number;
            readonly unitId: string;
            readonly personId: string;
            readonly startedAt: string;
            readonly dueAt: string;
            /** @enum {string} */
            readonly state: "running" | "warned" | "overdue" | "suspended";
            readonly warnedPercent: number | null;
            readonly overdueAt: string | null;
            readonly overdueStep: number | null;
            readonly toldUnit: string | null;
            readonly mine: boolean;
            readonly caseNumber: string | null;
        };
        readonly MyClockPage: {
            readonly next: string | null;
            readonly items: readonly components["schemas"]["MyClock"][];
        };
        readonly MyPackage: {
            readonly caseId: string;
            readonly caseNumber: string | null;
            readonly source: components["schemas"]["StageKind"];
            readonly subjectId: string;
            readonly package: components["schemas"]["PackageKind"];
            readonly packageId: string;
            readonly unitId: string;
            readonly personId: string;
            readonly sinceAt: string;
            readonly byUnit: string;
            readonly byPerson: string;
            readonly mine: boolean;
        };
        readonly MyPackagePage: {
            readonly next: string | null;
            readonly items: readonly components["schemas"]["MyPackage"][];
        };
        readonly MyPost: {
            readonly post: components["schemas"]["Post"];
            readonly from: string;
            readonly to: string | null;
            readonly unit: components["schemas"]["MyUnit"];
        };
        readonly MySigningKey: {
            readonly keyId: string;
            readonly unitId: string;
            readonly x: string;
            readonly y: string;
            readonly validFrom: string;
        };
        readonly MyStage: {
            readonly stageId: string;
            readonly caseId: string;
            readonly subjectId: string;
            readonly stage: components["schemas"]["StageKind"];
            readonly victimId: string | null;
            readonly requestId: string | null;
            /** @enum {string} */
            readonly state: "open" | "closed";
            readonly taken: boolean;
            readonly unitId: string;
            readonly personId: string;
            readonly sinceAt: string;
            readonly openedAt: string;
            readonly openedRecordedAt: string;
            readonly closedAt: string | null;
            readonly abandoned: boolean;
            readonly offerId: string | null;
            readonly offerByUnit: string | null;
            readonly offerByPerson: string | null;
            readonly offerToUnit: string | null;
            readonly offerToPerson: string | null;
            readonly offeredAt: string | null;
            readonly offerExpiresAt: string | null;
            readonly offerEscalateTo: string | null;
            /** @enum {string|null} */
            readonly lastOutcome: "accepted" | "returned" | "expired" | null;
            readonly lastOutcomeAt: string | null;
            readonly lastOutcomeUnit: string | null;
            readonly lastReason: components["schemas"]["ReturnReason"] | null;
            readonly toldUnit: string | null;
            readonly caseNumber: string | null;
            readonly mine: boolean;
        };
        readonly MyStagePage: {
            readonly next: string | null;
            readonly items: readonly components["schemas"]["MyStage"][];
        };
        readonly MyUnit: {
            readonly unitId: string;
            readonly kind: components["schemas"]["UnitKind"];
            readonly level: components["schemas"]["UnitLevel"];
            readonly division: string;
            readonly country: string;
            readonly superiorUnit: string | null;
            readonly nameZh: string;
            readonly nameEn: string;
        };
        readonly NamedBuyer: {
            readonly name?: string;
            readonly nationalId?: string;
            readonly personId: string;
        };
        readonly NamedBuyerHousehold: {
            readonly householdId: string;
            readonly persons: readonly components["schemas"]["NamedBuyer"][];
        };
        readonly NamedParent: {
            readonly relativeId: string;
            readonly relation: components["schemas"]["Relation"];
            readonly hitId: string;
            readonly confirmedAt: string;
        };
        readonly NamedSuspect: {
            readonly name?: string;
            readonly nationalId?: string;
            readonly suspectId: string;
        };
        readonly NamedVictim: {
            readonly victimId: string;
            readonly minor: boolean;
            readonly name?: string;
            readonly sex?: components["schemas"]["Sex"];
            readonly birthDate?: string;
            readonly estimatedAge?: components["schemas"]["EstimatedAge"];
            readonly nationality?: string;
            readonly nationalId?: string;
            readonly description?: string;
            readonly features?: string;
        };
        readonly NamedVictimList: {
            readonly items: readonly components["schemas"]["NamedVictim"][];
        };
        readonly Notice: {
            readonly key: string;
            /** @enum {string} */
            readonly kind: "offer" | "care-offer" | "asked" | "package" | "returned" | "expired" | "warned" | "overdue" | "told-expired" | "told-overdue" | "gap" | "overlap" | "two-holders" | "no-clock" | "uncovered" | "with-buyer" | "child-by-own-choice" | "denied";
            readonly at: string;
            readonly caseId: string;
            readonly caseNumber: string | null;
            readonly stage: components["schemas"]["StageKind"] | null;
            readonly rule: components["schemas"]["ClockRuleCode"] | null;
            readonly what: string | null;
            readonly subjectId: string | null;
            readonly partId: string | null;
            readonly unitId: string | null;
            readonly dueAt: string | null;
            readonly readAt: string | null;
            readonly acknowledgedAt: string | null;
            readonly acknowledgedBy: readonly components["schemas"]["Acknowledgement"][];
        };
        readonly NoticeNamed: {
            readonly key: string;
        };
        readonly NoticePage: {
            readonly next: string | null;
            readonly dataAsOf: {
                readonly [key: string]: string;
            };
            readonly items: readonly components["schemas"]["Notice"][];
            readonly unread: number;
            readonly open: number;
        };
        readonly OfferCount: {
            readonly count: number | null;
            /** @enum {string} */
            readonly direction: "to-us" | "by-us";
        };
        readonly OfferedCare: {
            readonly caseId: string;
            readonly victimId: string;
            /** @enum {string} */
            readonly state: "awaited" | "held" | "ended";
            readonly kind: components["schemas"]["HolderKind"] | null;
            readonly unitId: string | null;
            readonly personId: string | null;
            readonly relation: components["schemas"]["Relation"] | null;
            readonly sinceAt: string;
            readonly endReason: string | null;
            readonly offerId: string | null;
            readonly offerToUnit: string | null;
            readonly offerToPerson: string | null;
            readonly offeredAt: string | null;
            readonly caseNumber: string | null;
        };
        readonly OfferedStage: {
            readonly stageId: string;
            readonly caseId: string;
            readonly subjectId: string;
            readonly stage: components["schemas"]["StageKind"];
            readonly victimId: string | null;
            readonly requestId: string | null;
            /** @enum {string} */
            readonly state: "open" | "closed";
            readonly taken: boolean;
            readonly unitId: string;
            readonly personId: string;
            readonly sinceAt: string;
            readonly openedAt: string;
            readonly openedRecordedAt: string;
            readonly closedAt: string | null;
            readonly abandoned: boolean;
            readonly offerId: string | null;
            readonly offerByUnit: string | null;
            readonly offerByPerson: string | null;
            readonly offerToUnit: string | null;
            readonly offerToPerson: string | null;
            readonly offeredAt: string | null;
            readonly offerExpiresAt: string | null;
            readonly offerEscalateTo: string | null;
            /** @enum {string|null} */
            readonly lastOutcome: "accepted" | "returned" | "expired" | null;
            readonly lastOutcomeAt: string | null;
            readonly lastOutcomeUnit: string | null;
            readonly lastReason: components["schemas"]["ReturnReason"] | null;
            readonly toldUnit: string | null;
            readonly caseNumber: string | null;
            readonly case: components["schemas"]["CaseOfOffer"];
        };
        readonly OpenedCase: {
            readonly caseNumber: string;
            readonly kind: components["schemas"]["CaseKind"];
        };
        readonly OverdueCount: {
            readonly count: number | null;
            readonly rule: components["schemas"]["ClockRuleCode"];
            readonly unitId: string;
        };
        readonly Package: {
            readonly unitId: string;
            readonly personId: string;
            readonly package: components["schemas"]["PackageKind"];
            readonly dischargedAt: string | null;
            readonly evidence: readonly string[];
        };
        /** @enum {string} */
        readonly PackageKind: "solve" | "rescue" | "comfort";
        readonly PeopleFound: {
            readonly items: readonly components["schemas"]["PersonFound"][];
            readonly isMore: boolean;
        };
        readonly PeopleOfCase: {
            readonly suspects: readonly components["schemas"]["NamedSuspect"][];
            readonly buyers: readonly components["schemas"]["NamedBuyerHousehold"][];
        };
        readonly PersonEntry: {
            readonly personId: string;
            readonly nameZh: string;
            readonly nameLatin: string;
            readonly posts: readonly components["schemas"]["PersonPost"][];
        };
        readonly PersonEntryList: {
            readonly items: readonly components["schemas"]["PersonEntry"][];
        };
        readonly PersonFound: {
            readonly matched: readonly ("national-id" | "name" | "name-sound" | "birth-date" | "estimated-age")[];
            readonly answerable: readonly string[];
            /** @enum {string|null} */
            readonly relation: "owner" | "participant" | "superior" | "conference" | null;
            readonly intakeId: string | null;
            readonly caseId: string | null;
            readonly caseNumber: string | null;
            readonly division: string | null;
            readonly victimId: string | null;
        };
        readonly PersonLoad: {
            readonly personId: string;
            readonly openStages: number;
            readonly overdue: number;
            readonly since: string;
        };
        readonly PersonPost: {
            readonly assignmentId: string;
            readonly unitId: string;
            readonly post: components["schemas"]["Post"];
            readonly from: string;
            readonly to: string | null;
        };
        readonly Placement: {
            readonly id: string;
            readonly caseId: string;
            readonly version: number;
            readonly nextFireAt: string | null;
            readonly stage: components["schemas"]["Stage"];
            readonly clocks: components["schemas"]["Clocks"];
            readonly victimId: string;
            readonly isMinor: boolean;
            readonly receivedBy: string | null;
            readonly suitableHouseholds: readonly string[];
            readonly decision: components["schemas"]["PlacementDecision"] | null;
            readonly inEffectSince: string | null;
            readonly visits: readonly components["schemas"]["FollowUpVisit"][];
            readonly help: components["schemas"]["Help"];
            readonly buyerHouseholds: readonly string[];
            readonly placeRequests: readonly string[];
            readonly promises: readonly string[];
        };
        readonly PlacementDecision: {
            readonly kind: components["schemas"]["PlacementKind"];
            readonly householdId?: string;
            readonly unitId?: string;
        };
        /** @enum {string} */
        readonly PlacementKind: "birth-family" | "kin" | "child-welfare-institution" | "foster-family" | "own-choice" | "foreign-counterpart";
        readonly PlacementList: {
            readonly items: readonly components["schemas"]["Placement"][];
        };
        readonly PlacementWithActions: {
            readonly id: string;
            readonly caseId: string;
            readonly version: number;
            readonly nextFireAt: string | null;
            readonly stage: components["schemas"]["Stage"];
            readonly clocks: components["schemas"]["Clocks"];
            readonly victimId: string;
            readonly isMinor: boolean;
            readonly receivedBy: string | null;
            readonly suitableHouseholds: readonly string[];
            readonly decision: components["schemas"]["PlacementDecision"] | null;
            readonly inEffectSince: string | null;
            readonly visits: readonly components["schemas"]["FollowUpVisit"][];
            readonly help: components["schemas"]["Help"];
            readonly buyerHouseholds: readonly string[];
            readonly placeRequests: readonly string[];
            readonly promises: readonly string[];
            readonly actions: readonly components["schemas"]["ActionState"][];
        };
        readonly PlanNote: {
            readonly note: string | null;
        };
        /** @enum {string} */
        readonly Port: "hekou" | "jinshuihe";
        /** @enum {string} */
        readonly Post: "head" | "deputy-head" | "squad-leader" | "officer" | "duty-officer" | "verifier" | "placement-worker" | "social-worker" | "clinician" | "border-officer" | "liaison-officer" | "teacher" | "secretary" | "administrator";
        /** @enum {string} */
        readonly Present: "female-officer" | "social-worker" | "guardian" | "interpreter" | "clinician" | "camera-recording";
        readonly Proposal: {
            readonly proposalId: string;
            readonly personId: string;
            readonly post: components["schemas"]["Post"];
            readonly from: string;
            readonly to: string | null;
            readonly by: components["schemas"]["Proposer"];
            readonly at: string;
        };
        readonly Proposer: {
            readonly personId: string;
            readonly unitId: string;
        };
        readonly Reading: {
            readonly id: string;
            readonly at: string;
            readonly personId: string;
            readonly unitId: string;
            readonly post: string;
            readonly purpose: string;
            readonly recordId: string | null;
            readonly caseId: string | null;
            readonly allowed: boolean;
            readonly refusedCode: string | null;
        };
        readonly ReadingList: {
            readonly items: readonly components["schemas"]["Reading"][];
        };
        readonly ReceptionPromise: {
            readonly destination: components["schemas"]["Destination"];
            readonly byUnit: string;
            readonly letterNumber?: string;
        };
        readonly ReceptionReport: {
            readonly report: number;
            readonly situation: components["schemas"]["Situation"];
            readonly byUnit: string;
            readonly at: string;
        };
        readonly ReceptionRequest: {
            readonly toUnit: string;
            readonly destination: components["schemas"]["Destination"];
        };
        readonly Refusal: {
            readonly code: string;
            readonly details: {
                readonly [key: string]: unknown;
            };
        };
        readonly RegisteredKey: {
            readonly keyId: string;
            readonly personId: string;
            readonly x: string;
            readonly y: string;
            readonly validFrom: string;
        };
        /** @enum {string} */
        readonly Relation: "father" | "mother" | "grandparent" | "sibling" | "aunt-or-uncle" | "spouse" | "other-kin" | "self";
        /** @enum {string} */
        readonly RepeatReason: "new-evidence" | "identification" | "victim-asked" | "court-asked";
        readonly ReporterOfClue: {
            readonly name?: string;
            readonly phone?: string;
            readonly wantsAnonymity: boolean;
        };
        readonly ReportsByChannel: {
            readonly count: number | null;
            readonly channel: components["schemas"]["ClueChannel"];
            readonly boundToReport: boolean;
            readonly late: boolean;
        };
        readonly RequestedStage: {
            readonly requestId: string;
            readonly stage: components["schemas"]["StageKind"];
            readonly toUnit: string;
            readonly victimIds: readonly string[];
            readonly withdrawnAt?: string;
        };
        readonly Rescue: {
            readonly id: string;
            readonly caseId: string;
            readonly version: number;
            readonly nextFireAt: string | null;
            readonly stage: components["schemas"]["Stage"];
            readonly clocks: components["schemas"]["Clocks"];
            readonly victimIds: readonly string[];
            readonly answersSince: string;
            readonly plans: readonly components["schemas"]["RescuePlan"][];
            readonly rescued: readonly components["schemas"]["RescuedPerson"][];
            readonly requests: readonly components["schemas"]["RequestedStage"][];
        };
        readonly RescueCareInterval: {
            readonly holder: components["schemas"]["Holder"];
            readonly from: string;
            readonly to: string | null;
        };
        readonly RescueCustody: {
            readonly id: string;
            readonly caseId: string;
            readonly version: number;
            readonly nextFireAt: string | null;
            readonly victimId: string;
            readonly rescueId: string;
            readonly holder: components["schemas"]["Holder"] | null;
            readonly since: string;
            readonly offer: components["schemas"]["CareOffer"] | null;
            readonly lastOffer: components["schemas"]["LastCareOffer"] | null;
            readonly kinship: readonly components["schemas"]["Kinship"][];
            readonly ending: components["schemas"]["CareEnding"] | null;
            readonly clocks: components["schemas"]["Clocks"];
            readonly buyerHouseholds: readonly string[];
            readonly history: readonly components["schemas"]["RescueCareInterval"][];
        };
        readonly RescueCustodyInFullWithActions: {
            readonly id: string;
            readonly caseId: string;
            readonly version: number;
            readonly nextFireAt: string | null;
            readonly victimId: string;
            readonly rescueId: string;
            readonly holder: components["schemas"]["Holder"] | null;
            readonly since: string;
            readonly offer: components["schemas"]["CareOffer"] | null;
            readonly lastOffer: components["schemas"]["LastCareOffer"] | null;
            readonly kinship: readonly components["schemas"]["Kinship"][];
            readonly ending: components["schemas"]["CareEnding"] | null;
            readonly clocks: components["schemas"]["Clocks"];
            readonly buyerHouseholds: readonly string[];
            readonly history: readonly components["schemas"]["RescueCareInterval"][];
            readonly namedParents: readonly components["schemas"]["NamedParent"][];
            readonly actions: readonly components["schemas"]["ActionState"][];
        };
        readonly RescueCustodyList: {
            readonly items: readonly components["schemas"]["RescueCustody"][];
        };
        readonly RescueList: {
            readonly items: readonly components["schemas"]["Rescue"][];
        };
        readonly RescuePlan: {
            readonly planId: string;
            readonly authorId: string;
            readonly victimIds: readonly string[];
            readonly risks: readonly components["schemas"]["RescueRisk"][];
            readonly present: readonly components["schemas"]["Present"][];
            readonly noteRecord: string | null;
            readonly draftedAt: string;
            readonly approvedBy: string | null;
            readonly approvedAt: string | null;
        };
        /** @enum {string} */
        readonly RescueRisk: "armed" | "crowd" | "flight" | "medical" | "none-known";
        readonly RescueWithActions: {
            readonly id: string;
            readonly caseId: string;
            readonly version: number;
            readonly nextFireAt: string | null;
            readonly stage: components["schemas"]["Stage"];
            readonly clocks: components["schemas"]["Clocks"];
            readonly victimIds: readonly string[];
            readonly answersSince: string;
            readonly plans: readonly components["schemas"]["RescuePlan"][];
            readonly rescued: readonly components["schemas"]["RescuedPerson"][];
            readonly requests: readonly components["schemas"]["RequestedStage"][];
            readonly actions: readonly components["schemas"]["ActionState"][];
        };
        readonly RescuedPerson: {
            readonly victimId: string;
            readonly planId: string | null;
            readonly custodyId: string;
            readonly rescuedAt: string;
            readonly present: readonly components["schemas"]["Present"][];
            readonly clockId: string;
            readonly checkAskedOf?: readonly string[];
            readonly medicalCheck: components["schemas"]["MedicalCheck"] | null;
            readonly interviews: readonly components["schemas"]["Interview"][];
        };
        readonly Return: {
            readonly id: string;
            readonly caseId: string;
            readonly victimId: string;
            readonly version: number;
            readonly fitness: components["schemas"]["Fitness"] | null;
            readonly nextFireAt?: string | null;
            readonly stage?: components["schemas"]["Stage"];
            readonly clocks?: components["schemas"]["Clocks"];
            readonly identity?: components["schemas"]["IdentityVerification"];
            readonly identityRequests?: readonly components["schemas"]["IdentityRequest"][];
            readonly identityConfirmed?: boolean;
            readonly safety?: components["schemas"]["SafetyOutcome"] | null;
            readonly receptionRequests?: readonly components["schemas"]["ReceptionRequest"][];
            readonly fitnessRequests?: readonly string[];
            readonly promise?: components["schemas"]["ReceptionPromise"] | null;
            readonly consent?: components["schemas"]["Consent"] | null;
            readonly document?: components["schemas"]["TravelDocument"] | null;
            readonly handoverId?: string | null;
            readonly handedOver?: components["schemas"]["HandedOver"] | null;
            readonly receptionReports?: readonly components["schemas"]["ReceptionReport"][];
            readonly requests?: readonly components["schemas"]["RequestedStage"][];
        };
        readonly ReturnList: {
            readonly items: readonly components["schemas"]["Return"][];
        };
        /** @enum {string} */
        readonly ReturnReason: "not-our-jurisdiction" | "dossier-incomplete" | "no-capacity" | "conflict-of-interest" | "duplicate" | "not-competent";
        readonly ReturnWithActions: {
            readonly id: string;
            readonly caseId: string;
            readonly victimId: string;
            readonly version: number;
            readonly fitness: components["schemas"]["Fitness"] | null;
            readonly nextFireAt?: string | null;
            readonly stage?: components["schemas"]["Stage"];
            readonly clocks?: components["schemas"]["Clocks"];
            readonly identity?: components["schemas"]["IdentityVerification"];
            readonly identityRequests?: readonly components["schemas"]["IdentityRequest"][];
            readonly identityConfirmed?: boolean;
            readonly safety?: components["schemas"]["SafetyOutcome"] | null;
            readonly receptionRequests?: readonly components["schemas"]["ReceptionRequest"][];
            readonly fitnessRequests?: readonly string[];
            readonly promise?: components["schemas"]["ReceptionPromise"] | null;
            readonly consent?: components["schemas"]["Consent"] | null;
            readonly document?: components["schemas"]["TravelDocument"] | null;
            readonly handoverId?: string | null;
            readonly handedOver?: components["schemas"]["HandedOver"] | null;
            readonly receptionReports?: readonly components["schemas"]["ReceptionReport"][];
            readonly requests?: readonly components["schemas"]["RequestedStage"][];
            readonly actions: readonly components["schemas"]["ActionState"][];
        };
        /** @enum {string} */
        readonly RiskGrade: "urgent" | "high" | "ordinary";
        readonly RunningClock: {
            readonly clockId: string;
            readonly rule: components["schemas"]["ClockRuleCode"];
            readonly ruleVersion: number;
            readonly startedAt: string;
            readonly dueAt: string;
            readonly answers: components["schemas"]["ClockAnswers"];
            readonly suspendedAt?: string;
            readonly countsFrom: string;
            /** @enum {string} */
            readonly counting: "calendar" | "working-days";
            readonly plan: components["schemas"]["ClockPlan"];
            readonly moments: readonly components["schemas"]["ClockMoment"][];
            readonly agreedDays?: number;
        };
        /** @enum {string} */
        readonly SafetyOutcome: "family-safe" | "family-at-risk" | "return-unsafe";
        readonly SchoolPlace: {
            readonly educationBureau: string;
            readonly grade: number;
            readonly confirmedAt: string;
        };
        readonly SearchIntakes: {
            readonly name?: string;
            readonly nationalId?: string;
            readonly birthDate?: string;
            readonly division?: string;
            readonly purpose?: components["schemas"]["AccessPurpose"];
        };
        readonly Session: {
            readonly number: number;
            readonly providerUnit: string;
            readonly heldAt: string;
        };
        /** @enum {string} */
        readonly Sex: "unknown" | "male" | "female" | "unspecified";
        /** @enum {string} */
        readonly Side: "sending" | "receiving";
        readonly Signature: {
            readonly side: components["schemas"]["Side"];
            readonly personId: string;
            readonly keyId: string;
            readonly digest: string;
            readonly signature: string;
            readonly at: string;
        };
        readonly SignatureVerified: {
            readonly side: components["schemas"]["Side"];
            readonly keyId: string;
            readonly valid: boolean;
        };
        readonly SignatureWithKey: {
            readonly side: components["schemas"]["Side"];
            readonly personId: string;
            readonly keyId: string;
            readonly digest: string;
            readonly signature: string;
            readonly at: string;
            readonly x: string;
            readonly y: string;
        };
        /** @enum {string} */
        readonly Situation: "at-school" | "at-work" | "with-family" | "in-institution" | "settling";
        readonly Stage: {
            readonly stageId: string;
            readonly kind: components["schemas"]["StageKind"];
            /** @enum {string} */
            readonly state: "open" | "closed";
            readonly answers: components["schemas"]["Answerable"];
            readonly taken: boolean;
            readonly offer: components["schemas"]["StageOffer"] | null;
            readonly lastOffer: components["schemas"]["LastStageOffer"] | null;
            readonly since: string;
        };
        readonly StageCount: {
            readonly count: number | null;
            readonly stage: components["schemas"]["StageKind"];
        };
        readonly StageHolder: {
            readonly unitId: string | null;
            readonly personId: string | null;
            readonly fromAt: string;
            readonly toAt: string | null;
            readonly stageId: string;
            readonly stage: components["schemas"]["StageKind"];
            readonly victimId: string | null;
        };
        readonly StageInterval: {
            readonly unitId: string | null;
            readonly personId: string | null;
            readonly fromAt: string;
            readonly toAt: string | null;
            readonly vacant: boolean;
        };
        /** @enum {string} */
        readonly StageKind: "intake" | "investigation" | "rescue" | "placement" | "cross-border";
        readonly StageLedger: {
            readonly stageId: string;
            readonly stage: components["schemas"]["StageKind"];
            readonly victimId: string | null;
            /** @enum {string} */
            readonly state: "open" | "closed";
            readonly openedAt: string;
            readonly closedAt: string | null;
            readonly intervals: readonly components["schemas"]["StageInterval"][];
            readonly findings: readonly components["schemas"]["Finding"][];
        };
        readonly StageNow: {
            readonly stageId: string;
            readonly caseId: string;
            readonly subjectId: string;
            readonly stage: components["schemas"]["StageKind"];
            readonly victimId: string | null;
            readonly requestId: string | null;
            /** @enum {string} */
            readonly state: "open" | "closed";
            readonly taken: boolean;
            readonly unitId: string;
            readonly personId: string;
            readonly sinceAt: string;
            readonly openedAt: string;
            readonly openedRecordedAt: string;
            readonly closedAt: string | null;
            readonly abandoned: boolean;
            readonly offerId: string | null;
            readonly offerByUnit: string | null;
            readonly offerByPerson: string | null;
            readonly offerToUnit: string | null;
            readonly offerToPerson: string | null;
            readonly offeredAt: string | null;
            readonly offerExpiresAt: string | null;
            readonly offerEscalateTo: string | null;
            /** @enum {string|null} */
            readonly lastOutcome: "accepted" | "returned" | "expired" | null;
            readonly lastOutcomeAt: string | null;
            readonly lastOutcomeUnit: string | null;
            readonly lastReason: components["schemas"]["ReturnReason"] | null;
            readonly toldUnit: string | null;
        };
        readonly StageOffer: {
            readonly offerId: string;
            readonly by: components["schemas"]["Answerable"];
            readonly toUnit: string;
            readonly toPerson?: string;
            readonly offeredAt: string;
            readonly expiresAt: string;
            readonly escalateTo?: string;
        };
        readonly StageOfferPage: {
            readonly next: string | null;
            readonly items: readonly components["schemas"]["OfferedStage"][];
        };
        readonly StageUnit: {
            readonly stage: components["schemas"]["StageKind"];
            readonly unitId: string;
        };
        readonly StagesByState: {
            readonly count: number | null;
            readonly stage: components["schemas"]["StageKind"];
            /** @enum {string} */
            readonly state: "closed" | "offered" | "accepted" | "not-accepted";
        };
        readonly StoppedClock: {
            readonly clockId: string;
            readonly rule: components["schemas"]["ClockRuleCode"];
            readonly ruleVersion: number;
            readonly startedAt: string;
            readonly dueAt: string;
            readonly stoppedAt: string;
            readonly inTime: boolean;
        };
        readonly Suspect: {
            readonly suspectId: string;
            readonly role: components["schemas"]["SuspectRole"];
            readonly repeatOffender: boolean;
            readonly caughtAt: string | null;
            readonly recordId?: string;
        };
        /** @enum {string} */
        readonly SuspectRole: "organiser" | "recruiter" | "transporter" | "seller" | "broker" | "buyer" | "other";
        readonly TaskForce: {
            readonly taskForceId: string;
            readonly formedAt: string;
            readonly dissolvedAt: string | null;
            readonly packages: readonly components["schemas"]["Package"][];
        };
        readonly TimelineEntry: {
            readonly caseId: string;
            readonly source: components["schemas"]["StageKind"];
            readonly version: number;
            readonly type: string;
            readonly occurredAt: string;
            readonly recordedAt: string;
            readonly actorPerson: string;
            readonly actorUnit: string;
            readonly subjectId: string;
            readonly exercise: boolean;
            readonly data: {
                readonly [key: string]: unknown;
            };
        };
        readonly TimelinePage: {
            readonly next: string | null;
            readonly dataAsOf: {
                readonly [key: string]: string;
            };
            readonly items: readonly components["schemas"]["TimelineEntry"][];
        };
        readonly Total: {
            readonly count: number | null;
        };
        /** @enum {string} */
        readonly TravelDocument: "return-permit" | "passport" | "entry-exit-permit";
        readonly Traveller: {
            readonly returnId: string;
            readonly victimId: string;
            readonly destination: components["schemas"]["Destination"];
            readonly householdId?: string;
            readonly personIds?: readonly string[];
        };
        readonly Unit: {
            readonly unitId: string;
            readonly kind: components["schemas"]["UnitKind"];
            readonly level: components["schemas"]["UnitLevel"];
            readonly division: string;
            readonly country: string;
            readonly superiorUnit: string | null;
            readonly nameZh: string;
            readonly nameEn: string;
            readonly version: number;
            readonly posts: readonly components["schemas"]["Assignment"][];
            readonly proposals: readonly components["schemas"]["Proposal"][];
            readonly keys: readonly components["schemas"]["RegisteredKey"][];
        };
        readonly UnitEntry: {
            readonly unitId: string;
            readonly kind: components["schemas"]["UnitKind"];
            readonly level: components["schemas"]["UnitLevel"];
            readonly division: string;
            readonly country: string;
            readonly superiorUnit: string | null;
            readonly nameZh: string;
            readonly nameEn: string;
            readonly version: number;
        };
        /** @enum {string} */
        readonly UnitKind: "public-security" | "police-station" | "border-management" | "border-inspection" | "civil-affairs" | "relief-station" | "child-welfare-institution" | "health" | "hospital" | "education" | "school" | "station" | "conference-office" | "member-unit" | "foreign-police" | "foreign-border" | "foreign-social-protection";
        /** @enum {string} */
        readonly UnitLevel: "nation" | "province" | "prefecture" | "county" | "township";
        readonly UnitPage: {
            readonly next: string | null;
            readonly items: readonly components["schemas"]["UnitEntry"][];
        };
        readonly UnitProposal: {
            readonly unitId: string;
            readonly kind: components["schemas"]["UnitKind"];
            readonly level: components["schemas"]["UnitLevel"];
            readonly division: string;
            readonly country: string;
            readonly superiorUnit: string | null;
            readonly nameZh: string;
            readonly nameEn: string;
            readonly proposalId: string;
            readonly by: components["schemas"]["Proposer"];
            readonly at: string;
        };
        readonly UnitProposalPage: {
            readonly next: string | null;
            readonly items: readonly components["schemas"]["UnitProposal"][];
        };
        readonly Verification: {
            readonly valid: boolean;
            readonly digest: string;
            readonly signatures: readonly components["schemas"]["SignatureVerified"][];
        };
        readonly Victim: {
            readonly victimId: string;
            readonly sex: components["schemas"]["Sex"];
            readonly minor: boolean;
            readonly ageBasis?: components["schemas"]["AgeBasis"];
            readonly nationality: string;
            readonly identityDigest?: string;
            readonly personRecords: readonly string[];
        };
        readonly VictimsByKind: {
            readonly count: number | null;
            readonly kind: components["schemas"]["CaseKind"] | null;
        };
        readonly WaitingOn: {
            readonly unitId: string;
            readonly stage: components["schemas"]["StageKind"];
            readonly offers: number;
            readonly since: string;
            readonly firstExpiresAt: string | null;
        };
        readonly WaitingStage: {
            readonly stageId: string;
            readonly caseId: string;
            readonly subjectId: string;
            readonly stage: components["schemas"]["StageKind"];
            readonly victimId: string | null;
            readonly requestId: string | null;
            /** @enum {string} */
            readonly state: "open" | "closed";
            readonly taken: boolean;
            readonly unitId: string;
            readonly personId: string;
            readonly sinceAt: string;
            readonly openedAt: string;
            readonly openedRecordedAt: string;
            readonly closedAt: string | null;
            readonly abandoned: boolean;
            readonly offerId: string | null;
            readonly offerByUnit: string | null;
            readonly offerByPerson: string | null;
            readonly offerToUnit: string | null;
            readonly offerToPerson: string | null;
            readonly offeredAt: string | null;
            readonly offerExpiresAt: string | null;
            readonly offerEscalateTo: string | null;
            /** @enum {string|null} */
            readonly lastOutcome: "accepted" | "returned" | "expired" | null;
            readonly lastOutcomeAt: string | null;
            readonly lastOutcomeUnit: string | null;
            readonly lastReason: components["schemas"]["ReturnReason"] | null;
            readonly toldUnit: string | null;
            readonly caseNumber: string | null;
            readonly mine: boolean | null;
        };
        readonly WaitingStagePage: {
            readonly next: string | null;
            readonly items: readonly components["schemas"]["WaitingStage"][];
        };
        readonly Withdrawal: {
            readonly at: string;
            readonly reason: components["schemas"]["FileWithdrawalReason"];
            readonly byUnit: string;
        };
        readonly Worklist: {
            readonly dataAsOf: {
                readonly [key: string]: string;
            };
            readonly parts: components["schemas"]["WorklistParts"];
        };
        readonly WorklistParts: {
            readonly offers?: components["schemas"]["StageOfferPage"];
            readonly "care-offers"?: components["schemas"]["CareOfferPage"];
            readonly asked?: components["schemas"]["AskedPage"];
            readonly packages?: components["schemas"]["MyPackagePage"];
            readonly stages?: components["schemas"]["MyStagePage"];
            readonly clocks?: components["schemas"]["MyClockPage"];
            readonly "in-care"?: components["schemas"]["MyCarePage"];
            readonly waiting?: components["schemas"]["WaitingStagePage"];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type AccessPurpose = components['schemas']['AccessPurpose'];
export type Acknowledgement = components['schemas']['Acknowledgement'];
export type ActionState = components['schemas']['ActionState'];
export type AgeBasis = components['schemas']['AgeBasis'];
export type Alarm = components['schemas']['Alarm'];
export type AlarmCount = components['schemas']['AlarmCount'];
export type AlarmPage = components['schemas']['AlarmPage'];
export type Answerable = components['schemas']['Answerable'];
export type AnswerableThen = components['schemas']['AnswerableThen'];
export type Asked = components['schemas']['Asked'];
export type AskedPage = components['schemas']['AskedPage'];
export type Assignment = components['schemas']['Assignment'];
export type Attachment = components['schemas']['Attachment'];
export type AttachmentKind = components['schemas']['AttachmentKind'];
export type AttachmentList = components['schemas']['AttachmentList'];
export type AttachmentWithActions = components['schemas']['AttachmentWithActions'];
export type Board = components['schemas']['Board'];
export type BoardUnit = components['schemas']['BoardUnit'];
export type Buyer = components['schemas']['Buyer'];
export type BuyerHousehold = components['schemas']['BuyerHousehold'];
export type CareCount = components['schemas']['CareCount'];
export type CareEnding = components['schemas']['CareEnding'];
export type CareHolder = components['schemas']['CareHolder'];
export type CareOffer = components['schemas']['CareOffer'];
export type CareOfferPage = components['schemas']['CareOfferPage'];
export type CaseAlarm = components['schemas']['CaseAlarm'];
export type CaseKind = components['schemas']['CaseKind'];
export type CaseNow = components['schemas']['CaseNow'];
export type CaseOfOffer = components['schemas']['CaseOfOffer'];
export type CasePage = components['schemas']['CasePage'];
export type CaseReading = components['schemas']['CaseReading'];
export type CaseReadingPage = components['schemas']['CaseReadingPage'];
export type CaseSummary = components['schemas']['CaseSummary'];
export type CaseVictim = components['schemas']['CaseVictim'];
export type CasebookCareInterval = components['schemas']['CasebookCareInterval'];
export type CasebookCareLedger = components['schemas']['CasebookCareLedger'];
export type CasebookLedger = components['schemas']['CasebookLedger'];
export type CasesByDivision = components['schemas']['CasesByDivision'];
export type CasesByKind = components['schemas']['CasesByKind'];
export type ClockAnswers = components['schemas']['ClockAnswers'];
export type ClockCount = components['schemas']['ClockCount'];
export type ClockMoment = components['schemas']['ClockMoment'];
export type ClockNow = components['schemas']['ClockNow'];
export type ClockPlan = components['schemas']['ClockPlan'];
export type ClockRuleCode = components['schemas']['ClockRuleCode'];
export type Clocks = components['schemas']['Clocks'];
export type Clue = components['schemas']['Clue'];
export type ClueChannel = components['schemas']['ClueChannel'];
export type ClueContent = components['schemas']['ClueContent'];
export type Consent = components['schemas']['Consent'];
export type ConsentLanguage = components['schemas']['ConsentLanguage'];
export type CustodyNow = components['schemas']['CustodyNow'];
export type DemoAccount = components['schemas']['DemoAccount'];
export type DemoAccountPage = components['schemas']['DemoAccountPage'];
export type Destination = components['schemas']['Destination'];
export type DnaFile = components['schemas']['DnaFile'];
export type DnaHit = components['schemas']['DnaHit'];
export type DnaRelation = components['schemas']['DnaRelation'];
export type DnaSample = components['schemas']['DnaSample'];
export type DnaSubject = components['schemas']['DnaSubject'];
export type ErasureGround = components['schemas']['ErasureGround'];
export type ErasureOrder = components['schemas']['ErasureOrder'];
export type ErasureOrderList = components['schemas']['ErasureOrderList'];
export type EstimatedAge = components['schemas']['EstimatedAge'];
export type ExpiredOfferCount = components['schemas']['ExpiredOfferCount'];
export type Figures = components['schemas']['Figures'];
export type FileWithdrawalReason = components['schemas']['FileWithdrawalReason'];
export type Finding = components['schemas']['Finding'];
export type Findings = components['schemas']['Findings'];
export type Fitness = components['schemas']['Fitness'];
export type FollowUpVisit = components['schemas']['FollowUpVisit'];
export type HandedOver = components['schemas']['HandedOver'];
export type HandingOver = components['schemas']['HandingOver'];
export type Handover = components['schemas']['Handover'];
export type HandoverList = components['schemas']['HandoverList'];
export type HandoverRefusalReason = components['schemas']['HandoverRefusalReason'];
export type HandoverWithActions = components['schemas']['HandoverWithActions'];
export type Help = components['schemas']['Help'];
export type HitParent = components['schemas']['HitParent'];
export type Holder = components['schemas']['Holder'];
export type HolderKind = components['schemas']['HolderKind'];
export type Holding = components['schemas']['Holding'];
export type IdentityAnswer = components['schemas']['IdentityAnswer'];
export type IdentityReply = components['schemas']['IdentityReply'];
export type IdentityRequest = components['schemas']['IdentityRequest'];
export type IdentityVerification = components['schemas']['IdentityVerification'];
export type Intake = components['schemas']['Intake'];
export type IntakeList = components['schemas']['IntakeList'];
export type IntakeOutcome = components['schemas']['IntakeOutcome'];
export type IntakeWithActions = components['schemas']['IntakeWithActions'];
export type Interview = components['schemas']['Interview'];
export type Investigation = components['schemas']['Investigation'];
export type InvestigationList = components['schemas']['InvestigationList'];
export type InvestigationWithActions = components['schemas']['InvestigationWithActions'];
export type ItemAcceptance = components['schemas']['ItemAcceptance'];
export type ItemRemark = components['schemas']['ItemRemark'];
export type Kinship = components['schemas']['Kinship'];
export type KinshipProof = components['schemas']['KinshipProof'];
export type LastCareOffer = components['schemas']['LastCareOffer'];
export type LastStageOffer = components['schemas']['LastStageOffer'];
export type LocatedCase = components['schemas']['LocatedCase'];
export type ManifestInHand = components['schemas']['ManifestInHand'];
export type ManifestItem = components['schemas']['ManifestItem'];
export type ManifestKind = components['schemas']['ManifestKind'];
export type ManifestOnRecord = components['schemas']['ManifestOnRecord'];
export type MarkNotices = components['schemas']['MarkNotices'];
export type Marked = components['schemas']['Marked'];
export type Me = components['schemas']['Me'];
export type Measure = components['schemas']['Measure'];
export type MeasureTaken = components['schemas']['MeasureTaken'];
export type MediaType = components['schemas']['MediaType'];
export type MedicalCheck = components['schemas']['MedicalCheck'];
export type MissingReport = components['schemas']['MissingReport'];
export type MyCare = components['schemas']['MyCare'];
export type MyCarePage = components['schemas']['MyCarePage'];
export type MyClock = components['schemas']['MyClock'];
export type MyClockPage = components['schemas']['MyClockPage'];
export type MyPackage = components['schemas']['MyPackage'];
export type MyPackagePage = components['schemas']['MyPackagePage'];
export type MyPost = components['schemas']['MyPost'];
export type MySigningKey = components['schemas']['MySigningKey'];
export type MyStage = components['schemas']['MyStage'];
export type MyStagePage = components['schemas']['MyStagePage'];
export type MyUnit = components['schemas']['MyUnit'];
export type NamedBuyer = components['schemas']['NamedBuyer'];
export type NamedBuyerHousehold = components['schemas']['NamedBuyerHousehold'];
export type NamedParent = components['schemas']['NamedParent'];
export type NamedSuspect = components['schemas']['NamedSuspect'];
export type NamedVictim = components['schemas']['NamedVictim'];
export type NamedVictimList = components['schemas']['NamedVictimList'];
export type Notice = components['schemas']['Notice'];
export type NoticeNamed = components['schemas']['NoticeNamed'];
export type NoticePage = components['schemas']['NoticePage'];
export type OfferCount = components['schemas']['OfferCount'];
export type OfferedCare = components['schemas']['OfferedCare'];
export type OfferedStage = components['schemas']['OfferedStage'];
export type OpenedCase = components['schemas']['OpenedCase'];
export type OverdueCount = components['schemas']['OverdueCount'];
export type Package = components['schemas']['Package'];
export type PackageKind = components['schemas']['PackageKind'];
export type PeopleFound = components['schemas']['PeopleFound'];
export type PeopleOfCase = components['schemas']['PeopleOfCase'];
export type PersonEntry = components['schemas']['PersonEntry'];
export type PersonEntryList = components['schemas']['PersonEntryList'];
export type PersonFound = components['schemas']['PersonFound'];
export type PersonLoad = components['schemas']['PersonLoad'];
export type PersonPost = components['schemas']['PersonPost'];
export type Placement = components['schemas']['Placement'];
export type PlacementDecision = components['schemas']['PlacementDecision'];
export type PlacementKind = components['schemas']['PlacementKind'];
export type PlacementList = components['schemas']['PlacementList'];
export type PlacementWithActions = components['schemas']['PlacementWithActions'];
export type PlanNote = components['schemas']['PlanNote'];
export type Port = components['schemas']['Port'];
export type Post = components['schemas']['Post'];
export type Present = components['schemas']['Present'];
export type Proposal = components['schemas']['Proposal'];
export type Proposer = components['schemas']['Proposer'];
export type Reading = components['schemas']['Reading'];
export type ReadingList = components['schemas']['ReadingList'];
export type ReceptionPromise = components['schemas']['ReceptionPromise'];
export type ReceptionReport = components['schemas']['ReceptionReport'];
export type ReceptionRequest = components['schemas']['ReceptionRequest'];
export type Refusal = components['schemas']['Refusal'];
export type RegisteredKey = components['schemas']['RegisteredKey'];
export type Relation = components['schemas']['Relation'];
export type RepeatReason = components['schemas']['RepeatReason'];
export type ReporterOfClue = components['schemas']['ReporterOfClue'];
export type ReportsByChannel = components['schemas']['ReportsByChannel'];
export type RequestedStage = components['schemas']['RequestedStage'];
export type Rescue = components['schemas']['Rescue'];
export type RescueCareInterval = components['schemas']['RescueCareInterval'];
export type RescueCustody = components['schemas']['RescueCustody'];
export type RescueCustodyInFullWithActions = components['schemas']['RescueCustodyInFullWithActions'];
export type RescueCustodyList = components['schemas']['RescueCustodyList'];
export type RescueList = components['schemas']['RescueList'];
export type RescuePlan = components['schemas']['RescuePlan'];
export type RescueRisk = components['schemas']['RescueRisk'];
export type RescueWithActions = components['schemas']['RescueWithActions'];
export type RescuedPerson = components['schemas']['RescuedPerson'];
export type Return = components['schemas']['Return'];
export type ReturnList = components['schemas']['ReturnList'];
export type ReturnReason = components['schemas']['ReturnReason'];
export type ReturnWithActions = components['schemas']['ReturnWithActions'];
export type RiskGrade = components['schemas']['RiskGrade'];
export type RunningClock = components['schemas']['RunningClock'];
export type SafetyOutcome = components['schemas']['SafetyOutcome'];
export type SchoolPlace = components['schemas']['SchoolPlace'];
export type SearchIntakes = components['schemas']['SearchIntakes'];
export type Session = components['schemas']['Session'];
export type Sex = components['schemas']['Sex'];
export type Side = components['schemas']['Side'];
export type Signature = components['schemas']['Signature'];
export type SignatureVerified = components['schemas']['SignatureVerified'];
export type SignatureWithKey = components['schemas']['SignatureWithKey'];
export type Situation = components['schemas']['Situation'];
export type Stage = components['schemas']['Stage'];
export type StageCount = components['schemas']['StageCount'];
export type StageHolder = components['schemas']['StageHolder'];
export type StageInterval = components['schemas']['StageInterval'];
export type StageKind = components['schemas']['StageKind'];
export type StageLedger = components['schemas']['StageLedger'];
export type StageNow = components['schemas']['StageNow'];
export type StageOffer = components['schemas']['StageOffer'];
export type StageOfferPage = components['schemas']['StageOfferPage'];
export type StageUnit = components['schemas']['StageUnit'];
export type StagesByState = components['schemas']['StagesByState'];
export type StoppedClock = components['schemas']['StoppedClock'];
export type Suspect = components['schemas']['Suspect'];
export type SuspectRole = components['schemas']['SuspectRole'];
export type TaskForce = components['schemas']['TaskForce'];
export type TimelineEntry = components['schemas']['TimelineEntry'];
export type TimelinePage = components['schemas']['TimelinePage'];
export type Total = components['schemas']['Total'];
export type TravelDocument = components['schemas']['TravelDocument'];
export type Traveller = components['schemas']['Traveller'];
export type Unit = components['schemas']['Unit'];
export type UnitEntry = components['schemas']['UnitEntry'];
export type UnitKind = components['schemas']['UnitKind'];
export type UnitLevel = components['schemas']['UnitLevel'];
export type UnitPage = components['schemas']['UnitPage'];
export type UnitProposal = components['schemas']['UnitProposal'];
export type UnitProposalPage = components['schemas']['UnitProposalPage'];
export type Verification = components['schemas']['Verification'];
export type Victim = components['schemas']['Victim'];
export type VictimsByKind = components['schemas']['VictimsByKind'];
export type WaitingOn = components['schemas']['WaitingOn'];
export type WaitingStage = components['schemas']['WaitingStage'];
export type WaitingStagePage = components['schemas']['WaitingStagePage'];
export type Withdrawal = components['schemas']['Withdrawal'];
export type Worklist = components['schemas']['Worklist'];
export type WorklistParts = components['schemas']['WorklistParts'];
