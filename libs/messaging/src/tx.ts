import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { PoolClient, QueryConfig, QueryResultRow } from 'pg';
import { Refusal, shownTo, type Actor, type Envelope, type Fact, type Instant } from '#contracts';
import type { ClockRules } from '#clocks';
import type { DirectoryReader, Queryable } from './directory-reader.js';
import { EMPTY_HEAD, linked, type Head } from './journal.js';
import { inOnePacket } from './packet.js';
import { isTimed, isWatched, mappingOf, SHARED, type Aggregate, type Mapping } from './table.js';

/** What every command of a service finds around it. Filled in by the service kit. */
export interface Surroundings {
  readonly service: string;
  /** True in rehearsal mode: every record is marked as exercise. */
  readonly exercise: boolean;
  /** The deadlines, as data. */
  readonly rules: ClockRules;
  /** The directory of units and posts, read on the connection of the transaction. */
  readonly directoryOn: (connection: Queryable) => DirectoryReader;
  /** Keyed digest of a national id, the same in all services of one installation. */
  readonly identityDigest: (nationalId: string) => string;
}

/** Who asks for a change, when it happened as they say, and under which command id. */
export interface Context {
  readonly actor: Actor;
  readonly commandId: string;
  /** When it happened; now, where nothing is said. */
  readonly occurredAt?: Instant;
  /** The version that the person had before their eyes. */
  readonly expectedVersion?: number;
  /** Digest of the command's content: the same id with another content is a mistake. */
  readonly fingerprint?: string;
  readonly causationId?: string;
  readonly traceparent?: string;
  /** True where somebody only looks: nothing is locked. */
  readonly looks?: true;
}

/** What every command answers: what was said. The same command id gets the same receipt, however often it is sent. */
export interface Receipt {
  readonly commandId: string;
  readonly id: string | null;
  readonly caseId: string | null;
  readonly version: number;
  readonly recordedAt: Instant;
  readonly facts: { type: string; version: number; data: object }[];
  readonly repeated: boolean;
}

type AggregateClass<T extends Aggregate = Aggregate> = new () => T;

/**
 * One transaction, as a command sees it: `load` locks the case and the aggregate, `save` writes state and facts
 * together. Writes go out without waiting; the commit waits for all of them.
 */
export class Tx {
  /** When the system learns it. Read anew when the case is locked: whoever waited for another command comes after it. */
  now: Instant;
  readonly said: Receipt['facts'] = [];
  subjectId: string | null = null;
  caseId: string | null = null;
  private readonly heads = new Map<string, Head>();
  private readonly loaded = new Set<Aggregate>();
  private readonly writes: Promise<unknown>[] = [];
  private hasCommandRow = false;
  /** What was loaded first, where it is not as the person had it before their eyes. */
  private differing: Pick<Aggregate, 'id' | 'caseId' | 'version'> | null = null;

  constructor(
    private readonly source: DataSource,
    readonly client: PoolClient,
    readonly surroundings: Surroundings,
    readonly context: Context,
    private readonly clock: () => Instant,
  ) {
    this.now = this.learnt();
    if (this.at > this.now) throw new Refusal('time.in-future', { occurredAt: this.at, now: this.now });
  }

  /** When it happened, as the person says. */
  get at(): Instant {
    return this.context.occurredAt ?? this.now;
  }

  get actor(): Actor {
    return this.context.actor;
  }

  get rules(): ClockRules {
    return this.surroundings.rules;
  }

  get directory(): DirectoryReader {
    return this.surroundings.directoryOn(this.client);
  }

