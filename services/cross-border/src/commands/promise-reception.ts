import { DESTINATIONS, Maybe, OneOf, PaperNumber, UnitId, type Destination } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import { Return } from '../domain/return.js';

export class PromiseReception extends CommandInput {
  @OneOf(DESTINATIONS) destination!: Destination;
  @UnitId() byUnit!: string;
  /** Of the letter; needed where the receiving body does not promise by itself. */
  @Maybe() @PaperNumber() letterNumber?: string;
}

export async function promiseReception(tx: Tx, returnId: string, input: PromiseReception): Promise<void> {
  const found = await tx.load(Return, returnId);
  const { destination, byUnit, letterNumber } = input;
  await tx.save(found, found.promiseReception({ by: tx.actor, at: tx.at, destination, byUnit, letterNumber }));
}
