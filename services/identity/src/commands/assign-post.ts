import { v7 as newId } from 'uuid';
import { Day, Id, Maybe, OneOf, Part, POSTS, Refusal, type CalendarDate, type Post } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import { UnitRecord } from '../domain/unit-record.js';
import { FIRST_ADMINISTRATOR } from '../people/first-administrator.js';
import { addPerson, isKnownPerson, NewPerson } from '../people/people.js';
import { askForPassword } from '../people/passwords-asked.js';
import { confirmersOf } from './confirmers.js';
import { recordIdOf, saveUnit } from './save-unit.js';

export class AssignPost extends CommandInput {
  @Maybe() @Id() personId?: string;
  /** Somebody who is not in the directory yet; the password is set afterwards, on a route of its own. */
  @Maybe() @Part(() => NewPerson) newPerson?: NewPerson;
  @OneOf(POSTS) post!: Post;
  @Day() from!: CalendarDate;
  @Maybe() @Day() to?: CalendarDate;
}

/** An administrator proposes an appointment; it takes effect when a second person has confirmed it. */
export async function assignPost(tx: Tx, unitId: string, input: AssignPost): Promise<void> {
  const unit = await tx.load(UnitRecord, recordIdOf(unitId));
  const personId = await personOf(tx, unitId, input);
  const proposed = { proposalId: newId(), personId, post: input.post, from: input.from, to: input.to ?? null };
  const facts = unit.propose({
    ...proposed, by: tx.actor, at: tx.now, confirmers: await confirmersOf(tx, unitId, { personId, by: tx.actor }),
    isFirstAdministrator: tx.actor.personId === FIRST_ADMINISTRATOR,
  });
  await saveUnit(tx, unit, facts);
  // Nobody was there to confirm it, so nobody else can set the password either.
  if (unit.proposals.every(({ proposalId }) => proposalId !== proposed.proposalId))
    askForPassword(tx, { personId, askedBy: null, onlyFirst: true });
}

async function personOf(tx: Tx, unitId: string, { personId, newPerson }: AssignPost): Promise<string> {
  if ((personId === undefined) === (newPerson === undefined)) throw new Refusal('identity.person-missing');
  if (newPerson) {
    const id = newId();
    await addPerson(tx, { ...newPerson, personId: id, unitId });
    return id;
  }
  if (!(await isKnownPerson(tx, personId!))) throw new Refusal('identity.unknown-person', { personId });
  return personId!;
}
