import { v5 as idFrom } from 'uuid';
import { declarationOf, SignInsEnded, type Fact } from '#contracts';
import type { Tx } from '#messaging';
import { identityListening } from '#service-kit';
import type { UnitRecord } from '../domain/unit-record.js';

const SIGNED_OUT = declarationOf(SignInsEnded).type;
const UNITS = 'b7a5c1de-41f0-5d3c-9a02-6e1f0c9d5e11';

/** The record of a unit is found by the unit's id: the same id gives the same record. */
export const recordIdOf = (unitId: string): string => idFrom(unitId, UNITS);

/**
 * Saves a unit, and brings identity's own copy of the directory up to date in the same transaction. All other services
 * learn of it through Kafka; whoever issues the tokens must know at once, and without Kafka, who may do what, and gives none
 * to a session that has ended.
 */
export async function saveUnit(tx: Tx, unit: UnitRecord, facts: readonly Fact[]): Promise<void> {
  await tx.save(unit, facts);
  for (const { type, data } of facts)
    if (type === SIGNED_OUT) tx.execute('DELETE FROM oidc_model WHERE account_id = $1', [(data as SignInsEnded).personId]);
  for (const said of facts)
    for (const reaction of identityListening.reactions.filter(({ type }) => type === said.type))
      await reaction.run({ data: said.data } as never, tx);
}
