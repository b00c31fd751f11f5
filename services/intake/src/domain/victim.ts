import { Refusal, type AgeBasis, type Instant, type Sex, type VictimInCase } from '#contracts';

/** A person in the matter. Who it is stands in the vault, in one record or, where more was learned later, in several. */
export interface Victim {
  readonly victimId: string;
  readonly sex: Sex;
  readonly minor: boolean;
  /** Absent where nobody knows the age, and of whoever was registered by an earlier version. */
  readonly ageBasis?: AgeBasis;
  readonly nationality: string;
  readonly identityDigest?: string;
  readonly personRecords: readonly string[];
}

/** A person as somebody has described them; of whom nothing is said of the age, that stays as it was. */
export interface Described extends Omit<Victim, 'minor'> {
  readonly minor?: boolean;
}

/** Of whom nobody knows the age counts as a minor, until somebody says it: the stricter rules apply. */
export const asVictim = (described: Described): Victim => ({ ...described, minor: described.minor ?? true });

/** Somebody was reported missing (I-2). */
export interface MissingReport {
  readonly reportId: string;
  readonly victimId: string;
  readonly missingSince: Instant;
  readonly receivedAt: Instant;
  readonly reporterRecord: string | null;
  /** Where the person was last seen, in words; absent in what an earlier version received. */
  readonly contentRecord?: string | null;
}

/** What every agency may know of a victim: codes and a keyed digest. */
export const inCase = ({ victimId, sex, minor, nationality, identityDigest }: Victim): VictimInCase =>
  ({ victimId, sex, minor, nationality, ...(identityDigest !== undefined && { identityDigest }) });

/**
 * The victims of two matters that are found to be one: of whom both know, by the same national id, everything that was learned
 * stands in one place, under the id that the case has for her or him.
 * @returns besides who is new, and whom of the other matter each is here.
 */
export function joined(known: readonly Victim[], others: readonly Victim[]): {
  victims: Victim[]; added: Victim[]; idHere: (victimId: string) => string;
} {
  const ids = new Map<string, string>();
  const added: Victim[] = [];
  let victims = [...known];
  for (const other of others) {
    const same = victims.find((victim) => other.identityDigest !== undefined && victim.identityDigest === other.identityDigest);
    if (!same) {
      victims.push(other);
      added.push(other);
      continue;
    }
    ids.set(other.victimId, same.victimId);
    victims = victims.map((victim) => (victim === same
      ? { ...victim, personRecords: [...victim.personRecords, ...other.personRecords], ...agedBy(victim, other) } : victim));
  }
  return { victims, added, idHere: (victimId) => ids.get(victimId) ?? victimId };
}

/**
 * no judgement makes an adult of a child whose day of birth is known. Another day of birth may correct it.
 * @throws Refusal intake.birth-date-known
 */
export function mayBeAged({ victimId, ageBasis }: Victim, basis: AgeBasis | undefined): void {
  if (ageBasis === 'born-on' && basis === 'judged') throw new Refusal('intake.birth-date-known', { victimId });
}

/** A day of birth that either of two knows stands against a judgement, where both say the same of the age. */
const agedBy = (one: Victim, other: Victim): Partial<Victim> =>
  (other.ageBasis === 'born-on' && one.minor === other.minor ? { ageBasis: 'born-on' } : {});

/** Known persons, with what is said of them now, and the new ones behind them. */
export function withVictims(known: readonly Victim[], given: readonly Described[]): Victim[] {
  const restated = new Map(given.map((victim) => [victim.victimId, victim]));
  const kept = known.map((victim) => {
    const now = restated.get(victim.victimId);
    restated.delete(victim.victimId);
    if (!now) return victim;
    mayBeAged(victim, now.ageBasis);
    return {
      ...victim, ...now, minor: now.minor ?? victim.minor, ageBasis: now.ageBasis ?? victim.ageBasis,
      identityDigest: now.identityDigest ?? victim.identityDigest,
      personRecords: [...victim.personRecords, ...now.personRecords],
    };
  });
  return [...kept, ...[...restated.values()].map(asVictim)];
}
