import { Flag, Maybe } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, knownStages } from '#service-kit';
import { Custody } from '../domain/custody.js';
import { Rescue, type CareNow } from '../domain/rescue.js';

export class CloseRescue extends CommandInput {
  /** Gives up the victims who were not found; those who were rescued still need all that comes next. */
  @Maybe() @Flag() abandoned?: boolean;
}

export async function closeRescue(tx: Tx, rescueId: string, { abandoned }: CloseRescue): Promise<void> {
  const rescue = await tx.load(Rescue, rescueId);
  const care: CareNow[] = [];
  for (const { custodyId } of rescue.rescued) care.push(careNow(await tx.load(Custody, custodyId)));
  await tx.save(rescue, rescue.close({
    by: tx.actor, at: tx.at, care, acceptedRequests: await acceptedRequests(tx, rescue.caseId), abandoned,
  }));
}

const careNow = ({ victimId, holder, ending }: Custody): CareNow =>
  ({ victimId, unitId: holder?.kind === 'unit' ? holder.unitId : null, ending });

/**
 * The requests of which every stage is accepted. A service opens all stages of one request in one transaction, so
 * whoever has heard of one acceptance has heard of all of them.
 */
async function acceptedRequests(tx: Tx, caseId: string): Promise<string[]> {
  const stages = await knownStages(tx, caseId);
  const requested = new Set(stages.flatMap(({ requestId }) => requestId ?? []));
  return [...requested].filter((id) => stages.every(({ requestId, taken }) => requestId !== id || taken));
}
