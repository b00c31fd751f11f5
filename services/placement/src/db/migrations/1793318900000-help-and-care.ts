import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person was helped to, in which relation a relative stands, and who has the person when it is no unit. */
export class HelpAndCare1793318900000 implements MigrationInterface {
  name = 'HelpAndCare1793318900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE placement ADD COLUMN help jsonb NOT NULL
        DEFAULT '{"registrationRestoredAt": null, "school": null, "sessions": []}';
      ALTER TABLE placement ADD COLUMN buyer_households jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE placement ALTER COLUMN help DROP DEFAULT, ALTER COLUMN buyer_households DROP DEFAULT;

      -- Of a relative who was proven before, the relation is not known here: kin, and not a parent.
      ALTER TABLE known_kinship ADD COLUMN relation text NOT NULL DEFAULT 'other-kin';
      ALTER TABLE known_kinship ALTER COLUMN relation DROP DEFAULT, DROP CONSTRAINT known_kinship_pkey;
      UPDATE known_kinship SET identity_digest = '' WHERE identity_digest IS NULL;
      ALTER TABLE known_kinship ALTER COLUMN identity_digest SET NOT NULL,
        ADD PRIMARY KEY (victim_id, relative_id, relation, identity_digest);
      ALTER TABLE known_custody ADD COLUMN relative_id uuid, ADD COLUMN ending text;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE known_custody DROP COLUMN relative_id, DROP COLUMN ending;
      DELETE FROM known_kinship k USING known_kinship o
        WHERE k.victim_id = o.victim_id AND k.relative_id = o.relative_id AND k.ctid > o.ctid;
      ALTER TABLE known_kinship DROP CONSTRAINT known_kinship_pkey;
      ALTER TABLE known_kinship ALTER COLUMN identity_digest DROP NOT NULL, DROP COLUMN relation,
        ADD PRIMARY KEY (victim_id, relative_id);
      UPDATE known_kinship SET identity_digest = NULL WHERE identity_digest = '';
      ALTER TABLE placement DROP COLUMN help, DROP COLUMN buyer_households`);
  }
}
