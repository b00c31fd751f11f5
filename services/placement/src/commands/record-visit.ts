import { Flag } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import { Placement } from '../domain/placement.js';

export class RecordVisit extends CommandInput {
  @Flag() furtherHelpNeeded!: boolean;
}

export async function recordVisit(tx: Tx, placementId: string, visitId: string, input: RecordVisit): Promise<void> {
  const placement = await tx.load(Placement, placementId);
  await tx.save(placement, placement.visit({
    by: tx.actor, at: tx.at, visitId, rules: tx.rules, furtherHelpNeeded: input.furtherHelpNeeded,
  }));
}
