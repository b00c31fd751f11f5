import { Clocks } from '#clocks';
import { aggregateTable, json, moment, text, whole } from '#messaging';
import { Requests, Stage } from '#stages';
import { DnaFile } from '../domain/dna-file.js';
import { Findings } from '../domain/findings.js';
import { Investigation } from '../domain/investigation.js';
import { TaskForce } from '../domain/task-force.js';

export const InvestigationTable = aggregateTable(Investigation, 'investigation', {
  caseKind: text({ nullable: true }),
  division: text({ nullable: true }),
  stage: json(Stage.from),
  clocks: json(Clocks.from),
  taskForce: json(TaskForce.from, { nullable: true }),
  measures: json(),
  lastContactAt: moment({ nullable: true }),
  dna: json(DnaFile.from),
  findings: json(Findings.from),
  requests: json(Requests.from),
  coldSince: moment({ nullable: true }),
  reviews: whole(),
});
