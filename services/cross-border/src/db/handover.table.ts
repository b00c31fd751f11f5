import { aggregateTable, json, moment, text, uuid } from '#messaging';
import { Handover } from '../domain/handover.js';

export const HandoverTable = aggregateTable(Handover, 'handover', {
  state: text(),
  port: text(),
  scheduledAt: moment(),
  sendingUnit: text(),
  counterpart: text(),
  persons: json(),
  items: json(),
  sealedDigest: text({ nullable: true }),
  signatures: json(),
  signedTextId: uuid({ nullable: true }),
  refusal: text({ nullable: true }),
  since: moment(),
});
