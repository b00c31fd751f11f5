import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  divisionPrefix, PostAssigned, PostEnded, SigningKeyRegistered, SignInsEnded, UNIT_LEVELS,
  UnitRegistered,
  type Instant, type Post, type UnitKind, type UnitLevel,
} from '#contracts';
import { dayOf } from '#clocks';
import { on, type DirectoryReader, type HeldPost, type Listening, type Queryable, type SigningKey, type Unit } from '#messaging';

/** Each service's own copy of the directory, built from what identity says. */
export class DirectoryTables1793318400001 implements MigrationInterface {
  name = 'DirectoryTables1793318400001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE directory_unit (unit_id text PRIMARY KEY, kind text NOT NULL, level text NOT NULL, division text NOT NULL,
        country text NOT NULL, superior_unit text);
      CREATE TABLE directory_post (assignment_id uuid PRIMARY KEY, person_id uuid NOT NULL, unit_id text NOT NULL,
        post text NOT NULL, from_day date NOT NULL, to_day date);
      CREATE INDEX directory_post_of_person ON directory_post (person_id);
      CREATE TABLE directory_key (key_id uuid PRIMARY KEY, person_id uuid NOT NULL, unit_id text NOT NULL,
        x text NOT NULL, y text NOT NULL, valid_from timestamptz(3) NOT NULL);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE directory_unit, directory_post, directory_key');
  }
}

/** Who was signed out everywhere, and when: what was given to sign in with before that moment opens nothing any more. */
export class SignInsEnded1793319200001 implements MigrationInterface {
  name = 'SignInsEnded1793319200001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE directory_signed_out (person_id uuid PRIMARY KEY, before timestamptz(3) NOT NULL)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE directory_signed_out');
  }
}

export const identityListening: Listening = {
  source: 'identity',
  reactions: [
    on(UnitRegistered, async ({ data }, tx) => tx.execute(
      `INSERT INTO directory_unit VALUES ($1,$2,$3,$4,$5,$6) ON CONFLICT (unit_id) DO UPDATE SET kind = excluded.kind,
        level = excluded.level, division = excluded.division, country = excluded.country, superior_unit = excluded.superior_unit`,
      [data.unitId, data.kind, data.level, data.division, data.country, data.superiorUnit ?? null])),
    on(PostAssigned, async ({ data }, tx) => tx.execute(
      'INSERT INTO directory_post VALUES ($1,$2,$3,$4,$5,$6) ON CONFLICT (assignment_id) DO NOTHING',
      [data.assignmentId, data.personId, data.unitId, data.post, data.from, data.to ?? null])),
    on(PostEnded, async ({ data }, tx) => tx.execute(
      'UPDATE directory_post SET to_day = $2 WHERE assignment_id = $1', [data.assignmentId, data.to])),
    on(SignInsEnded, async ({ data }, tx) => tx.execute(
      `INSERT INTO directory_signed_out VALUES ($1,$2)
       ON CONFLICT (person_id) DO UPDATE SET before = greatest(directory_signed_out.before, excluded.before)`,
      [data.personId, data.before])),
    on(SigningKeyRegistered, async ({ data }, tx) => tx.execute(
      'INSERT INTO directory_key VALUES ($1,$2,$3,$4,$5,$6) ON CONFLICT (key_id) DO NOTHING',
      [data.keyId, data.personId, data.unitId, data.x, data.y, data.validFrom])),
  ],
};

/** As many units may stand one above the other. */
const CHAIN_MAX = 10;

const ABOVE = `WITH RECURSIVE chain AS (
    SELECT unit_id, superior_unit AS above, 1 AS step FROM directory_unit WHERE unit_id = ANY($1::text[]) AND superior_unit IS NOT NULL
    UNION ALL SELECT c.unit_id, u.superior_unit, c.step + 1 FROM chain c JOIN directory_unit u ON u.unit_id = c.above
      WHERE u.superior_unit IS NOT NULL AND c.step < $2)
  SELECT unit_id, array_agg(DISTINCT above) AS above FROM chain GROUP BY unit_id`;

