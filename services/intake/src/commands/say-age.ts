import { v7 as newId } from 'uuid';
import { dayOf } from '#clocks';
import { Day, Maybe, Part, Refusal, type CalendarDate } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, knownStages } from '#service-kit';
import type { Vault } from '#vault';
import { basisOf, bornAtLatest, isMinorAt } from '../domain/age.js';
import { Intake } from '../domain/intake.js';
import { isAgeOnRecord } from '../queries/age-on-record.js';
import { EstimatedAge, marksKept } from './person.js';

export class SayAge extends CommandInput {
  @Maybe() @Day() birthDate?: CalendarDate;
  @Maybe() @Part(() => EstimatedAge) estimatedAge?: EstimatedAge;
}

export async function sayAge(
  tx: Tx, vault: Vault, { intakeId, victimId }: { intakeId: string; victimId: string }, input: SayAge,
): Promise<void> {
  const intake = await tx.load(Intake, intakeId);
  const value = { birthDate: input.birthDate, estimatedAge: input.estimatedAge };
  const [latest, basis] = [bornAtLatest(value, dayOf(tx.at)), basisOf(value)];
  if (latest === undefined || basis === undefined) throw new Refusal('intake.age-missing', { victimId });
  const personRecord = newId();
  const facts = intake.sayAge({
    by: tx.actor, at: tx.at, victimId, minor: isMinorAt(latest, tx.now), basis, personRecord,
    isOnRecord: await isAgeOnRecord(tx, vault, { intakeId, victimId, age: value }),
    elsewhere: await knownStages(tx, intake.caseId),
  });
  if (facts.length > 0)
    await vault.keep(tx, { id: personRecord, caseId: intake.caseId, kind: 'person', value, marks: marksKept(vault, value) });
  await tx.save(intake, facts);
}
