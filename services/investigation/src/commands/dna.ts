import { v7 as newId } from 'uuid';
import { DNA_RELATIONS, DNA_SUBJECTS, OneOf, PaperNumber, Parts, SampleRef, type DnaRelation, type DnaSubject } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import { Investigation } from '../domain/investigation.js';

export class EnterSample extends CommandInput {
  @PaperNumber() sampleNumber!: string;
  @OneOf(DNA_SUBJECTS) subject!: DnaSubject;
}

export class RecordHit extends CommandInput {
  @Parts(() => SampleRef, { min: 2, max: 5 }) samples!: SampleRef[];
  @OneOf(DNA_RELATIONS) relation!: DnaRelation;
}

export async function enterSample(tx: Tx, id: string, { sampleNumber, subject }: EnterSample): Promise<void> {
  const investigation = await tx.load(Investigation, id);
  await tx.save(investigation, investigation.enterSample({ by: tx.actor, at: tx.at, sampleNumber, subject }));
}

export async function recordHit(tx: Tx, id: string, { samples, relation }: RecordHit): Promise<void> {
  const investigation = await tx.load(Investigation, id);
  await tx.save(investigation, investigation.recordHit({
    by: tx.actor, at: tx.at, hitId: newId(), sampleNumbers: samples.map(({ sampleNumber }) => sampleNumber), relation,
  }));
}

export async function confirmHit(tx: Tx, id: string, hitId: string): Promise<void> {
  const investigation = await tx.load(Investigation, id);
  await tx.save(investigation, investigation.confirmHit({ by: tx.actor, at: tx.at, hitId }));
}
