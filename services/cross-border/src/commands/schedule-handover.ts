import { v7 as newId } from 'uuid';
import {
  DESTINATIONS, Id, Ids, Maybe, Moment, NationalId, OneOf, Parts, PORTS, UnitId,
  type Destination, type Instant, type Port,
} from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, knownStages } from '#service-kit';
import { caseOf, type Traveller } from '../domain/gates.js';
import { Handover } from '../domain/handover.js';
import { returnsOf, travellerOf } from './travellers.js';

export class ReceivingHouseholdMember {
  @NationalId() nationalId!: string;
}

/** Who is to go, and where to. A household that is named is looked up among the buyers. */
export class GoingPerson {
  @Id() returnId!: string;
  @OneOf(DESTINATIONS) destination!: Destination;
  @Maybe() @Id() householdId?: string;
  @Maybe() @Ids({ max: 10 }) personIds?: string[];
  @Maybe() @Parts(() => ReceivingHouseholdMember, { max: 10 }) members?: ReceivingHouseholdMember[];
}

export class ScheduleHandover extends CommandInput {
  @Parts(() => GoingPerson, { min: 1, max: 20 }) persons!: GoingPerson[];
  @OneOf(PORTS) port!: Port;
  @Moment() at!: Instant;
  @UnitId() counterpart!: string;
}

export async function scheduleHandover(tx: Tx, input: ScheduleHandover): Promise<void> {
  const wanted = new Map(input.persons.map((person) => [person.returnId, person]));
  const returns = await returnsOf(tx, [...wanted.keys()]);
  const caseId = caseOf(returns);
  const id = newId();
  const travellers: Traveller[] = [];
  for (const person of returns) {
    const { members, ...going } = wanted.get(person.id)!;
    const marks = members?.map(({ nationalId }) => tx.surroundings.identityDigest(nationalId));
    travellers.push(await travellerOf(tx, person, { ...going, marks }));
  }
  const elsewhere = await knownStages(tx, caseId);
  // Each person must be free to join before the handover is there: whose stage it is, whether another handover has her.
  const joined = returns.map((person) => person.join({
    by: tx.actor, at: tx.at, handoverId: id, destination: wanted.get(person.id)!.destination, elsewhere,
  }));
  const [handover, facts] = Handover.schedule({
    by: tx.actor, at: tx.at, id, caseId, port: input.port, scheduledAt: input.at, counterpart: input.counterpart, travellers,
    unitKind: (await tx.directory.unit(input.counterpart))?.kind,
  });
  await tx.save(handover, facts);
  for (const [index, person] of returns.entries()) await tx.save(person, joined[index]!);
}
