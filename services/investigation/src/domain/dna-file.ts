import {
  DnaHitConfirmed, DnaHitRecorded, DnaSampleEntered, Refusal, fact,
  type Actor, type DnaRelation, type DnaSubject, type Fact, type Instant,
} from '#contracts';

export interface Sample {
  readonly sampleNumber: string;
  readonly subject: DnaSubject;
  readonly enteredAt: Instant;
}

export interface Hit {
  readonly hitId: string;
  readonly sampleNumbers: readonly string[];
  readonly relation: DnaRelation;
  readonly recordedBy: string;
  readonly recordedAt: Instant;
  confirmedBy: string | null;
  confirmedAt: Instant | null;
}

const SAMPLES_OF: Readonly<Record<DnaRelation, number>> = { trio: 3, 'duo-mother': 2, 'duo-father': 2 };

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
  recordHit(given: { hitId: string; sampleNumbers: readonly string[]; relation: DnaRelation; by: Actor; at: Instant }): Fact[] {
    const { hitId, relation, by, at } = given;
    const sampleNumbers = [...new Set(given.sampleNumbers)].sort();
    const needed = SAMPLES_OF[relation];
    if (sampleNumbers.length !== needed || given.sampleNumbers.length !== needed)
      throw new Refusal('investigation.samples-do-not-fit', { relation, needed, given: given.sampleNumbers.length });
    if (!sampleNumbers.some((sampleNumber) => this.samples.some((sample) => sample.sampleNumber === sampleNumber)))
      throw new Refusal('investigation.no-own-sample', { samples: sampleNumbers });
    if (this.hits.some((hit) => hit.sampleNumbers.join() === sampleNumbers.join() && hit.relation === relation)) return [];
    this.hits.push({
      hitId, sampleNumbers, relation, recordedBy: by.personId, recordedAt: at, confirmedBy: null, confirmedAt: null,
    });
    return [fact(DnaHitRecorded, { hitId, samples: sampleNumbers.map((sampleNumber) => ({ sampleNumber })), relation })];
  }

  /** Only a second person confirms; until then nobody tells the family. Silent when it is confirmed. */
  confirmHit({ hitId, by, at }: { hitId: string; by: Actor; at: Instant }): Fact[] {
    const hit = this.hitOf(hitId);
    if (hit.confirmedBy) return [];
    if (hit.recordedBy === by.personId)
      throw new Refusal('investigation.second-person-needed', { hitId, recordedBy: hit.recordedBy });
    Object.assign(hit, { confirmedBy: by.personId, confirmedAt: at });
    return [fact(DnaHitConfirmed, { hitId, firstPerson: hit.recordedBy, secondPerson: by.personId })];
  }

  hitOf(hitId: string): Hit {
    const hit = this.hits.find((known) => known.hitId === hitId);
    if (!hit) throw new Refusal('investigation.unknown-hit', { hitId });
    return hit;
  }
}
