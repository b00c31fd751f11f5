import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import { plainToInstance } from 'class-transformer';
import { UNIT_KINDS, UNIT_LEVELS } from '#contracts';
import { RegisterUnit } from '../commands/register-unit.js';
import { NewPerson } from '../people/people.js';
import { readIdentitySettings } from '../settings.js';
import { SEED_PEOPLE, SEED_UNITS } from './people.js';
import { MEMBER_UNITS } from './prefecture-units.js';

const units = new Map(SEED_UNITS.map((unit) => [unit.unitId, unit]));

describe('the demonstration directory', () => {
  it('names each unit once, every superior before those under it and of no narrower level', () => {
    expect(units.size).toBe(SEED_UNITS.length);
    for (const [index, unit] of SEED_UNITS.entries()) {
      if (unit.superiorUnit === null) continue;
      const superior = SEED_UNITS.slice(0, index).find(({ unitId }) => unitId === unit.superiorUnit);
      expect([unit.unitId, superior?.unitId]).toEqual([unit.unitId, unit.superiorUnit]);
      expect(UNIT_LEVELS.indexOf(superior!.level)).toBeLessThanOrEqual(UNIT_LEVELS.indexOf(unit.level));
    }
  });

  it('holds units and people that the public routes would accept', () => {
    for (const unit of SEED_UNITS) {
      const { unitId, superiorUnit, ...rest } = unit;
      expect(unitId).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect([unitId, validateSync(plainToInstance(RegisterUnit, { ...rest, superiorUnit: superiorUnit ?? undefined }))]).toEqual(
        [unitId, []],
      );
    }
    for (const { username, nameZh, nameLatin } of SEED_PEOPLE)
      expect([username, validateSync(plainToInstance(NewPerson, { username, nameZh, nameLatin }))]).toEqual([username, []]);
  });

  it('is for rehearsal only: a live system does not start with it', () => {
    expect(readIdentitySettings({ GUITU_SEED: 'demo', GUITU_MODE: 'rehearsal' }).GUITU_SEED).toBe('demo');
    for (const mode of [{ GUITU_MODE: 'live' }, {}])
      expect(() => readIdentitySettings({ GUITU_SEED: 'demo', ...mode })).toThrow('for rehearsal only');
  });

  it('has units of every kind', () => {
    expect(new Set(SEED_UNITS.map(({ kind }) => kind))).toEqual(new Set(UNIT_KINDS));
  });

  it('has the 35 members of the joint conference (C-1), each of them a unit', () => {
    expect(MEMBER_UNITS).toHaveLength(35);
    expect(new Set(MEMBER_UNITS).size).toBe(35);
    expect(MEMBER_UNITS.filter((unitId) => !units.has(unitId))).toEqual([]);
  });

  it('names each account once, and gives every unit exactly one head at any time', () => {
    expect(new Set(SEED_PEOPLE.map(({ username }) => username)).size).toBe(SEED_PEOPLE.length);
    const heads = SEED_PEOPLE.flatMap(({ posts }) => posts).filter(({ post }) => post === 'head');
    for (const day of ['2019-10-03', '2021-03-14', '2021-03-15', '2026-09-16'])
      for (const { unitId } of SEED_UNITS)
        expect([
          unitId,
          heads.filter((held) => held.unitId === unitId && held.from <= day && (held.to === null || day < held.to)),
        ]).toEqual([unitId, [expect.anything()]]);
  });

  it('knows the officials of case 1', () => {
    const post = (username: string) => SEED_PEOPLE.find((person) => person.username === username)?.posts[0]?.post;
    expect([post('pu.zhiqiang'), post('li.wei'), post('ma.chunyan'), post('tao.li')]).toEqual([
      'head', 'squad-leader', 'deputy-head', 'officer',
    ]);
  });
});
