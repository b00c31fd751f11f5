import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Costs about 32 MiB and a few hundred milliseconds each time: guessing is expensive, signing in is not. */
const COST = { logN: 15, r: 8, p: 3 };
const PASSWORD_MAX = 256;

/** What is kept of a password: the way it was derived, the salt and the result. */
export async function passwordHash(password: string): Promise<string> {
  const salt = randomBytes(16);
  const derived = await derive(password, salt, COST);
  return `$scrypt$ln=${COST.logN},r=${COST.r},p=${COST.p}$${salt.toString('base64url')}$${derived.toString('base64url')}`;
}

/** Compares in constant time, and takes as long when there is nothing to compare with: nobody learns who exists. */
export async function isPassword(given: string, hash: string | null): Promise<boolean> {
  const match = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/.exec(hash ?? '');
  if (!match) {
    await derive(given, NOBODY_SALT, COST);
    return false;
  }
  const [logN, r, p] = match.slice(1, 4).map(Number) as [number, number, number];
  const [salt, kept] = match.slice(4).map((part) => Buffer.from(part, 'base64url')) as [Buffer, Buffer];
  return timingSafeEqual(await derive(given, salt, { logN, r, p }), kept);
}

const NOBODY_SALT = randomBytes(16);

function derive(password: string, salt: Buffer, { logN, r, p }: typeof COST): Promise<Buffer> {
  const text = password.slice(0, PASSWORD_MAX).normalize('NFKC');
  return new Promise((resolve, reject) => {
    scrypt(text, salt, 32, { N: 2 ** logN, r, p, maxmem: 256 * 1024 * 1024 }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
