import { aggregateTable, json, text } from '#messaging';
import { UnitRecord } from '../domain/unit-record.js';

/** The case of a unit's facts is the unit itself: its id is a text, not a UUID. */
export const UnitRecordTable = aggregateTable(UnitRecord, 'unit_record', {
  caseId: text(),
  kind: text(),
  level: text(),
  division: text(),
  country: text(),
  superiorUnit: text({ nullable: true }),
  nameZh: text(),
  nameEn: text(),
  posts: json(),
  proposals: json(),
  keys: json(),
});
