import { v7 as newId } from 'uuid';
import type { Tx } from '#messaging';
import { isBuyerBehind, isMinor, superiorOf } from '#service-kit';
import { Placement } from '../domain/placement.js';
import { careOf } from '../views/known-custody.js';
import { isBuyerAmong } from './household-people.js';

export async function putInEffect(tx: Tx, placementId: string): Promise<void> {
  const placement = await tx.load(Placement, placementId);
  await tx.save(placement, placement.takeEffect({
    by: tx.actor, at: tx.at, isBuyer: await isBuyerAmong(tx, placement, placement.decision ?? {}),
    isBuyerBehind: await isBuyerBehind(tx, placement.caseId), isMinor: await isMinor(tx, placement.victimId),
    care: await careOf(tx, placement.victimId), rules: tx.rules, newId,
    superiorUnit: await superiorOf(tx, tx.actor.unitId),
  }));
}
