import { v7 as newId } from 'uuid';
import type { Tx } from '#messaging';
import { superiorOf } from '#service-kit';
import { Return } from '../domain/return.js';

export async function supplementIdentity(tx: Tx, returnId: string, requestId: string): Promise<void> {
  const found = await tx.load(Return, returnId);
  await tx.save(found, found.supplementIdentity({
    by: tx.actor, at: tx.at, requestId, clockId: newId(), rules: tx.rules,
    superiorUnit: await superiorOf(tx, found.stage.answers.unitId),
  }));
}
