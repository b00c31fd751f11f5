import { describe, expect, it } from '@jest/globals';
import { UNIT_KINDS, UNIT_LEVELS, type UnitKind, type UnitLevel } from '#contracts';
import type { Unit } from '#messaging';
import { isAbove, relationOf, type PartyUnit } from './relation.js';

const DIVISIONS: Readonly<Record<string, UnitLevel[]>> = {
  100000: ['nation'], 530000: ['province'], 340000: ['province'], 532500: ['prefecture'], 341200: ['prefecture'],
  532503: ['county', 'township', 'prefecture'], 532528: ['county', 'township'], 341226: ['county'],
};

const unit = (division: string, level: UnitLevel, kind: UnitKind, given: Partial<Unit> = {}): Unit => ({
  unitId: `${division}-${kind}-${level}`, division, level, kind, country: 'CN', superiorUnit: null, ...given,
});

const everyUnit = UNIT_KINDS.flatMap((kind) => Object.entries(DIVISIONS).flatMap(([division, levels]) =>
  levels.map((level) => unit(division, level, kind))));

const party = (of: Unit, given: Partial<PartyUnit> = {}): PartyUnit =>
  ({ unitId: of.unitId, isOwner: false, unit: of, above: [], ...given });

/** Said another way than in the code: by the first digits that a level has, and by hand for the nation. */
const DIGITS: Readonly<Record<string, number>> = { 100000: 0, 530000: 2, 340000: 2, 532500: 4, 341200: 4 };
const holds = (upper: Unit, lower: Unit): boolean => {
  const digits = DIGITS[upper.division] ?? 6;
  return upper.division.slice(0, digits) === lower.division.slice(0, digits);
};

describe('The relation of a unit to a case', () => {
  it('is that of a superior exactly for units of the same kind, of a wider level, that hold the division', () => {
    for (const upper of everyUnit)
      for (const lower of everyUnit) {
        const expected = upper.kind === lower.kind && UNIT_LEVELS.indexOf(upper.level) < UNIT_LEVELS.indexOf(lower.level)
          && holds(upper, lower);
        if (isAbove(upper, lower) !== expected) throw new Error(`${upper.unitId} above ${lower.unitId}: expected ${expected}`);
        const isMember = ['conference-office', 'member-unit'].includes(upper.kind) && holds(upper, lower);
        const relation = upper.unitId === lower.unitId ? 'participant' : expected ? 'superior' : isMember ? 'conference' : null;
        expect(`${upper.unitId} ${lower.unitId} ${relationOf(upper, [party(lower)])}`)
          .toBe(`${upper.unitId} ${lower.unitId} ${relation}`);
      }
  });

  it('is the owner’s where a stage of the unit is open, and the participant’s where none is', () => {
    const mengzi = unit('532503', 'county', 'public-security');
    const other = unit('532528', 'county', 'public-security');
    expect(relationOf(mengzi, [party(other), party(mengzi, { isOwner: true })])).toBe('owner');
    expect(relationOf(mengzi, [party(other, { isOwner: true }), party(mengzi)])).toBe('participant');
    expect(relationOf(mengzi, [party(other, { isOwner: true })])).toBeNull();
    expect(relationOf(mengzi, [])).toBeNull();
  });

  it('is the superior’s along the chain, whatever the kind, also while the directory does not know the party', () => {
    const bureau = unit('532500', 'prefecture', 'health');
    const hospital = unit('532500', 'prefecture', 'hospital');
    expect(relationOf(bureau, [party(hospital)])).toBeNull();
    expect(relationOf(bureau, [party(hospital, { above: [bureau.unitId] })])).toBe('superior');
    expect(relationOf(bureau, [party(hospital, { unit: null, above: [bureau.unitId] })])).toBe('superior');
    expect(relationOf(hospital, [party(hospital, { unit: null })])).toBe('participant');
  });

  it('does not cross a border', () => {
    const ours = unit('970400', 'prefecture', 'foreign-police', { country: 'CN' });
    expect(relationOf(ours, [party(unit('970401', 'county', 'foreign-police', { country: 'VN' }))])).toBeNull();
    const nation = unit('100000', 'nation', 'foreign-police', { country: 'CN' });
    expect(relationOf(nation, [party(unit('970401', 'county', 'foreign-police', { country: 'VN' }))])).toBeNull();
  });
});
