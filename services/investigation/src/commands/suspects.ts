import { v7 as newId } from 'uuid';
import { Flag, Id, Maybe, NationalId, OneOf, Parts, SUSPECT_ROLES, Words, type SuspectRole } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
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

export async function recordSuspect(tx: Tx, id: string, { role, repeatOffender }: RecordSuspect): Promise<void> {
  const investigation = await tx.load(Investigation, id);
  await tx.save(investigation, investigation.recordSuspect({ by: tx.actor, at: tx.at, suspectId: newId(), role, repeatOffender }));
}

export async function arrestSuspect(tx: Tx, id: string, suspectId: string): Promise<void> {
  const investigation = await tx.load(Investigation, id);
  await tx.save(investigation, investigation.arrestSuspect({ by: tx.actor, at: tx.at, suspectId }));
}

export async function identifyBuyer(tx: Tx, id: string, { householdId, persons }: IdentifyBuyer): Promise<void> {
  const investigation = await tx.load(Investigation, id);
  await tx.save(investigation, investigation.identifyBuyer({
    by: tx.actor, at: tx.at, householdId, freshId: newId(),
    persons: persons.map(({ personId, nationalId }) => ({
      personId, freshId: newId(), digest: nationalId === undefined ? undefined : tx.surroundings.identityDigest(nationalId),
    })),
  }));
}
