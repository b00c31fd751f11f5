import { Ids, type PackageKind } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import { Investigation } from '../domain/investigation.js';
import { victimsOf } from '../views/known-cases.js';

export class DischargePackage extends CommandInput {
  /** Documents, facts or records of the file that show that it is done. */
  @Ids({ min: 1, max: 20 }) evidence!: string[];
}

export async function dischargePackage(tx: Tx, id: string, kind: PackageKind, { evidence }: DischargePackage): Promise<void> {
  const investigation = await tx.load(Investigation, id);
  await tx.save(investigation, investigation.dischargePackage({
    by: tx.actor, at: tx.at, package: kind, evidence, victims: await victimsOf(tx, investigation.caseId),
  }));
}
