import type { Envelope, ProtectionTaken } from '#contracts';
import type { Tx } from '#messaging';
import { Placement } from '../domain/placement.js';

/** the person was taken back from where they lived: no placement of theirs holds any longer. */
export async function letFall(tx: Tx, { caseId, data }: Envelope<ProtectionTaken>): Promise<void> {
  const rows = await tx.query<{ id: string }>(
    'SELECT id FROM placement WHERE case_id = $1 AND victim_id = $2 ORDER BY id', [caseId, data.victimId]);
  for (const { id } of rows) {
    const placement = await tx.load(Placement, id);
    await tx.save(placement, placement.fall(tx.at));
  }
}
