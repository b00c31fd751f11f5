import { Clocks } from '#clocks';
import { aggregateTable, json, text, uuid } from '#messaging';
import { Requests, Stage } from '#stages';
import { Intake } from '../domain/intake.js';

export const IntakeTable = aggregateTable(Intake, 'intake', {
  division: text(),
  stage: json(Stage.from),
  clocks: json(Clocks.from),
  clues: json(),
  reports: json(),
  victims: json(),
  risk: text({ nullable: true }),
  case: json(undefined, { name: 'opened_case', nullable: true }),
  requests: json(Requests.from),
  mergedInto: uuid({ nullable: true }),
  outcome: text({ nullable: true }),
});
