import { describe, expect, it } from '@jest/globals';
import { BOUND_CHANNELS, CLUE_CHANNELS, Refusal } from '#contracts';
import { clueFrom, REPORTING_DUTY, type NewClue } from './clue.js';

const discoveredAt = '2026-06-28T01:00:00.000Z';
const after = (minutes: number): string => new Date(Date.parse(discoveredAt) + minutes * 60_000).toISOString();
const aClue = (given: Partial<NewClue> = {}): NewClue => ({
  clueId: 'clue', feedbackClockId: 'clock', channel: 'transport-worker', discoveredAt, reporterRecord: null, contentRecord: null,
  ...given,
});

describe('A clue (I-1)', () => {
  it.each(CLUE_CHANNELS)('from %s keeps whether there was a duty to report', (channel) => {
    expect(clueFrom(aClue({ channel }), after(1)).bound).toBe(BOUND_CHANNELS.includes(channel));
  });

  it('is late when somebody bound to report took longer than the duty allows, and not a minute before', () => {
    const limit = REPORTING_DUTY.limitHours * 60;
    expect(clueFrom(aClue(), after(limit))).toMatchObject({ late: false, delayMinutes: limit });
    expect(clueFrom(aClue(), after(limit + 1))).toMatchObject({ late: true, delayMinutes: limit + 1 });
  });

  it('is never late from somebody who had no duty', () => {
    const clue = clueFrom(aClue({ channel: 'citizen' }), after(99_999));
    expect(clue).toMatchObject({ bound: false, late: false, delayMinutes: 99_999 });
  });

  it('is refused when it was reported before it was discovered', () => {
    expect(() => clueFrom(aClue(), after(-1))).toThrow(new Refusal('intake.times-contradict'));
  });
});
