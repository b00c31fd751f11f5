import { BOUND_CHANNELS, ClueReceived, Refusal, fact, type ClueChannel, type Fact, type Instant } from '#contracts';

/**
 * I-1: within how many hours after discovery somebody who is bound to report must have done so. The sources say
 * "at once" and name no number; the day is ours.
 */
export const REPORTING_DUTY = { limitHours: 24, isDefault: true, clause: 'I-1' } as const;

const MINUTE_MS = 60_000;

export interface Clue {
  readonly clueId: string;
  readonly channel: ClueChannel;
  /** True when whoever reported had a duty to report. */
  readonly bound: boolean;
  readonly discoveredAt: Instant;
  readonly receivedAt: Instant;
  readonly delayMinutes: number;
  /** True when the duty to report was met too late. */
  readonly late: boolean;
  readonly feedbackAt: Instant | null;
  readonly feedbackClockId: string;
  /** Ids in the vault; null where nothing was said. */
  readonly reporterRecord: string | null;
  readonly contentRecord: string | null;
}

export interface NewClue {
  readonly clueId: string;
  readonly feedbackClockId: string;
  readonly channel: ClueChannel;
  readonly discoveredAt: Instant;
  readonly reporterRecord: string | null;
  readonly contentRecord: string | null;
}

/** I-1: a clue as it is received; whether the reporter had a duty, and how long the report took, stay with it. */
export function clueFrom(given: NewClue, receivedAt: Instant): Clue {
  const delayMs = Date.parse(receivedAt) - Date.parse(given.discoveredAt);
  if (delayMs < 0) throw new Refusal('intake.times-contradict', { discoveredAt: given.discoveredAt, receivedAt });
  const bound = BOUND_CHANNELS.includes(given.channel);
  return {
    ...given, bound, receivedAt, delayMinutes: Math.floor(delayMs / MINUTE_MS),
    late: bound && delayMs > REPORTING_DUTY.limitHours * 60 * MINUTE_MS, feedbackAt: null,
  };
}

export const clueReceived = (clue: Clue, at: { division: string; unitId: string }): Fact => fact(ClueReceived, {
  clueId: clue.clueId, channel: clue.channel, boundToReport: clue.bound, discoveredAt: clue.discoveredAt,
  delayMinutes: clue.delayMinutes, late: clue.late, division: at.division, receivedBy: at.unitId,
});
