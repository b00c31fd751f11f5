import { v7 as newId } from 'uuid';
import { Id, Moment, OneOf, SPLIT_REASONS, type Instant, type SplitReason } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, knownStages } from '#service-kit';
import { Handover } from '../domain/handover.js';
import { Return } from '../domain/return.js';

export class SplitHandover extends CommandInput {
  @Id() returnId!: string;
  @OneOf(SPLIT_REASONS) reason!: SplitReason;
  @Moment() at!: Instant;
}

export async function splitHandover(tx: Tx, handoverId: string, input: SplitHandover): Promise<void> {
  const handover = await tx.load(Handover, handoverId);
  const [own, split, scheduled] = handover.split({
    by: tx.actor, at: tx.at, returnId: input.returnId, reason: input.reason, scheduledAt: input.at, newId: newId(),
  });
  const person = await tx.load(Return, input.returnId);
  const joined = person.join({
    by: tx.actor, at: tx.at, handoverId: own.id, destination: own.persons[0]!.destination, from: handoverId,
    elsewhere: await knownStages(tx, handover.caseId),
  });
  await tx.save(handover, split);
  await tx.save(own, scheduled);
  await tx.save(person, joined);
}
