import { v7 as newId } from 'uuid';
import { dayOf } from '#clocks';
import { CASE_KINDS, Id, Maybe, OneOf, Parts, type CaseKind } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import type { Vault } from '#vault';
import { Intake } from '../domain/intake.js';
import type { Described } from '../domain/victim.js';
import { keepPerson, Person } from './person.js';

export class VictimOfCase extends Person {
  /** Of somebody who was reported missing; without it the person is new here. */
  @Maybe() @Id() victimId?: string;
}

export class OpenCase extends CommandInput {
  @OneOf(CASE_KINDS) kind!: CaseKind;
  @Parts(() => VictimOfCase, { max: 20 }) victims!: VictimOfCase[];
}

export async function openCase(tx: Tx, vault: Vault, intakeId: string, input: OpenCase): Promise<void> {
  const intake = await tx.load(Intake, intakeId);
  const victims: Described[] = [];
  for (const person of input.victims) {
    const victimId = person.victimId ? intake.victimOf(person.victimId).victimId : newId();
    victims.push(await keepPerson(tx, vault, person, { caseId: intake.caseId, victimId }));
  }
  const caseNumber = await nextCaseNumber(tx, intake.division);
  await tx.save(intake, intake.openCase({ by: tx.actor, at: tx.at, caseNumber, kind: input.kind, victims }));
}

/** Numbers have no hole: a refused opening takes its number back with the transaction. */
async function nextCaseNumber(tx: Tx, division: string): Promise<string> {
  const year = Number(dayOf(tx.at).slice(0, 4));
  const [row] = await tx.query<{ last: number }>(
    `INSERT INTO case_counter (division, year, last) VALUES ($1, $2, 1)
     ON CONFLICT (division, year) DO UPDATE SET last = case_counter.last + 1 RETURNING last`, [division, year]);
  return `GT-${division}-${year}-${String(row!.last).padStart(4, '0')}`;
}
