import { createHmac } from 'node:crypto';
import { normalNationalId } from '#contracts';

/**
 * Two services see that two records are one person when the digests of the national ids are equal, and learn nothing
 * else. Without the key of the installation nobody can try ids one after another.
 */
export function identityDigestWith(keyBase64: string): (nationalId: string) => string {
  const key = Buffer.from(keyBase64, 'base64');
  return (nationalId) => createHmac('sha256', key).update(normalNationalId(nationalId)).digest('hex');
}
