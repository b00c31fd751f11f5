import { Words, type Side } from '#contracts';
import type { Tx } from '#messaging';
import type { Vault } from '#vault';
import { Handover } from '../domain/handover.js';
import { isSignatureOf, sha256 } from '../manifest/es256.js';
import { manifestText } from '../manifest/text.js';

export const TEXT_MAX = 200_000;

export class ManifestInHand {
  @Words({ max: TEXT_MAX, example: '{"caseId":"…"}' }) manifest!: string;
}

export interface ManifestOnRecord {
  readonly manifest: string;
  /** Of that text; the one that both sides sign, once every item is accepted. */
  readonly digest: string;
  readonly sealedDigest: string | null;
  readonly signatures: readonly {
    side: Side; personId: string; keyId: string; x: string; y: string; signature: string; digest: string; at: string;
  }[];
}

export interface Verification {
  /** True when this is the text that both sides signed, byte for byte. */
  readonly valid: boolean;
  readonly digest: string;
  readonly signatures: readonly { side: Side; keyId: string; valid: boolean }[];
}

/** The text with everything that a third person needs to verify it: the two sides of this handover may have it. */
export async function readManifest(tx: Tx, vault: Vault, handoverId: string): Promise<ManifestOnRecord> {
  const handover = await ofTheirs(tx, handoverId);
  const manifest = await manifestText(tx, vault, handover);
  const signatures: ManifestOnRecord['signatures'][number][] = [];
  for (const { side, personId, keyId, signature, digest, at } of handover.signatures) {
    const key = await tx.directory.signingKey(keyId);
    signatures.push({ side, personId, keyId, x: key?.x ?? '', y: key?.y ?? '', signature, digest, at });
  }
  return { manifest, digest: sha256(manifest), sealedDigest: handover.sealedDigest, signatures };
}

/** Is the text in somebody's hand the signed one? It is taken as it comes: one changed byte, and it is another text. */
export async function verifyManifest(tx: Tx, handoverId: string, { manifest }: ManifestInHand): Promise<Verification> {
  const handover = await ofTheirs(tx, handoverId);
  const digest = sha256(manifest);
  const signatures: Verification['signatures'][number][] = [];
  for (const { side, keyId, signature } of handover.signatures) {
    const key = await tx.directory.signingKey(keyId);
    signatures.push({ side, keyId, valid: key !== null && isSignatureOf(key, manifest, signature) });
  }
  const valid = handover.isSignedByBoth && handover.signatures[0]!.digest === digest && signatures.every((one) => one.valid);
  return { valid, digest, signatures };
}

async function ofTheirs(tx: Tx, handoverId: string): Promise<Handover> {
  const handover = await tx.load(Handover, handoverId);
  handover.mayRead({ by: tx.actor });
  return handover;
}
