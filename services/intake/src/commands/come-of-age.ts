import type { Tx } from '#messaging';
import { Intake } from '../domain/intake.js';
import type { OfAge } from '../queries/of-age.js';

export async function comeOfAge(tx: Tx, { intakeId, victimIds }: OfAge): Promise<void> {
  const intake = await tx.load(Intake, intakeId);
  await tx.save(intake, intake.comeOfAge(victimIds));
}
