import { OneOf, WITHDRAWAL_REASONS, type WithdrawalReason } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, knownStages } from '#service-kit';
import { Intake } from '../domain/intake.js';

export class WithdrawRequest extends CommandInput {
  @OneOf(WITHDRAWAL_REASONS) reason!: WithdrawalReason;
}

export async function withdrawRequest(tx: Tx, intakeId: string, requestId: string, { reason }: WithdrawRequest): Promise<void> {
  const intake = await tx.load(Intake, intakeId);
  await tx.save(intake, intake.withdrawRequest({
    by: tx.actor, at: tx.at, requestId, reason, elsewhere: await knownStages(tx, intake.caseId),
  }));
}
