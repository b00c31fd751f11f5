import { parseEnvelope } from '#contracts';
import { FactTransport, Inbox, on, type Listening, type Message } from '#messaging';
import { kafkaFor, ServiceConfig } from '#service-kit';
import { answer } from '../answering.js';
import { machineTime, Notes } from '../pace.js';
import { EnquiryOpened } from '../service/enquiry.js';
import { openTransactions } from '../service/stand-alone.js';

// Our receiving side of row d: the transport and the inbox of another service, and a reaction that writes one row.
const { KAFKA_BROKERS, KAFKA_USER, KAFKA_PASSWORD } = process.env;
const config = Object.assign(new ServiceConfig(), { KAFKA_BROKERS, KAFKA_USER, KAFKA_PASSWORD });
const { transactions } = await openTransactions(process.env['DATABASE_URL']!, 4);
const inbox = new Inbox(transactions);
const listening: Listening = {
  source: 'bench',
  reactions: [on(EnquiryOpened, async ({ caseId, data }, tx) => tx.execute(
    'INSERT INTO known_enquiry (enquiry_id, case_id, to_unit) VALUES ($1, $2, $3)', [data.enquiryId, caseId, data.toUnit]))],
};
const notes = new Notes();
const transport = new FactTransport({ service: 'listener', kafka: () => kafkaFor('listener', config) });

transport.addHandler('bench', async (messages: Message[]) => {
  const { parked } = await inbox.receive(messages, listening);
  const committed = machineTime();
  if (parked > 0) throw new Error('A fact was parked: the figures would mean nothing.');
  for (const { value } of messages) notes.note(parseEnvelope(value).commandId, committed);
}, true);
transport.listen(() => undefined);

answer({ listens: () => transport.isListening, count: () => notes.count, heard: () => notes.take() });
