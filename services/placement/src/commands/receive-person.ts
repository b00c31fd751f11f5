import { v7 as newId } from 'uuid';
import type { Tx } from '#messaging';
import { superiorOf } from '#service-kit';
import { Placement } from '../domain/placement.js';
import { careOf } from '../views/known-custody.js';

export async function receivePerson(tx: Tx, placementId: string): Promise<void> {
  const placement = await tx.load(Placement, placementId);
  const care = await careOf(tx, placement.victimId);
  await tx.save(placement, placement.receive({
    by: tx.actor, at: tx.at, holder: care?.unitId ?? null, heldSince: care?.since ?? null, clockId: newId(), rules: tx.rules,
    superiorUnit: await superiorOf(tx, tx.actor.unitId),
  }));
}
