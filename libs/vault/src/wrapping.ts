import { createHmac } from 'node:crypto';
import { AES_256_GCM, Damaged, KEY_BYTES, seal, unseal } from './suite.js';

/** A case's key as it lies in the database: under which key it is wrapped is said beside it. */
export interface Wrapped {
  readonly wrapped: Buffer;
  readonly keyId: string;
}

interface WrappingKey {
  readonly id: string;
  readonly key: Buffer;
}

/**
 * The key by which a service wraps the keys of its cases. While it is being changed there are two: everything is wrapped by
 * the present one, and opened by that of which the row says that it was wrapped by it.
 */
export class WrappingKeys {
  private readonly present: WrappingKey;
  private readonly known: readonly WrappingKey[];

  /** @param given.kek 32 bytes in base64, as `kekBefore` where the key is being changed. */
  constructor(private readonly service: string, given: { kek: string; kekBefore?: string }) {
    this.present = keyIn(given.kek);
    this.known = [this.present, ...(given.kekBefore === undefined ? [] : [keyIn(given.kekBefore)])];
  }

  get presentId(): string {
    return this.present.id;
  }

  get knownIds(): string[] {
    return this.known.map(({ id }) => id);
  }

  wrap(caseId: string, key: Buffer): Wrapped {
    return { wrapped: seal(this.present.key, key, this.place(caseId)), keyId: this.present.id };
  }

  /** @throws Damaged when it was wrapped by a key that nobody has given, or was changed. */
  unwrap(caseId: string, { wrapped, keyId }: Wrapped): Buffer {
    const by = this.known.find(({ id }) => id === keyId);
    if (!by) throw new Damaged('wrapped by another key');
    return unseal(by.key, wrapped, this.place(caseId));
  }

  private place(caseId: string): string {
    return [this.service, 'case-key', caseId].join('|');
  }
}

/** Its id tells two keys apart, and says nothing of either. */
function keyIn(base64: string): WrappingKey {
  const key = Buffer.from(base64, 'base64');
  if (key.length !== KEY_BYTES) throw new Error(`The key-encryption key must have ${KEY_BYTES} bytes.`);
  return { key, id: createHmac('sha256', key).update(`key id ${AES_256_GCM}`).digest('hex').slice(0, 16) };
}
