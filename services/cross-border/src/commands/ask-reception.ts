import { DESTINATIONS, OneOf, UnitId, type Destination } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import { Return } from '../domain/return.js';

export class AskReception extends CommandInput {
  @UnitId() toUnit!: string;
  @OneOf(DESTINATIONS) destination!: Destination;
}

export async function askReception(tx: Tx, returnId: string, { toUnit, destination }: AskReception): Promise<void> {
  const found = await tx.load(Return, returnId);
  const unitKind = (await tx.directory.unit(toUnit))?.kind;
  await tx.save(found, found.askReception({ by: tx.actor, at: tx.at, toUnit, unitKind, destination }));
}
