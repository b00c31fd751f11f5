import { v7 as newId } from 'uuid';
import { OneOf, PaperNumber, RETAKING_GROUNDS, type RetakingGround } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, isMinor, superiorOf } from '#service-kit';
import { Custody } from '../domain/custody.js';
import { Rescue } from '../domain/rescue.js';
import { whereFrom } from './end-care.js';

export class RetakeChild extends CommandInput {
  @OneOf(RETAKING_GROUNDS) grounds!: RetakingGround;
  /** Of the paper on which the child is taken back. */
  @PaperNumber() documentNumber!: string;
}

/** Taking the child back and answering for what comes next are one act: one transaction, so that nobody is between them. */
export async function retakeChild(tx: Tx, custodyId: string, { grounds, documentNumber }: RetakeChild): Promise<void> {
  const custody = await tx.load(Custody, custodyId);
  const { isBuyer, involved } = await whereFrom(tx, custody);
  const { caseId, victimId } = custody;
  const rescueId = newId();
  await tx.save(custody, custody.retake({
    by: tx.actor, at: tx.at, rescueId, grounds, documentNumber, isBuyer, involved, isMinor: await isMinor(tx, victimId),
  }));
  const [rescue, opened] = Rescue.takeBack({
    id: rescueId, caseId, victimId, custodyId, by: tx.actor, at: tx.at, clockId: newId(), rules: tx.rules,
    superiorUnit: await superiorOf(tx, tx.actor.unitId),
  });
  await tx.save(rescue, opened);
}
