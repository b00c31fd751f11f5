import type { Tx } from '#messaging';
import { isBuyer, isBuyerBehind } from '#service-kit';
import type { Traveller } from '../domain/gates.js';
import type { Handover } from '../domain/handover.js';
import type { Place } from '../domain/handover-state.js';
import { Return } from '../domain/return.js';
import { hasLeftCare } from '../views/known-care.js';
import { victimOf } from '../views/known-victims.js';

type Going = Omit<Place, 'returnId' | 'victimId'>;

/** Loads returns in the order of their ids: whoever needs several of a case asks for them in the same order. */
export async function returnsOf(tx: Tx, returnIds: readonly string[]): Promise<Return[]> {
  const found: Return[] = [];
  for (const id of [...returnIds].sort()) found.push(await tx.load(Return, id));
  return found;
}

/** How a handover sees this person at the time of the command: buyers may have become known since the last look. */
export async function travellerOf(tx: Tx, person: Return, going: Going): Promise<Traveller> {
  const { destination, householdId, personIds, marks } = going;
  return person.asTraveller({
    destination, householdId, personIds, marks, at: tx.at,
    isMinor: (await victimOf(tx, person.victimId)).isMinor,
    isBuyer: await isBuyer(tx, { householdId, personIds, marks }), hasLeftCare: await hasLeftCare(tx, person.victimId),
    isBuyerBehind: await isBuyerBehind(tx, person.caseId),
  });
}

/** The persons of a handover with the gates that are shut for them now. */
export async function travellersOf(tx: Tx, handover: Handover): Promise<{ returns: Return[]; travellers: Traveller[] }> {
  const returns = await returnsOf(tx, handover.persons.map(({ returnId }) => returnId));
  const travellers: Traveller[] = [];
  for (const person of returns)
    travellers.push(await travellerOf(tx, person, handover.persons.find(({ returnId }) => returnId === person.id)!));
  return { returns, travellers };
}
