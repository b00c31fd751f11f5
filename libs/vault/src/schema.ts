import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys of cases, sealed records, and the log of readings, which the runtime role may add to and read, and nothing else. */
export class Vault1793318400004 implements MigrationInterface {
  name = 'Vault1793318400004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_key (
        case_id text PRIMARY KEY,
        wrapped bytea,
        suite smallint NOT NULL,
        destroyed_at timestamptz(3),
        CONSTRAINT case_key_or_tombstone CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
      );

      CREATE TABLE private_record (
        id uuid PRIMARY KEY,
        case_id text NOT NULL,
        kind text NOT NULL,
        ciphertext bytea NOT NULL,
        created_at timestamptz(3) NOT NULL
      );
      CREATE INDEX private_record_of_case ON private_record (case_id);

      CREATE TABLE access_log (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz(3) NOT NULL,
        person_id uuid NOT NULL,
        unit_id text NOT NULL,
        post text NOT NULL,
        purpose text NOT NULL,
        record_id uuid,
        case_id text,
        allowed boolean NOT NULL,
        refused_code text,
        CONSTRAINT access_log_says_why CHECK (allowed = (refused_code IS NULL))
      );
      CREATE INDEX access_log_of_case ON access_log (case_id, id);
      CREATE INDEX access_log_of_record ON access_log (record_id, id);

      DO $$
      DECLARE runtime text := regexp_replace(current_user, '_owner$', '');
      BEGIN
        IF runtime <> current_user THEN
          EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON access_log FROM %I', runtime);
        END IF;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE access_log, private_record, case_key');
  }
}

/** By what a record may be found: keyed digests, gone with the key of the case. */
export class VaultMarks1793319000004 implements MigrationInterface {
  name = 'VaultMarks1793319000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE private_record ADD COLUMN marks text[] NOT NULL DEFAULT '{}';
      ALTER TABLE private_record ALTER COLUMN marks DROP DEFAULT;
      CREATE INDEX private_record_by_mark ON private_record USING gin (marks) WHERE marks <> '{}';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX private_record_by_mark');
    await runner.query('ALTER TABLE private_record DROP COLUMN marks');
  }
}

/** By which key each case's key is wrapped, so that the wrapping key can be changed. */
export class WrappedBy1793319200002 implements MigrationInterface {
  name = 'WrappedBy1793319200002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE case_key ADD COLUMN key_id text;
      CREATE INDEX case_key_by_wrapping ON case_key (key_id) WHERE wrapped IS NOT NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE case_key DROP COLUMN key_id');
  }
}

/** Under which key a record was marked: one that was marked under another is marked anew. */
export class MarkedBy1793319400004 implements MigrationInterface {
  name = 'MarkedBy1793319400004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE private_record ADD COLUMN marked_by text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE private_record DROP COLUMN marked_by');
  }
}

/** What was erased here; a case is erased once. */
export class Erasures1793318900000 implements MigrationInterface {
  name = 'Erasures1793318900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE erasure (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT erasure_one_per_case UNIQUE,
        version integer NOT NULL,
        records integer NOT NULL,
        erased_at timestamptz(3) NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE erasure');
  }
}

export const VAULT_MIGRATIONS = [
  Vault1793318400004, VaultMarks1793319000004, Erasures1793318900000, WrappedBy1793319200002,
  MarkedBy1793319400004,
] as const;
