import { Refusal, type UnitKind } from '#contracts';
import type { Tx } from '#messaging';

/** Police and border units of another country: they verify identity and take people over at the port. */
export const COUNTERPARTS: readonly UnitKind[] = ['foreign-police', 'foreign-border'];
/** Whoever abroad can promise to take a person in. */
export const RECEIVING_BODIES: readonly UnitKind[] = [...COUNTERPARTS, 'foreign-social-protection'];

/** Who certifies that somebody can travel. */
export const CLINICS: readonly UnitKind[] = ['hospital', 'health'];

export async function mustBeClinic(tx: Tx, unitId: string): Promise<void> {
  await mustBe(tx, unitId, CLINICS, 'cross-border.not-a-clinic');
}

export async function mustBeCounterpart(tx: Tx, unitId: string): Promise<void> {
  await mustBe(tx, unitId, COUNTERPARTS, 'cross-border.not-a-counterpart');
}

export async function mustBeReceivingBody(tx: Tx, unitId: string): Promise<void> {
  await mustBe(tx, unitId, RECEIVING_BODIES, 'cross-border.not-a-receiving-body');
}

async function mustBe(tx: Tx, unitId: string, kinds: readonly UnitKind[], code: string): Promise<void> {
  const unit = await tx.directory.unit(unitId);
  if (!unit || !kinds.includes(unit.kind)) throw new Refusal(code, { unitId });
}
