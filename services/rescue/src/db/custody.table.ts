import { Clocks } from '#clocks';
import { aggregateTable, json, moment, text, uuid } from '#messaging';
import { Custody } from '../domain/custody.js';

export const CustodyTable = aggregateTable(Custody, 'custody', {
  victimId: uuid(),
  rescueId: uuid(),
  holder: json(undefined, { nullable: true }),
  since: moment(),
  past: json(),
  offer: json(undefined, { nullable: true }),
  lastOffer: json(undefined, { nullable: true }),
  kinship: json(),
  ending: text({ nullable: true }),
  clocks: json(Clocks.from),
  buyerHouseholds: json(),
});
