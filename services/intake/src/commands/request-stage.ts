import { v7 as newId } from 'uuid';
import { Ids, Maybe, OneOf, UnitId } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, knownStages, receiverOf } from '#service-kit';
import { Intake } from '../domain/intake.js';

/** What may follow directly upon intake. */
const NEXT_STAGES = ['investigation', 'rescue'] as const;

export class RequestStage extends CommandInput {
  @OneOf(NEXT_STAGES) stage!: (typeof NEXT_STAGES)[number];
  @UnitId() toUnit!: string;
  /** All victims of the case, where none is named. */
  @Maybe() @Ids({ max: 20 }) victimIds?: string[];
}

export async function requestStage(tx: Tx, intakeId: string, { stage, toUnit, victimIds }: RequestStage): Promise<void> {
  const intake = await tx.load(Intake, intakeId);
  await tx.save(intake, intake.requestStage({
    by: tx.actor, at: tx.at, requestId: newId(), stage, victimIds, receiver: await receiverOf(tx, stage, { toUnit }),
    elsewhere: await knownStages(tx, intake.caseId),
  }));
}
