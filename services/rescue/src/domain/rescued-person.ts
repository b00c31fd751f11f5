import { Refusal, type Instant, type Present, type RepeatReason } from '#contracts';
import type { StageElsewhere } from '#stages';

/** How often, by whom and in whose presence a victim was asked. */
export interface Interview {
  readonly interviewId: string;
  readonly byUnit: string;
  readonly byPerson: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly present: Present[];
  readonly reason?: RepeatReason;
}

/** A victim who is free, and what has been done for them since. */
export interface RescuedPerson {
  readonly victimId: string;
  /** Null of a child who was taken back from a relative: there is no plan for that. */
  readonly planId: string | null;
  readonly custodyId: string;
  /** When the person was freed, or taken back. */
  readonly rescuedAt: Instant;
  readonly present: Present[];
  /** Of the deadline for the medical check. */
  readonly clockId: string;
  /** Health units that were asked to examine the victim. */
  checkAskedOf?: string[];
  medicalCheck: { readonly checkId: string; readonly atUnit: string; readonly at: Instant } | null;
  interviews: Interview[];
}

/** As a person is when they have just been freed or taken back. */
export const freed = (
  { victimId, planId, custodyId, present, clockId, at }:
    Pick<RescuedPerson, 'victimId' | 'planId' | 'custodyId' | 'present' | 'clockId'> & { readonly at: Instant },
): RescuedPerson => ({ victimId, planId, custodyId, rescuedAt: at, present, clockId, medicalCheck: null, interviews: [] });

/**
 * Somebody has taken the stage that comes next for this person, whoever asked for it. Of a child who was taken back, only the
 * return that is under way: the placement may be the one that fell.
 */
export function isTakenOn({ victimId, planId }: RescuedPerson, elsewhere: readonly StageElsewhere[]): boolean {
  const isNext = ({ stage, closed }: StageElsewhere): boolean => (planId === null
    ? stage === 'cross-border' && !closed
    : stage === 'cross-border' || stage === 'placement');
  return elsewhere.some((known) => known.victimId === victimId && known.taken && isNext(known));
}

/**
 * Nobody is freed twice, and nobody whom another open rescue is to free (`heldBy`), unless this one is to as well.
 * @throws Refusal rescue.already-rescued, rescue.held-by-another
 */
export function mustBeOursToFree(
  { rescued, victimIds }: { readonly rescued: readonly RescuedPerson[]; readonly victimIds: readonly string[] },
  { victimId, heldBy }: { victimId: string; heldBy?: string },
): void {
  const known = rescued.find((person) => person.victimId === victimId);
  if (known) throw new Refusal('rescue.already-rescued', { victimId, custodyId: known.custodyId });
  if (heldBy && !victimIds.includes(victimId)) throw new Refusal('rescue.held-by-another', { victimId, rescueId: heldBy });
}