  /** Loads an aggregate and locks its case in this service, so that its facts are numbered one after another. */
  async load<T extends Aggregate>(type: AggregateClass<T>, id: string): Promise<T> {
    const mapping = mappingOf(this.source, type);
    const [name, text] = this.context.looks ? ['see', mapping.seeSql] : ['load', mapping.loadSql];
    const found = await this.client.query({ name: `${name} ${mapping.table}`, text, values: [id] });
    const row = found.rows[0] as Record<string, unknown> | undefined;
    if (!row) throw new Refusal('record.not-found', { id });
    if (this.context.looks) return revive(mapping, row) as T;
    if (this.loaded.size === 0 && this.heads.size === 0) this.now = this.learnt();
    const aggregate = revive(mapping, row) as T;
    // A second load in the same transaction must not fall back behind what was saved before it.
    if (!this.heads.has(aggregate.caseId))
      this.heads.set(aggregate.caseId, { version: row.head_version as number, digest: row.head_digest as Buffer });
    const expected = this.context.expectedVersion;
    if (expected !== undefined && this.loaded.size === 0 && expected !== aggregate.version) {
      const { id, caseId, version } = aggregate;
      this.differing = { id, caseId, version };
      if (await this.isNamedIn(aggregate)) await this.mustBeAsExpected();
    }
    this.loaded.add(aggregate);
    return aggregate;
  }

  /**
   * Writes the aggregate and what its rule returned, with the deadlines that begin or end because of it. Nothing is written
   * when there was nothing to say.
   * @param at when it takes effect, where that is later than it happened: what somebody else tells late does not change the past.
   * @throws Refusal record.stale-version to a unit that the record did not name before, once the rule has let it do this
   */
  async save(aggregate: Aggregate, said: readonly Fact[], at: Instant = this.at): Promise<void> {
    const facts = [...said, ...await this.watched(aggregate)];
    if (facts.length === 0) return;
    await this.mustBeAsExpected();
    const head = this.heads.get(aggregate.caseId) ?? await this.lockCase(aggregate.caseId);
    const { surroundings, context } = this;
    const { rows, head: next } = linked(head, facts, {
      service: surroundings.service, caseId: aggregate.caseId, subjectId: aggregate.id,
      occurredAt: at, recordedAt: this.now, exercise: surroundings.exercise, actor: context.actor,
      commandId: context.commandId, causationId: context.causationId, traceparent: context.traceparent,
    });
    this.heads.set(aggregate.caseId, next);
    aggregate.version = next.version;
    if (isTimed(aggregate)) aggregate.nextFireAt = aggregate.whenNext();
    this.write(aggregate, rows);
    this.subjectId ??= aggregate.id;
    this.caseId ??= aggregate.caseId;
    if (aggregate.caseId !== this.caseId)
      this.execute('UPDATE command SET other_cases = other_cases || $2::text WHERE command_id = $1',
        [context.commandId, aggregate.caseId]);
    rows.forEach((row, index) => this.said.push({ type: row.type, version: row.version, data: facts[index]!.data }));
  }

  /**
   * Locks a case before anything of it is loaded: what is read from then on stays so until the commit, also where there is
   * nothing yet to load.
   */
  async lock(caseId: string): Promise<void> {
    if (this.heads.has(caseId)) return;
    this.heads.set(caseId, await this.lockCase(caseId));
    this.now = this.learnt();
  }

  /** Finds one row of a read table or a private table of this service. */
  async query<R extends QueryResultRow>(text: string, values: unknown[] = []): Promise<R[]> {
    return (await this.client.query<R>({ name: nameOf(text), text, values })).rows;
  }

  /** Writes to a read table or a private table of this service; goes out at once, is waited for at the commit. */
  execute(text: string, values: unknown[] = []): void {
    this.send({ name: nameOf(text), text, values });
  }

  /** What another service has said has happened, also where its clock is ahead of ours. */
  private learnt(): Instant {
    const { causationId, occurredAt } = this.context;
    const now = this.clock();
    return causationId !== undefined && occurredAt !== undefined && occurredAt > now ? occurredAt : now;
  }

  /** Waits for everything that was written. */
  async settled(): Promise<void> {
    await Promise.all(this.writes);
  }

  /** The rule has run: is the record still under a deadline? Who stands above is asked only where one must begin. */
  private async watched(aggregate: Aggregate): Promise<Fact[]> {
    if (!isWatched(aggregate)) return [];
    const unwatched = aggregate.unwatched();
    const unit = unwatched === null ? null : await this.directory.unit(unwatched);
    return aggregate.watch({ at: this.at, rules: this.rules, newId, superiorUnit: unit?.superiorUnit ?? undefined });
  }

