import type { Instant } from '#contracts';
import type { Tx } from '#messaging';
import { UnitRecord } from '../domain/unit-record.js';
import { setPassword } from '../people/accounts.js';
import { takeAsked } from '../people/passwords-asked.js';
import { recordIdOf, saveUnit } from './save-unit.js';

interface Given {
  readonly personId: string;
  readonly password: string;
  readonly before: Instant;
}

/** The password of another person is set, as somebody else has asked; whoever was signed in as that person is so no more. */
export async function setPasswordOf(tx: Tx, { personId, password, before }: Given): Promise<void> {
  const unit = await tx.load(UnitRecord, recordIdOf(tx.actor.unitId));
  const askedBy = await takeAsked(tx, { personId, by: tx.actor.personId });
  await setPassword(tx.client, personId, password);
  await saveUnit(tx, unit, unit.setPassword({ personId, by: tx.actor, askedBy, before }));
}
