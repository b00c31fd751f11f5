import { v7 as newId } from 'uuid';
import type { Tx } from '#messaging';
import type { Vault } from '#vault';

/** What was told in words: of a clue what is going on and where, of somebody missing where they were last seen. */
export interface Content {
  readonly description?: string;
  readonly place?: string;
  readonly lastSeenPlace?: string;
}

/** @returns the id of the record, or null where nothing was said. */
export async function keepContent(
  tx: Tx, vault: Vault, caseId: string, { description, place, lastSeenPlace }: Content,
): Promise<string | null> {
  if (description === undefined && place === undefined && lastSeenPlace === undefined) return null;
  const id = newId();
  await vault.keep(tx, { id, caseId, kind: 'clue-content', value: { description, place, lastSeenPlace } });
  return id;
}
