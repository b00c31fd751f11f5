import {
  DnaHitConfirmed, DnaHitRecorded, DnaSampleEntered, Refusal, fact,
  type Actor, type DnaRelation, type DnaSubject, type Fact, type Instant,
} from '#contracts';

export interface Sample {
  readonly sampleNumber: string;
  readonly subject: DnaSubject;
  readonly enteredAt: Instant;
}

/** A parent whom a hit names, by the sample that was compared. */
export interface Parent {
  readonly personId: string;
  readonly relation: 'father' | 'mother';
  readonly sampleNumber: string;
  /** Keyed digest of the national id, where it was looked at. */
  readonly identityDigest?: string;
}

export interface Hit {
  readonly hitId: string;
  /** Whose child and whose parents: a hit is of one pair or trio, and of nobody else. */
  readonly victimId: string;
  readonly parents: readonly Parent[];
  readonly sampleNumbers: readonly string[];
  readonly relation: DnaRelation;
  readonly recordedBy: string;
  /** Not known of a hit that was recorded before this was kept. */
  readonly recordedByUnit?: string;
  readonly recordedAt: Instant;
  confirmedBy: string | null;
  confirmedAt: Instant | null;
}

const PARENTS_OF: Readonly<Record<DnaRelation, readonly Parent['relation'][]>> = {
  trio: ['father', 'mother'], 'duo-mother': ['mother'], 'duo-father': ['father'],
};

/** A hit as it is entered. */
export type NewHit = Pick<Hit, 'hitId' | 'victimId' | 'parents' | 'sampleNumbers' | 'relation'>;

/** V-3: the blood samples that this case has entered, and the hits that the national database has reported for them. */
export class DnaFile {
  samples: Sample[] = [];
  hits: Hit[] = [];

  /** Revives the file from its stored form. */
  static from(stored: unknown): DnaFile {
    return Object.assign(new DnaFile(), stored);
  }

  /** Silent when the sample is on record. */
  enterSample({ sampleNumber, subject, at }: { sampleNumber: string; subject: DnaSubject; at: Instant }): Fact[] {
    const known = this.samples.find((sample) => sample.sampleNumber === sampleNumber);
    if (known && known.subject !== subject)
      throw new Refusal('investigation.sample-differs', { sampleNumber, subject: known.subject });
    if (known) return [];
    this.samples.push({ sampleNumber, subject, enteredAt: at });
    return [fact(DnaSampleEntered, { sampleNumber, subject })];
  }

  /**
   * At least one sample is of this case; the others may be entered elsewhere, as those of a child found in another
   * province are. Silent when the same hit is on record.
   */
  recordHit(given: NewHit & { by: Actor; at: Instant }): Fact[] {
    const { hitId, victimId, relation, by, at } = given;
    const sampleNumbers = [...new Set(given.sampleNumbers)].sort();
    const parents = [...given.parents].sort((one, other) => one.relation.localeCompare(other.relation));
    const needed = PARENTS_OF[relation].length + 1;
    if (sampleNumbers.length !== needed || given.sampleNumbers.length !== needed)
      throw new Refusal('investigation.samples-do-not-fit', { relation, needed, given: given.sampleNumbers.length });
    const compared = new Set(parents.map(({ sampleNumber }) => sampleNumber));
    const isOfThese = parents.map((parent) => parent.relation).join() === PARENTS_OF[relation].join()
      && compared.size === parents.length && [...compared].every((sampleNumber) => sampleNumbers.includes(sampleNumber));
    if (!isOfThese)
      throw new Refusal('investigation.parents-do-not-fit', { relation, needed: PARENTS_OF[relation] });
    if (!sampleNumbers.some((sampleNumber) => this.samples.some((sample) => sample.sampleNumber === sampleNumber)))
      throw new Refusal('investigation.no-own-sample', { samples: sampleNumbers });
    this.mustBeOfTheirs(sampleNumbers, compared);
    const known = this.hits.find((hit) => hit.sampleNumbers.join() === sampleNumbers.join() && hit.relation === relation);
    if (known && isSame(known, { victimId, parents })) return [];
    if (known) throw new Refusal('investigation.hit-differs', { hitId: known.hitId, victimId: known.victimId });
    this.hits.push({
      hitId, victimId, parents, sampleNumbers, relation, recordedBy: by.personId, recordedByUnit: by.unitId, recordedAt: at,
      confirmedBy: null, confirmedAt: null,
    });
    return [fact(DnaHitRecorded, {
      hitId, victimId, parents, samples: sampleNumbers.map((sampleNumber) => ({ sampleNumber })), relation,
    })];
  }

  /** A hit compares a sample of this case: while there is none, nothing can be a hit. */
  mayRecordHit(): void {
    if (this.samples.length === 0) throw new Refusal('investigation.no-own-sample', { samples: [] });
  }

  mayConfirm({ hitId, by }: { hitId: string; by: Actor }): Hit {
    const hit = this.hitOf(hitId);
    if (!hit.confirmedBy && hit.recordedBy === by.personId)
      throw new Refusal('investigation.second-person-needed', { hitId, recordedBy: hit.recordedBy });
    return hit;
  }

  /** Only a second person confirms; until then nobody tells the family. Silent when it is confirmed. */
  confirmHit({ hitId, by, at }: { hitId: string; by: Actor; at: Instant }): Fact[] {
    const hit = this.mayConfirm({ hitId, by });
    if (hit.confirmedBy) return [];
    Object.assign(hit, { confirmedBy: by.personId, confirmedAt: at });
    const { victimId, parents } = hit;
    return [fact(DnaHitConfirmed, {
      hitId, victimId, parents: [...parents], firstPerson: hit.recordedBy, secondPerson: by.personId,
    })];
  }

  hitOf(hitId: string): Hit {
    const hit = this.hits.find((known) => known.hitId === hitId);
    if (!hit) throw new Refusal('investigation.unknown-hit', { hitId });
    return hit;
  }

  /** A parent is compared by a parent's sample, a child by a child's. Whose a sample of another bureau is, that bureau knows. */
  private mustBeOfTheirs(sampleNumbers: readonly string[], ofParents: ReadonlySet<string>): void {
    const misfit = this.samples.find(({ sampleNumber, subject }) =>
      sampleNumbers.includes(sampleNumber) && (subject === 'parent') !== ofParents.has(sampleNumber));
    if (misfit)
      throw new Refusal('investigation.subject-does-not-fit', { sampleNumber: misfit.sampleNumber, subject: misfit.subject });
  }
}

const isSame = (known: Pick<Hit, 'victimId' | 'parents'>, given: Pick<Hit, 'victimId' | 'parents'>): boolean =>
  known.victimId === given.victimId && known.parents.length === given.parents.length
  && known.parents.every(({ personId }, index) => given.parents[index]?.personId === personId);
