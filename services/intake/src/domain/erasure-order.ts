import { ErasureOrdered, ErasureProposed, fact, Refusal, type Actor, type ErasureGround, type Fact } from '#contracts';

interface Doing {
  readonly by: Actor;
  /** The stages of the case that are still open, wherever they are: while there are any, its people's data are needed. */
  readonly openStages: readonly string[];
}

/**
 * The personal data of a case are to be erased: one person proposes it on a ground of the law and under a document, another
 * person of another unit confirms. What is erased cannot be brought back.
 */
export class ErasureOrder {
  id!: string;
  caseId!: string;
  version = 0;
  state: 'proposed' | 'ordered' = 'proposed';
  ground!: ErasureGround;
  documentNumber!: string;
  proposedBy!: string;
  proposedByUnit!: string;

  static of(given: { id: string; caseId: string }): ErasureOrder {
    return Object.assign(new ErasureOrder(), given);
  }

  /** A later proposal takes the place of an earlier one. Silent when the same person proposes the same again. */
  propose({ by, openStages, ground, documentNumber }: Doing & { ground: ErasureGround; documentNumber: string }): Fact[] {
    if (this.state === 'ordered') throw new Refusal('intake.erasure-done', { documentNumber: this.documentNumber });
    mustBeOver(openStages);
    if (this.documentNumber === documentNumber && this.ground === ground && this.proposedBy === by.personId) return [];
    Object.assign(this, { ground, documentNumber, proposedBy: by.personId, proposedByUnit: by.unitId });
    return [fact(ErasureProposed, { erasureId: this.id, ground, documentNumber })];
  }

  /** @param given.documentNumber what the second person has before her eyes: it is the one of the proposal. */
  confirm({ by, openStages, documentNumber }: Doing & { documentNumber: string }): Fact[] {
    if (this.state === 'ordered') throw new Refusal('intake.erasure-done', { documentNumber: this.documentNumber });
    if (by.personId === this.proposedBy) throw new Refusal('intake.erasure-same-person');
    if (by.unitId === this.proposedByUnit) throw new Refusal('intake.erasure-same-unit', { unitId: by.unitId });
    if (documentNumber !== this.documentNumber)
      throw new Refusal('intake.erasure-document-differs', { proposed: this.documentNumber });
    mustBeOver(openStages);
    this.state = 'ordered';
    const { id: erasureId, ground, proposedBy, proposedByUnit } = this;
    return [fact(ErasureOrdered, { erasureId, ground, documentNumber, proposedBy, proposedByUnit })];
  }
}

function mustBeOver(openStages: readonly string[]): void {
  if (openStages.length > 0) throw new Refusal('intake.erasure-case-open', { stageIds: openStages });
}
