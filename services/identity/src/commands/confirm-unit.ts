import type { Tx } from '#messaging';
import { takeProposal } from '../people/units-proposed.js';
import { confirmersAbove } from './confirmers.js';
import { mustStillDescribe } from './must-administer.js';
import { registerUnit } from './register-unit.js';

/** The second person agrees to what a unit is; only now is it so. What has changed since it was proposed is looked at anew. */
export async function confirmUnit(tx: Tx, proposalId: string): Promise<void> {
  const proposal = await takeProposal(tx, proposalId);
  await mustStillDescribe(tx, proposal);
  const { unitId, is, by } = proposal;
  const confirmers = await confirmersAbove(tx, { unitId, is, by });
  await registerUnit(tx, unitId, is, { by: tx.actor, proposedBy: by.personId, confirmers });
}
