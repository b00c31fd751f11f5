import { OneOf, RISK_GRADES, type RiskGrade } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import { Intake } from '../domain/intake.js';

export class GradeRisk extends CommandInput {
  @OneOf(RISK_GRADES) risk!: RiskGrade;
}

export async function gradeRisk(tx: Tx, intakeId: string, { risk }: GradeRisk): Promise<void> {
  const intake = await tx.load(Intake, intakeId);
  await tx.save(intake, intake.grade({ by: tx.actor, at: tx.at, risk }));
}
