import { v7 as newId } from 'uuid';
import { Flag, Maybe, Moment, type Instant } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import { Return } from '../domain/return.js';
import { superiorOf } from './units-abroad.js';

/** Fit or not fit, and when to look again: nothing of the diagnosis. */
export class AssessFitness extends CommandInput {
  @Flag() fit!: boolean;
  /** When not fit: the review that the clinician asks for. Without it the rule's seven days. */
  @Maybe() @Moment() reviewAt?: Instant;
}

export async function assessFitness(tx: Tx, returnId: string, input: AssessFitness): Promise<void> {
  const found = await tx.load(Return, returnId);
  await tx.save(found, found.assessFitness({
    by: tx.actor, at: tx.at, fit: input.fit, reviewAt: input.reviewAt,
    clockId: newId(), rules: tx.rules, superiorUnit: await superiorOf(tx, found),
  }));
}
