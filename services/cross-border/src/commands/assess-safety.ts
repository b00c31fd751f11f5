import { OneOf, SAFETY_OUTCOMES, type SafetyOutcome } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import { Return } from '../domain/return.js';

export class AssessSafety extends CommandInput {
  @OneOf(SAFETY_OUTCOMES) outcome!: SafetyOutcome;
}

export async function assessSafety(tx: Tx, returnId: string, input: AssessSafety): Promise<void> {
  const found = await tx.load(Return, returnId);
  await tx.save(found, found.assessSafety({ by: tx.actor, at: tx.at, outcome: input.outcome }));
}
