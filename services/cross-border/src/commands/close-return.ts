import type { Tx } from '#messaging';
import { knownStages } from '#service-kit';
import { Return } from '../domain/return.js';

export async function closeReturn(tx: Tx, returnId: string): Promise<void> {
  const found = await tx.load(Return, returnId);
  await tx.save(found, found.close({ by: tx.actor, at: tx.at, elsewhere: await knownStages(tx, found.caseId) }));
}
