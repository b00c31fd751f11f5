import { createHash, createPublicKey, verify } from 'node:crypto';
import type { SigningKey } from '#messaging';

/** Of the UTF-8 bytes of a manifest's text, in lower-case hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * ES256 as browsers make it (Web Crypto: ECDSA, P-256, SHA-256): over the UTF-8 bytes of the text, r and s of 32 bytes
 * each. With a key in PEM, `openssl dgst -sha256 -verify` says the same of the signature in its DER form.
 */
export function isSignatureOf({ x, y }: Pick<SigningKey, 'x' | 'y'>, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
    return verify('sha256', Buffer.from(text, 'utf8'), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
  } catch {
    return false; // The registered numbers are no point of the curve: nothing was signed with them.
  }
}
