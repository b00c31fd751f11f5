import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables that every service has. The runtime role may add to the journal and read it, and nothing else. */
export class Messaging1793318400000 implements MigrationInterface {
  name = 'Messaging1793318400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_head (case_id text PRIMARY KEY, version integer NOT NULL, digest bytea NOT NULL);

      CREATE TABLE journal (
        seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        aggregatetype text NOT NULL,
        aggregateid text NOT NULL,
        type text NOT NULL,
        version integer NOT NULL,
        payload text NOT NULL,
        digest bytea NOT NULL,
        command_id uuid NOT NULL,
        recorded_at timestamptz(3) NOT NULL,
        CONSTRAINT journal_in_order UNIQUE (aggregateid, version)
      );

      CREATE TABLE outbox (seq bigint PRIMARY KEY);

      CREATE TABLE command (
        command_id uuid CONSTRAINT command_once PRIMARY KEY,
        fingerprint text NOT NULL,
        case_id text NOT NULL,
        subject_id uuid,
        recorded_at timestamptz(3) NOT NULL
      );

      CREATE TABLE inbox (
        source text NOT NULL,
        case_id text NOT NULL,
        version integer NOT NULL,
        digest bytea NOT NULL,
        PRIMARY KEY (source, case_id)
      ) WITH (fillfactor = 70);

      CREATE TABLE parked (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        source text NOT NULL,
        case_id text,
        version integer,
        payload text NOT NULL,
        reason text NOT NULL,
        detail text NOT NULL,
        attempts integer NOT NULL,
        parked_at timestamptz(3) NOT NULL
      );
      CREATE UNIQUE INDEX parked_once ON parked (source, case_id, version) WHERE case_id IS NOT NULL;

      CREATE TABLE setting (name text PRIMARY KEY, value jsonb NOT NULL);

      DO $$
      DECLARE runtime text := regexp_replace(current_user, '_owner$', '');
      BEGIN
        IF runtime <> current_user THEN
          EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON journal FROM %I', runtime);
        END IF;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE setting, parked, inbox, command, outbox, journal, case_head');
  }
}

/** The other cases that a command has changed: a repeated receipt tells of all of them. */
export class CommandCases1793318700009 implements MigrationInterface {
  name = 'CommandCases1793318700009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE command ADD COLUMN other_cases text[] NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE command DROP COLUMN other_cases');
  }
}

/** What becomes of the facts for which cases wait. One row per fact; it stays when the case goes on. */
export class Holds1793318700000 implements MigrationInterface {
  name = 'Holds1793318700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE hold (
        id uuid PRIMARY KEY,
        case_id text NOT NULL,
        version integer NOT NULL,
        source text NOT NULL,
        held_version integer NOT NULL,
        state text NOT NULL,
        reason text,
        digest text,
        proposed_by uuid,
        proposed_by_unit text,
        CONSTRAINT hold_once UNIQUE (source, case_id, held_version)
      );
      CREATE INDEX hold_proposed ON hold (id) WHERE state = 'proposed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE hold');
  }
}

/** Unreadable messages that two people have thrown away, or that one proposes to. */
export class Dismissals1793318900002 implements MigrationInterface {
  name = 'Dismissals1793318900002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE dismissal (
        id uuid PRIMARY KEY,
        case_id text NOT NULL,
        version integer NOT NULL,
        parked_id integer NOT NULL CONSTRAINT dismissal_once UNIQUE,
        digest text NOT NULL,
        state text NOT NULL,
        proposed_by uuid NOT NULL,
        proposed_by_unit text NOT NULL
      );
      CREATE INDEX dismissal_proposed ON dismissal (id) WHERE state = 'proposed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE dismissal');
  }
}
