import type { Tx } from '#messaging';
import { UnitRecord } from '../domain/unit-record.js';
import type { Leaver } from '../people/leavers.js';
import { endOfThisSecond } from '../people/sign-ins.js';
import { recordIdOf, saveUnit } from './save-unit.js';

/** The day has come on which somebody is without a post, as was said before: they are signed out everywhere. */
export async function signOutLeaver(tx: Tx, { unitId, personId }: Leaver): Promise<void> {
  const unit = await tx.load(UnitRecord, recordIdOf(unitId));
  await saveUnit(tx, unit, unit.signOut({ personId, before: endOfThisSecond() }));
}
