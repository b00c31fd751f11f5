import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Keeps keys, sessions and tokens in the database so that a copy of the database opens no door: AES-256-GCM under a
 * key derived from the service's key-encryption key.
 */
export class Sealing {
  private readonly key: Buffer;

  constructor(kekBase64: string) {
    this.key = Buffer.from(hkdfSync('sha256', Buffer.from(kekBase64, 'base64'), '', 'guitu identity oidc', 32));
  }

  seal(value: unknown): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    const sealed = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** @throws Error when the key is another one, or when the bytes were changed. */
  open<T>(bytes: Buffer): T {
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')) as T;
  }

  /** Finds a row by a secret without keeping the secret. */
  mark(secret: string): string {
    return createHash('sha256').update(secret).digest('base64url');
  }
}
