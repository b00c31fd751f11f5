import {
  CustodyEnded, CustodyTaken, CustodyTransferred, PlacementDecided, PlacementTakenEffect, type Envelope,
} from '#contracts';
import { on, type Reaction, type Tx } from '#messaging';

// Rescue and placement are heard in any order: of what happened, the later counts.
const KEEP = `INSERT INTO known_care (victim_id, has_left, since) VALUES ($1,$2,$3)
  ON CONFLICT (victim_id) DO UPDATE SET has_left = excluded.has_left, since = excluded.since WHERE known_care.since <= excluded.since`;

const hold = async ({ occurredAt, data }: Envelope<CustodyTaken | CustodyTransferred>, tx: Tx): Promise<void> =>
  tx.execute(KEEP, [data.victimId, data.kind === 'relative', occurredAt]);

/** who is with a relative, or has gone their own way, is in the care of no unit. Received abroad is the way home. */
export const custodyReactions: readonly Reaction[] = [
  on(CustodyTaken, hold),
  on(CustodyTransferred, hold),
  on(CustodyEnded, async ({ occurredAt, data }, tx) => {
    if (data.reason !== 'received-abroad') tx.execute(KEEP, [data.victimId, true, occurredAt]);
  }),
];

/** P-5: an adult lives where she has chosen, from the time when that placement takes effect. */
export const ownChoiceReactions: readonly Reaction[] = [
  on(PlacementDecided, async ({ data }, tx) => tx.execute(
    data.kind === 'own-choice'
      ? 'INSERT INTO known_own_choice (placement_id) VALUES ($1) ON CONFLICT DO NOTHING'
      : 'DELETE FROM known_own_choice WHERE placement_id = $1', [data.placementId])),
  on(PlacementTakenEffect, async ({ occurredAt, data }, tx) => {
    const chosen = await tx.query('SELECT 1 FROM known_own_choice WHERE placement_id = $1', [data.placementId]);
    if (chosen.length > 0) tx.execute(KEEP, [data.victimId, true, occurredAt]);
  }),
];

/** Whether no unit in the country has this victim any more. Not of whom nothing was heard: nobody rescued her here. */
export async function hasLeftCare(tx: Tx, victimId: string): Promise<boolean> {
  const left = await tx.query('SELECT 1 FROM known_care WHERE victim_id = $1 AND has_left', [victimId]);
  return left.length > 0;
}
