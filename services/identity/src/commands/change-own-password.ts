import type { Instant } from '#contracts';
import type { Tx } from '#messaging';
import { UnitRecord } from '../domain/unit-record.js';
import { setPassword } from '../people/accounts.js';
import { recordIdOf, saveUnit } from './save-unit.js';

/** Somebody has another password from now on: whoever was signed in as them is so no more. */
export async function changeOwnPassword(tx: Tx, { next, before }: { next: string; before: Instant }): Promise<void> {
  const { personId, unitId } = tx.actor;
  const unit = await tx.load(UnitRecord, recordIdOf(unitId));
  await setPassword(tx.client, personId, next);
  await saveUnit(tx, unit, unit.signOut({ personId, before }));
}
