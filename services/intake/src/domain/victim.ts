import type { Instant, Sex } from '#contracts';

/** A person in the matter. Who it is stands in the vault, in one record or, where more was learned later, in several. */
export interface Victim {
  readonly victimId: string;
  readonly sex: Sex;
  readonly minor: boolean;
  readonly nationality: string;
  readonly identityDigest?: string;
  readonly personRecords: readonly string[];
}

/** Somebody was reported missing (I-2). */
export interface MissingReport {
  readonly reportId: string;
  readonly victimId: string;
  readonly missingSince: Instant;
  readonly receivedAt: Instant;
  readonly reporterRecord: string | null;
}

/** What every agency may know of a victim: codes and a keyed digest. */
export const inCase = ({ victimId, sex, minor, nationality, identityDigest }: Victim): Omit<Victim, 'personRecords'> =>
  ({ victimId, sex, minor, nationality, ...(identityDigest !== undefined && { identityDigest }) });

/** Known persons, with what is said of them now, and the new ones behind them. */
export function withVictims(known: readonly Victim[], given: readonly Victim[]): Victim[] {
  const restated = new Map(given.map((victim) => [victim.victimId, victim]));
  const kept = known.map((victim) => {
    const now = restated.get(victim.victimId);
    restated.delete(victim.victimId);
    return now ? {
      ...victim, ...now, identityDigest: now.identityDigest ?? victim.identityDigest,
      personRecords: [...victim.personRecords, ...now.personRecords],
    } : victim;
  });
  return [...kept, ...restated.values()];
}
