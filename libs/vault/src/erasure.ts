import { ErasureOrdered, fact, PersonalDataErased, type Fact, type Instant } from '#contracts';
import { aggregateTable, moment, on, whole, type Reaction, type Tx } from '#messaging';
import { destroyCaseKey } from './vault.js';

/** The personal data of one case are erased in this service: under which order, how many records, when. */
export class Erasure {
  id!: string;
  caseId!: string;
  version = 0;
  records = 0;
  erasedAt!: Instant;

  /** @param given.id of the order, the same in every service. */
  static of(given: { id: string; caseId: string; records: number; erasedAt: Instant }): [Erasure, Fact[]] {
    const { id: erasureId, records } = given;
    return [Object.assign(new Erasure(), given), [fact(PersonalDataErased, { erasureId, records })]];
  }
}

export const ErasureTable = aggregateTable(Erasure, 'erasure', { records: whole(), erasedAt: moment({ name: 'erased_at' }) });

/**
 * Erases a case here and says so, in the transaction of whoever orders it, or of the inbox that hears the order.
 * @param given.merged the cases that were merged into it: files that came with them are sealed by their keys.
 */
export async function eraseCase(
  tx: Tx, { erasureId, caseId, merged = [] }: { erasureId: string; caseId: string; merged?: readonly string[] },
): Promise<void> {
  let records = 0;
  for (const erased of [caseId, ...merged]) records += await destroyCaseKey(tx, erased);
  await tx.save(...Erasure.of({ id: erasureId, caseId, records, erasedAt: tx.now }));
}

/** Every service that keeps personal data of cases erases them when intake says that two people have ordered it. */
export const erasureReactions: readonly Reaction[] = [
  on(ErasureOrdered, ({ caseId, data: { erasureId } }, tx) => eraseCase(tx, { erasureId, caseId })),
];
