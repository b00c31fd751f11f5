import { CUSTODY_STEPS, type CustodyLedger } from './custody.js';
import { folded, type Said } from './said.js';
import { STAGE_STEPS, type StageLedger } from './stages.js';

export { checkTiling, holdersAt, type Finding, type Interval } from './intervals.js';

/** A victim is in the care of somebody within a case. */
export const custodyKey = (caseId: string, victimId: string): string => `${caseId} ${victimId}`;

/**
 * Who answers and answered for which stage, from when to when: the ledgers of the stages that these facts touch.
 * @param known what earlier facts have made of them.
 */
export const foldStages = (
  facts: readonly Said[], known: ReadonlyMap<string, StageLedger> = new Map(),
): Map<string, StageLedger> => folded(facts, STAGE_STEPS, stageOf, known);

/** The stage that a fact is about: the one that it names, or the one that its record keeps. */
export const stageOf = ({ subjectId, data }: Said): string => (data as { stageId?: string }).stageId ?? subjectId;

/** Who has and had which victim in their care, from when to when; by `custodyKey`, as `foldStages`. */
export const foldCustody = (
  facts: readonly Said[], known: ReadonlyMap<string, CustodyLedger> = new Map(),
): Map<string, CustodyLedger> =>
  folded(facts, CUSTODY_STEPS, ({ caseId, data }) => custodyKey(caseId, (data as { victimId: string }).victimId), known);
