import { describe, expect, it } from '@jest/globals';
import { lightOf } from '../../web/src/features/investigation/lights.js';

describe('The light of a package', () => {
  const NOW = Date.parse('2026-07-01T00:00:00.000Z');
  type Record = Parameters<typeof lightOf>[0];
  const held = (kind: 'solve' | 'comfort', dischargedAt: string | null = null) =>
    ({ package: kind, dischargedAt }) as Parameters<typeof lightOf>[1];
  const LATELY = '2026-06-20T00:00:00.000Z';
  const investigation = ({ formedAt = LATELY, measured = '', due = {} as { [rule: string]: string } } = {}) => ({
    taskForce: { formedAt },
    measures: measured ? [{ package: 'solve', at: measured }] : [],
    clocks: { running: Object.entries(due).map(([rule, dueAt]) => ({ rule, dueAt, startedAt: '2026-06-01T00:00:00.000Z' })) },
  }) as unknown as Record;

  it('is red when the next measure is overdue, however lately one was taken, and for nothing else', () => {
    const due = { 'investigation-measure': '2026-06-30T23:00:00.000Z' };
    const late = investigation({ measured: '2026-06-30T00:00:00.000Z', due });
    expect(lightOf(late, held('solve'), NOW)).toBe('red');
    expect(lightOf(late, held('solve', '2026-06-30T00:00:00.000Z'), NOW)).toBe('done');
    const inTime = investigation({ due: { 'investigation-measure': '2026-07-02T00:00:00.000Z' } });
    expect(lightOf(inTime, held('solve'), NOW)).toBe('grey');
    expect(lightOf(investigation({ measured: '2026-06-30T00:00:00.000Z' }), held('solve'), NOW)).toBe('green');
    expect(lightOf(investigation({ formedAt: '2026-01-01T00:00:00.000Z' }), held('solve'), NOW)).toBe('amber');
  });

  it('follows the deadline of the relatives, where that runs', () => {
    const soon = investigation({
      due: { 'relatives-contact': '2026-07-01T01:00:00.000Z', 'investigation-measure': '2026-06-30T00:00:00.000Z' },
    });
    expect(lightOf(soon, held('comfort'), NOW)).toBe('amber');
  });
});
