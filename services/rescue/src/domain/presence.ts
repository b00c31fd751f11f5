import { Refusal, type Present, type Sex } from '#contracts';

/** What intake said about a victim, as far as it decides who must be there. */
export interface Victim {
  readonly victimId: string;
  readonly sex: Sex;
  readonly isMinor: boolean;
  readonly nationality: string;
}

const HOME = 'CN';

/** Of whom nothing is known yet: the stricter rules apply. */
export const unknownVictim = (victimId: string): Victim => ({ victimId, sex: 'unknown', isMinor: true, nationality: HOME });

/** whom a rescue of this victim needs on the spot. Only an adult known to be a man does without a policewoman. */
export function neededAtRescue({ sex, isMinor, nationality }: Victim): Present[] {
  return [
    ...(isMinor || sex !== 'male' ? ['female-officer' as const] : []),
    ...(isMinor ? ['social-worker' as const] : []),
    ...(nationality !== HOME ? ['interpreter' as const] : []),
  ];
}

/** What is missing for these victims, each code once. */
export function missingAtRescue(victims: readonly Victim[], present: readonly Present[]): Present[] {
  return [...new Set(victims.flatMap(neededAtRescue))].filter((needed) => !present.includes(needed));
}

/** a plan without the right people is no plan. @throws Refusal rescue.present-missing */
export function mustBePlanned(victims: readonly Victim[], present: readonly Present[]): void {
  const missing = missingAtRescue(victims, present);
  if (missing.length === 0) return;
  const victimIds = victims.filter((victim) => neededAtRescue(victim).some((needed) => missing.includes(needed)))
    .map(({ victimId }) => victimId);
  throw new Refusal('rescue.present-missing', { missing, victimIds });
}

/**
 * nobody asks a minor alone and unrecorded, a girl without a policewoman, or anybody in a foreign language.
 * @throws Refusal rescue.present-missing
 */
export function mustBeHeard(victim: Victim, present: readonly Present[]): void {
  const { victimId, sex, isMinor, nationality } = victim;
  const isAccompanied = present.includes('guardian') || present.includes('social-worker');
  const missing = [
    ...(isMinor && !isAccompanied ? ['social-worker' as const] : []),
    ...(isMinor && !present.includes('camera-recording') ? ['camera-recording' as const] : []),
    ...(isMinor && sex !== 'male' && !present.includes('female-officer') ? ['female-officer' as const] : []),
    ...(nationality !== HOME && !present.includes('interpreter') ? ['interpreter' as const] : []),
  ];
  if (missing.length > 0) throw new Refusal('rescue.present-missing', { missing, victimIds: [victimId] });
}
