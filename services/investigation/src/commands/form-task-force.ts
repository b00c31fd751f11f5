import { v7 as newId } from 'uuid';
import { Count, Id, PackageHolder, Parts, UnitId, type PackageKind } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, receiverOf, servesIn } from '#service-kit';
import { Investigation } from '../domain/investigation.js';
import type { Candidate } from '../domain/task-force.js';

export class FormTaskForce extends CommandInput {
  @Parts(() => PackageHolder, { min: 3, max: 3 }) packages!: PackageHolder[];
  /** Agreed with the family: the relatives are contacted at least once in so many days. */
  @Count({ min: 1, max: 90 }) relativesContactDays!: number;
}

export class ReassignPackage extends CommandInput {
  @UnitId() unitId!: string;
  @Id() personId!: string;
}

export async function formTaskForce(tx: Tx, id: string, input: FormTaskForce): Promise<void> {
  const investigation = await tx.load(Investigation, id);
  // Whoever answers for what nobody has taken is no leader, and nothing is asked about them.
  investigation.mayWork({ by: tx.actor });
  const { unitId, personId } = investigation.stage.answers;
  const candidates: Candidate[] = [];
  for (const holder of input.packages) candidates.push(await candidateOf(tx, holder));
  await tx.save(investigation, investigation.formTaskForce({
    by: tx.actor, at: tx.at, rules: tx.rules, taskForceId: newId(), clockId: newId(), candidates,
    leader: await receiverOf(tx, 'investigation', { toUnit: unitId, toPerson: personId }),
    relativesContactDays: input.relativesContactDays,
  }));
}

export async function reassignPackage(tx: Tx, id: string, kind: PackageKind, input: ReassignPackage): Promise<void> {
  const investigation = await tx.load(Investigation, id);
  const candidate = await candidateOf(tx, { package: kind, unitId: input.unitId, personId: input.personId });
  await tx.save(investigation, investigation.reassignPackage({ by: tx.actor, at: tx.at, candidate }));
}

/** What the directory says about somebody who is to hold a package. */
async function candidateOf(tx: Tx, { package: kind, unitId, personId }: PackageHolder): Promise<Candidate> {
  const unit = await tx.directory.unit(unitId);
  return {
    package: kind, unitId, personId, unitKind: unit?.kind ?? null, superiorUnit: unit?.superiorUnit ?? undefined,
    holdsPost: await servesIn(tx, personId, unitId),
  };
}
