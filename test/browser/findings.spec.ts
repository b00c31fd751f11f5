import { describe, expect, it } from '@jest/globals';
import { foundIn } from '../../web/src/features/cases/findings.js';

describe('What the proof of a ledger has found', () => {
  it('is listed whole, a stage without a deadline as well, each with its line, the earliest first', () => {
    const found = foundIn([
      { label: '侦查', findings: [{ kind: 'no-clock', fromAt: '2026-06-02T00:00:00.000Z', toAt: null }] },
      { label: '解救', findings: [] },
      { label: '案件', findings: [{ kind: 'uncovered', fromAt: '2026-06-01T00:00:00.000Z', toAt: '2026-06-01T08:00:00.000Z' }] },
    ]);
    expect(found.map(({ label, kind }) => `${label} ${kind}`)).toEqual(['案件 uncovered', '侦查 no-clock']);
  });
});
