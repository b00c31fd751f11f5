import { describe, expect, it } from '@jest/globals';
import { COMMANDS } from '../../web/src/api/commands.js';
import { chosen, filled, missingIn } from '../../web/src/forms/values.js';

describe('What a form sends', () => {
  const { body } = COMMANDS['intake/intakes.openCase'];

  // Whoever was reported missing is a victim of the case without being named again; named again, they would be two.
  it('says of a list that must be there that nobody was named', () => {
    expect(filled({ kind: 'child-missing' }, body)).toEqual({ kind: 'child-missing', victims: [] });
    expect(filled({ kind: 'child-missing', victims: [{}] }, body)).toEqual({ kind: 'child-missing', victims: [] });
  });

  it('needs an age: a day of birth, an estimate, or that nobody knows it, which is sent as nothing', () => {
    const open = (age: object) => missingIn(body, {
      kind: 'child-missing', victims: [{ sex: 'male', nationality: 'CN', ...age }] }).map((path) => path.at(-1));
    expect(open({})).toEqual(['birthDate']);
    expect(open({ birthDate: '2023-05-12' })).toEqual([]);
    expect(open({ estimatedAge: { fromYears: 2, toYears: 4, on: '2026-11-01' } })).toEqual([]);
    expect(open({ birthDate: null })).toEqual([]);
    expect(filled({ sex: 'male', birthDate: null })).toEqual({ sex: 'male' });
  });

  it('leaves out what was left open', () => {
    const victim = { sex: 'male', birthDate: '2023-05-12', nationality: 'CN' };
    expect(filled({ kind: 'child-missing', victims: [{ ...victim, name: ' ', features: undefined }] }, body))
      .toEqual({ kind: 'child-missing', victims: [victim] });
  });
});

describe('A list of risks', () => {
  it.each([
    [['armed'], ['armed', 'none-known'], ['none-known']],
    [['none-known'], ['none-known', 'armed'], ['armed']],
    [['armed'], ['armed', 'crowd'], ['armed', 'crowd']],
    [[], ['none-known'], ['none-known']],
    [['none-known'], [], []],
  ])('%j, then %j, is %j', (before, next, kept) => {
    expect(chosen(before, next)).toEqual(kept);
  });
});
