import { v7 as newId } from 'uuid';
import { OneOf, UnitId } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, knownStages, receiverOf } from '#service-kit';
import { Return } from '../domain/return.js';

export class RequestStage extends CommandInput {
  @OneOf(['placement']) stage!: 'placement';
  @UnitId() toUnit!: string;
}

export async function requestPlacement(tx: Tx, returnId: string, input: RequestStage): Promise<void> {
  const found = await tx.load(Return, returnId);
  await receiverOf(tx, input.stage, { toUnit: input.toUnit });
  await tx.save(found, found.requestPlacement({
    by: tx.actor, at: tx.at, requestId: newId(), toUnit: input.toUnit, elsewhere: await knownStages(tx, found.caseId),
  }));
}
