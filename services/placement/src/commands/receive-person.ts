import { v7 as newId } from 'uuid';
import type { Tx } from '#messaging';
import { Placement } from '../domain/placement.js';
import { holderOf } from '../views/known-custody.js';

export async function receivePerson(tx: Tx, placementId: string): Promise<void> {
  const placement = await tx.load(Placement, placementId);
  const [holder, unit] = [await holderOf(tx, placement.victimId), await tx.directory.unit(tx.actor.unitId)];
  await tx.save(placement, placement.receive({
    by: tx.actor, at: tx.at, holder, clockId: newId(), rules: tx.rules, superiorUnit: unit?.superiorUnit ?? undefined,
  }));
}
