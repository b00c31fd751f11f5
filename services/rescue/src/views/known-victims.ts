import { Refusal } from '#contracts';
import type { Tx } from '#messaging';
import { knownVictims } from '#service-kit';
import { unknownVictim, type Victim } from '../domain/presence.js';

/**
 * The victims of these ids, in their order.
 * @param named whom the request for this stage named: of them, what intake said may not have arrived yet.
 * @throws Refusal rescue.unknown-victim
 */
export async function victimsOf(
  tx: Tx, caseId: string, victimIds: readonly string[], named: readonly string[] = [],
): Promise<Victim[]> {
  const known = await knownVictims(tx, caseId);
  return victimIds.map((victimId) => {
    const victim = known.find((one) => one.victimId === victimId);
    if (victim) return victim;
    if (!named.includes(victimId)) throw new Refusal('rescue.unknown-victim', { victimId });
    return unknownVictim(victimId);
  });
}
