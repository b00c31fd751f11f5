import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { ViewTable } from '../views/view-table.js';

const PIECE = 1024 * 1024;

/** Rows of one table that wait to be written, as the bytes that COPY takes. */
class Piece {
  private bytes = Buffer.allocUnsafe(64 * 1024);
  private used = 0;

  add(line: string): number {
    const most = this.used + line.length * 3; // A character takes three bytes at most.
    if (most > this.bytes.length) this.bytes = Buffer.concat([this.content], Math.max(most, this.bytes.length * 2));
    const written = this.bytes.write(line, this.used);
    this.used += written;
    return written;
  }

  get content(): Buffer {
    return this.bytes.subarray(0, this.used);
  }
}

/** Fills the new tables by COPY: gathers rows, and writes what was gathered while the next are gathered. */
export class TableWriter {
  readonly rows: Record<string, number> = {};
  private pieces = new Map<{ name: string; names(): string }, Piece>();
  private gathered = 0;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly client: Client, private readonly schema: string) {}

  add<Row extends object>(table: ViewTable<Row>, rows: Iterable<Row>): void {
    let piece = this.pieces.get(table);
    if (!piece) this.pieces.set(table, (piece = new Piece()));
    for (const row of rows) {
      this.gathered += piece.add(table.copyLine(row));
      this.rows[table.name] = (this.rows[table.name] ?? 0) + 1;
    }
  }

  /** Hands over what was gathered, once it is worth a round trip, when what came before it is written. */
  async flush(isLast = false): Promise<void> {
    if (!isLast && this.gathered < PIECE) return;
    await this.writing;
    this.writing = this.write(this.pieces);
    this.writing.catch(() => undefined); // Whoever flushes next sees the failure.
    this.pieces = new Map();
    this.gathered = 0;
    if (isLast) await this.writing;
  }

  private async write(pieces: ReadonlyMap<{ name: string; names(): string }, Piece>): Promise<void> {
    for (const [table, { content }] of pieces) {
      if (content.length === 0) continue;
      const stream = this.client.query(copyFrom(`COPY ${this.schema}.${table.name} (${table.names()}) FROM STDIN`));
      stream.end(content);
      await finished(stream);
    }
  }
}
