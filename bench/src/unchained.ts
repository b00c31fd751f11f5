import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Fact } from '#contracts';
import {
  EMPTY_HEAD, mappingOf, Transactions, Tx, type Aggregate, type Context, type Head, type JournalRow,
} from '#messaging';
import { Enquiry } from './service/enquiry.js';
import { surroundings } from './service/stand-alone.js';

/**
 * The same commands without the chain: no head is read or locked, none is kept, nothing is digested. The version comes
 * from the aggregate's own row. Everything else, statement for statement, is ours.
 */
export class UnchainedTransactions extends Transactions {
  override on(client: PoolClient, context: Context): Tx {
    unchain(this.source);
    return new UnchainedTx(this.source, client, surroundings, context, () => new Date().toISOString());
  }
}

/** What `Tx` keeps to itself. */
interface Inside {
  readonly heads: Map<string, Head>;
  subjectId: string | null;
  caseId: string | null;
  write(aggregate: Aggregate, rows: readonly JournalRow[]): void;
}

class UnchainedTx extends Tx {
  override async save(aggregate: Aggregate, facts: readonly Fact[]): Promise<void> {
    const inside = this as unknown as Inside;
    const { actor, commandId } = this.context;
    let version = inside.heads.get(aggregate.caseId)?.version ?? 0;
    const rows = facts.map(({ type, v, data }): JournalRow => {
      version += 1;
      const payload = JSON.stringify({
        id: newId(), type, v, version, service: surroundings.service, caseId: aggregate.caseId, subjectId: aggregate.id,
        occurredAt: this.at, recordedAt: this.now, exercise: false, actor, commandId, data,
      });
      this.said.push({ type, version, data });
      return { type, version, payload, digest: EMPTY_HEAD.digest };
    });
    aggregate.version = version;
    inside.write(aggregate, rows);
    inside.subjectId ??= aggregate.id;
    inside.caseId ??= aggregate.caseId;
  }
}

const unchained = new WeakSet<object>();

/** Takes the head out of the three statements. Its parameters stay, unused, so that the same values are sent. */
function unchain(source: DataSource): void {
  const mapping = mappingOf(source, Enquiry) as { -readonly [K in 'loadSql' | 'insertSql' | 'updateSql']: string };
  if (unchained.has(mapping)) return;
  unchained.add(mapping);
  mapping.loadSql = mapping.loadSql
    .replace('h.version AS head_version, h.digest AS head_digest', `t.version AS head_version, ''::bytea AS head_digest`)
    .replace(/FROM case_head h JOIN (\S+) t ON \S+ = \S+/, 'FROM $1 t').replace('FOR UPDATE OF h, t', 'FOR UPDATE OF t');
  for (const name of ['insertSql', 'updateSql'] as const)
    mapping[name] = mapping[name].replace(/head AS \(UPDATE [^)]*\)/, 'head AS (SELECT $3::integer, $4::bytea)');
  if (/case_head/.test(mapping.loadSql + mapping.insertSql + mapping.updateSql))
    throw new Error('The statements still use the head.');
}
