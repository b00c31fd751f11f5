import { v7 as newId } from 'uuid';
import { CLUE_CHANNELS, Division, Maybe, Moment, OneOf, Part, Words, type ClueChannel, type Instant } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, superiorOf } from '#service-kit';
import type { Vault } from '#vault';
import { fromClue } from '../domain/beginning.js';
import { keepContent } from './content.js';
import { keepReporter, Reporter } from './reporter.js';

export class ReceiveClue extends CommandInput {
  @OneOf(CLUE_CHANNELS) channel!: ClueChannel;
  @Moment() discoveredAt!: Instant;
  @Division() division!: string;
  @Maybe() @Part(() => Reporter) reporter?: Reporter;
  @Maybe() @Words({ max: 4_000 }) description?: string;
  @Maybe() @Words({ max: 300 }) place?: string;
}

export async function receiveClue(tx: Tx, vault: Vault, input: ReceiveClue): Promise<void> {
  const [id, caseId] = [newId(), newId()];
  const clue = {
    clueId: newId(), feedbackClockId: newId(), channel: input.channel, discoveredAt: input.discoveredAt,
    reporterRecord: await keepReporter(tx, vault, caseId, input.reporter),
    contentRecord: await keepContent(tx, vault, caseId, input),
  };
  const [intake, facts] = fromClue({
    id, caseId, clue, division: input.division, triageClockId: newId(), by: tx.actor, at: tx.at, rules: tx.rules,
    isDivisionKnown: await tx.directory.isInJurisdiction(input.division), superiorUnit: await superiorOf(tx, tx.actor.unitId),
  });
  await tx.save(intake, facts);
}
