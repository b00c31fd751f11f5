import type { ClockRuleName, StageKind } from '../../api/codes.js';

interface OfClock {
  readonly caseId: string;
  readonly source: StageKind;
  readonly rule: ClockRuleName;
  readonly subjectId: string;
}

/** Where a deadline is met: on the page of its stage, or of the care that is offered. */
export const clockAddress = ({ caseId, source, rule, subjectId }: OfClock): string =>
  `/cases/${caseId}/${rule === 'custody-offer-answer' ? 'custodies' : source}/${subjectId}`;
