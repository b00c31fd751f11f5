import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { ViewTable } from '../views/view-table.js';

const PIECE = 1024 * 1024;

/** Fills the new tables by COPY: gathers rows, and writes a piece while the next one is gathered. */
export class TableWriter {
  readonly rows: Record<string, number> = {};
  private readonly pieces = new Map<string, { table: ViewTable<never>; text: string }>();
  private gathered = 0;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly client: Client, private readonly schema: string) {}

  add<Row extends object>(table: ViewTable<Row>, rows: Iterable<Row>): void {
    let piece = this.pieces.get(table.name);
    if (!piece) this.pieces.set(table.name, (piece = { table: table as unknown as ViewTable<never>, text: '' }));
    for (const row of rows) {
      const line = table.copyLine(row);
      piece.text += line;
      this.gathered += line.length;
      this.rows[table.name] = (this.rows[table.name] ?? 0) + 1;
    }
  }

  /** Hands over what was gathered, once it is worth a round trip, when the piece before it is written. */
  async flush(isLast = false): Promise<void> {
    if (!isLast && this.gathered < PIECE) return;
    await this.writing;
    const pieces = [...this.pieces.values()].filter(({ text }) => text !== '').map((piece) => ({ ...piece }));
    this.pieces.clear();
    this.gathered = 0;
    this.writing = this.write(pieces);
    this.writing.catch(() => undefined); // Whoever flushes next sees the failure.
    if (isLast) await this.writing;
  }

  private async write(pieces: readonly { table: ViewTable<never>; text: string }[]): Promise<void> {
    for (const { table, text } of pieces) {
      const stream = this.client.query(copyFrom(`COPY ${this.schema}.${table.name} (${table.names()}) FROM STDIN`));
      stream.end(text);
      await finished(stream);
    }
  }
}
