import { OneOf, SITUATIONS, type Situation } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import { Return } from '../domain/return.js';

export class ConfirmReception extends CommandInput {
  @OneOf(SITUATIONS) situation!: Situation;
}

export async function confirmReception(tx: Tx, returnId: string, input: ConfirmReception): Promise<void> {
  const found = await tx.load(Return, returnId);
  await tx.save(found, found.confirmReception({ by: tx.actor, at: tx.at, situation: input.situation }));
}
