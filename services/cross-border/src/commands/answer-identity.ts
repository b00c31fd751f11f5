import { Flag, IDENTITY_ANSWERS, Maybe, OneOf, PaperNumber, type IdentityAnswer } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import { Return } from '../domain/return.js';

export class AnswerIdentity extends CommandInput {
  @OneOf(IDENTITY_ANSWERS) answer!: IdentityAnswer;
  /** True when our liaison officer enters what the counterpart's letter says. */
  @Maybe() @Flag() onBehalf?: boolean;
  @Maybe() @PaperNumber() documentNumber?: string;
}

export async function answerIdentity(tx: Tx, returnId: string, requestId: string, input: AnswerIdentity): Promise<void> {
  const found = await tx.load(Return, returnId);
  const { answer, onBehalf, documentNumber } = input;
  await tx.save(found, found.answerIdentity({ by: tx.actor, at: tx.at, requestId, answer, onBehalf, documentNumber }));
}
