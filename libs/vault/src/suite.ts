import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** The set of algorithms in use, named by the first byte of everything sealed; old records keep theirs. */
export const AES_256_GCM = 1;

export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const OVERHEAD = 1 + NONCE_BYTES + TAG_BYTES;

/** What is stored is not what was sealed, or stands in another place than it was sealed for. */
export class Damaged extends Error {
  override name = 'Damaged';
}

/**
 * Seals bytes for one place. `place` is not stored: who opens must name the same one, so that a record moved to
 * another case or under another id does not open.
 */
export function seal(key: Buffer, plaintext: Buffer, place: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(place));
  return Buffer.concat([Buffer.of(AES_256_GCM), nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** With whichever of these keys it was sealed. @throws Damaged */
export function unsealWith(keys: readonly Buffer[], sealed: Buffer, place: string): Buffer {
  for (const key of keys.slice(0, -1)) {
    try {
      return unseal(key, sealed, place);
    } catch (error) {
      if (!(error instanceof Damaged)) throw error;
    }
  }
  return unseal(keys.at(-1)!, sealed, place);
}

/** @throws Damaged when one bit differs, the key is another one, or the place is. */
export function unseal(key: Buffer, sealed: Buffer, place: string): Buffer {
  if (sealed.length < OVERHEAD || sealed[0] !== AES_256_GCM) throw new Damaged('unknown suite or too short');
  const body = sealed.subarray(1 + NONCE_BYTES, sealed.length - TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    throw new Damaged('authentication failed');
  }
}
