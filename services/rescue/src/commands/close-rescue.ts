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
  await tx.save(rescue, rescue.close({
    by: tx.actor, at: tx.at, care: await careOf(tx, rescue), elsewhere: await knownStages(tx, rescue.caseId), abandoned,
  }));
}

/** Who has the rescued victims now. */
export async function careOf(tx: Tx, { rescued }: Rescue): Promise<CareNow[]> {
  const care: CareNow[] = [];
  for (const { custodyId } of rescued) care.push(careNow(await tx.load(Custody, custodyId)));
  return care;
}

const careNow = ({ victimId, holder, ending }: Custody): CareNow =>
  ({ victimId, unitId: holder?.kind === 'unit' ? holder.unitId : null, ending });
