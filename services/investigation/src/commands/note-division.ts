import type { DivisionCorrected, Envelope } from '#contracts';
import type { Tx } from '#messaging';
import { Investigation } from '../domain/investigation.js';

/** Intake has corrected where the case lies: who may lead the open investigation follows it. */
export async function noteDivision(tx: Tx, { caseId, data }: Envelope<DivisionCorrected>): Promise<void> {
  const [open] = await tx.query<{ id: string }>(
    `SELECT id FROM investigation WHERE case_id = $1 AND stage->>'state' = 'open'`, [caseId]);
  if (!open) return;
  const investigation = await tx.load(Investigation, open.id);
  await tx.save(investigation, investigation.noteDivision(data.to));
}
