import pg from 'pg';
import { topicOf } from '#contracts';
import { kafkaFor, producerFor, ServiceConfig } from '#service-kit';
import { answer } from '../answering.js';

// The other side of row b1: the same kafkajs producer sends the same bytes in the same batches, out of memory.
const { KAFKA_BROKERS, KAFKA_USER, KAFKA_PASSWORD } = process.env;
const config = Object.assign(new ServiceConfig(), { KAFKA_BROKERS, KAFKA_USER, KAFKA_PASSWORD });
const producer = producerFor(kafkaFor('bench', config));
await producer.connect();

let batches: { key: string; value: string }[][] = [];

async function load({ batch }: { batch: number }): Promise<void> {
  const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] });
  await client.connect();
  const { rows } = await client.query<{ key: string; value: string }>(
    'SELECT aggregateid AS key, payload AS value FROM journal ORDER BY seq');
  await client.end();
  batches = Array.from({ length: Math.ceil(rows.length / batch) }, (_, index) => rows.slice(index * batch, (index + 1) * batch));
}

async function produce(): Promise<number> {
  const begun = performance.now();
  let count = 0;
  for (const batch of batches) {
    const messages = batch.map(({ key, value }) => ({ key, value }));
    await producer.send({ topic: topicOf('bench'), acks: -1, timeout: 15_000, messages });
    count += batch.length;
  }
  return (count * 1000) / (performance.now() - begun);
}

answer({ load, produce });
