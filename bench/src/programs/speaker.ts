import { poolOf, Relay } from '#messaging';
import { kafkaFor, producerFor, ServiceConfig } from '#service-kit';
import { answer } from '../answering.js';
import { machineTime, Notes, paced, type Pace, type Times } from '../pace.js';
import { openEnquiry } from '../service/commands.js';
import { openTransactions } from '../service/stand-alone.js';

// Our sending side of row d: commands at a steady pace, and the relay, woken after each commit, in the same process.
const { KAFKA_BROKERS, KAFKA_USER, KAFKA_PASSWORD } = process.env;
const config = Object.assign(new ServiceConfig(), { KAFKA_BROKERS, KAFKA_USER, KAFKA_PASSWORD });
const { transactions, source } = await openTransactions(process.env['DATABASE_URL']!, 12);
const producer = producerFor(kafkaFor('bench', config));
await producer.connect();
const relay = new Relay('bench', poolOf(source), producer);
transactions.onCommit = () => relay.nudge();
relay.start();

/** @returns when each command was known to be committed. */
async function speak(pace: Pace): Promise<Times> {
  const notes = new Notes();
  await paced(pace, async () => {
    const { commandId } = await openEnquiry(transactions);
    notes.note(commandId, machineTime());
  });
  return notes.take();
}

answer({ speak });
