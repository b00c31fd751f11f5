import { Refusal, type Instant, type PackageKind } from '#contracts';

/** A victim of the case, and when he or she was rescued, if so. */
export interface KnownVictim {
  readonly victimId: string;
  readonly rescuedAt: Instant | null;
}

/** What the case has come to, as far as the three packages ask. */
export interface Standing {
  readonly isAnySuspectCaught: boolean;
  readonly victims: readonly KnownVictim[];
  readonly lastContactAt: Instant | null;
}

/**
 * V-1: solving is done when a suspect is caught, rescue when every victim is rescued, comfort when the relatives were
 * contacted after the last rescue. Says what is missing.
 */
export function mustBeDone(kind: PackageKind, { isAnySuspectCaught, victims, lastContactAt }: Standing): void {
  if (kind === 'solve') {
    if (!isAnySuspectCaught) throw new Refusal('investigation.no-suspect-caught');
    return;
  }
  const missing = victims.filter(({ rescuedAt }) => rescuedAt === null).map(({ victimId }) => victimId);
  const lastRescue = victims.map(({ rescuedAt }) => rescuedAt ?? '').sort().at(-1);
  if (missing.length > 0 || lastRescue === undefined)
    throw new Refusal('investigation.victims-not-rescued', { victimIds: missing });
  if (kind === 'comfort' && (lastContactAt === null || lastContactAt < lastRescue))
    throw new Refusal('investigation.relatives-not-contacted', { rescuedAt: lastRescue, lastContactAt });
}
