import { HANDOVER_REFUSAL_REASONS, OneOf, type HandoverRefusalReason } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import { Handover } from '../domain/handover.js';

export class RefuseHandover extends CommandInput {
  @OneOf(HANDOVER_REFUSAL_REASONS) reason!: HandoverRefusalReason;
}

export async function refuseHandover(tx: Tx, handoverId: string, input: RefuseHandover): Promise<void> {
  const handover = await tx.load(Handover, handoverId);
  await tx.save(handover, handover.refuse({ by: tx.actor, at: tx.at, reason: input.reason }));
}
