import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CaseOpened, VictimAdded, VictimAgeSaid, type Sex } from '#contracts';
import { on, type Queryable, type Reaction, type Tx } from '#messaging';

/** A victim as intake said last. */
export interface KnownVictim {
  readonly victimId: string;
  readonly sex: Sex;
  readonly isMinor: boolean;
  readonly nationality: string;
}

/** The victims of each case, as intake said: kept by every service whose rules ask who somebody is. */
export class KnownVictimTable1793318400005 implements MigrationInterface {
  name = 'KnownVictimTable1793318400005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE known_victim (
        victim_id uuid PRIMARY KEY, case_id uuid NOT NULL, sex text NOT NULL, is_minor boolean NOT NULL, nationality text NOT NULL);
      CREATE INDEX known_victim_of_case ON known_victim (case_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE known_victim');
  }
}

/** When intake said it: what was said earlier and arrives later changes nothing. */
export class VictimSaidAt1793318700005 implements MigrationInterface {
  name = 'VictimSaidAt1793318700005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE known_victim ADD COLUMN said_at timestamptz(3) NOT NULL DEFAULT '-infinity'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE known_victim DROP COLUMN said_at');
  }
}

export const VICTIM_MIGRATIONS = [KnownVictimTable1793318400005, VictimSaidAt1793318700005] as const;

// I-3: when two cases turn out to be one, intake says the victims of the second once more, in the first. Facts of two cases
// arrive in any order; of intake's own clock the later word counts.
const KEEP = `INSERT INTO known_victim (victim_id, case_id, sex, is_minor, nationality, said_at) VALUES ($1,$2,$3,$4,$5,$6)
  ON CONFLICT (victim_id) DO UPDATE SET case_id = excluded.case_id, sex = excluded.sex, is_minor = excluded.is_minor,
    nationality = excluded.nationality, said_at = excluded.said_at WHERE known_victim.said_at <= excluded.said_at`;

export const victimReactions: readonly Reaction[] = [
  on(CaseOpened, async ({ caseId, recordedAt, data }, tx) => data.victims.forEach(({ victimId, sex, minor, nationality }) =>
    tx.execute(KEEP, [victimId, caseId, sex, minor, nationality, recordedAt]))),
  on(VictimAdded, async ({ caseId, recordedAt, data }, tx) =>
    tx.execute(KEEP, [data.victimId, caseId, data.sex, data.minor, data.nationality, recordedAt])),
  on(VictimAgeSaid, async ({ recordedAt, data }, tx) => tx.execute(
    'UPDATE known_victim SET is_minor = $2, said_at = $3 WHERE victim_id = $1 AND said_at <= $3', [data.victimId, data.minor, recordedAt])),
];

interface Row extends Record<string, unknown> {
  victim_id: string;
  sex: Sex;
  is_minor: boolean;
  nationality: string;
}

const victimFrom = (row: Row): KnownVictim =>
  ({ victimId: row.victim_id, sex: row.sex, isMinor: row.is_minor, nationality: row.nationality });

/** The victims of a case, as far as this service has heard. */
export async function knownVictims(tx: Tx, caseId: string): Promise<KnownVictim[]> {
  const rows = await tx.query<Row>(
    'SELECT victim_id, sex, is_minor, nationality FROM known_victim WHERE case_id = $1 ORDER BY victim_id', [caseId]);
  return rows.map(victimFrom);
}

export async function knownVictim(tx: Tx, victimId: string): Promise<KnownVictim | undefined> {
  const [row] = await tx.query<Row>('SELECT victim_id, sex, is_minor, nationality FROM known_victim WHERE victim_id = $1', [victimId]);
  return row && victimFrom(row);
}

/** Whether somebody is a minor now, as far as intake has said. Of whom nothing is known yet: the stricter rules apply. */
export async function isMinor(tx: Tx, victimId: string): Promise<boolean> {
  return (await knownVictim(tx, victimId))?.isMinor ?? true;
}

/** Those of them who are no minors, for somebody who only looks. */
export async function adultsAmong(connection: Queryable, victimIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await connection.query<{ victim_id: string }>({
    name: 'adults', text: 'SELECT victim_id FROM known_victim WHERE victim_id = ANY($1::uuid[]) AND NOT is_minor', values: [victimIds] });
  return new Set(rows.map((row) => row.victim_id));
}
