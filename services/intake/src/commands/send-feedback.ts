import { Id } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import { Intake } from '../domain/intake.js';

export class SendFeedback extends CommandInput {
  @Id() clueId!: string;
}

export async function sendFeedback(tx: Tx, intakeId: string, { clueId }: SendFeedback): Promise<void> {
  const intake = await tx.load(Intake, intakeId);
  await tx.save(intake, intake.sendFeedback({ by: tx.actor, at: tx.at, clueId }));
}
