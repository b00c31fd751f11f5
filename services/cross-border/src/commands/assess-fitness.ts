import { v7 as newId } from 'uuid';
import { Flag, Id, Maybe, Moment, type Instant } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, superiorOf } from '#service-kit';
import { Return } from '../domain/return.js';
import { examinersOf } from '../views/known-examiners.js';

/** What the certificate says: of whom, fit or not fit, until when, and when to look again. Nothing of the diagnosis. */
export class AssessFitness extends CommandInput {
  /** Whom the certificate is about. */
  @Id() victimId!: string;
  @Flag() fit!: boolean;
  /** When fit: until when the certificate holds. */
  @Maybe() @Moment() validUntil?: Instant;
  /** When not fit: the review that the clinician asks for. Without it the rule's seven days. */
  @Maybe() @Moment() reviewAt?: Instant;
}

export async function assessFitness(tx: Tx, returnId: string, input: AssessFitness): Promise<void> {
  const found = await tx.load(Return, returnId);
  await tx.save(found, found.assessFitness({
    by: tx.actor, at: tx.at, victimId: input.victimId, fit: input.fit, validUntil: input.validUntil, reviewAt: input.reviewAt,
    examiners: await examinersOf(tx, found.victimId),
    clockId: newId(), rules: tx.rules, superiorUnit: await superiorOf(tx, found.stage.answers.unitId),
  }));
}
