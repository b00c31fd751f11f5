import {
  BuyerIdentified, Refusal, SuspectCaught, SuspectRecorded, fact,
  type Fact, type Instant, type SuspectRole,
} from '#contracts';

export interface Suspect {
  readonly suspectId: string;
  readonly role: SuspectRole;
  readonly repeatOffender: boolean;
  caughtAt: Instant | null;
}

/** Somebody of a buyer household; the digest is of the national id, where one is known. */
export interface Buyer {
  readonly personId: string;
  readonly digest?: string;
}

export interface BuyerHousehold {
  readonly householdId: string;
  readonly persons: Buyer[];
}

/** V-7: who is suspected, who is in custody, and which households have bought a person. */
export class Findings {
  suspects: Suspect[] = [];
  buyers: BuyerHousehold[] = [];

  /** Revives the findings from their stored form. */
  static from(stored: unknown): Findings {
    return Object.assign(new Findings(), stored);
  }

  get isAnySuspectCaught(): boolean {
    return this.suspects.some(({ caughtAt }) => caughtAt !== null);
  }

  recordSuspect({ suspectId, role, repeatOffender }: Omit<Suspect, 'caughtAt'>): Fact[] {
    this.suspects.push({ suspectId, role, repeatOffender, caughtAt: null });
    return [fact(SuspectRecorded, { suspectId, role, repeatOffender })];
  }

  /** Silent when the suspect is in custody already. */
  arrest(suspectId: string, at: Instant): Fact[] {
    const suspect = this.suspects.find((known) => known.suspectId === suspectId);
    if (!suspect) throw new Refusal('investigation.unknown-suspect', { suspectId });
    if (suspect.caughtAt) return [];
    suspect.caughtAt = at;
    return [fact(SuspectCaught, { suspectId })];
  }

  /** Recognised by household, by person and by identity; only people who are new are said. Silent when nobody is. */
  identifyBuyer({ householdId, persons }: BuyerHousehold): Fact[] {
    const known = this.buyers.find((buyer) => buyer.householdId === householdId || persons.some((person) => has(buyer, person)));
    const household = known ?? { householdId, persons: [] };
    const added = persons.filter((person) => !has(household, person));
    if (added.length === 0) return [];
    household.persons.push(...added);
    if (!known) this.buyers.push(household);
    return [fact(BuyerIdentified, {
      householdId: household.householdId, personIds: added.map(({ personId }) => personId),
      identities: added.flatMap(({ digest }) => (digest === undefined ? [] : [{ digest }])),
    })];
  }
}

const has = (household: BuyerHousehold, person: Buyer): boolean => household.persons.some(({ personId, digest }) =>
  personId === person.personId || (digest !== undefined && digest === person.digest));
