import { EntitySchema, type DataSource, type EntitySchemaColumnOptions } from 'typeorm';
import type { ClockRules } from '#clocks';
import type { Fact, Instant } from '#contracts';

/** The thing whose rules must hold together, as the database keeps it. */
export interface Aggregate {
  id: string;
  caseId: string;
  /** The version of the case, in this service, at which this aggregate was last changed. */
  version: number;
}

/** An aggregate that time can change: the sweeper finds it by `nextFireAt` and calls `tick`. */
export interface Timed extends Aggregate {
  nextFireAt: Instant | null;
  whenNext(): Instant | null;
}

export const isTimed = (aggregate: Aggregate): aggregate is Timed =>
  typeof (aggregate as Partial<Timed>).whenNext === 'function';

/** An aggregate that is under a deadline at every moment: it is asked at every save, after its rule has run. */
export interface Watched extends Aggregate {
  /** The unit for whose next step a deadline must begin now; null where none must. */
  unwatched(): string | null;
  watch(given: { at: Instant; rules: ClockRules; newId: () => string; superiorUnit?: string }): Fact[];
}

export const isWatched = (aggregate: Aggregate): aggregate is Watched =>
  typeof (aggregate as Partial<Watched>).watch === 'function';

type Columns = Record<string, EntitySchemaColumnOptions>;
type AggregateClass<T extends Aggregate = Aggregate> = new () => T;

export const uuid = (options: Partial<EntitySchemaColumnOptions> = {}): EntitySchemaColumnOptions =>
  ({ type: 'uuid', ...options });
export const text = (options: Partial<EntitySchemaColumnOptions> = {}): EntitySchemaColumnOptions =>
  ({ type: 'text', ...options });
export const whole = (options: Partial<EntitySchemaColumnOptions> = {}): EntitySchemaColumnOptions =>
  ({ type: 'integer', ...options });
export const flag = (options: Partial<EntitySchemaColumnOptions> = {}): EntitySchemaColumnOptions =>
  ({ type: 'boolean', ...options });

/** A moment: `timestamptz` in the database, an `Instant` in the domain. */
export const moment = (options: Partial<EntitySchemaColumnOptions> = {}): EntitySchemaColumnOptions => ({
  type: 'timestamptz', precision: 3,
  transformer: {
    from: (value: Date | string | null) => (value === null ? null : new Date(value).toISOString()),
    to: (value: Instant | null) => value,
  },
  ...options,
});

/** Nested state as `jsonb`; `revive` gives it its methods back. */
export const json = (
  revive?: (stored: never) => unknown,
  options: Partial<EntitySchemaColumnOptions> = {},
): EntitySchemaColumnOptions => ({
  type: 'jsonb',
  transformer: {
    from: (value: unknown) => (value === null || !revive ? value : revive(value as never)),
    to: (value: unknown) => value,
  },
  ...options,
});

/** Maps a class of the domain to its table from outside, so that the domain knows nothing of the database. */
export function aggregateTable<T extends Aggregate>(type: AggregateClass<T>, name: string, columns: Columns): EntitySchema<T> {
  const timed = typeof (type.prototype as Partial<Timed>).whenNext === 'function';
  return new EntitySchema<T>({
    name: type.name,
    target: type,
    tableName: name,
    columns: {
      id: { type: 'uuid', primary: true },
      caseId: { type: 'uuid', name: 'case_id' },
      version: { type: 'integer' },
      ...(timed ? { nextFireAt: moment({ name: 'next_fire_at', nullable: true }) } : {}),
      ...withSnakeNames(columns),
    } as never,
  });
}

function withSnakeNames(columns: Columns): Columns {
  return Object.fromEntries(Object.entries(columns).map(([property, options]) => [
    property,
    { name: property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), ...options },
  ]));
}

interface MappedColumn {
  readonly property: string;
  readonly name: string;
  readonly isJson: boolean;
  readonly from: (stored: unknown) => unknown;
  readonly to: (value: unknown) => unknown;
}

/** How one aggregate is read and written by prepared statements. The mapping is TypeORM's, the round trip is not. */
export interface Mapping {
  readonly type: AggregateClass;
  readonly table: string;
  readonly columns: readonly MappedColumn[];
  readonly loadSql: string;
  /** As `loadSql`, without locking anything. */
  readonly seeSql: string;
  /** State, head, journal and outbox pointers in one statement; the command row goes with the first one. */
  readonly insertSql: string;
  readonly updateSql: string;
}

const mappings = new WeakMap<DataSource, Map<unknown, Mapping>>();

export function mappingOf(source: DataSource, type: AggregateClass): Mapping {
  let known = mappings.get(source);
  if (!known) mappings.set(source, (known = new Map()));
  let mapping = known.get(type);
  if (!mapping) known.set(type, (mapping = buildMapping(source, type)));
  return mapping;
}

function buildMapping(source: DataSource, type: AggregateClass): Mapping {
  const metadata = source.getMetadata(type);
  const columns = metadata.columns.map((column): MappedColumn => {
    const transformer = column.transformer && !Array.isArray(column.transformer) ? column.transformer : undefined;
    const isJson = column.type === 'jsonb';
    return {
      property: column.propertyName,
      name: column.databaseName,
      isJson,
      from: (stored) => (transformer ? transformer.from(stored) : stored),
      to: (value) => {
        const stored: unknown = transformer ? transformer.to(value) : value;
        return isJson && stored !== null && stored !== undefined ? JSON.stringify(stored) : stored ?? null;
      },
    };
  });
  const table = `"${metadata.tableName}"`;
  const names = columns.map((column) => `"${column.name}"`);
  const values = columns.map((_, index) => `$${index + SHARED + 1}`);
  const changes = columns.flatMap((column, index) => (column.name === 'id' || column.name === 'case_id'
    ? [] : [`"${column.name}" = $${index + SHARED + 1}`]));
  const idAt = columns.findIndex((column) => column.name === 'id') + SHARED + 1;
  const caseAt = columns.findIndex((column) => column.name === 'case_id') + SHARED + 1;
  return {
    type, table: metadata.tableName, columns,
    loadSql: `SELECT h.version AS head_version, h.digest AS head_digest, ${columns.map((c) => `t."${c.name}"`).join(', ')}
      FROM case_head h JOIN ${table} t ON t.case_id::text = h.case_id WHERE t.id = $1 FOR UPDATE OF h, t`,
    seeSql: `SELECT ${names.join(', ')} FROM ${table} WHERE id = $1`,
    insertSql: saveSql(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${values.join(', ')})`),
    updateSql: saveSql(`UPDATE ${table} SET ${changes.join(', ')} WHERE id = $${idAt} AND case_id = $${caseAt}`),
  };
}

/** Parameters that every save has before the aggregate's own columns; see `Tx.save`. */
export const SHARED = 13;

const saveSql = (state: string): string => `WITH state AS (${state}),
  head AS (UPDATE case_head SET version = $3, digest = $4 WHERE case_id = $2),
  once AS (INSERT INTO command (command_id, fingerprint, case_id, subject_id, recorded_at)
    SELECT $5::uuid, $6::text, $2::text, $7::uuid, $8::timestamptz WHERE $9::boolean),
  said AS (INSERT INTO journal (aggregatetype, aggregateid, type, version, payload, digest, command_id, recorded_at)
    SELECT $1, $2, f.type, f.version, f.payload, f.digest, $5::uuid, $8::timestamptz
    FROM unnest($10::text[], $11::integer[], $12::text[], $13::bytea[]) AS f(type, version, payload, digest)
    RETURNING seq)
  INSERT INTO outbox (seq) SELECT seq FROM said`;
