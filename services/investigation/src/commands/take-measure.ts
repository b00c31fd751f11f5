import { v7 as newId } from 'uuid';
import { MEASURES, OneOf, PACKAGES, type Measure, type PackageKind } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import { Investigation } from '../domain/investigation.js';

export class TakeMeasure extends CommandInput {
  @OneOf(PACKAGES) package!: PackageKind;
  @OneOf(MEASURES) measure!: Measure;
}

export async function takeMeasure(tx: Tx, id: string, input: TakeMeasure): Promise<void> {
  const investigation = await tx.load(Investigation, id);
  await tx.save(investigation, investigation.takeMeasure({
    by: tx.actor, at: tx.at, measureId: newId(), package: input.package, measure: input.measure,
  }));
}

export async function contactRelatives(tx: Tx, id: string): Promise<void> {
  const investigation = await tx.load(Investigation, id);
  await tx.save(investigation, investigation.contactRelatives({
    by: tx.actor, at: tx.at, contactId: newId(), clockId: newId(), rules: tx.rules,
  }));
}
