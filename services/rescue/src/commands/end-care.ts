import { OneOf } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, isMinor } from '#service-kit';
import { isForeign } from '../domain/care.js';
import { Custody } from '../domain/custody.js';
import { answeringUnits } from '../views/answering-units.js';
import { namesBuyer } from './claimant.js';

/** An adult's own will has a door of its own. */
const REASONS = ['with-family', 'received-abroad'] as const;

export class EndCare extends CommandInput {
  @OneOf(REASONS) reason!: (typeof REASONS)[number];
}

export async function endCare(tx: Tx, custodyId: string, { reason }: EndCare): Promise<void> {
  const custody = await tx.load(Custody, custodyId);
  await tx.save(custody, custody.end({ by: tx.actor, at: tx.at, reason, ...(await whereFrom(tx, custody)) }));
}

/** With whom care would end, and who has a say in it. */
export async function whereFrom(
  tx: Tx, custody: Custody,
): Promise<{ isAbroad: boolean; isBuyer: boolean; involved: readonly string[] }> {
  const unit = custody.holder?.kind === 'unit' ? await tx.directory.unit(custody.holder.unitId) : null;
  return {
    isAbroad: unit !== null && isForeign(unit.kind), isBuyer: await isWithBuyer(tx, custody),
    involved: await answeringUnits(tx, custody.caseId),
  };
}

/** Has the relative who has the child bought a person? */
async function isWithBuyer(tx: Tx, custody: Custody): Promise<boolean> {
  const { relative } = custody;
  if (relative === null) return false;
  return namesBuyer(tx, {}, { personIds: [relative], identityDigests: custody.digestsOf(relative) });
}

/** an adult's own will is recorded and decides. */
export async function recordOwnWill(tx: Tx, custodyId: string): Promise<void> {
  const custody = await tx.load(Custody, custodyId);
  await tx.save(custody, custody.goOwnWay({ by: tx.actor, at: tx.at, isMinor: await isMinor(tx, custody.victimId) }));
}
