import { codeOf } from './transactions.js';

const CONNECTION = new Set([
  'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN',
]);
const SERVER = /^(08|53|57P|58)/; // connection, resources (a full disk), shutdown, system error

/**
 * True when the failure lies with the machinery and not with the message: the database is down, restarting or full.
 * Such a message is tried again for as long as it takes; an outage parks nothing.
 */
export function isOutage(error: unknown): boolean {
  const code = codeOf(error);
  if (CONNECTION.has(code) || SERVER.test(code)) return true;
  const message = error instanceof Error ? error.message : '';
  return /Connection terminated|connection timeout|Client has encountered a connection error|timeout exceeded when trying to connect|server closed|not queryable/i
    .test(message);
}
