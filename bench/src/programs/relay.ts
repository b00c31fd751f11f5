import pg from 'pg';
import { Relay } from '#messaging';
import { kafkaFor, producerFor, ServiceConfig } from '#service-kit';
import { answer } from '../answering.js';

// Our side of row b: the relay as every service runs it, over an outbox that has grown while the broker was away.
const { KAFKA_BROKERS, KAFKA_USER, KAFKA_PASSWORD } = process.env;
const config = Object.assign(new ServiceConfig(), { KAFKA_BROKERS, KAFKA_USER, KAFKA_PASSWORD });
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 2 });
const producer = producerFor(kafkaFor('bench', config));
await producer.connect();

/** @returns facts a second, from the start of the relay to the acknowledgement of the last fact. */
async function drain({ count }: { count: number }): Promise<number> {
  let carried = 0;
  const begun = performance.now();
  const took = await new Promise<number>((resolve, reject) => {
    const relay = new Relay('bench', pool, producer, {
      onSent: (sent) => {
        carried += sent;
        if (carried >= count) void relay.stop().then(() => resolve(performance.now() - begun), reject);
      },
      onError: reject,
    });
    relay.start();
  });
  return (count * 1000) / took;
}

answer({ drain });
