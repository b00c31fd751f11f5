import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { FILE_BYTES_MAX, Refusal, type MediaType } from '#contracts';

export interface Brought {
  readonly content: Buffer;
  readonly found: { bytes: number; digest: string; mediaType: MediaType | null };
}

const FIRST_BYTES: readonly (readonly [MediaType, Buffer])[] = [
  ['application/pdf', Buffer.from('%PDF-')],
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
];

/**
 * Reads what is sent and says what it is, whatever it was said to be.
 * @throws Refusal input.too-large after `FILE_BYTES_MAX`. What comes behind it is let pass and thrown away: left lying, it would
 * hold up whoever comes next on the same connection.
 */
export async function readBrought(body: Readable): Promise<Brought> {
  const chunks: Buffer[] = [];
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > FILE_BYTES_MAX) break;
    hash.update(chunk);
    chunks.push(chunk);
  }
  if (bytes > FILE_BYTES_MAX) {
    body.resume();
    throw new Refusal('input.too-large', { bytesMax: FILE_BYTES_MAX });
  }
  const content = Buffer.concat(chunks, bytes);
  return { content, found: { bytes, digest: hash.digest('hex'), mediaType: mediaTypeOf(content) } };
}

export const mediaTypeOf = (content: Buffer): MediaType | null =>
  FIRST_BYTES.find(([, first]) => content.subarray(0, first.length).equals(first))?.[0] ?? null;
