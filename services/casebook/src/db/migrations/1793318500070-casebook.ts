import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Everything that is built from the timeline. Made here once, and by every rebuild once more, in a schema of its own. */
export const TABLES = `
  CREATE TABLE case_now (case_id uuid NOT NULL, case_number text, kind text, division text, opened_at timestamptz(3),
    victims integer NOT NULL, stages integer NOT NULL, open_stages integer NOT NULL, last_opened_at timestamptz(3),
    state text NOT NULL GENERATED ALWAYS AS (CASE WHEN stages > 0 AND open_stages = 0 THEN 'closed' ELSE 'open' END) STORED
  ) WITH (fillfactor = 80);

  CREATE TABLE case_victim (case_id uuid NOT NULL, victim_id uuid NOT NULL, sex text NOT NULL, minor boolean NOT NULL,
    nationality text NOT NULL);

  CREATE TABLE clue_counted (case_id uuid NOT NULL, clue_id uuid NOT NULL, channel text NOT NULL,
    bound_to_report boolean NOT NULL, late boolean NOT NULL, division text NOT NULL, received_by text NOT NULL,
    received_at timestamptz(3) NOT NULL);

  CREATE TABLE stage_now (case_id uuid NOT NULL, stage_id uuid NOT NULL, subject_id uuid NOT NULL,
    stage text NOT NULL, victim_id uuid, request_id uuid, state text NOT NULL, taken boolean NOT NULL, unit_id text NOT NULL,
    person_id uuid NOT NULL, since_at timestamptz(3) NOT NULL, opened_at timestamptz(3) NOT NULL,
    opened_recorded_at timestamptz(3) NOT NULL, closed_at timestamptz(3), abandoned boolean NOT NULL, offer_id uuid,
    offer_by_unit text, offer_by_person uuid, offer_to_unit text, offer_to_person uuid, offered_at timestamptz(3),
    offer_expires_at timestamptz(3), offer_escalate_to text, last_outcome text, last_outcome_at timestamptz(3),
    last_outcome_unit text, last_reason text, told_unit text) WITH (fillfactor = 80);

  CREATE TABLE stage_interval (case_id uuid NOT NULL, stage_id uuid NOT NULL, stage text NOT NULL,
    victim_id uuid, number integer NOT NULL, unit_id text, person_id uuid, vacant boolean NOT NULL,
    from_at timestamptz(3) NOT NULL, to_at timestamptz(3), ended boolean NOT NULL,
    recorded_at timestamptz(3) NOT NULL) WITH (fillfactor = 90);

  CREATE TABLE custody_now (case_id uuid NOT NULL, victim_id uuid NOT NULL, state text NOT NULL, kind text, unit_id text,
    person_id uuid, relation text, since_at timestamptz(3) NOT NULL, end_reason text, offer_id uuid, offer_to_unit text,
    offer_to_person uuid, offered_at timestamptz(3)) WITH (fillfactor = 80);

  CREATE TABLE custody_interval (case_id uuid NOT NULL, victim_id uuid NOT NULL, kind text, relation text,
    number integer NOT NULL, unit_id text, person_id uuid, vacant boolean NOT NULL, from_at timestamptz(3) NOT NULL,
    to_at timestamptz(3), ended boolean NOT NULL, recorded_at timestamptz(3) NOT NULL) WITH (fillfactor = 90);

  CREATE TABLE clock_now (case_id uuid NOT NULL, clock_id uuid NOT NULL, source text NOT NULL, subject_id uuid NOT NULL,
    rule text NOT NULL, rule_version integer NOT NULL, unit_id text NOT NULL, person_id uuid NOT NULL,
    started_at timestamptz(3) NOT NULL, due_at timestamptz(3) NOT NULL, state text NOT NULL, warned_percent integer,
    overdue_at timestamptz(3), overdue_step integer, told_unit text) WITH (fillfactor = 80);

  CREATE TABLE alarm (case_id uuid NOT NULL, subject_id uuid NOT NULL, kind text NOT NULL, stage text,
    from_at timestamptz(3) NOT NULL, to_at timestamptz(3), seen_at timestamptz(3) NOT NULL);

  CREATE TABLE source_now (source text NOT NULL, as_of timestamptz(3) NOT NULL, facts integer NOT NULL);`;

