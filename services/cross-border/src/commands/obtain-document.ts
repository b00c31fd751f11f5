import { OneOf, TRAVEL_DOCUMENTS, type TravelDocument } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import { Return } from '../domain/return.js';

export class ObtainDocument extends CommandInput {
  @OneOf(TRAVEL_DOCUMENTS) document!: TravelDocument;
}

export async function obtainDocument(tx: Tx, returnId: string, input: ObtainDocument): Promise<void> {
  const found = await tx.load(Return, returnId);
  await tx.save(found, found.obtainDocument({ by: tx.actor, at: tx.at, document: input.document }));
}
