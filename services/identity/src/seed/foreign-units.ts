import type { UnitKind } from '#contracts';
import type { SeedUnit } from './seed-unit.js';

/**
 * Units abroad have no division of GB/T 2260. Theirs is `9`, the country's number in ISO 3166-1 (Viet Nam: 704) and two
 * digits that count its regions here: no code of GB/T 2260 begins with 9.
 */
const LAO_CAI = '970401';

const laoCai = (id: string, kind: UnitKind, nameZh: string, nameEn: string): SeedUnit => ({
  unitId: `vn-laocai-${id}`, kind, level: 'province', division: LAO_CAI, country: 'VN', superiorUnit: null, nameZh, nameEn,
});

/** The counterparts across the border, who accept persons and papers at the port. */
export const FOREIGN_UNITS: readonly SeedUnit[] = [
  laoCai('police', 'foreign-police', '越南老街省公安厅', 'Công an tỉnh Lào Cai · Lao Cai Provincial Police'),
  laoCai('border-guard', 'foreign-border', '越南老街省边防部队指挥部', 'Bộ đội Biên phòng tỉnh Lào Cai · Lao Cai Border Guard'),
  laoCai('social-protection', 'foreign-social-protection', '越南老街省社会保护中心', 'Trung tâm Bảo trợ xã hội tỉnh Lào Cai · Lao Cai Social Protection Centre'),
];