export const INDEXES = `
  ALTER TABLE case_now ADD CONSTRAINT case_now_pkey PRIMARY KEY (case_id);
  CREATE INDEX case_now_of_division ON case_now (division text_pattern_ops, case_id);
  CREATE INDEX case_now_in_state ON case_now (state, case_id);
  ALTER TABLE case_victim ADD CONSTRAINT case_victim_pkey PRIMARY KEY (case_id, victim_id);
  ALTER TABLE clue_counted ADD CONSTRAINT clue_counted_pkey PRIMARY KEY (case_id, clue_id);
  ALTER TABLE stage_now ADD CONSTRAINT stage_now_pkey PRIMARY KEY (case_id, stage_id);
  CREATE INDEX stage_now_answered ON stage_now (unit_id, since_at, stage_id) WHERE state = 'open';
  CREATE INDEX stage_now_offered ON stage_now (offer_to_unit, offer_expires_at, stage_id) WHERE offer_id IS NOT NULL;
  CREATE INDEX stage_now_waiting ON stage_now (offer_by_unit, offered_at, stage_id) WHERE offer_id IS NOT NULL;
  CREATE INDEX stage_now_expired ON stage_now (last_outcome_at, stage_id) WHERE last_outcome = 'expired' AND offer_id IS NULL;
  ALTER TABLE stage_interval ADD CONSTRAINT stage_interval_pkey PRIMARY KEY (case_id, stage_id, number);
  ALTER TABLE custody_now ADD CONSTRAINT custody_now_pkey PRIMARY KEY (case_id, victim_id);
  CREATE INDEX custody_now_held ON custody_now (unit_id, since_at, victim_id) WHERE state = 'held';
  CREATE INDEX custody_now_offered ON custody_now (offer_to_unit, offered_at, victim_id) WHERE offer_id IS NOT NULL;
  ALTER TABLE custody_interval ADD CONSTRAINT custody_interval_pkey PRIMARY KEY (case_id, victim_id, number);
  ALTER TABLE clock_now ADD CONSTRAINT clock_now_pkey PRIMARY KEY (case_id, clock_id);
  CREATE INDEX clock_now_due ON clock_now (unit_id, due_at, clock_id);
  CREATE INDEX clock_now_overdue ON clock_now (overdue_at, clock_id) WHERE overdue_at IS NOT NULL;
  ALTER TABLE alarm ADD CONSTRAINT alarm_pkey PRIMARY KEY (case_id, subject_id, kind, from_at);
  CREATE INDEX alarm_seen ON alarm (seen_at, subject_id, kind, from_at);
  ALTER TABLE source_now ADD CONSTRAINT source_now_pkey PRIMARY KEY (source);`;

const namesIn = (tables: string): string[] => [...tables.matchAll(/CREATE TABLE (\w+)/g)].map(([, name]) => name!);
const NAMES = namesIn(TABLES);

/**
 * The runtime role may write rows and change no table. A rebuild needs new tables and a swap: these two functions do that
 * much with the owner's rights, and nothing else. Who changes a built table later must replace both functions.
 */
export function rebuildFunctions(tables: string, indexes: string): string {
  const names = namesIn(tables);
  return `
  CREATE OR REPLACE FUNCTION begin_rebuild() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = rebuilt, pg_temp AS $rebuild$
  BEGIN
    DROP TABLE IF EXISTS ${names.map((name) => `rebuilt.${name}`).join(', ')};
    ${tables}
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA rebuilt TO %I', session_user);
  END $rebuild$;

  CREATE OR REPLACE FUNCTION finish_rebuild() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = rebuilt, pg_temp AS $rebuild$
  BEGIN
    ${indexes}
    ANALYZE ${names.map((name) => `rebuilt.${name}`).join(', ')};
    -- Whoever reads a case holds this shared: the swap waits for them, and nobody for half of a swap.
    PERFORM pg_advisory_xact_lock(7007002);
    LOCK TABLE ${names.map((name) => `public.${name}`).join(', ')} IN ACCESS EXCLUSIVE MODE;
    DROP TABLE ${names.map((name) => `public.${name}`).join(', ')};
    ${names.map((name) => `ALTER TABLE rebuilt.${name} SET SCHEMA public;`).join('\n    ')}
  END $rebuild$;`;
}

const RIGHTS = `
  DO $$
  DECLARE runtime text := regexp_replace(current_user, '_owner$', '');
  BEGIN
    REVOKE ALL ON FUNCTION begin_rebuild(), finish_rebuild() FROM PUBLIC;
    EXECUTE format('GRANT USAGE ON SCHEMA rebuilt TO %I', runtime);
    EXECUTE format('GRANT EXECUTE ON FUNCTION begin_rebuild(), finish_rebuild() TO %I', runtime);
  END $$;`;

export class Casebook1793318500070 implements MigrationInterface {
  name = 'Casebook1793318500070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE timeline (case_id uuid NOT NULL, occurred_at timestamptz(3) NOT NULL, source text NOT NULL,
        version integer NOT NULL, recorded_at timestamptz(3) NOT NULL, type text NOT NULL, actor_person uuid NOT NULL,
        actor_unit text NOT NULL, subject_id uuid NOT NULL, exercise boolean NOT NULL, data json NOT NULL,
        CONSTRAINT timeline_pkey PRIMARY KEY (case_id, occurred_at, source, version));

      CREATE TABLE access_log (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz(3) NOT NULL,
        person_id uuid NOT NULL, unit_id text NOT NULL, post text NOT NULL, case_id uuid, route text NOT NULL,
        outcome text NOT NULL);
      CREATE INDEX access_log_of_case ON access_log (case_id, id);

      DO $$
      DECLARE runtime text := regexp_replace(current_user, '_owner$', '');
      BEGIN
        IF runtime <> current_user THEN
          EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON access_log, timeline FROM %I', runtime);
        END IF;
      END $$;`);
    await runner.query(`${TABLES} ${INDEXES} CREATE SCHEMA rebuilt; ${rebuildFunctions(TABLES, INDEXES)} ${RIGHTS}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION begin_rebuild(), finish_rebuild(); DROP SCHEMA rebuilt CASCADE;
      DROP TABLE ${NAMES.join(', ')}, timeline, access_log`);
  }
}
