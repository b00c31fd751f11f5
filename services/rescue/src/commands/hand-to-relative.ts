import { Id, OneOf, PRESENT, SomeOf, type Present, type Relation } from '#contracts';
import type { Tx } from '#messaging';
import { isBuyerBehind, isMinor } from '#service-kit';
import { Custody } from '../domain/custody.js';
import { KIN } from '../domain/kinship.js';
import { Naming, namesBuyer } from './claimant.js';

export class HandToRelative extends Naming {
  @Id() relativeId!: string;
  @OneOf(KIN) relation!: Relation;
  /** Who is there when the child goes home; a social worker must be. */
  @SomeOf(PRESENT) witnesses!: Present[];
}

export async function handToRelative(tx: Tx, custodyId: string, input: HandToRelative): Promise<void> {
  const custody = await tx.load(Custody, custodyId);
  const { relativeId, relation, witnesses } = input;
  // Who was no known buyer when kinship was proven may be one now: the id that was shown then is looked at again.
  await tx.save(custody, custody.handToRelative({
    by: tx.actor, at: tx.at, relativeId, relation, witnesses,
    isMinor: await isMinor(tx, custody.victimId), isBuyerBehind: await isBuyerBehind(tx, custody.caseId),
    isBuyer: await namesBuyer(tx, input, { personIds: [relativeId], identityDigests: custody.digestsOf(relativeId) }),
  }));
}
