// The other side of row b3: the npm package pg-transactional-outbox carries messages from its own outbox table to Kafka,
// by logical replication and with one mutex per case: the fastest of its ways that keeps the order of a case.
import kafkajs from 'kafkajs';
import outbox from 'pg-transactional-outbox';
import pg from 'pg';
import { answer } from '../../dist/bench/src/answering.js';

const TABLE = { outboxOrInbox: 'outbox', schema: 'public', table: 'outbox' };
const PUBLICATION = { publication: 'outbox_publication', replicationSlot: 'outbox_slot' };
const SILENT = Object.fromEntries(['silent', 'trace', 'debug', 'info', 'warn', 'error', 'fatal'].map((level) => [level, () => undefined]));

const connectionString = process.env.DATABASE_URL;
const pool = new pg.Pool({ connectionString });
const sasl = { mechanism: 'plain', username: process.env.KAFKA_USER, password: process.env.KAFKA_PASSWORD };
const kafka = new kafkajs.Kafka({ brokers: process.env.KAFKA_BROKERS.split(','), sasl, logLevel: kafkajs.logLevel.NOTHING });
const producer = kafka.producer({ allowAutoTopicCreation: false });

/** An empty table and a new slot, then a backlog of the same payloads as the journal has. */
async function fill({ count, payload }) {
  const setup = { ...TABLE, ...PUBLICATION, database: '', listenerRole: 'postgres' };
  await pool.query(outbox.DatabaseSetup.dropAndCreateTable(setup));
  await pool.query(outbox.DatabaseSetup.setupReplicationCore(setup));
  await pool.query(outbox.DatabaseSetup.setupReplicationSlot(setup).replace(/SELECT pg_create[^;]*;/, ''));
  await pool.query(`SELECT pg_create_logical_replication_slot('${PUBLICATION.replicationSlot}', 'pgoutput')`);
  await pool.query(
    `INSERT INTO outbox (id, aggregate_type, aggregate_id, message_type, segment, payload)
     SELECT gen_random_uuid(), 'bench', c, 'bench.enquiry-opened', c, $2::jsonb
     FROM (SELECT md5((n % 20000)::text)::uuid::text AS c FROM generate_series(1, $1::int) AS n) AS cases`, [count, payload]);
}

/** Messages a second, from the first to the last that is carried within the time. */
async function drain({ seconds, topic }) {
  await producer.connect();
  let begun = 0;
  let carried = 0;
  const publisher = {
    handle: async (message) => {
      begun ||= performance.now();
      await producer.send({ topic, acks: -1, messages: [{ key: message.aggregateId, value: JSON.stringify(message.payload) }] });
      carried += 1;
    },
  };
  const config = {
    outboxOrInbox: 'outbox', dbListenerConfig: { connectionString },
    settings: {
      dbSchema: 'public', dbTable: 'outbox', enableMaxAttemptsProtection: false, enablePoisonousMessageProtection: false,
      dbPublication: PUBLICATION.publication, dbReplicationSlot: PUBLICATION.replicationSlot,
    },
  };
  const [shutdown] = outbox.initializeReplicationMessageListener(config, publisher, SILENT, {
    concurrencyStrategy: outbox.createReplicationSegmentMutexConcurrencyController(),
  });
  while (!begun) await new Promise((resolve) => setTimeout(resolve, 10));
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const figure = (carried * 1000) / (performance.now() - begun);
  await Promise.race([shutdown(), new Promise((resolve) => setTimeout(resolve, 3000))]);
  return figure;
}

answer({ fill, drain });
