import { describe, expect, it } from '@jest/globals';
import { shownTo } from '#contracts';

const interviewed = { service: 'rescue', type: 'rescue.interviewed', data: { victimId: 'v' } };

describe('A fact that is shown to somebody', () => {
  it('is shown where the kind of unit sees it, and not at all where it does not', () => {
    expect(shownTo('public-security', interviewed)).toEqual({ victimId: 'v' });
    for (const kind of ['hospital', 'relief-station', 'conference-office', 'foreign-border', undefined] as const)
      expect(shownTo(kind, interviewed)).toBeNull();
  });

  it('lacks what this kind of unit is not shown of it, and the marks of people', () => {
    const assessed = { service: 'cross-border', type: 'cross-border.fitness-assessed', data: { returnId: 'r', fit: false } };
    expect(shownTo('public-security', assessed)).toEqual({ returnId: 'r' });
    expect(shownTo('hospital', assessed)).toEqual({ returnId: 'r', fit: false });
    const added = { service: 'intake', type: 'intake.victim-added', data: { victimId: 'v', identityDigest: 'f' } };
    expect(shownTo('relief-station', added)).toEqual({ victimId: 'v' });
  });

  it('of the directory is shown to everybody', () => {
    expect(shownTo('school', { service: 'identity', type: 'identity.post-ended', data: { to: '2026-07-01' } }))
      .toEqual({ to: '2026-07-01' });
  });
});
