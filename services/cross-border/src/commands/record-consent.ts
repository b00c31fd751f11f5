import { CONSENT_LANGUAGES, Flag, OneOf } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import { Return } from '../domain/return.js';
import { victimOf } from '../views/known-victims.js';

export class RecordConsent extends CommandInput {
  @OneOf(CONSENT_LANGUAGES) language!: string;
  @Flag() byGuardian!: boolean;
}

export async function recordConsent(tx: Tx, returnId: string, input: RecordConsent): Promise<void> {
  const found = await tx.load(Return, returnId);
  const { isMinor } = await victimOf(tx, found.victimId);
  const { language, byGuardian } = input;
  await tx.save(found, found.recordConsent({ by: tx.actor, at: tx.at, language, byGuardian, isMinor }));
}
