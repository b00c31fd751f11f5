import type { AccessPurpose } from '#contracts';
import type { Tx } from '#messaging';
import type { Vault } from '#vault';
import { Investigation } from '../domain/investigation.js';
import type { Identity } from './suspects.js';

export interface People {
  readonly suspects: (Identity & { suspectId: string })[];
  readonly buyers: { householdId: string; persons: (Identity & { personId: string })[] }[];
}

/** Who the suspects and the buyers of a case are; for its team only. */
export async function readPeople(tx: Tx, vault: Vault, investigationId: string, purpose: AccessPurpose): Promise<People> {
  const investigation = await tx.load(Investigation, investigationId);
  investigation.mustBeOfTeam(tx.actor);
  const identityOf = async (records: readonly string[]): Promise<Identity> => {
    const known: Identity = {};
    for (const id of records) Object.assign(known, await vault.read<Identity>(tx, { id, purpose }));
    return known;
  };
  const people: People = { suspects: [], buyers: [] };
  for (const { suspectId, recordId } of investigation.findings.suspects)
    people.suspects.push({ suspectId, ...await identityOf(recordId === undefined ? [] : [recordId]) });
  for (const { householdId, persons } of investigation.findings.buyers) {
    const named: People['buyers'][number] = { householdId, persons: [] };
    for (const { personId, records } of persons) named.persons.push({ personId, ...await identityOf(records) });
    people.buyers.push(named);
  }
  return people;
}
