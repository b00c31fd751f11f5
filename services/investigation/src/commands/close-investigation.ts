import type { Tx } from '#messaging';
import { knownStages } from '#service-kit';
import { Investigation } from '../domain/investigation.js';

export async function dissolveTaskForce(tx: Tx, id: string): Promise<void> {
  const investigation = await tx.load(Investigation, id);
  await tx.save(investigation, investigation.dissolveTaskForce({ by: tx.actor, at: tx.at }));
}

export async function closeInvestigation(tx: Tx, id: string): Promise<void> {
  const investigation = await tx.load(Investigation, id);
  const others = await knownStages(tx, investigation.caseId);
  // One request may open a stage for each victim: it is taken when all of them are.
  const untaken = others.filter(({ taken }) => !taken).map(({ requestId }) => requestId);
  const takenRequests = others.flatMap(({ requestId }) => (requestId && !untaken.includes(requestId) ? [requestId] : []));
  await tx.save(investigation, investigation.close({ by: tx.actor, at: tx.at, takenRequests }));
}
