import { v7 as newId } from 'uuid';
import { Flag, Id, Maybe, NationalId, OneOf, Parts, SUSPECT_ROLES, Words, type SuspectRole } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import type { Vault } from '#vault';
import { Investigation } from '../domain/investigation.js';

export class RecordSuspect extends CommandInput {
  @OneOf(SUSPECT_ROLES) role!: SuspectRole;
  @Flag() repeatOffender!: boolean;
  @Maybe() @Words({ max: 60 }) name?: string;
  @Maybe() @NationalId() nationalId?: string;
}

export class BuyerPerson {
  @Maybe() @Id() personId?: string;
  @Maybe() @Words({ max: 60 }) name?: string;
  @Maybe() @NationalId() nationalId?: string;
}

export class IdentifyBuyer extends CommandInput {
  @Maybe() @Id() householdId?: string;
  @Parts(() => BuyerPerson, { min: 1, max: 10 }) persons!: BuyerPerson[];
}

/** Who somebody is, as the vault keeps it. */
export interface Identity {
  readonly name?: string;
  readonly nationalId?: string;
}

export async function recordSuspect(tx: Tx, vault: Vault, id: string, input: RecordSuspect): Promise<void> {
  const { role, repeatOffender, name, nationalId } = input;
  const investigation = await tx.load(Investigation, id);
  const recordId = recordFor({ name, nationalId });
  const digest = digestOf(tx, nationalId);
  const facts = investigation.recordSuspect({
    by: tx.actor, at: tx.at, suspectId: newId(), role, repeatOffender, recordId,
    known: digest === undefined ? undefined : { digest, householdId: newId() },
  });
  await keep(tx, vault, investigation, { recordId, name, nationalId });
  await tx.save(investigation, facts);
}

export async function arrestSuspect(tx: Tx, id: string, suspectId: string): Promise<void> {
  const investigation = await tx.load(Investigation, id);
  await tx.save(investigation, investigation.arrestSuspect({ by: tx.actor, at: tx.at, suspectId }));
}

export async function identifyBuyer(tx: Tx, vault: Vault, id: string, { householdId, persons }: IdentifyBuyer): Promise<void> {
  const investigation = await tx.load(Investigation, id);
  const named = persons.map(({ personId, name, nationalId }) => ({
    personId, name, nationalId, freshId: newId(), recordId: recordFor({ name, nationalId }),
    digest: digestOf(tx, nationalId),
  }));
  const facts = investigation.identifyBuyer({ by: tx.actor, at: tx.at, householdId, freshId: newId(), persons: named });
  for (const person of named) await keep(tx, vault, investigation, person);
  await tx.save(investigation, facts);
}

const digestOf = (tx: Tx, nationalId: string | undefined): string | undefined =>
  (nationalId === undefined ? undefined : tx.surroundings.identityDigest(nationalId));

const recordFor = ({ name, nationalId }: Identity): string | undefined =>
  (name === undefined && nationalId === undefined ? undefined : newId());

/** Names and national ids go into the vault, and only for somebody whom the rule has taken up. */
async function keep(
  tx: Tx, vault: Vault, investigation: Investigation, { recordId, name, nationalId }: Identity & { recordId?: string },
): Promise<void> {
  if (recordId === undefined || !investigation.findings.records.includes(recordId)) return;
  await vault.keep(tx, { id: recordId, caseId: investigation.caseId, kind: 'person', value: { name, nationalId } });
}
