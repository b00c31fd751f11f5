import type { Instant } from '../fields.js';
import type { Port } from '../vocabulary.js';
import type { Destination, ItemRemark, ManifestKind } from './facts.js';

/** A short description in the three languages of the port (X-4). */
export interface Trilingual {
  readonly zh: string;
  readonly vi: string;
  readonly en: string;
}

export interface ManifestItem {
  /** Counts 1, 2, 3 … in the order of the list. */
  readonly n: number;
  readonly itemId: string;
  readonly kind: ManifestKind;
  readonly returnId: string;
  readonly description: Trilingual;
  /** SHA-256 of an enclosed paper: the paper goes to the receiving side, its digest stands here. */
  readonly documentDigest?: string;
  /** What the receiving side said when it took the item. Absent before that. */
  readonly remark?: { readonly code: ItemRemark; readonly note?: string };
}

/** What two sides sign at the port: who and what goes across, and with which remarks it was taken (X-4). */
export interface Manifest {
  readonly format: 'guitu-manifest/1';
  readonly handoverId: string;
  readonly caseId: string;
  readonly port: Port;
  readonly scheduledAt: Instant;
  readonly sendingUnit: string;
  readonly receivingUnit: string;
  readonly persons: readonly { readonly returnId: string; readonly victimId: string; readonly destination: Destination }[];
  readonly items: readonly ManifestItem[];
}

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

/**
 * The one text of a manifest. Its UTF-8 bytes are what is digested (SHA-256) and signed (ES256), so anybody who has the
 * text and the public keys can verify it with any tool, off line.
 *
 * The form is that of RFC 8785 with two additions: strings are in Unicode normal form C, and only whole numbers occur.
 * No white space; members sorted by name; absent members left out; lists in their own order.
 */
export const canonicalManifest = (manifest: Manifest): string => canonical(manifest as unknown as Json);

function canonical(value: Json): string {
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'));
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new Error('A manifest holds whole numbers only.');
  if (Array.isArray(value)) return `[${value.map((part: Json) => canonical(part)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value as Record<string, Json>)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}
