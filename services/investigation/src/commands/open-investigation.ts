import { v7 as newId } from 'uuid';
import type { Envelope, StageRequested } from '#contracts';
import type { Tx } from '#messaging';
import { namedReceiver, offerTerms } from '#service-kit';
import { Investigation } from '../domain/investigation.js';
import { knownCase } from '../views/known-cases.js';

/**
 * Another stage asks for an investigation: one for the case, offered at once to the unit that it named.
 * A case has one open investigation at a time, of all its victims; intake does not ask for another one meanwhile.
 */
export async function openInvestigation(tx: Tx, { caseId, data }: Envelope<StageRequested>): Promise<void> {
  if (data.stage !== 'investigation') return;
  const open = await tx.query(`SELECT 1 FROM investigation WHERE case_id = $1 AND stage->>'state' = 'open'`, [caseId]);
  if (open.length > 0) return;
  const receiver = await namedReceiver(tx, 'investigation', data.toUnit);
  const { kind, division } = await knownCase(tx, caseId);
  const [investigation, facts] = Investigation.open({
    id: newId(), caseId, caseKind: kind, division, by: tx.actor, at: tx.at, requestId: data.requestId,
  });
  // Whoever asked has looked at the jurisdiction; a bureau that has none gives it back, and nothing waits meanwhile.
  const offered = investigation.stage.offerTo({ ...(await offerTerms(tx, receiver)), by: tx.actor, at: tx.at });
  await tx.save(investigation, [...facts, ...offered]);
}
