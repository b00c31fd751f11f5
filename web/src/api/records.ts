import type { CasebookCareInterval, Questions, StageInterval } from './answers.js';
import type { StageKind } from './codes.js';

/** Where a service keeps what people work on, under the address at which it is read. */
export type Shelf =
  | 'intake/intakes'
  | 'investigation/investigations'
  | 'rescue/rescues'
  | 'rescue/custodies'
  | 'placement/placements'
  | 'cross-border/returns'
  | 'cross-border/handovers'
  | `${StageKind}/attachments`;

/** Which records of a service are its stages. */
export const SHELVES = {
  intake: 'intake/intakes',
  investigation: 'investigation/investigations',
  rescue: 'rescue/rescues',
  placement: 'placement/placements',
  'cross-border': 'cross-border/returns',
} as const satisfies Readonly<Record<StageKind, Shelf>>;

export type RecordOf<S extends Shelf> = Questions[`/api/${S}/{id}`]['answers'];
export type RecordsOf<S extends Shelf> = Questions[`/api/${S}`]['answers'];
export type StageRecord<K extends StageKind = StageKind> = RecordOf<(typeof SHELVES)[K]>;

/** Any record of a service: a stage, the care of a victim, a handover. */
export type ServiceRecord = RecordOf<Shelf>;

/** From when to when somebody answered, or had somebody in their care. */
export type Held = StageInterval & Partial<Pick<CasebookCareInterval, 'kind' | 'relation'>>;

/** How the stage stands that the record is, if it is one and the reader may see it. */
export const stageOf = (record: ServiceRecord): StageRecord['stage'] | undefined =>
  'stage' in record ? record.stage : undefined;
