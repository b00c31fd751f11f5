import { ABROAD, COUNTERPARTS, HEALTH_PROVIDERS, Refusal, type UnitKind } from '#contracts';

/** A unit that is asked for something, as the directory has it; without a kind where it is not known there. */
export interface AskedUnit {
  readonly unitId: string;
  readonly kind: UnitKind | undefined;
}

/** Who certifies that somebody can travel. */
export const mustBeClinic = (unit: AskedUnit): void => mustBe(unit, HEALTH_PROVIDERS, 'cross-border.not-a-clinic');
export const mustBeCounterpart = (unit: AskedUnit): void => mustBe(unit, COUNTERPARTS, 'cross-border.not-a-counterpart');
export const mustBeReceivingBody = (unit: AskedUnit): void =>
  mustBe(unit, ABROAD, 'cross-border.not-a-receiving-body');

function mustBe({ unitId, kind }: AskedUnit, kinds: readonly UnitKind[], code: string): void {
  if (!kind || !kinds.includes(kind)) throw new Refusal(code, { unitId });
}
