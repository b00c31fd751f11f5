import type { Writable } from 'node:stream';
import type { PoolClient } from 'pg';

/**
 * Lets whatever is written to the connection until the end of this turn leave together: `BEGIN` with the first statement,
 * the last one with `COMMIT`. Each packet is a system call here and wakes a process there, and costs more than many a
 * statement.
 */
export function inOnePacket(client: PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
