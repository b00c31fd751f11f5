import { v7 as newId } from 'uuid';
import { Bytes, Id, type Side } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput, superiorOf } from '#service-kit';
import type { Vault } from '#vault';
import { Handover } from '../domain/handover.js';
import type { Return } from '../domain/return.js';
import { isSignatureOf, sha256 } from '../manifest/es256.js';
import { manifestText } from '../manifest/text.js';
import { travellersOf } from './travellers.js';

export class SignManifest extends CommandInput {
  @Id() keyId!: string;
  /** ES256 over the UTF-8 bytes of the manifest's text: r and s of 32 bytes each, base64url. */
  @Bytes({ min: 86, max: 86 }) signature!: string;
}

/** One side signs. With the second signature every person of the handover is handed over, in the same transaction. */
export async function signManifest(
  tx: Tx, vault: Vault, { handoverId, side }: { handoverId: string; side: Side }, { keyId, signature }: SignManifest,
): Promise<void> {
  const handover = await tx.load(Handover, handoverId);
  const { returns, travellers } = await travellersOf(tx, handover);
  const isFirst = handover.signedTextId === null;
  const key = await tx.directory.signingKey(keyId);
  const text = await manifestText(tx, vault, handover);
  const signed = handover.sign({
    by: tx.actor, at: tx.at, side, keyId, key, digest: sha256(text), signature, textId: newId(),
    isGenuine: key !== null && isSignatureOf(key, text, signature), travellers,
  });
  if (signed.length === 0) return;
  const { caseId, signedTextId } = handover;
  if (isFirst) await vault.keep(tx, { id: signedTextId!, caseId, kind: 'signed-manifest', value: { text } });
  await tx.save(handover, signed);
  if (handover.isSignedByBoth) for (const person of returns) await handOver(tx, handover, person);
}

async function handOver(tx: Tx, { counterpart, receiver }: Handover, person: Return): Promise<void> {
  await tx.save(person, person.handOver({
    by: tx.actor, at: tx.at, toUnit: counterpart, toPerson: receiver,
    clockId: newId(), rules: tx.rules, superiorUnit: await superiorOf(tx, person.stage.answers.unitId),
  }));
}
