import { v7 as newId } from 'uuid';
import { dayOf } from '#clocks';
import { Division, Maybe, Moment, Part, Words, type CalendarDate, type Instant } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, superiorOf } from '#service-kit';
import type { Vault } from '#vault';
import { ageAt, bornAtLatest } from '../domain/age.js';
import { fromMissingReport } from '../domain/beginning.js';
import { keepContent } from './content.js';
import { keepPerson, Person } from './person.js';
import { keepReporter, Reporter } from './reporter.js';

export class ReceiveMissingReport extends CommandInput {
  @Part(() => Person) person!: Person;
  @Moment() missingSince!: Instant;
  /** When the family turned to the police, where that was before the acceptance. */
  @Maybe() @Moment() reportedAt?: Instant;
  /** Where the person was last seen: the county, and in words where exactly. */
  @Division() division!: string;
  @Maybe() @Words({ max: 300 }) lastSeenPlace?: string;
  @Maybe() @Part(() => Reporter) reporter?: Reporter;
}

export async function receiveMissingReport(tx: Tx, vault: Vault, input: ReceiveMissingReport): Promise<void> {
  const [id, caseId] = [newId(), newId()];
  const person = await keepPerson(tx, vault, input.person, { caseId, victimId: newId() });
  const reporterRecord = await keepReporter(tx, vault, caseId, input.reporter);
  const contentRecord = await keepContent(tx, vault, caseId, input);
  const [intake, facts] = fromMissingReport({
    id, caseId, person, report: { reportId: newId(), missingSince: input.missingSince, reporterRecord, contentRecord },
    ageYears: ageWhenLost(input, dayOf(tx.at)), reportedAt: input.reportedAt ?? tx.at,
    division: input.division, triageClockId: newId(), acceptClockId: newId(), by: tx.actor, at: tx.at, rules: tx.rules,
    isDivisionKnown: await tx.directory.isInJurisdiction(input.division), superiorUnit: await superiorOf(tx, tx.actor.unitId),
  });
  await tx.save(intake, facts);
}

/** The youngest that is possible; an estimate may reach below the birth. */
function ageWhenLost({ person, missingSince }: ReceiveMissingReport, today: CalendarDate): number | undefined {
  const latest = bornAtLatest(person, today);
  if (latest === undefined) return undefined;
  const years = ageAt(latest, missingSince);
  return person.estimatedAge ? Math.max(years, 0) : years;
}
