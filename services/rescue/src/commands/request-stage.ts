import { v7 as newId } from 'uuid';
import { Ids, OneOf, UnitId } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, knownStages, receiverOf } from '#service-kit';
import { Rescue, type NextStage } from '../domain/rescue.js';

const NEXT: readonly NextStage['stage'][] = ['placement', 'cross-border'];

export class RequestStage extends CommandInput {
  @OneOf(NEXT) stage!: NextStage['stage'];
  @UnitId() toUnit!: string;
  @Ids({ min: 1, max: 20 }) victimIds!: string[];
}

export async function requestStage(tx: Tx, rescueId: string, input: RequestStage): Promise<void> {
  const rescue = await tx.load(Rescue, rescueId);
  const { stage, toUnit } = input;
  // Asked here, because the other service could only set a request aside that names a unit of the wrong kind.
  await receiverOf(tx, stage, { toUnit });
  await tx.save(rescue, rescue.requestStage({
    by: tx.actor, at: tx.at, requestId: newId(), stage, toUnit, victimIds: [...new Set(input.victimIds)],
    elsewhere: await knownStages(tx, rescue.caseId),
  }));
}
