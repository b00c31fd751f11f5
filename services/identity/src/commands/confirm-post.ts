import type { Tx } from '#messaging';
import { UnitRecord } from '../domain/unit-record.js';
import { askForPassword } from '../people/passwords-asked.js';
import { confirmersOf } from './confirmers.js';
import { mustStillAdminister } from './must-administer.js';
import { recordIdOf, saveUnit } from './save-unit.js';

/** The second person agrees to an appointment; only now does anybody hold the post, if whoever proposed it still may. */
export async function confirmPost(tx: Tx, unitId: string, proposalId: string): Promise<void> {
  const unit = await tx.load(UnitRecord, recordIdOf(unitId));
  const proposal = unit.proposalOf(proposalId);
  await mustStillAdminister(tx, { unitId, by: proposal.by });
  await saveUnit(tx, unit, unit.confirm({
    proposalId, by: tx.actor, at: tx.now, confirmers: await confirmersOf(tx, unitId, proposal),
  }));
  askForPassword(tx, { personId: proposal.personId, askedBy: proposal.by.personId, onlyFirst: true });
}
