import type { Tx } from '#messaging';
import { Custody } from '../domain/custody.js';
import { namesBuyer } from './claimant.js';

export async function acceptCare(tx: Tx, custodyId: string, offerId: string): Promise<void> {
  const custody = await tx.load(Custody, custodyId);
  const isBuyer = await namesBuyer(tx, {}, { personIds: [tx.actor.personId] });
  await tx.save(custody, custody.accept({ offerId, by: tx.actor, at: tx.at, isBuyer }));
}

export async function declineCare(tx: Tx, custodyId: string, offerId: string): Promise<void> {
  const custody = await tx.load(Custody, custodyId);
  await tx.save(custody, custody.decline({ offerId, by: tx.actor, at: tx.at }));
}
