import { v7 as newId } from 'uuid';
import { moveFiles } from '#attachments';
import { Id } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, knownStages, partiesOf, superiorOf } from '#service-kit';
import type { Vault } from '#vault';
import { Intake } from '../domain/intake.js';

export class MergeIntake extends CommandInput {
  @Id() intoIntakeId!: string;
}

/** Two aggregates in one transaction, because responsibility for the clues must not fall between them. */
export async function mergeIntake(
  tx: Tx, vault: Vault, intakeId: string, { intoIntakeId }: MergeIntake,
): Promise<void> {
  await lockInOrder(tx, [intakeId, intoIntakeId]);
  const from = await tx.load(Intake, intakeId);
  const into = await tx.load(Intake, intoIntakeId);
  const left = from.mergeInto({ by: tx.actor, at: tx.at, into, elsewhere: await knownStages(tx, from.caseId) });
  if (left.length === 0) return;
  const parties = (await partiesOf(tx.client, from.caseId)).map(({ unitId }) => unitId).sort();
  const joined = into.takeIn({
    by: tx.actor, at: tx.at, from, parties, newId, rules: tx.rules, superiorUnit: await superiorOf(tx, tx.actor.unitId),
  });
  // Under the key of the case that they belong to now, and erased with it.
  for (const id of from.privateRecords()) await vault.move(tx, { id, toCaseId: into.caseId });
  await tx.save(from, left);
  await tx.save(into, joined);
  await moveFiles(tx, from, into);
}

/** Always in the order of their ids: of two people who merge the same two at once, one waits and none is refused. */
async function lockInOrder(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query(
    `SELECT i.id FROM intake i JOIN case_head h ON h.case_id = i.case_id::text WHERE i.id = ANY($1::uuid[])
     ORDER BY i.id FOR UPDATE OF h, i`, [ids]);
}
