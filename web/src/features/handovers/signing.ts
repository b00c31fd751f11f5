import { ask, Refused, send, type Receipt } from '../../api/client.js';

/** The person's key for signatures: the private half is made here, cannot be taken out, and never leaves this machine. */
interface SigningKey {
  readonly keyId: string;
  readonly privateKey: CryptoKey;
}

const [STORE, KEYS] = ['guitu-keys', 'keys'];
const PATIENCE_MS = 60_000;
const PAUSE_MS = 700;

function store<T>(mode: IDBTransactionMode, work: (keys: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(STORE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(KEYS);
    opening.onerror = () => reject(opening.error!);
    opening.onsuccess = () => {
      const request = work(opening.result.transaction(KEYS, mode).objectStore(KEYS));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error!);
    };
  });
}

/** The key of this person for this unit on this machine; the first time one is made and its public half registered. */
async function keyOf(personId: string, unitId: string): Promise<SigningKey> {
  const place = `${personId} ${unitId}`;
  const known = await store<SigningKey | undefined>('readonly', (keys) => keys.get(place) as IDBRequest<SigningKey | undefined>);
  const { signingKeys } = await ask('/api/identity/me', {});
  // A key that the directory does not know (another system, an exercise begun anew) signs nothing.
  if (known && signingKeys.some(({ keyId }) => keyId === known.keyId)) return known;
  const { privateKey, publicKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ]);
  const { x, y } = await crypto.subtle.exportKey('jwk', publicKey);
  const receipt = await send<Receipt>('identity', '/me/signing-keys', {
    method: 'POST',
    body: { x, y },
    commandId: crypto.randomUUID(),
  });
  const keyId = receipt.facts.find(({ type }) => type === 'identity.signing-key-registered')!.data['keyId'] as string;
  await store('readwrite', (keys) => keys.put({ keyId, privateKey }, place));
  return { keyId, privateKey };
}

const base64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** Signs these very bytes as one side. The directory's key reaches the port's service a moment after it is registered. */
export async function signAs(
  side: string,
  given: {
    personId: string;
    unitId: string;
    handoverId: string;
    manifest: string;
    seen: number;
  },
): Promise<Receipt> {
  const { keyId, privateKey } = await keyOf(given.personId, given.unitId);
  const bytes = new TextEncoder().encode(given.manifest);
  const signature = base64url(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, bytes));
  for (const until = Date.now() + PATIENCE_MS; ;) {
    try {
      return await send('cross-border', `/handovers/${given.handoverId}/signatures/${side}`, {
        method: 'PUT',
        body: { keyId, signature },
        commandId: crypto.randomUUID(),
        seen: given.seen,
      });
    } catch (error) {
      const isYoung = error instanceof Refused && error.problem.code === 'cross-border.unknown-key';
      if (!isYoung || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
