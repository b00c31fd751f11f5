import { Transactions } from '#messaging';
import { answer } from '../answering.js';
import { answerEnquiry, openEnquiry } from '../service/commands.js';
import { openTransactions } from '../service/stand-alone.js';
import { UnchainedTransactions } from '../unchained.js';

// Both sides of row e. Commands run in this process, without HTTP, so that the chain is a large part of what is measured.
const clients = Number(process.env['CLIENTS']);
const type = process.env['CHAIN'] === 'without' ? UnchainedTransactions : Transactions;
const { transactions } = await openTransactions(process.env['DATABASE_URL']!, clients, type);

/** @returns commands a second: each client opens an enquiry and answers it, again and again. */
async function append({ seconds }: { seconds: number }): Promise<number> {
  const begun = performance.now();
  const end = begun + seconds * 1000;
  let count = 0;
  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      const { id } = await openEnquiry(transactions);
      await answerEnquiry(transactions, id!);
      count += 2;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return (count * 1000) / (performance.now() - begun);
}

answer({ append });
