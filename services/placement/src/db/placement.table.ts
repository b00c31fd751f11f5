import { Clocks } from '#clocks';
import { aggregateTable, json, moment, text, uuid } from '#messaging';
import { Stage } from '#stages';
import { Help } from '../domain/help.js';
import { Placement } from '../domain/placement.js';

export const PlacementTable = aggregateTable(Placement, 'placement', {
  victimId: uuid(),
  stage: json(Stage.from),
  clocks: json(Clocks.from),
  receivedBy: text({ nullable: true }),
  suitableHouseholds: json(),
  decision: json(undefined, { nullable: true }),
  inEffectSince: moment({ nullable: true }),
  visits: json(),
  help: json(Help.from),
  buyerHouseholds: json(),
  placeRequests: json(),
  promises: json(),
  named: json(),
});