const BELOW = `WITH RECURSIVE chain AS (
    SELECT $1::text AS unit_id, 0 AS step
    UNION ALL SELECT u.unit_id, c.step + 1 FROM directory_unit u JOIN chain c ON u.superior_unit = c.unit_id WHERE c.step < $6)
  SELECT unit_id FROM chain
  UNION SELECT unit_id FROM directory_unit WHERE kind = $2 AND country = $3 AND division LIKE $4 AND level = ANY($5::text[])`;

const SUPERIORS = `WITH RECURSIVE chain AS (
    SELECT superior_unit AS unit_id, 1 AS step FROM directory_unit WHERE unit_id = $1 AND superior_unit IS NOT NULL
    UNION ALL SELECT u.superior_unit, c.step + 1 FROM directory_unit u JOIN chain c ON u.unit_id = c.unit_id
      WHERE u.superior_unit IS NOT NULL AND c.step < $6)
  SELECT unit_id FROM chain
  UNION SELECT unit_id FROM directory_unit WHERE kind = $2 AND country = $3 AND level = ANY($5::text[])
    AND (level = 'nation' OR starts_with($4, regexp_replace(division, '(00){1,2}$', '')))`;

/** A code that no unit carries is mistyped; one in which no bureau leads can be investigated by nobody. */
const JURISDICTION = `
  SELECT 1 FROM directory_unit u WHERE u.division = $1 AND EXISTS (SELECT 1 FROM directory_unit b
    WHERE b.kind = 'public-security' AND b.level <> 'township' AND b.country = u.country
      AND (b.level = 'nation' OR starts_with($1, regexp_replace(b.division, '(00){1,2}$', '')))) LIMIT 1`;

const CACHE_MS = 1_000;
const CACHE_MAX = 5_000;

type Row = Record<string, string | null>;
type KeyRow = Record<'key_id' | 'person_id' | 'unit_id' | 'x' | 'y', string> & { valid_from: Date };

/** What was read a moment ago: every request asks for the posts of its person and for their unit. */
class Remembered<T> {
  private readonly found = new Map<string, { readonly until: number; readonly value: T }>();

  async get(key: string, read: (key: string) => Promise<T>): Promise<T> {
    const known = this.found.get(key);
    if (known && known.until > Date.now()) return known.value;
    const value = await read(key);
    if (value === null) return value; // What is not there may be there with the next request.
    if (this.found.size >= CACHE_MAX) this.found.clear();
    this.found.set(key, { until: Date.now() + CACHE_MS, value });
    return value;
  }
}

const NEVER = new Date(0);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Who holds which post in which unit, at which time. Remembered for a second at most: a lost post is lost at once. */
export class Directory implements DirectoryReader {
  constructor(
    private readonly connection: Queryable,
    private readonly posts = new Remembered<HeldPost[]>(),
    private readonly units = new Remembered<Unit | null>(),
    private readonly signedOut = new Remembered<Date>(),
  ) {}

  /** The same directory and memory, read on another connection: a command must not ask the pool for a second one. */
  on(connection: Queryable): Directory {
    return new Directory(connection, this.posts, this.units, this.signedOut);
  }

  unit(unitId: string): Promise<Unit | null> {
    return this.units.get(unitId, (id) => this.readUnit(id));
  }

  /** The units above each of these, as far up as the chain of superiors goes. */
  async above(unitIds: readonly string[]): Promise<Map<string, string[]>> {
    const { rows } = await this.connection.query<{ unit_id: string; above: string[] }>({
      name: 'directory above', text: ABOVE, values: [unitIds, CHAIN_MAX] });
    return new Map(rows.map(({ unit_id: unitId, above }) => [unitId, above]));
  }

  /** The unit itself and every unit below it: of its kind by division, and of any kind by the chain of superiors. */
  async below(unitId: string): Promise<string[]> {
    const unit = await this.unit(unitId);
    if (!unit) return [];
    const { rows } = await this.connection.query<{ unit_id: string }>({
      name: 'directory below', text: BELOW,
      values: [
        unitId, unit.kind, unit.country, unit.level === 'nation' ? '%' : `${divisionPrefix(unit.division)}%`,
        UNIT_LEVELS.slice(UNIT_LEVELS.indexOf(unit.level) + 1), CHAIN_MAX,
      ] });
    return rows.map(({ unit_id: below }) => below);
  }

