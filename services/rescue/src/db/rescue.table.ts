import { Clocks } from '#clocks';
import { aggregateTable, json, moment } from '#messaging';
import { Requests, Stage } from '#stages';
import { Rescue } from '../domain/rescue.js';

export const RescueTable = aggregateTable(Rescue, 'rescue', {
  victimIds: json(),
  answersSince: moment(),
  stage: json(Stage.from),
  clocks: json(Clocks.from),
  plans: json(),
  rescued: json(),
  requests: json(Requests.from),
});
