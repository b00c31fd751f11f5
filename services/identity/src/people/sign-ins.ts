import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '#contracts';

/** A token says the second in which it was given, and no more: one of this second may have been given before now. */
export const endOfThisSecond = (): Instant => new Date((Math.floor(Date.now() / 1000) + 1) * 1000).toISOString();

/** Whoever is told that it is done can sign in from that moment on. */
export const untilThen = async (moment: Instant): Promise<void> => sleep(Math.max(0, Date.parse(moment) - Date.now()));
