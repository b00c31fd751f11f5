import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Identity1793318600000 implements MigrationInterface {
  name = 'Identity1793318600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE unit_record (
        id uuid PRIMARY KEY,
        case_id text NOT NULL CONSTRAINT unit_record_once UNIQUE,
        version integer NOT NULL,
        kind text NOT NULL,
        level text NOT NULL,
        division text NOT NULL,
        country text NOT NULL,
        superior_unit text REFERENCES unit_record (case_id),
        name_zh text NOT NULL,
        name_en text NOT NULL,
        posts jsonb NOT NULL,
        keys jsonb NOT NULL
      );

      CREATE TABLE person (
        id uuid PRIMARY KEY,
        username text NOT NULL CONSTRAINT person_username UNIQUE,
        name_zh text NOT NULL,
        name_latin text NOT NULL,
        unit_id text NOT NULL,
        password_hash text
      );

      CREATE UNIQUE INDEX directory_key_once ON directory_key (x, y);

      CREATE TABLE oidc_model (
        kind text NOT NULL,
        id_digest text NOT NULL,
        sealed bytea NOT NULL,
        grant_id text,
        uid_digest text,
        account_id text,
        consumed_at timestamptz(3),
        expires_at timestamptz(3),
        PRIMARY KEY (kind, id_digest)
      );
      CREATE INDEX oidc_model_of_grant ON oidc_model (grant_id) WHERE grant_id IS NOT NULL;
      CREATE INDEX oidc_model_by_uid ON oidc_model (kind, uid_digest) WHERE uid_digest IS NOT NULL;
      CREATE INDEX oidc_model_of_account ON oidc_model (account_id) WHERE account_id IS NOT NULL;
      CREATE INDEX oidc_model_expiry ON oidc_model (expires_at) WHERE expires_at IS NOT NULL;

      CREATE TABLE sign_in_failure (who text NOT NULL, at timestamptz(3) NOT NULL);
      CREATE INDEX sign_in_failure_of ON sign_in_failure (who, at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sign_in_failure, oidc_model, person, unit_record');
    await runner.query('DROP INDEX directory_key_once');
  }
}
