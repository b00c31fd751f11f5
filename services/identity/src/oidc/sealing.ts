import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Keeps keys, sessions and tokens in the database so that a copy of the database opens no door: AES-256-GCM under a
 * key derived from the service's key-encryption key.
 */
export class Sealing {
  private readonly keys: readonly Buffer[];

  /** @param keks the present one, and while it is being changed the one before it. */
  constructor(keks: readonly string[]) {
    this.keys = keks.map((kek) => Buffer.from(hkdfSync('sha256', Buffer.from(kek, 'base64'), '', 'guitu identity oidc', 32)));
  }

  seal(value: unknown): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.keys[0]!, nonce);
    const sealed = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** @throws Error when the key is another one, or when the bytes were changed. */
  open<T>(bytes: Buffer): T {
    const [present, ...before] = this.keys as [Buffer, ...Buffer[]];
    try {
      return opened<T>(present, bytes);
    } catch (error) {
      if (before.length === 0) throw error;
      return opened<T>(before[0]!, bytes);
    }
  }

  /** Finds a row by a secret without keeping the secret. */
  mark(secret: string): string {
    return createHash('sha256').update(secret).digest('base64url');
  }
}

function opened<T>(key: Buffer, bytes: Buffer): T {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')) as T;
}
