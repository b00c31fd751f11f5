import { v7 as newId } from 'uuid';
import { Id, Maybe, PaperNumber } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, superiorOf } from '#service-kit';
import { Investigation } from '../domain/investigation.js';

export class SuspendInvestigation extends CommandInput {
  /** Number of the decision to carry the case on as a cold one. */
  @Maybe() @PaperNumber() basis?: string;
}

export class ResumeInvestigation extends CommandInput {
  /** The hit for which it is worked on again. */
  @Maybe() @Id() hitId?: string;
}

export async function suspendInvestigation(tx: Tx, id: string, { basis }: SuspendInvestigation): Promise<void> {
  const investigation = await tx.load(Investigation, id);
  await tx.save(investigation, investigation.suspend({
    by: tx.actor, at: tx.at, basis, clockId: newId(), rules: tx.rules,
    superiorUnit: await superiorOf(tx, investigation.stage.answers.unitId),
  }));
}

export async function resumeInvestigation(tx: Tx, id: string, { hitId }: ResumeInvestigation): Promise<void> {
  const investigation = await tx.load(Investigation, id);
  await tx.save(investigation, investigation.resume({ by: tx.actor, at: tx.at, hitId }));
}

export async function reviewInvestigation(tx: Tx, id: string): Promise<void> {
  const investigation = await tx.load(Investigation, id);
  await tx.save(investigation, investigation.review({ by: tx.actor, at: tx.at, clockId: newId(), rules: tx.rules }));
}
