import { INTAKE_OUTCOMES, Maybe, OneOf, type IntakeOutcome } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, knownStages } from '#service-kit';
import { Intake } from '../domain/intake.js';

export class ConcludeIntake extends CommandInput {
  /** `transferred`, where nothing is said. */
  @Maybe() @OneOf(INTAKE_OUTCOMES) outcome?: IntakeOutcome;
}

export async function concludeIntake(tx: Tx, intakeId: string, { outcome }: ConcludeIntake): Promise<void> {
  const intake = await tx.load(Intake, intakeId);
  await tx.save(intake, intake.conclude({
    by: tx.actor, at: tx.at, outcome: outcome ?? 'transferred', elsewhere: await knownStages(tx, intake.caseId),
  }));
}
