import { Flag, Maybe } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, knownStages } from '#service-kit';
import { Custody } from '../domain/custody.js';
import { Rescue, type CareNow } from '../domain/rescue.js';
import { receivedAt } from '../views/known-receptions.js';

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
  for (const { custodyId, victimId } of rescued) {
    const { holder, ending, rescueId } = await tx.load(Custody, custodyId);
    const unitId = holder?.kind === 'unit' ? holder.unitId : null;
    care.push({ victimId, unitId, ending, rescueId, receivedAt: await receivedAt(tx, victimId) });
  }
  return care;
}
