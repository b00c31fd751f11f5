import type { Head } from './journal.js';
import type { Queryable } from './directory-reader.js';
import { firstFinding, type Finding, type StoredRow, type Witness } from './verify.js';

/** A service's database: one connection, for one snapshot. */
export interface Books {
  readonly service: string;
  readonly db: Queryable;
}

export interface Verdict {
  readonly service: string;
  readonly cases: number;
  readonly facts: number;
  /** How many other services keep the last digest of at least one of its cases. */
  readonly witnesses: number;
  /** The first wrong row of each case that has one. */
  readonly findings: readonly Finding[];
}

const PAGE = 5_000;
const FINDINGS_MAX = 1_000;

/** Verifies a whole journal: its chains against its rows, its heads, and what all the others have kept of it. */
export async function verifyJournal(books: Books, others: readonly Books[]): Promise<Verdict> {
  const witnesses = await witnessesOf(books.service, others);
  // Heads and rows of one moment: a fact that is committed while we read is no finding. The witnesses were asked before,
  // and whatever they have was said before that moment.
  await books.db.query({ text: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' });
  try {
    return await judged(books, witnesses);
  } finally {
    await books.db.query({ text: 'COMMIT' });
  }
}

async function judged(books: Books, witnesses: Awaited<ReturnType<typeof witnessesOf>>): Promise<Verdict> {
  const heads = await headsOf(books.db);
  const unseen = new Set([...heads.keys(), ...witnesses.byCase.keys()]);
  const findings: Finding[] = [];
  let [cases, facts] = [0, 0];
  const judge = (caseId: string, rows: readonly StoredRow[]): void => {
    cases += 1;
    facts += rows.length;
    unseen.delete(caseId);
    const finding = firstFinding(caseId, rows, heads.get(caseId), witnesses.byCase.get(caseId) ?? []);
    if (finding && findings.length < FINDINGS_MAX) findings.push(finding);
  };
  for await (const [caseId, rows] of byCase(books.db)) judge(caseId, rows);
  for (const caseId of [...unseen]) judge(caseId, []); // Heads and witnesses of cases whose rows are gone altogether.
  return { service: books.service, cases, facts, witnesses: witnesses.services, findings };
}

async function* byCase(db: Queryable): AsyncGenerator<[string, StoredRow[]]> {
  let [caseId, version] = ['', 0];
  let rows: StoredRow[] = [];
  for (;;) {
    const { rows: page } = await db.query<StoredRow & { seq: string }>({
      text: `SELECT seq, aggregatetype, aggregateid, type, version, payload, digest, command_id, recorded_at FROM journal
             WHERE (aggregateid, version, seq) > ($1, $2, $3) ORDER BY aggregateid, version, seq LIMIT ${PAGE}`,
      values: [caseId, version, rows.at(-1)?.seq ?? '0'] });
    for (const row of page) {
      if (row.aggregateid !== caseId && rows.length > 0) {
        yield [caseId, rows];
        rows = [];
      }
      caseId = row.aggregateid;
      version = row.version;
      rows.push(row);
    }
    if (page.length < PAGE) break;
  }
  if (rows.length > 0) yield [caseId, rows];
}

async function headsOf(db: Queryable): Promise<Map<string, Head>> {
  const { rows } = await db.query<{ case_id: string; version: number; digest: Buffer }>({
    text: 'SELECT case_id, version, digest FROM case_head WHERE version > 0' });
  return new Map(rows.map((row) => [row.case_id, { version: row.version, digest: row.digest }]));
}

async function witnessesOf(
  service: string,
  others: readonly Books[],
): Promise<{ byCase: Map<string, Witness[]>; services: number }> {
  const found = new Map<string, Witness[]>();
  let services = 0;
  for (const other of others) {
    const { rows } = await other.db.query<{ case_id: string; version: number; digest: Buffer }>({
      text: 'SELECT case_id, version, digest FROM inbox WHERE source = $1 AND version > 0', values: [service] });
    if (rows.length > 0) services += 1;
    for (const row of rows)
      found.set(row.case_id, [
        ...(found.get(row.case_id) ?? []),
        { by: other.service, version: row.version, digest: row.digest },
      ]);
  }
  return { byCase: found, services };
}
