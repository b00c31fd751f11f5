import pg, { type PoolClient } from 'pg';
import { invalid, wrongForm } from '#contracts';
import { instantOf } from '../views/view-table.js';

const TIMESTAMPTZ = 1184;
const BIGINT = 20;

const TYPES: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: never) => {
    if (oid === TIMESTAMPTZ) return instantOf;
    return oid === BIGINT ? Number : (pg.types.getTypeParser(oid, format) as (text: string) => unknown);
  }) as never,
};

/** Asks for rows; moments come as `Instant`, counts as numbers. The name lets PostgreSQL plan once per connection. */
export async function ask<Row extends object>(
  client: PoolClient, name: string, text: string, values: unknown[] = [],
): Promise<Row[]> {
  const { rows } = await client.query<Row>({ name: `casebook ${name}`, text, values, types: TYPES });
  return rows;
}

/** One page of a list, and where the next one begins. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Give it as `after`; null on the last page. */
  readonly next: string | null;
}

export const PAGE = 50;
export const PAGE_MAX = 200;

/** Of a query that asked for one row more than the page holds. */
export function pageOf<Row, Item>(
  rows: readonly Row[], limit: number,
  { keyOf, item }: { keyOf: (row: Row) => readonly (string | number)[]; item: (row: Row) => Item },
): Page<Item> {
  const page = rows.slice(0, limit);
  return { items: page.map(item), next: rows.length > limit ? cursorOf(keyOf(page.at(-1)!)) : null };
}

const cursorOf = (key: readonly (string | number)[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

const FITS = {
  text: /^[\w:. -]{1,80}$/,
  moment: /^(?:19|20)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
  id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  number: /^\d{1,9}$/,
};

/**
 * The key after which a page begins, or nulls for the first page.
 * @throws Refusal input.invalid for a text that no page gave.
 */
export function keyAfter(cursor: string | undefined, kinds: readonly (keyof typeof FITS)[]): (string | number | null)[] {
  if (cursor === undefined) return kinds.map(() => null);
  const wrong = invalid(wrongForm('after', {
    zh: '须为上一页给出的 next。', en: 'It must be what the page before gave as next.',
  }));
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw wrong;
  }
  const fits = Array.isArray(key) && key.length === kinds.length
    && kinds.every((kind, index) => isOfKind(kind, (key as unknown[])[index]));
  if (!fits) throw wrong;
  return key as (string | number)[];
}

function isOfKind(kind: keyof typeof FITS, given: unknown): boolean {
  if (typeof given !== (kind === 'number' ? 'number' : 'string') || !FITS[kind].test(String(given))) return false;
  return kind !== 'moment' || !Number.isNaN(Date.parse(String(given)));
}
