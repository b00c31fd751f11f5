import { v7 as newId } from 'uuid';
import { Maybe, Moment, type Instant } from '#contracts';
import type { Tx } from '#messaging';
import type { Vault } from '#vault';
import { Intake } from '../domain/intake.js';
import { keepPerson, Person } from './person.js';

export class AddVictim extends Person {
  @Maybe() @Moment() occurredAt?: Instant;
}

export async function addVictim(tx: Tx, vault: Vault, intakeId: string, input: AddVictim): Promise<void> {
  const intake = await tx.load(Intake, intakeId);
  const victim = await keepPerson(tx, vault, input, { caseId: intake.caseId, victimId: newId() });
  await tx.save(intake, intake.addVictim({ by: tx.actor, at: tx.at, victim }));
}
