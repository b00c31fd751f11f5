import { StringDecoder } from 'node:string_decoder';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { declaredFacts, type Instant } from '#contracts';
import { isFolded } from '../domain/fold.js';
import type { Said } from '../domain/said.js';
import { instantOf } from '../views/view-table.js';

/** Only the facts that a fold reads leave the database, and of those only what it needs. */
function query(): string {
  const folded = declaredFacts().map(({ type }) => type).filter(isFolded).map((type) => `'${type}'`);
  return `COPY (SELECT case_id, source, version, type, occurred_at, recorded_at, subject_id, actor_unit, data
    FROM timeline WHERE type IN (${folded.join(', ')}) ORDER BY case_id) TO STDOUT`;
}

/**
 * Reads the facts that were kept, case by case. Nothing is waited for but the next piece of the stream.
 * @param onCase gets the facts of one case, those of each source in their order.
 * @param afterPiece is waited for: it holds the stream back while earlier pieces are being written.
 */
export async function readTimeline(
  client: Client, onCase: (facts: readonly Said[]) => void, afterPiece: () => Promise<void>,
): Promise<void> {
  const decoder = new StringDecoder('utf8');
  let [rest, facts]: [string, Said[]] = ['', []];
  for await (const piece of client.query(copyTo(query(), { highWaterMark: 1024 * 1024 }))) {
    const lines = (rest + decoder.write(piece as Buffer)).split('\n');
    rest = lines.pop()!;
    for (const line of lines) {
      const said = saidIn(line);
      if (facts.length > 0 && facts[0]!.caseId !== said.caseId) {
        onCase(facts.sort(bySource));
        facts = [];
      }
      facts.push(said);
    }
    await afterPiece();
  }
  if (facts.length > 0) onCase(facts.sort(bySource));
  await afterPiece();
}

const bySource = (a: Said, b: Said): number => {
  if (a.source !== b.source) return a.source < b.source ? -1 : 1;
  return a.version - b.version;
};

/** A line of COPY's text format; only the data can hold a backslash. */
function saidIn(line: string): Said {
  const [caseId, source, version, type, occurredAt, recordedAt, subjectId, actorUnit, data] = line.split('\t') as [
    string, string, string, string, string, string, string, string, string];
  return {
    caseId, source, version: Number(version), type, occurredAt: sameOr(occurredAt), recordedAt: sameOr(recordedAt), subjectId,
    actorUnit,
    data: JSON.parse(data.includes('\\') ? unescaped(data) : data) as object,
  };
}

let last = { text: '', instant: '' };

/** Facts of one command happened at the same time, and most were recorded when they happened. */
function sameOr(text: string): Instant {
  if (text !== last.text) last = { text, instant: instantOf(text) };
  return last.instant;
}

const UNESCAPED: Record<string, string> = { '\\\\': '\\', '\\t': '\t', '\\n': '\n', '\\r': '\r' };

const unescaped = (text: string): string => text.replace(/\\[\\tnr]/g, (found) => UNESCAPED[found]!);
