import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Recovery1700000420000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SCHEMA recovery`);
    await runner.query(`
      CREATE TABLE recovery.ordered_letter (
        letter_id uuid PRIMARY KEY,
        account_id uuid NOT NULL,
        purpose text NOT NULL CHECK (purpose IN ('device', 'reset')),
        expected_by date NOT NULL,
        ordered_at timestamptz NOT NULL DEFAULT platform.now(),
        closed_at timestamptz
      )`);
    await runner.query(`CREATE INDEX ordered_letter_of_account ON recovery.ordered_letter (account_id, purpose)`);
    await runner.query(`CREATE INDEX ordered_letter_age ON recovery.ordered_letter (ordered_at)`);
    await runner.query(`
      CREATE TABLE recovery.email_undo (
        id uuid PRIMARY KEY,
        token_hash bytea NOT NULL CONSTRAINT email_undo_token UNIQUE,
        account_id uuid NOT NULL,
        former_contact_id uuid NOT NULL CONSTRAINT email_undo_once UNIQUE,
        changed_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        superseded_at timestamptz
      )`);
    await runner.query(`CREATE INDEX email_undo_of_account ON recovery.email_undo (account_id)`);
    await runner.query(`
      CREATE TABLE recovery.device_transfer (
        id uuid PRIMARY KEY,
        secret_hash bytea NOT NULL CONSTRAINT device_transfer_secret UNIQUE,
        account_id uuid NOT NULL,
        insured_id uuid NOT NULL,
        session_id uuid NOT NULL,
        is_first boolean NOT NULL,
        status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'pending', 'approved', 'declined', 'expired')),
        expires_at timestamptz NOT NULL,
        device_id uuid,
        device_name text,
        key_hash text,
        approval_id uuid,
        CHECK (status = 'open' OR status = 'expired' OR (device_id IS NOT NULL AND key_hash IS NOT NULL))
      )`);
    await runner.query(`CREATE INDEX device_transfer_of_account ON recovery.device_transfer (account_id)`);
    await runner.query(
      `CREATE INDEX device_transfer_waiting ON recovery.device_transfer (expires_at) WHERE status IN ('open', 'pending')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA recovery CASCADE`);
  }
}
