import { randomUUID } from 'node:crypto';
import type { Message } from 'kafkajs';
import { fact, topicOf } from '#contracts';
import { EMPTY_HEAD, linked } from '#messaging';
import { kafkaFor, producerFor, ServiceConfig } from '#service-kit';
import { answer } from '../answering.js';
import { machineTime, Notes, paced, type Pace, type Times } from '../pace.js';
import { EnquiryOpened } from '../service/enquiry.js';
import { ACTOR, sampleAsked } from '../service/samples.js';

// The other side of row d: the same kafkajs with the same settings and the same bytes, and no database. It sends whatever
// waits, one request after another, as the relay does: one message a request would be ten times slower at 1,000 a second.
const { KAFKA_BROKERS, KAFKA_USER, KAFKA_PASSWORD } = process.env;
const config = Object.assign(new ServiceConfig(), { KAFKA_BROKERS, KAFKA_USER, KAFKA_PASSWORD });
const kafka = kafkaFor('alone', config);
const topic = topicOf('alone');
const notes = new Notes();
let isListening = false;

async function openSpeaker(): Promise<(pace: Pace) => Promise<Times>> {
  const producer = producerFor(kafka);
  await producer.connect();
  let waiting: Message[] = [];
  let isSending = false;
  const flush = async (): Promise<void> => {
    if (isSending) return;
    isSending = true;
    while (waiting.length > 0) {
      const messages = waiting;
      waiting = [];
      await producer.send({ topic, acks: -1, timeout: 15_000, messages });
    }
    isSending = false;
  };
  return async (pace) => {
    await paced(pace, async () => {
      const commandId = randomUUID();
      const value = envelope(commandId);
      notes.note(commandId, machineTime());
      waiting.push({ key: commandId, value });
      await flush();
    });
    return notes.take();
  };
}

function envelope(commandId: string): string {
  const now = new Date().toISOString();
  const { rows: [row] } = linked(EMPTY_HEAD, [fact(EnquiryOpened, { enquiryId: randomUUID(), ...sampleAsked() })], {
    service: 'alone', caseId: randomUUID(), subjectId: randomUUID(), occurredAt: now, recordedAt: now, exercise: false,
    actor: ACTOR, commandId,
  });
  return row!.payload;
}

async function listen(): Promise<void> {
  const consumer = kafka.consumer({
    groupId: 'alone', sessionTimeout: 10_000, heartbeatInterval: 2_000, maxWaitTimeInMs: 20,
    maxBytesPerPartition: 2 * 1024 * 1024,
  });
  consumer.on(consumer.events.GROUP_JOIN, () => { isListening = true; });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  // Offsets are not kept, so that it need not wait for the broker after each batch; we keep ours once a second.
  await consumer.run({
    autoCommit: false, partitionsConsumedConcurrently: 64,
    eachBatch: ({ batch }) => {
      const received = machineTime();
      for (const { value } of batch.messages)
        notes.note((JSON.parse(value!.toString()) as { commandId: string }).commandId, received);
      return Promise.resolve();
    },
  });
}

if (process.env['ROLE'] === 'listener') await listen();
const speak = process.env['ROLE'] === 'listener' ? () => { throw new Error('This one listens.'); } : await openSpeaker();
answer({ speak, listens: () => isListening, count: () => notes.count, heard: () => notes.take() });
