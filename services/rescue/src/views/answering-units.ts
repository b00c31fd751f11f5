import type { Tx } from '#messaging';
import { knownStages } from '#service-kit';
import type { Stage } from '#stages';

/** The units that answer for an open stage of the case in the other services, as far as they were heard. */
export async function answeringElsewhere(tx: Tx, caseId: string): Promise<string[]> {
  const stages = await knownStages(tx, caseId);
  return stages.filter(({ taken, closed }) => taken && !closed).map(({ unitId }) => unitId);
}

/** The same, with the units that answer for a rescue of the case here. */
export async function answeringUnits(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx.query<{ stage: Stage }>('SELECT stage FROM rescue WHERE case_id = $1', [caseId]);
  const ours = rows.filter(({ stage }) => stage.state === 'open' && stage.taken).map(({ stage }) => stage.answers.unitId);
  return [...ours, ...(await answeringElsewhere(tx, caseId))];
}
