import { v7 as newId } from 'uuid';
import { Ids, OneOf, UnitId, type StageKind } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, knownStages, receiverOf } from '#service-kit';
import { Investigation } from '../domain/investigation.js';
import { victimsOf } from '../views/known-cases.js';

const NEXT = ['rescue', 'placement', 'cross-border'] as const satisfies readonly StageKind[];

export class RequestStage extends CommandInput {
  @OneOf(NEXT) stage!: (typeof NEXT)[number];
  @UnitId() toUnit!: string;
  @Ids({ min: 1, max: 20 }) victimIds!: string[];
}

export async function requestStage(tx: Tx, id: string, { stage, toUnit, victimIds }: RequestStage): Promise<void> {
  const investigation = await tx.load(Investigation, id);
  // A unit that the directory does not know, or that does not do this stage, is refused here and not in the other service.
  await receiverOf(tx, stage, { toUnit });
  await tx.save(investigation, investigation.requestStage({
    by: tx.actor, at: tx.at, requestId: newId(), stage, toUnit, victimIds: [...new Set(victimIds)],
    victims: await victimsOf(tx, investigation.caseId), elsewhere: await knownStages(tx, investigation.caseId),
  }));
}
