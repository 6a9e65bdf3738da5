import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Drafts1700000510000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SCHEMA drafts`);
    // Account and person are ids of other rooms: whose draft it is, and whom the form is about. The content is sealed.
    await runner.query(`
      CREATE TABLE drafts.draft (
        account_id uuid NOT NULL,
        subject_id uuid NOT NULL,
        form text NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        return_url text NOT NULL,
        revision integer NOT NULL DEFAULT 1,
        sealed_form_data bytea NOT NULL,
        saved_at timestamptz NOT NULL DEFAULT platform.now(),
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (account_id, subject_id, form)
      )`);
    await runner.query(`CREATE INDEX draft_expiry ON drafts.draft (expires_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA drafts CASCADE`);
  }
}
