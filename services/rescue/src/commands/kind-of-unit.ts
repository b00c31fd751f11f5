import { Refusal, type UnitKind } from '#contracts';
import type { Tx } from '#messaging';

/** @throws Refusal stage.unknown-unit */
export async function kindOf(tx: Tx, unitId: string): Promise<UnitKind> {
  const unit = await tx.directory.unit(unitId);
  if (!unit) throw new Refusal('stage.unknown-unit', { unitId });
  return unit.kind;
}
