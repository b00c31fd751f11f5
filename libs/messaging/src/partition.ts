import type { ICustomPartitioner } from 'kafkajs';

const M = 0x5bd1e995;

/**
 * Chooses a case's partition exactly as Kafka's own clients do (murmur2 of the key). kafkajs computes the same with an
 * object for each step of the arithmetic; that took an eighth of a relay's time.
 */
export const byCase: ICustomPartitioner = () => ({ partitionMetadata, message }) => {
  if (message.key === null || message.key === undefined) throw new Error('A fact has the key of its case.');
  return (murmur2(Buffer.from(message.key as string)) & 0x7fffffff) % partitionMetadata.length;
};

export function murmur2(key: Buffer): number {
  let hash = 0x9747b28c ^ key.length;
  let at = 0;
  for (; at + 4 <= key.length; at += 4) {
    let word = Math.imul(key.readInt32LE(at), M);
    word = Math.imul(word ^ (word >>> 24), M);
    hash = Math.imul(hash, M) ^ word;
  }
  if (at < key.length) {
    for (let last = key.length - 1; last >= at; last -= 1) hash ^= key[last]! << (8 * (last - at));
    hash = Math.imul(hash, M);
  }
  hash = Math.imul(hash ^ (hash >>> 13), M);
  return hash ^ (hash >>> 15);
}
