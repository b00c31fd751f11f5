import { OneOf, PaperNumber, RETAKING_GROUNDS, type RetakingGround } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, isMinor } from '#service-kit';
import { Custody } from '../domain/custody.js';
import { whereFrom } from './end-care.js';

export class RetakeChild extends CommandInput {
  @OneOf(RETAKING_GROUNDS) grounds!: RetakingGround;
  /** Of the paper on which the child is taken back. */
  @PaperNumber() documentNumber!: string;
}

export async function retakeChild(tx: Tx, custodyId: string, { grounds, documentNumber }: RetakeChild): Promise<void> {
  const custody = await tx.load(Custody, custodyId);
  const { isBuyer, involved } = await whereFrom(tx, custody);
  await tx.save(custody, custody.retake({
    by: tx.actor, at: tx.at, grounds, documentNumber, isBuyer, involved, isMinor: await isMinor(tx, custody.victimId),
  }));
}
