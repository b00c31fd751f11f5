import { describe, expect, it } from '@jest/globals';
import { timeAfterwards } from './clock.js';

const at = (time: string): number => Date.parse(time);
const clocks = (askedAt: string, ...now: string[]) => ({ askedAt: at(askedAt), now: now.map(at) });
const MACHINE = ['2026-11-22T10:00:00Z', '2026-11-22T10:05:00Z'] as const;

describe('The clock after a story', () => {
  it('is where it would be without the story, when that was told in earlier years', () => {
    const after = timeAfterwards(
      clocks(MACHINE[0], '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'), clocks(MACHINE[1], '2019-10-03T09:05:00Z'));
    expect(after).toBe(at('2026-11-22T10:05:01Z'));
  });

  it('stays where the story has left it, when that is later: its own case can be worked on too', () => {
    const after = timeAfterwards(clocks(MACHINE[0], '2026-07-02T13:00:00Z'), clocks(MACHINE[1], '2026-11-05T02:00:00Z'));
    expect(after).toBe(at('2026-11-05T02:00:00Z'));
  });

  it('never goes back, however often stories are told', () => {
    const first = timeAfterwards(clocks(MACHINE[0], MACHINE[0]), clocks(MACHINE[1], '2019-10-03T09:05:00Z'));
    const second = timeAfterwards(
      { askedAt: at(MACHINE[1]), now: [first] }, clocks('2026-11-22T10:10:00Z', '2026-11-05T02:00:00Z'));
    expect(second).toBeGreaterThan(first);
  });
});
