import type { Tx } from '#messaging';
import { knownStages } from '#service-kit';
import { Investigation } from '../domain/investigation.js';

export async function dissolveTaskForce(tx: Tx, id: string): Promise<void> {
  const investigation = await tx.load(Investigation, id);
  await tx.save(investigation, investigation.dissolveTaskForce({ by: tx.actor, at: tx.at }));
}

export async function closeInvestigation(tx: Tx, id: string): Promise<void> {
  const investigation = await tx.load(Investigation, id);
  await tx.save(investigation, investigation.close({
    by: tx.actor, at: tx.at, elsewhere: await knownStages(tx, investigation.caseId),
  }));
}
