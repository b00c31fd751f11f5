import type { Package } from '../../api/answers.js';
import type { StageRecord } from '../../api/records.js';
import { urgencyOf, type Urgency } from '../../look/urgency.js';

type InvestigationRecord = Pick<StageRecord<'investigation'>, 'clocks' | 'measures' | 'taskForce'>;

const LATELY_MS = 28 * 86_400_000;

export const contactClock = ({ clocks }: InvestigationRecord) => clocks.running.find(({ rule }) => rule === 'relatives-contact');

export type Light = 'grey' | 'green' | 'amber' | 'red' | 'done';

const OF_URGENCY: Readonly<Record<Urgency, Light>> = { later: 'green', soon: 'amber', overdue: 'red' };

/**
 * By the deadline, where one runs: green, amber when it draws near, red when it has passed. A package without one of its own
 * is red when the next measure of the investigation is overdue, and else for nothing: grey before the first measure, green
 * after one, amber when nothing has been done for long.
 */
export function lightOf(record: InvestigationRecord, { package: kind, dischargedAt }: Package, now: number): Light {
  if (dischargedAt) return 'done';
  const contact = contactClock(record);
  if (kind === 'comfort' && contact) return OF_URGENCY[urgencyOf(contact.dueAt, { now, since: contact.startedAt })];
  if (record.clocks.running.some(({ rule, dueAt }) => rule === 'investigation-measure' && Date.parse(dueAt) < now)) return 'red';
  const last = record.measures.filter((taken) => taken.package === kind).at(-1);
  if (!last) return now - Date.parse(record.taskForce!.formedAt) < LATELY_MS ? 'grey' : 'amber';
  return now - Date.parse(last.at) < LATELY_MS ? 'green' : 'amber';
}
