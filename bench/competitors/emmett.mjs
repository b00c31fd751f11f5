// The other side of row a2: Emmett's PostgreSQL event store appends one event to a new stream, again and again.
import { randomUUID } from 'node:crypto';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { answer } from '../../dist/bench/src/answering.js';

const store = getPostgreSQLEventStore(process.env.DATABASE_URL);
await store.schema.migrate();

/** As many appends as fit into the time, so many at once. */
async function append({ clients, seconds, event }) {
  const begun = performance.now();
  const end = begun + seconds * 1000;
  let count = 0;
  const client = async () => {
    while (performance.now() < end) {
      await store.appendToStream(`enquiry-${randomUUID()}`, [event]);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return (count * 1000) / (performance.now() - begun);
}

answer({ append });
