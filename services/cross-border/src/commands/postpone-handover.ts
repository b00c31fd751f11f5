import { Moment, type Instant } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import { Handover } from '../domain/handover.js';

export class PostponeHandover extends CommandInput {
  @Moment() at!: Instant;
}

export async function postponeHandover(tx: Tx, handoverId: string, input: PostponeHandover): Promise<void> {
  const handover = await tx.load(Handover, handoverId);
  await tx.save(handover, handover.postpone({ by: tx.actor, at: tx.at, scheduledAt: input.at }));
}
