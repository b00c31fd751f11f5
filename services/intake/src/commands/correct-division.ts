import { v7 as newId } from 'uuid';
import { CORRECTION_REASONS, Division, Maybe, OneOf, UnitId, type CorrectionReason } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, knownStages, receiverOf } from '#service-kit';
import { Intake } from '../domain/intake.js';

export class CorrectDivision extends CommandInput {
  @Division() division!: string;
  @OneOf(CORRECTION_REASONS) reason!: CorrectionReason;
  /** The bureau that is asked now, where an investigation waits for somebody to take it; otherwise the one asked before. */
  @Maybe() @UnitId() toUnit?: string;
}

export async function correctDivision(tx: Tx, intakeId: string, { division, reason, toUnit }: CorrectDivision): Promise<void> {
  const intake = await tx.load(Intake, intakeId);
  const elsewhere = await knownStages(tx, intake.caseId);
  const asked = toUnit ?? intake.requests.waiting('investigation', elsewhere)[0]?.toUnit;
  await tx.save(intake, intake.correctDivision({
    by: tx.actor, at: tx.at, division, reason, elsewhere, requestId: newId(),
    isDivisionKnown: await tx.directory.isInJurisdiction(division),
    receiver: asked === undefined ? null : await receiverOf(tx, 'investigation', { toUnit: asked }),
  }));
}
