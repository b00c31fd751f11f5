import { v7 as newId } from 'uuid';
import {
  DNA_RELATIONS, DNA_SUBJECTS, Id, Maybe, NationalId, OneOf, PaperNumber, Parts, SampleRef, type DnaRelation, type DnaSubject,
} from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import { Investigation } from '../domain/investigation.js';
import { victimsOf } from '../views/known-cases.js';

export class EnterSample extends CommandInput {
  @PaperNumber() sampleNumber!: string;
  @OneOf(DNA_SUBJECTS) subject!: DnaSubject;
}

/** A parent as the hit names them: the sample that was compared, the person's id, and the national id that was looked at. */
export class ParentOfHit {
  @PaperNumber() sampleNumber!: string;
  @Id() personId!: string;
  @OneOf(['father', 'mother']) relation!: 'father' | 'mother';
  @Maybe() @NationalId() nationalId?: string;
}

export class RecordHit extends CommandInput {
  /** The child whom the hit is about. */
  @Id() victimId!: string;
  @Parts(() => ParentOfHit, { min: 1, max: 2 }) parents!: ParentOfHit[];
  @Parts(() => SampleRef, { min: 2, max: 5 }) samples!: SampleRef[];
  @OneOf(DNA_RELATIONS) relation!: DnaRelation;
}

export async function enterSample(tx: Tx, id: string, { sampleNumber, subject }: EnterSample): Promise<void> {
  const investigation = await tx.load(Investigation, id);
  await tx.save(investigation, investigation.enterSample({ by: tx.actor, at: tx.at, sampleNumber, subject }));
}

export async function recordHit(tx: Tx, id: string, { samples, relation, victimId, parents }: RecordHit): Promise<void> {
  const investigation = await tx.load(Investigation, id);
  await tx.save(investigation, investigation.recordHit({
    by: tx.actor, at: tx.at, hitId: newId(), sampleNumbers: samples.map(({ sampleNumber }) => sampleNumber), relation, victimId,
    victims: await victimsOf(tx, investigation.caseId),
    parents: parents.map(({ nationalId, personId, relation: of, sampleNumber }) => ({
      personId, relation: of, sampleNumber, ...(nationalId && { identityDigest: tx.surroundings.identityDigest(nationalId) }),
    })),
  }));
}

export async function confirmHit(tx: Tx, id: string, hitId: string): Promise<void> {
  const investigation = await tx.load(Investigation, id);
  await tx.save(investigation, investigation.confirmHit({ by: tx.actor, at: tx.at, hitId }));
}
