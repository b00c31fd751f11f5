import { randomUUID } from 'node:crypto';
import type { Asked } from './enquiry.js';

/** Somebody who may open and answer enquiries. */
export const ACTOR = { personId: '0198c0de-0000-7000-8000-000000000001', unitId: '532503-psb', post: 'officer' } as const;

/** What a clerk would send, as large as a usual command of the real services. */
export const sampleAsked = (): Asked => ({
  number: 'XC-2026-0147', kind: 'residence', division: '532503', toUnit: '440300-psb', dueOn: '2026-12-24',
  victimIds: [randomUUID(), randomUUID()],
});
