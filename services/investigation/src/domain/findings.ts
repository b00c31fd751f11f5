import {
  BuyerIdentified, Refusal, SuspectCaught, SuspectRecorded, fact,
  type Fact, type Instant, type SuspectRole,
} from '#contracts';

export interface Suspect {
  readonly suspectId: string;
  readonly role: SuspectRole;
  readonly repeatOffender: boolean;
  caughtAt: Instant | null;
  /** Where the vault keeps the name and the national id. */
  readonly recordId?: string;
}

export type NewSuspect = Omit<Suspect, 'caughtAt'>;

/** Somebody of a buyer household; the digest is of the national id, where one is known. */
export interface Buyer {
  readonly personId: string;
  digest?: string;
  /** Where the vault keeps what is known of the person's identity. */
  readonly records: string[];
}

export interface BuyerHousehold {
  readonly householdId: string;
  readonly persons: Buyer[];
}

/** A person as an officer names them; `freshId` is used where the person has no id yet. */
export interface NamedPerson {
  readonly personId?: string;
  readonly freshId: string;
  readonly digest?: string;
  readonly recordId?: string;
}

export interface NamedHousehold {
  readonly householdId?: string;
  readonly freshId: string;
  readonly persons: readonly NamedPerson[];
}

/** V-7: who is suspected, who is in custody, and which households have bought a person. */
export class Findings {
  suspects: Suspect[] = [];
  buyers: BuyerHousehold[] = [];

  /** Revives the findings from their stored form. */
  static from(stored: unknown): Findings {
    return Object.assign(new Findings(), stored);
  }

  /** Of those who sold the victim: whoever bought a person is caught without the case being solved. */
  get isAnySuspectCaught(): boolean {
    return this.suspects.some(({ caughtAt, role }) => caughtAt !== null && role !== 'buyer');
  }

  /** Where the vault keeps who these people are. */
  get records(): string[] {
    return [
      ...this.suspects.flatMap(({ recordId }) => recordId ?? []),
      ...this.buyers.flatMap(({ persons }) => persons.flatMap(({ records }) => records)),
    ];
  }

  recordSuspect({ suspectId, role, repeatOffender, recordId }: NewSuspect): Fact[] {
    this.suspects.push({ suspectId, role, repeatOffender, caughtAt: null, ...(recordId !== undefined && { recordId }) });
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

  /**
   * The household is the one that is named, else one of which a person is known already, else a new one. Only marks that
   * are new are said, so that every id and digest under which these people could come again is known as a buyer's.
   * Silent when nothing is new.
   */
  identifyBuyer({ householdId, freshId, persons }: NamedHousehold): Fact[] {
    const known = this.buyers.find((buyer) => (householdId === undefined
      ? persons.some((person) => same(buyer.persons, person) !== undefined)
      : buyer.householdId === householdId));
    const household = known ?? { householdId: householdId ?? freshId, persons: [] };
    const added = persons.flatMap((person) => add(household.persons, person));
    if (added.length === 0) return [];
    if (!known) this.buyers.push(household);
    return [fact(BuyerIdentified, {
      householdId: household.householdId, personIds: [...new Set(added.map(({ personId }) => personId))],
      identities: added.flatMap(({ digest }) => (digest === undefined ? [] : [{ digest }])),
    })];
  }
}

const same = (buyers: readonly Buyer[], { personId, digest }: NamedPerson): Buyer | undefined =>
  buyers.find((buyer) => (personId === undefined
    ? digest !== undefined && buyer.digest === digest
    : buyer.personId === personId));

/** @returns the marks that were not known of this person, if any. */
function add(buyers: Buyer[], person: NamedPerson): Pick<Buyer, 'personId' | 'digest'>[] {
  const { personId, freshId, digest, recordId } = person;
  const records = recordId === undefined ? [] : [recordId];
  const known = same(buyers, person);
  if (known && (digest === undefined || known.digest === digest)) return [];
  const mark = { personId: known?.personId ?? personId ?? freshId, ...(digest !== undefined && { digest }) };
  if (known && known.digest === undefined) {
    known.digest = digest;
    known.records.push(...records);
  } else buyers.push({ ...mark, records });
  return [mark];
}
