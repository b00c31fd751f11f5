const HOUR_MS = 3_600_000;

export type Urgency = 'overdue' | 'soon' | 'later';

/** Soon: less than a fifth of the time is left, or less than two hours. */
export function urgencyOf(dueAt: string, { now, since }: { now: number; since?: string }): Urgency {
  const left = new Date(dueAt).getTime() - now;
  if (left < 0) return 'overdue';
  const whole = since ? new Date(dueAt).getTime() - new Date(since).getTime() : 0;
  return left < Math.max(2 * HOUR_MS, whole * 0.2) ? 'soon' : 'later';
}
