import { v7 as newId } from 'uuid';
import { ERASURE_GROUNDS, OneOf, PaperNumber, Refusal, type ErasureGround } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, knownStages } from '#service-kit';
import { eraseCase } from '#vault';
import { ErasureOrder } from '../domain/erasure-order.js';
import { Intake } from '../domain/intake.js';

export class ProposeErasure extends CommandInput {
  @OneOf(ERASURE_GROUNDS) ground!: ErasureGround;
  /** The number of the written decision. */
  @PaperNumber() documentNumber!: string;
}

export class ConfirmErasure extends CommandInput {
  @PaperNumber() documentNumber!: string;
}

export async function proposeErasure(tx: Tx, givenCase: string, input: ProposeErasure): Promise<void> {
  const { caseId, openStages } = await caseOf(tx, givenCase);
  const [known] = await tx.query<{ id: string }>('SELECT id FROM erasure_order WHERE case_id = $1', [caseId]);
  const order = known ? await tx.load(ErasureOrder, known.id) : ErasureOrder.of({ id: newId(), caseId });
  const { ground, documentNumber } = input;
  await tx.save(order, order.propose({ by: tx.actor, openStages, ground, documentNumber }));
}

export async function confirmErasure(
  tx: Tx, given: { caseId: string; erasureId: string }, { documentNumber }: ConfirmErasure,
): Promise<void> {
  const { intakeId, caseId, openStages } = await caseOf(tx, given.caseId);
  const order = await tx.load(ErasureOrder, given.erasureId);
  if (order.caseId !== caseId) throw new Refusal('record.not-found', { id: given.erasureId });
  await tx.save(order, order.confirm({ by: tx.actor, openStages, documentNumber }));
  await eraseCase(tx, { erasureId: order.id, caseId, merged: await mergedInto(tx, intakeId) });
}

/** The case, locked with its intake, and the stages of it that are open, here and elsewhere. */
async function caseOf(tx: Tx, given: string): Promise<{ intakeId: string; caseId: string; openStages: string[] }> {
  const [found] = await tx.query<{ id: string }>('SELECT id FROM intake WHERE case_id = $1', [given]);
  if (!found) throw new Refusal('record.not-found', { id: given });
  const intake = await tx.load(Intake, found.id);
  intake.mustNotBeMerged();
  const { id: intakeId, caseId, stage } = intake;
  const elsewhere = (await knownStages(tx, caseId)).filter(({ closed }) => !closed).map(({ stageId }) => stageId);
  return { intakeId, caseId, openStages: [...(stage.state === 'closed' ? [] : [stage.stageId]), ...elsewhere] };
}

/** The cases that were merged into this one, also by way of others. */
async function mergedInto(tx: Tx, intakeId: string): Promise<string[]> {
  const found = await tx.query<{ case_id: string }>(
    `WITH RECURSIVE merged AS (
       SELECT id, case_id FROM intake WHERE merged_into = $1
       UNION SELECT i.id, i.case_id FROM intake i JOIN merged m ON i.merged_into = m.id)
     SELECT case_id FROM merged ORDER BY case_id`, [intakeId]);
  return found.map(({ case_id: caseId }) => caseId);
}
