import { randomUUID } from 'node:crypto';
import { v7 as newId } from 'uuid';
import type { Context, Receipt, Transactions } from '#messaging';
import { Enquiry } from './enquiry.js';
import { ACTOR, sampleAsked } from './samples.js';

const context = (): Context => ({ actor: ACTOR, commandId: randomUUID(), fingerprint: 'bench' });

/** The two commands of the bench service, as its controller runs them. */
export function openEnquiry(transactions: Transactions): Promise<Receipt> {
  return transactions.run(context(), (tx) =>
    tx.save(...Enquiry.open({ id: newId(), caseId: randomUUID(), asked: sampleAsked(), by: tx.actor, at: tx.at })));
}

export function answerEnquiry(transactions: Transactions, id: string): Promise<Receipt> {
  return transactions.run(context(), async (tx) => {
    const enquiry = await tx.load(Enquiry, id);
    await tx.save(enquiry, enquiry.answer({ by: tx.actor, at: tx.at, findings: 3 }));
  });
}
