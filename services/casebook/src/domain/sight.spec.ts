import { describe, expect, it } from '@jest/globals';
import { declarationOf, declaredFacts, sees, shown, SIGHTS, sightOf, STAGES, UNIT_KINDS, type Sight } from '#contracts';
import { clocksSeen, filterOf, seesCare, seesEveryClock, stagesSeen } from './sight.js';

const sight = (kind: (typeof UNIT_KINDS)[number]): Sight => {
  const found = sightOf(kind);
  if (!found || found === 'figures') throw new Error(`${kind} sees no case.`);
  return found;
};
const named = Object.values(SIGHTS).flatMap((seen) => (seen === 'figures' ? [] : [seen]));

describe('What each kind of unit is shown', () => {
  it('is named in facts that exist, of the services that say them', () => {
    for (const { sources, without } of named) {
      for (const [source, types] of Object.entries(sources))
        for (const type of types === 'all' ? [] : types.filter((one) => !one.endsWith('.*'))) expect(declarationOf(type).by)
          .toContain(source);
      for (const [type, fields] of Object.entries(without)) {
        const declared = new (declarationOf(type).class)();
        expect(declared).toBeDefined();
        expect(fields.length).toBeGreaterThan(0);
      }
    }
  });

  it('is nothing for a kind that is not named, and sums for the joint conference', () => {
    expect(sightOf(undefined)).toBeNull();
    const without = UNIT_KINDS.filter((kind) => sightOf(kind) === null);
    expect(without).toEqual(['education', 'school', 'station', 'foreign-police', 'foreign-border', 'foreign-social-protection']);
    expect(UNIT_KINDS.filter((kind) => sightOf(kind) === 'figures')).toEqual(['conference-office', 'member-unit']);
  });

  it('P-10: health providers see nothing of the investigation', () => {
    for (const kind of ['health', 'hospital'] as const) {
      expect(declaredFacts().filter(({ type }) => sees(sight(kind), 'investigation', type))).toEqual([]);
      expect(declaredFacts().filter(({ type }) => type.startsWith('investigation.')
        && STAGES.some((source) => sees(sight(kind), source, type)))).toEqual([]);
      expect(stagesSeen(sight(kind))).toEqual(['rescue', 'placement', 'cross-border']);
      expect(sees(sight(kind), 'rescue', 'rescue.interviewed')).toBe(false);
      expect(clocksSeen(sight(kind))).toEqual([]);
    }
  });

  it('P-10: police see that care is given and nothing of what it holds', () => {
    const police = sight('public-security');
    expect(sees(police, 'placement', 'placement.session-held')).toBe(true);
    expect(shown(police, 'placement.follow-up-visited', { visitId: 'v', furtherHelpNeeded: true })).toEqual({ visitId: 'v' });
    expect(shown(police, 'cross-border.fitness-assessed', { returnId: 'r', fit: false, reviewAt: 'x' }))
      .toEqual({ returnId: 'r' });
    expect(sees(police, 'placement', 'placement.not-yet-declared')).toBe(false);
    expect(stagesSeen(police)).toEqual([...STAGES]);
  });

  it('border and civil affairs see who answers in the investigation, and nothing else of it', () => {
    for (const kind of ['border-inspection', 'relief-station'] as const) {
      const seen = declaredFacts()
        .filter(({ type, by }) => by.includes('investigation') && sees(sight(kind), 'investigation', type));
      expect(seen.every(({ type }) => type.startsWith('stage.'))).toBe(true);
      expect(seesCare(sight(kind))).toBe(true);
    }
  });

  it('is every deadline of a case for the police alone', () => {
    const readers = UNIT_KINDS.filter((kind) => SIGHTS[kind] && SIGHTS[kind] !== 'figures');
    expect(readers.filter((kind) => seesEveryClock(sight(kind)))).toEqual(['public-security', 'police-station']);
  });

  it('leaves out the marks that tell two records of one person apart, wherever they stand', () => {
    const opened = { caseNumber: 'MZ-1', victims: [{ victimId: 'v', identityDigest: 'f'.repeat(64) }] };
    expect(shown(sight('public-security'), 'intake.case-opened', opened))
      .toEqual({ caseNumber: 'MZ-1', victims: [{ victimId: 'v' }] });
  });

  it('filters a query by whole services and by single facts', () => {
    const { whole, named: single } = filterOf(sight('hospital'));
    expect(whole).toEqual([]);
    expect(single).toContain('placement placement.session-held');
    expect(single).toContain('rescue stage.accepted');
    expect(single).not.toContain('intake stage.accepted');
    expect(filterOf(sight('public-security')).whole).toEqual(['intake', 'investigation', 'rescue', 'cross-border']);
  });
});