  private write(aggregate: Aggregate, rows: ReturnType<typeof linked>['rows']): void {
    const mapping = mappingOf(this.source, aggregate.constructor as AggregateClass);
    const isNew = !this.loaded.has(aggregate);
    const last = rows.at(-1)!;
    const shared = [
      this.surroundings.service, aggregate.caseId, last.version, last.digest,
      this.context.commandId, fingerprintOf(this.surroundings, this.context), aggregate.id, this.now, !this.hasCommandRow,
      rows.map((row) => row.type), rows.map((row) => row.version), rows.map((row) => row.payload),
      rows.map((row) => row.digest),
    ];
    if (shared.length !== SHARED) throw new Error('The save statement and its parameters differ.');
    const own = mapping.columns.map((column) => column.to((aggregate as unknown as Record<string, unknown>)[column.property]));
    this.send({
      name: `${isNew ? 'insert' : 'update'} ${mapping.table}`,
      text: isNew ? mapping.insertSql : mapping.updateSql,
      values: [...shared, ...own],
    });
    this.loaded.add(aggregate);
    this.hasCommandRow = true;
  }

  private send(statement: QueryConfig): void {
    inOnePacket(this.client);
    const write = this.client.query(statement);
    write.catch(() => undefined); // Whoever waits for `settled` sees the failure; nobody else must die of it.
    this.writes.push(write);
  }

  /** Locks the case's head in this service, and begins it where the case is new here. */
  private async lockCase(caseId: string): Promise<Head> {
    const [row] = await this.query<{ version: number; digest: Buffer }>(
      `INSERT INTO case_head (case_id, version, digest) VALUES ($1, 0, $2)
       ON CONFLICT (case_id) DO UPDATE SET version = case_head.version RETURNING version, digest`,
      [caseId, EMPTY_HEAD.digest],
    );
    return row!;
  }

  /** What others have done is shown at once to those who had to do with the record; to a stranger the rule speaks first. */
  private async isNamedIn({ id, caseId }: Aggregate): Promise<boolean> {
    const named = await this.query(
      `SELECT 1 FROM journal WHERE aggregateid = $1 AND payload::jsonb ->> 'subjectId' = $2 AND strpos(payload, $3) > 0 LIMIT 1`,
      [caseId, id, JSON.stringify(this.actor.unitId)]);
    return named.length > 0;
  }

  /** What differs is said as the casebook would show it to this unit: of the rest, only that something does. */
  private async mustBeAsExpected(): Promise<void> {
    if (!this.differing) return;
    const { id, caseId, version: actual } = this.differing;
    const expected = this.context.expectedVersion!;
    const since = await this.query<{ payload: string }>(
      'SELECT payload FROM journal WHERE aggregateid = $1 AND version > $2 ORDER BY version LIMIT 100',
      [caseId, expected],
    );
    const kind = (await this.directory.unit(this.actor.unitId))?.kind;
    const changes = since
      .map(({ payload }) => JSON.parse(payload) as Envelope)
      .filter((envelope) => envelope.subjectId === id)
      .flatMap((envelope) => {
        const data = shownTo(kind, envelope);
        const { version, type, occurredAt, actor: { unitId: byUnit, personId: byPerson } } = envelope;
        return data ? [{ version, type, occurredAt, byUnit, byPerson, data }] : [];
      });
    throw new Refusal('record.stale-version', { expected, actual, changes });
  }
}

/** Kept as a keyed digest: a command's content may hold personal data, and a bare digest could be guessed. */
export const fingerprintOf = ({ identityDigest }: Surroundings, { fingerprint }: Context): string =>
  (fingerprint === undefined ? '' : identityDigest(fingerprint));

function revive(mapping: Mapping, row: Record<string, unknown>): Aggregate {
  const aggregate = new mapping.type() as unknown as Record<string, unknown>;
  for (const column of mapping.columns) aggregate[column.property] = column.from(row[column.name]);
  return aggregate as unknown as Aggregate;
}

const names = new Map<string, string>();

/** A stable name makes PostgreSQL plan the statement once per connection. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) names.set(text, (name = createHash('sha1').update(text).digest('base64url')));
  return name;
}
