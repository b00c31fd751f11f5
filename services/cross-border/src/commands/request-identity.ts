import { v7 as newId } from 'uuid';
import { UnitId } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, superiorOf } from '#service-kit';
import { Return } from '../domain/return.js';

export class RequestIdentity extends CommandInput {
  @UnitId() counterpart!: string;
}

export async function requestIdentity(tx: Tx, returnId: string, input: RequestIdentity): Promise<void> {
  const found = await tx.load(Return, returnId);
  await tx.save(found, found.requestIdentity({
    by: tx.actor, at: tx.at, requestId: newId(), counterpart: input.counterpart,
    unitKind: (await tx.directory.unit(input.counterpart))?.kind,
    clockId: newId(), rules: tx.rules, superiorUnit: await superiorOf(tx, found.stage.answers.unitId),
  }));
}