  /** The units above this one: those of which `below` says that it is below them. */
  async superiorsOf(unitId: string): Promise<string[]> {
    const unit = await this.unit(unitId);
    if (!unit) return [];
    const { rows } = await this.connection.query<{ unit_id: string }>({
      name: 'directory superiors', text: SUPERIORS,
      values: [
        unitId, unit.kind, unit.country, unit.division, UNIT_LEVELS.slice(0, UNIT_LEVELS.indexOf(unit.level)), CHAIN_MAX,
      ] });
    return rows.map(({ unit_id: above }) => above);
  }

  /** The posts that a person holds at a moment (days are days of Beijing). */
  async postsOf(personId: string, at: Instant): Promise<HeldPost[]> {
    const day = dayOf(at);
    const held = await this.posts.get(personId, (id) => this.readPosts(id));
    return held.filter((post) => post.from <= day && (post.to === null || day < post.to));
  }

  async holds(personId: string, unitId: string, at: Instant): Promise<HeldPost | null> {
    return (await this.postsOf(personId, at)).find((post) => post.unitId === unitId) ?? null;
  }

  /** V-1: a head's post in a public security bureau of county level or above. */
  async isHeadOfBureau(personId: string, unitId: string, at: Instant): Promise<boolean> {
    const [posts, unit] = await Promise.all([this.postsOf(personId, at), this.unit(unitId)]);
    return unit?.kind === 'public-security' && ['county', 'prefecture', 'province', 'nation'].includes(unit.level)
      && posts.some((post) => post.unitId === unitId && post.post === 'head');
  }

  /** Whether the person was signed out everywhere after this moment, at which a token was given. */
  async isSignedOut(personId: string, since: Date): Promise<boolean> {
    return since < await this.signedOut.get(personId, (id) => this.readSignedOut(id));
  }

  async isInJurisdiction(division: string): Promise<boolean> {
    const { rows } = await this.connection.query({ name: 'directory jurisdiction', text: JURISDICTION, values: [division] });
    return rows.length > 0;
  }

  async signingKey(keyId: string): Promise<SigningKey | null> {
    const { rows: [row] } = await this.connection.query<KeyRow>({
      text: 'SELECT * FROM directory_key WHERE key_id = $1', values: [keyId] });
    return row
      ? {
          keyId: row.key_id, personId: row.person_id, unitId: row.unit_id, x: row.x, y: row.y,
          validFrom: row.valid_from.toISOString(),
        }
      : null;
  }

  private async readUnit(unitId: string): Promise<Unit | null> {
    const { rows: [row] } = await this.connection.query<Row>({
      name: 'directory unit', text: 'SELECT * FROM directory_unit WHERE unit_id = $1', values: [unitId] });
    return row ? {
      unitId: row.unit_id!, kind: row.kind as UnitKind, level: row.level as UnitLevel, division: row.division!,
      country: row.country!, superiorUnit: row.superior_unit ?? null,
    } : null;
  }

  private async readSignedOut(personId: string): Promise<Date> {
    if (!UUID.test(personId)) return NEVER;
    const { rows: [row] } = await this.connection.query<{ before: Date }>({
      name: 'directory signed out', text: 'SELECT before FROM directory_signed_out WHERE person_id = $1', values: [personId] });
    return row?.before ?? NEVER;
  }

  private async readPosts(personId: string): Promise<HeldPost[]> {
    if (!UUID.test(personId)) return []; // An issuer may know people whom our directory cannot.
    const { rows } = await this.connection.query<Row>({
      name: 'directory posts',
      text: `SELECT person_id, unit_id, post, to_char(from_day, 'YYYY-MM-DD') AS from_day, to_char(to_day, 'YYYY-MM-DD') AS to_day
             FROM directory_post WHERE person_id = $1 ORDER BY from_day`,
      values: [personId] });
    return rows.map((row): HeldPost => ({
      personId: row.person_id!, unitId: row.unit_id!, post: row.post as Post, from: row.from_day!, to: row.to_day ?? null,
    }));
  }
}
