import { Clocks } from '#clocks';
import { aggregateTable, json, text, uuid } from '#messaging';
import { Requests, Stage } from '#stages';
import { IdentityVerification } from '../domain/identity-verification.js';
import { Return } from '../domain/return.js';

export const ReturnTable = aggregateTable(Return, 'victim_return', {
  victimId: uuid(),
  stage: json(Stage.from),
  clocks: json(Clocks.from),
  identity: json(IdentityVerification.from),
  safety: text({ nullable: true }),
  receptionRequests: json(),
  promise: json(undefined, { nullable: true }),
  consent: json(undefined, { nullable: true }),
  document: text({ nullable: true }),
  fitnessRequests: json(),
  fitness: json(),
  handoverId: uuid({ nullable: true }),
  handedOver: json(undefined, { nullable: true }),
  receptionReports: json(),
  requests: json(Requests.from),
});
