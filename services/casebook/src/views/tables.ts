import type { Instant } from '#contracts';
import type { CaseShare, ClueCounted, PartyOfCase, VictimOfCase } from '../domain/cases.js';
import type { ClockNow } from '../domain/clocks.js';
import type { CustodyInterval, CustodyNow } from '../domain/custody.js';
import type { Deadlines } from '../domain/deadlines.js';
import type { Alarm } from '../domain/fold.js';
import type { StageInterval, StageNow } from '../domain/stages.js';
import { ViewTable } from './view-table.js';

/** One fact of a case, as it is read and as everything else is built from it. */
export interface TimelineRow {
  readonly caseId: string;
  readonly occurredAt: Instant;
  readonly source: string;
  readonly version: number;
  readonly recordedAt: Instant;
  readonly type: string;
  readonly actorPerson: string;
  readonly actorUnit: string;
  readonly subjectId: string;
  readonly exercise: boolean;
  /** JSON text. */
  readonly data: string;
}

/** How far a source has been heard. */
export interface SourceNow {
  readonly source: string;
  readonly asOf: Instant;
  readonly facts: number;
}

export const timeline = new ViewTable<TimelineRow>('timeline', ['caseId', 'occurredAt', 'source', 'version'], {
  caseId: 'uuid', occurredAt: 'timestamptz', source: 'text', version: 'integer', recordedAt: 'timestamptz', type: 'text',
  actorPerson: 'uuid', actorUnit: 'text', subjectId: 'uuid', exercise: 'boolean', data: 'json',
}, 'fail');

const INTERVAL = {
  number: 'integer', unitId: 'text', personId: 'uuid', vacant: 'boolean', fromAt: 'timestamptz', toAt: 'timestamptz',
  ended: 'boolean', recordedAt: 'timestamptz',
} as const;

export const stageInterval = new ViewTable<StageInterval>('stage_interval', ['caseId', 'stageId', 'number'], {
  caseId: 'uuid', stageId: 'uuid', stage: 'text', victimId: 'uuid', ...INTERVAL,
});

export const custodyInterval = new ViewTable<CustodyInterval>('custody_interval', ['caseId', 'victimId', 'number'], {
  caseId: 'uuid', victimId: 'uuid', kind: 'text', relation: 'text', ...INTERVAL,
});

export const stageNow = new ViewTable<StageNow>('stage_now', ['caseId', 'stageId'], {
  caseId: 'uuid', stageId: 'uuid', subjectId: 'uuid', stage: 'text', victimId: 'uuid', requestId: 'uuid',
  state: 'text', taken: 'boolean', unitId: 'text', personId: 'uuid', sinceAt: 'timestamptz', openedAt: 'timestamptz',
  openedRecordedAt: 'timestamptz', closedAt: 'timestamptz', abandoned: 'boolean', offerId: 'uuid', offerByUnit: 'text',
  offerByPerson: 'uuid', offerToUnit: 'text', offerToPerson: 'uuid', offeredAt: 'timestamptz', offerExpiresAt: 'timestamptz',
  offerEscalateTo: 'text', lastOutcome: 'text', lastOutcomeAt: 'timestamptz', lastOutcomeUnit: 'text', lastReason: 'text',
  toldUnit: 'text',
});

export const stageDeadlines = new ViewTable<Deadlines>('stage_deadlines', ['caseId', 'stageId'], {
  caseId: 'uuid', stageId: 'uuid', running: 'text', untimedSince: 'timestamptz', untimed: 'text',
});

export const custodyNow = new ViewTable<CustodyNow>('custody_now', ['caseId', 'victimId'], {
  caseId: 'uuid', victimId: 'uuid', state: 'text', kind: 'text', unitId: 'text', personId: 'uuid', relation: 'text',
  sinceAt: 'timestamptz', endReason: 'text', offerId: 'uuid', offerToUnit: 'text', offerToPerson: 'uuid',
  offeredAt: 'timestamptz',
});

export const clockNow = new ViewTable<ClockNow>('clock_now', ['caseId', 'clockId'], {
  caseId: 'uuid', clockId: 'uuid', source: 'text', subjectId: 'uuid', rule: 'text', ruleVersion: 'integer', unitId: 'text',
  personId: 'uuid', startedAt: 'timestamptz', dueAt: 'timestamptz', state: 'text', warnedPercent: 'integer',
  overdueAt: 'timestamptz', overdueStep: 'integer', toldUnit: 'text',
});

export const caseNow = new ViewTable<CaseShare>('case_now', ['caseId'], {
  caseId: 'uuid', caseNumber: 'text', kind: 'text', division: 'text', openedAt: 'timestamptz', victims: 'integer',
  stages: 'integer', openStages: 'integer', lastOpenedAt: 'timestamptz',
}, {
  caseNumber: 'coalesce(excluded.case_number, case_now.case_number)', kind: 'coalesce(excluded.kind, case_now.kind)',
  division: 'coalesce(excluded.division, case_now.division)', openedAt: 'coalesce(excluded.opened_at, case_now.opened_at)',
  victims: 'case_now.victims + excluded.victims', stages: 'case_now.stages + excluded.stages',
  openStages: 'case_now.open_stages + excluded.open_stages',
  lastOpenedAt: 'greatest(case_now.last_opened_at, excluded.last_opened_at)',
});

export const caseParty = new ViewTable<PartyOfCase>('case_party', ['caseId', 'unitId'], { caseId: 'uuid',
  unitId: 'text' }, 'keep');

export const caseVictim = new ViewTable<VictimOfCase>('case_victim', ['caseId', 'victimId'], {
  caseId: 'uuid', victimId: 'uuid', sex: 'text', minor: 'boolean', nationality: 'text',
}, 'keep');

export const clueCounted = new ViewTable<ClueCounted>('clue_counted', ['caseId', 'clueId'], {
  caseId: 'uuid', clueId: 'uuid', channel: 'text', boundToReport: 'boolean', late: 'boolean', division: 'text',
  receivedBy: 'text', receivedAt: 'timestamptz',
}, 'keep');

export const alarm = new ViewTable<Alarm>('alarm', ['caseId', 'subjectId', 'kind', 'fromAt'], {
  caseId: 'uuid', subjectId: 'uuid', kind: 'text', stage: 'text', fromAt: 'timestamptz', toAt: 'timestamptz',
  seenAt: 'timestamptz',
});

export const sourceNow = new ViewTable<SourceNow>(
  'source_now',
  ['source'],
  { source: 'text', asOf: 'timestamptz', facts: 'integer' },
  { asOf: 'greatest(source_now.as_of, excluded.as_of)', facts: 'source_now.facts + excluded.facts' },
);

/** Everything that is built from the timeline, and can be built from it again. */
export const BUILT = [
  stageInterval, custodyInterval, stageNow, stageDeadlines, custodyNow, clockNow, caseNow, caseParty, caseVictim,
  clueCounted, alarm, sourceNow,
] as const;
