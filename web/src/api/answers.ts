import type { ClockRuleName, StageKind } from './codes.js';

/** What the services answer, as far as the screens use it. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export interface StageNow {
  readonly caseId: string;
  readonly stageId: string;
  readonly subjectId: string;
  readonly stage: StageKind;
  readonly victimId: string | null;
  readonly state: 'open' | 'closed';
  readonly taken: boolean;
  readonly unitId: string;
  readonly personId: string;
  readonly sinceAt: string;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly offerId: string | null;
  readonly offerByUnit: string | null;
  readonly offerByPerson: string | null;
  readonly offerToUnit: string | null;
  readonly offerToPerson: string | null;
  readonly offeredAt: string | null;
  readonly offerExpiresAt: string | null;
  readonly lastOutcome: 'accepted' | 'returned' | 'expired' | null;
  readonly lastOutcomeUnit: string | null;
  readonly lastReason: string | null;
  readonly mine?: boolean;
  readonly caseNumber?: string | null;
}

export interface CareNow {
  readonly caseId: string;
  readonly victimId: string;
  readonly state: string;
  readonly kind: string;
  readonly unitId: string | null;
  readonly personId: string | null;
  readonly relation: string | null;
  readonly sinceAt: string;
  readonly offerId: string | null;
  readonly offerToUnit: string | null;
  readonly offerToPerson: string | null;
  readonly offeredAt: string | null;
  readonly mine?: boolean;
  readonly caseNumber?: string | null;
}

export interface ClockNow {
  readonly caseId: string;
  readonly clockId: string;
  readonly source: StageKind;
  readonly subjectId: string;
  readonly rule: ClockRuleName;
  readonly unitId: string;
  readonly personId: string | null;
  readonly startedAt: string;
  readonly dueAt: string;
  readonly state: string;
  readonly warnedPercent: number | null;
  readonly overdueAt: string | null;
  readonly toldUnit: string | null;
  readonly mine?: boolean;
  readonly caseNumber?: string | null;
}

export interface Worklist {
  readonly parts: {
    readonly offers: Page<StageNow>;
    readonly 'care-offers': Page<CareNow>;
    readonly stages: Page<StageNow>;
    readonly clocks: Page<ClockNow>;
    readonly 'in-care': Page<CareNow>;
    readonly waiting: Page<StageNow>;
  };
}

export interface CaseSummary {
  readonly caseId: string;
  readonly caseNumber: string | null;
  readonly kind: string | null;
  readonly division: string | null;
  readonly openedAt: string | null;
  readonly state: 'open' | 'closed';
  readonly victims: number;
  readonly stages: number;
  readonly openStages: number;
  readonly lastOccurredAt: string | null;
  readonly exercise: boolean;
}

export interface VictimOfCase {
  readonly victimId: string;
  readonly sex: string;
  readonly minor: boolean;
  readonly nationality: string;
}

export interface Alarm {
  readonly subjectId: string;
  readonly kind: string;
  readonly stage: StageKind | null;
  readonly fromAt: string;
  readonly toAt: string | null;
}

export interface CaseNow {
  readonly case: CaseSummary;
  readonly victims: readonly VictimOfCase[];
  readonly stages: readonly StageNow[];
  readonly care: readonly CareNow[];
  readonly clocks: readonly ClockNow[];
  readonly alarms: readonly Alarm[];
}

export interface Held {
  readonly unitId: string | null;
  readonly personId: string | null;
  readonly fromAt: string;
  readonly toAt: string | null;
  readonly vacant: boolean;
  readonly kind?: string;
  readonly relation?: string | null;
}

export interface Finding {
  readonly kind: string;
  readonly fromAt: string;
  readonly toAt: string | null;
}

export interface Ledger {
  readonly stages: readonly {
    readonly stageId: string;
    readonly stage: StageKind;
    readonly victimId: string | null;
    readonly state: string;
    readonly openedAt: string;
    readonly closedAt: string | null;
    readonly intervals: readonly Held[];
    readonly findings: readonly Finding[];
  }[];
  readonly care: readonly {
    readonly victimId: string;
    readonly intervals: readonly Held[];
    readonly findings: readonly Finding[];
  }[];
  readonly uncovered: readonly { readonly fromAt: string; readonly toAt: string | null }[];
}

export interface TimelineEntry {
  readonly source: StageKind;
  readonly version: number;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actorPerson: string;
  readonly actorUnit: string;
  readonly subjectId: string;
  readonly exercise: boolean;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface UnitEntry {
  readonly unitId: string;
  readonly kind: string;
  readonly level: string;
  readonly division: string | null;
  readonly country: string;
  readonly superiorUnit: string | null;
  readonly nameZh: string;
  readonly nameEn: string;
}

export interface PersonEntry {
  readonly personId: string;
  readonly nameZh: string;
  readonly nameLatin: string;
}

/** What one may do with a record now; where not, the refusal that one would get. */
export interface ActionState {
  readonly action: string;
  readonly of?: string;
  readonly open: boolean;
  readonly refusal?: { readonly code: string; readonly details: Readonly<Record<string, unknown>> };
}

/** Any record of a service: a stage, the care of a victim, a handover. */
export interface ServiceRecord {
  readonly id: string;
  readonly caseId: string;
  readonly version: number;
  readonly victimId?: string;
  readonly stage?: {
    readonly state: 'open' | 'closed';
    readonly taken: boolean;
    readonly answers: { readonly unitId: string; readonly personId: string };
    readonly offer: { readonly offerId: string; readonly toUnit: string; readonly toPerson?: string | null } | null;
  };
  readonly actions?: readonly ActionState[];
  readonly [more: string]: unknown;
}
