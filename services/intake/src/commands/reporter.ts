import { v7 as newId } from 'uuid';
import { Flag, Maybe, Words } from '#contracts';
import type { Tx } from '#messaging';
import type { Vault } from '#vault';

/** Who reported. Kept more strictly than anything else of a case (I-1). */
export class Reporter {
  @Maybe() @Words({ max: 100 }) name?: string;
  @Maybe() @Words({ max: 40 }) phone?: string;
  @Flag() wantsAnonymity!: boolean;
}

/** @returns the id of the record, or null where the reporter left nothing. */
export async function keepReporter(tx: Tx, vault: Vault, caseId: string, reporter: Reporter | undefined): Promise<string | null> {
  if (!reporter) return null;
  const id = newId();
  await vault.keep(tx, { id, caseId, kind: 'reporter', value: { ...reporter } });
  return id;
}
