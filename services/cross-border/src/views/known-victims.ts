import type { Tx } from '#messaging';
import { knownVictim } from '#service-kit';

export interface KnownVictim {
  readonly isMinor: boolean;
  readonly nationality?: string;
}

/** Who consents depends on who it is. A victim of whom nothing is known yet is treated as a minor: the stricter rules apply. */
export async function victimOf(tx: Tx, victimId: string): Promise<KnownVictim> {
  const known = await knownVictim(tx, victimId);
  return { isMinor: known?.isMinor ?? true, nationality: known?.nationality };
}
