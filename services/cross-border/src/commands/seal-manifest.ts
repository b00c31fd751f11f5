import type { Tx } from '#messaging';
import type { Vault } from '#vault';
import { Handover } from '../domain/handover.js';
import { sha256 } from '../manifest/es256.js';
import { manifestText } from '../manifest/text.js';
import { travellersOf } from './travellers.js';

export async function sealManifest(tx: Tx, vault: Vault, handoverId: string): Promise<void> {
  const handover = await tx.load(Handover, handoverId);
  const { travellers } = await travellersOf(tx, handover);
  const digest = sha256(await manifestText(tx, vault, handover));
  await tx.save(handover, handover.seal({ by: tx.actor, at: tx.at, digest, travellers }));
}
