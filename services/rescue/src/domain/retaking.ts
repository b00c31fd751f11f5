import { Refusal, type Actor, type CareEnding } from '#contracts';
import type { CareInterval, Holder } from './care.js';

interface InCare {
  readonly victimId: string;
  readonly holder: Holder | null;
  readonly ending: CareEnding | null;
  readonly past: readonly CareInterval[];
}

/** The relative with whom the child lives, also after care has ended for good. */
export function relativeWith({ holder, ending, past }: InCare): string | null {
  const last = holder ?? (ending === 'with-family' ? past.at(-1)!.holder : null);
  return last?.kind === 'relative' ? last.personId : null;
}

/**
 * only a child who is with a relative is taken back, also one who went home for good; by the unit that once freed or
 * had the child, or one that answers for the case. From a unit the care passes by offer and acceptance; whoever is of age, or
 * abroad, is not taken. @throws Refusal
 */
export function mustBeRetakable(
  care: InCare, { by, isMinor, involved }: { by: Actor; isMinor: boolean; involved: readonly string[] },
): void {
  const { victimId, holder, ending, past } = care;
  if (relativeWith(care) === null)
    throw new Refusal('rescue.not-with-relative', holder?.kind === 'unit' ? { unitId: holder.unitId } : { reason: ending });
  if (!isMinor) throw new Refusal('rescue.adult-decides', { victimId });
  const hadThem = past.some((one) => one.holder.kind === 'unit' && one.holder.unitId === by.unitId);
  if (!hadThem && !involved.includes(by.unitId)) throw new Refusal('rescue.not-involved');
}
