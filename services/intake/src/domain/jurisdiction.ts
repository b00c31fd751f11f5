import { CHILD_CASE_KINDS, holdsDivision, Refusal, type CaseKind } from '#contracts';
import type { Receiver } from '#stages';

/** Where a case lies, and what it is about: who may be asked depends on it. */
export interface Place {
  readonly division: string;
  readonly kind: CaseKind;
}

/** Where a matter is said to lie, and whether somebody has jurisdiction there, as the directory knows. */
export interface NewPlace {
  readonly division: string;
  readonly isDivisionKnown: boolean;
}

/** V-1: only a bureau in whose division a child's case lies may lead it, so no other one is asked. */
export function mustLieWithin({ division, kind }: Place, { unitId, division: theirs }: Receiver): void {
  if (!CHILD_CASE_KINDS.includes(kind) || theirs === undefined || holdsDivision(theirs, division)) return;
  throw new Refusal('intake.wrong-jurisdiction', { toUnit: unitId, division: theirs, caseDivision: division });
}

/** A case that lies where no bureau is competent would be taken by none. */
export function mustBeKnown({ division, isDivisionKnown }: NewPlace): void {
  if (!isDivisionKnown) throw new Refusal('intake.unknown-division', { division });
}
