import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is signed in. The browser's secret is kept as a digest, the tokens are sealed: a copy of this table opens no door. */
export class Gateway1793318700000 implements MigrationInterface {
  name = 'Gateway1793318700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE session (
        id uuid PRIMARY KEY,
        secret_digest text NOT NULL CONSTRAINT session_secret UNIQUE,
        person_id text NOT NULL,
        sealed bytea NOT NULL,
        began_at timestamptz(3) NOT NULL DEFAULT now(),
        active_at timestamptz(3) NOT NULL DEFAULT now(),
        locked_at timestamptz(3),
        expires_at timestamptz(3) NOT NULL
      );
      CREATE INDEX session_of_person ON session (person_id, began_at);
      CREATE INDEX session_expiry ON session (expires_at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE session');
  }
}
