import type { PoolClient, QueryArrayConfig } from 'pg';
import type { Instant } from '#contracts';
import type { Tx } from '#messaging';
import { binaryArray, type ColumnType, type Value } from './binary-array.js';

interface Column {
  readonly property: string;
  readonly name: string;
  readonly type: ColumnType;
}

/**
 * A read table and the rows that it holds: read and written many at a time, one round trip for many rows, whether new
 * facts change it or a rebuild fills its successor.
 */
export class ViewTable<Row extends object> {
  readonly columns: readonly Column[];
  private readonly insertSql: string;
  private readonly deleteSql: string;

  /** @param onConflict what becomes of a row that is there already; `{}` puts the new row in its place. */
  constructor(
    readonly name: string, readonly key: readonly (keyof Row & string)[],
    columns: { readonly [K in keyof Row]-?: ColumnType },
    onConflict: 'fail' | 'keep' | { readonly [K in keyof Row]?: string } = {},
  ) {
    this.columns = Object.entries<ColumnType>(columns).map(([property, type]) => ({ property, name: snake(property), type }));
    const values = this.columns.map(({ type }, index) => `$${index + 1}::${type}[]`);
    const conflict = onConflict === 'fail' ? ''
      : `ON CONFLICT (${key.map(snake).join(', ')}) DO ${onConflict === 'keep' ? 'NOTHING' : this.update(onConflict)}`;
    this.insertSql = `INSERT INTO ${name} (${this.names()}) SELECT * FROM unnest(${values.join(', ')}) ${conflict}`;
    const keyed = key.map((property, index) => `$${index + 1}::${columns[property]}[]`);
    this.deleteSql = `DELETE FROM ${name} t USING unnest(${keyed.join(', ')}) AS w(${key.map(snake).join(', ')})
      WHERE ${key.map((property) => `t.${snake(property)} = w.${snake(property)}`).join(' AND ')}`;
  }

  names(alias = ''): string {
    return this.columns.map(({ name }) => `${alias}${name}`).join(', ');
  }

  /** The columns under the names of the properties, for a query. */
  selected(): string {
    return this.columns.map(({ name, property }) => `${name} AS "${property}"`).join(', ');
  }

  /** Writes rows without waiting; a key occurs once. */
  write(tx: Tx, rows: readonly Row[]): void {
    if (rows.length === 0) return;
    tx.execute(this.insertSql, this.valuesOf(rows));
  }

  /** Writes rows and gives these properties of what they have become. */
  async writeAndRead<P extends keyof Row & string>(
    client: PoolClient, rows: readonly Row[], properties: readonly P[],
  ): Promise<Pick<Row, P>[]> {
    if (rows.length === 0) return [];
    const columns = this.columns.filter(({ property }) => (properties as readonly string[]).includes(property));
    return (await fetched(client, columns, {
      name: `write ${this.name} ${columns.length}`, values: this.valuesOf(rows),
      text: `${this.insertSql} RETURNING ${columns.map(({ name }) => `${this.name}.${name}`).join(', ')}`,
    })) as Pick<Row, P>[];
  }

  /** Removes rows without waiting; of the rows given only the key counts. */
  remove(tx: Tx, rows: readonly Row[]): void {
    if (rows.length === 0) return;
    tx.execute(this.deleteSql, this.valuesOf(rows, this.key));
  }

  /** Reads the rows that belong to one of these, each named by its values in the first columns. */
  async read(client: PoolClient, wanted: readonly (readonly string[])[]): Promise<Row[]> {
    if (wanted.length === 0) return [];
    return (await this.readColumns(client, wanted, this.columns)) as Row[];
  }

  /** As `read`, and no more than these properties of them. */
  async readOnly<P extends keyof Row & string>(
    client: PoolClient, wanted: readonly (readonly string[])[], properties: readonly P[],
  ): Promise<Pick<Row, P>[]> {
    if (wanted.length === 0) return [];
    const columns = this.columns.filter(({ property }) => (properties as readonly string[]).includes(property));
    return (await this.readColumns(client, wanted, columns)) as Pick<Row, P>[];
  }

  /** One line of COPY's text format. */
  copyLine(row: Row): string {
    const { columns } = this;
    let line = '';
    for (let index = 0; index < columns.length; index += 1) {
      const value = (row as Record<string, Value>)[columns[index]!.property];
      if (index > 0) line += '\t';
      line += value === null || value === undefined ? '\\N' : typeof value === 'string' ? copyText(value) : String(value);
    }
    return `${line}\n`;
  }

  private async readColumns(
    client: PoolClient, wanted: readonly (readonly string[])[], columns: readonly Column[],
  ): Promise<Record<string, unknown>[]> {
    const by = this.columns.slice(0, wanted[0]!.length);
    const names = by.map(({ name }) => name).join(', ');
    return fetched(client, columns, {
      name: `read ${this.name} ${columns.length} by ${by.length}`,
      text: `SELECT ${columns.map(({ name }) => `t.${name}`).join(', ')}
        FROM unnest(${by.map(({ type }, index) => `$${index + 1}::${type}[]`).join(', ')}) AS w(${names})
        JOIN ${this.name} t USING (${names})`,
      values: by.map(({ type }, index) => binaryArray(type, wanted.map((values) => values[index]))),
    });
  }

  private valuesOf(rows: readonly Row[], properties: readonly string[] = this.columns.map(({ property }) => property)): Buffer[] {
    return properties.map((property) => {
      const { type } = this.columns.find((column) => column.property === property)!;
      return binaryArray(type, rows.map((row) => (row as Record<string, Value>)[property]));
    });
  }

  private update(merged: { readonly [K in keyof Row]?: string }): string {
    const changes = this.columns.filter(({ property }) => !this.key.includes(property as keyof Row & string))
      .map(({ property, name }) => `${name} = ${merged[property as keyof Row] ?? `excluded.${name}`}`);
    return `UPDATE SET ${changes.join(', ')}`;
  }
}

async function fetched(
  client: PoolClient, columns: readonly Column[], query: { name: string; text: string; values: unknown[] },
): Promise<Record<string, unknown>[]> {
  const { rows } = await client.query<(string | null)[]>({ ...query, rowMode: 'array', types: AS_TEXT } as QueryArrayConfig);
  return rows.map((stored) => {
    const row: Record<string, unknown> = {};
    for (let index = 0; index < columns.length; index += 1)
      row[columns[index]!.property] = valueOf(stored[index]!, columns[index]!.type);
    return row;
  });
}

const AS_TEXT = { getTypeParser: () => (text: string) => text };

const snake = (property: string): string => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const copyText = (text: string): string =>
  (SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (found) => ESCAPES[found]!) : text);

function valueOf(text: string | null, type: ColumnType): unknown {
  if (text === null) return null;
  if (type === 'timestamptz') return instantOf(text);
  if (type === 'integer') return Number(text);
  if (type === 'boolean') return text === 't';
  return type === 'json' ? JSON.parse(text) : text;
}

const PADDING: Record<number, string> = { 8: '.000Z', 10: '00Z', 11: '0Z', 12: 'Z' };

/** A moment as PostgreSQL writes it (`2026-07-02 13:12:00.5+00`) in the one form in which moments compare as text. */
export function instantOf(text: string): Instant {
  if (!text.endsWith('+00')) return new Date(`${text.replace(' ', 'T')}${/[+-]\d{2}$/.test(text) ? ':00' : ''}`).toISOString();
  const time = text.slice(11, -3);
  return `${text.slice(0, 10)}T${time}${PADDING[time.length]!}`;
}
