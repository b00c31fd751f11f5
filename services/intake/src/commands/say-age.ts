import { v7 as newId } from 'uuid';
import { dayOf } from '#clocks';
import { Day, Maybe, Part, Refusal, type CalendarDate } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, knownStages } from '#service-kit';
import type { Vault } from '#vault';
import { bornAtLatest, isMinorAt } from '../domain/age.js';
import { Intake } from '../domain/intake.js';
import { EstimatedAge, marksKept } from './person.js';

export class SayAge extends CommandInput {
  @Maybe() @Day() birthDate?: CalendarDate;
  @Maybe() @Part(() => EstimatedAge) estimatedAge?: EstimatedAge;
}

export async function sayAge(
  tx: Tx, vault: Vault, { intakeId, victimId }: { intakeId: string; victimId: string }, input: SayAge,
): Promise<void> {
  const intake = await tx.load(Intake, intakeId);
  const { birthDate, estimatedAge } = input;
  const latest = bornAtLatest({ birthDate, estimatedAge }, dayOf(tx.at));
  if (latest === undefined) throw new Refusal('intake.age-missing', { victimId });
  const personRecord = newId();
  const facts = intake.sayAge({
    by: tx.actor, at: tx.at, victimId, minor: isMinorAt(latest, tx.now), personRecord,
    elsewhere: await knownStages(tx, intake.caseId),
  });
  const value = { birthDate, estimatedAge };
  await vault.keep(tx, { id: personRecord, caseId: intake.caseId, kind: 'person', value, marks: marksKept(vault, value) });
  await tx.save(intake, facts);
}
