import type { Instant, Present, RepeatReason } from '#contracts';

/** How often, by whom and in whose presence a victim was asked. */
export interface Interview {
  readonly interviewId: string;
  readonly byUnit: string;
  readonly byPerson: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly present: Present[];
  readonly reason?: RepeatReason;
}

/** A victim who is free, and what has been done for them since. */
export interface RescuedPerson {
  readonly victimId: string;
  readonly planId: string;
  readonly custodyId: string;
  readonly rescuedAt: Instant;
  readonly present: Present[];
  /** Of the deadline for the medical check. */
  readonly clockId: string;
  /** Health units that were asked to examine the victim. */
  checkAskedOf?: string[];
  medicalCheck: { readonly checkId: string; readonly atUnit: string; readonly at: Instant } | null;
  interviews: Interview[];
}
