import { ABROAD, COUNTERPARTS, HEALTH_PROVIDERS, Refusal, type UnitKind } from '#contracts';
import type { Tx } from '#messaging';

/** Who certifies that somebody can travel. */
export async function mustBeClinic(tx: Tx, unitId: string): Promise<void> {
  await mustBe(tx, unitId, HEALTH_PROVIDERS, 'cross-border.not-a-clinic');
}

export async function mustBeCounterpart(tx: Tx, unitId: string): Promise<void> {
  await mustBe(tx, unitId, COUNTERPARTS, 'cross-border.not-a-counterpart');
}

export async function mustBeReceivingBody(tx: Tx, unitId: string): Promise<void> {
  await mustBe(tx, unitId, ABROAD, 'cross-border.not-a-receiving-body');
}

async function mustBe(tx: Tx, unitId: string, kinds: readonly UnitKind[], code: string): Promise<void> {
  const unit = await tx.directory.unit(unitId);
  if (!unit || !kinds.includes(unit.kind)) throw new Refusal(code, { unitId });
}
