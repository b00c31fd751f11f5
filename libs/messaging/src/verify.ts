import type { Envelope } from '#contracts';
import { digestOf, EMPTY_HEAD, type Head } from './journal.js';

export interface StoredRow {
  readonly seq: string;
  readonly aggregatetype: string;
  readonly aggregateid: string;
  readonly type: string;
  readonly version: number;
  readonly payload: string;
  readonly digest: Buffer;
  readonly command_id: string;
  readonly recorded_at: Date;
}

export interface Finding {
  readonly caseId: string;
  readonly version: number;
  readonly seq: string | null;
  readonly what: 'removed' | 'inserted' | 'changed' | 'columns-differ' | 'head-differs' | 'witness-differs';
  readonly witness?: string;
}

/** The last fact of a case that somebody else has taken from this service. */
export interface Witness extends Head {
  readonly by: string;
}

/**
 * Walks the chain of one case in one journal. The rows come in order of their version.
 * A chain shows an edit, a removal or an insertion in its middle; the heads that other services keep show a cut tail
 * and a chain that was computed anew.
 * @returns the first row that is wrong, or null.
 */
export function firstFinding(
  caseId: string, rows: readonly StoredRow[], head: Head | undefined, witnesses: readonly Witness[],
): Finding | null {
  let digest = EMPTY_HEAD.digest;
  const bySeen = new Map<number, Witness[]>();
  for (const witness of witnesses) bySeen.set(witness.version, [...(bySeen.get(witness.version) ?? []), witness]);
  for (const [index, row] of rows.entries()) {
    const at = { caseId, version: index + 1, seq: row.seq };
    if (row.version > index + 1) return { ...at, seq: null, what: 'removed' };
    if (row.version < index + 1) return { ...at, version: row.version, what: 'inserted' };
    digest = digestOf(digest, row.payload);
    if (!digest.equals(row.digest)) return { ...at, what: 'changed' };
    if (!columnsMatch(row)) return { ...at, what: 'columns-differ' };
    const other = bySeen.get(row.version)?.find((witness) => !witness.digest.equals(digest));
    if (other) return { ...at, what: 'witness-differs', witness: other.by };
  }
  const beyond = witnesses.find((witness) => witness.version > rows.length);
  if (beyond) return { caseId, version: rows.length + 1, seq: null, what: 'removed', witness: beyond.by };
  if ((head?.version ?? 0) > rows.length) return { caseId, version: rows.length + 1, seq: null, what: 'removed' };
  if (rows.length > 0 && (!head || head.version !== rows.length || !head.digest.equals(digest)))
    return {
      caseId, version: rows.length,
      seq: rows.at(-1)!.seq,
      what: (head?.version ?? 0) < rows.length ? 'inserted' : 'head-differs',
    };
  return null;
}

function columnsMatch(row: StoredRow): boolean {
  try {
    const envelope = JSON.parse(row.payload) as Envelope;
    return envelope.service === row.aggregatetype && envelope.caseId === row.aggregateid
      && envelope.type === row.type && envelope.version === row.version
      && envelope.commandId === row.command_id && envelope.recordedAt === row.recorded_at.toISOString();
  } catch {
    return false;
  }
}
