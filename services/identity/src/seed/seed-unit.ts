import type { UnitKind, UnitLevel } from '#contracts';

/** A unit of the demonstration directory. */
export interface SeedUnit {
  readonly unitId: string;
  readonly kind: UnitKind;
  readonly level: UnitLevel;
  readonly division: string;
  readonly country: string;
  readonly superiorUnit: string | null;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** What stands behind the division in a unit's id, and what the unit is. */
interface SeedShape {
  readonly id: string;
  readonly kind: UnitKind;
  readonly level: UnitLevel;
  readonly zh: string;
  readonly en: string;
  readonly superior: string | null;
}

export const inChina = (division: string, { id, kind, level, zh, en, superior }: SeedShape): SeedUnit => ({
  unitId: `${division}-${id}`, kind, level, division, country: 'CN', superiorUnit: superior, nameZh: zh, nameEn: en,
});
