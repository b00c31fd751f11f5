import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import type { Actor, Envelope, Fact, Instant } from '#contracts';

/** Where a case stands in one service: how many facts, and the digest of the last. */
export interface Head {
  readonly version: number;
  readonly digest: Buffer;
}

export const EMPTY_HEAD: Head = { version: 0, digest: Buffer.alloc(32) };

/**
 * The link of the chain: SHA-256 over the previous digest and the very text that is kept and sent.
 * No canonical form is needed, because the text is never parsed and written again.
 */
export function digestOf(previous: Buffer, text: string): Buffer {
  return createHash('sha256').update(previous).update(text).digest();
}

/** Everything about a fact that the rule did not say. */
export interface Saying {
  readonly service: string;
  readonly caseId: string;
  readonly subjectId: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly exercise: boolean;
  readonly actor: Actor;
  readonly commandId: string;
  readonly causationId?: string;
  readonly traceparent?: string;
}

export interface JournalRow {
  readonly type: string;
  readonly version: number;
  readonly payload: string;
  readonly digest: Buffer;
}

/** Numbers the facts, wraps them and links them to the chain of their case. */
export function linked(head: Head, facts: readonly Fact[], saying: Saying): { rows: JournalRow[]; head: Head } {
  const rows: JournalRow[] = [];
  let { version, digest } = head;
  for (const said of facts) {
    version += 1;
    const envelope: Envelope = { id: newId(), type: said.type, v: said.v, version, ...saying, data: said.data };
    const payload = JSON.stringify(envelope);
    digest = digestOf(digest, payload);
    rows.push({ type: said.type, version, payload, digest });
  }
  return { rows, head: { version, digest } };
}
