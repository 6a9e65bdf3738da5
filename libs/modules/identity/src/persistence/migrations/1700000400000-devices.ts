import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Devices1700000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.account
        ADD COLUMN locked_at timestamptz,
        ADD COLUMN lock_reason text,
        ADD COLUMN password_disabled_at timestamptz,
        ADD COLUMN sensitive_frozen_until timestamptz`);
    await runner.query(`
      CREATE TABLE identity.device (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        name text NOT NULL,
        state text NOT NULL CHECK (state IN ('pending', 'active', 'suspended', 'removed')),
        credential_id text NOT NULL CONSTRAINT device_credential UNIQUE,
        public_key bytea NOT NULL,
        transports text[] NOT NULL,
        sign_count bigint NOT NULL,
        is_syncable boolean NOT NULL,
        is_backed_up boolean NOT NULL,
        bound_by text NOT NULL CHECK (bound_by IN ('posted-code', 'transfer')),
        created_at timestamptz NOT NULL DEFAULT platform.now(),
        last_used_at timestamptz
      )`);
    await runner.query(`CREATE INDEX device_of_account ON identity.device (account_id)`);
    await runner.query(`
      CREATE TABLE identity.device_binding (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL UNIQUE REFERENCES identity.account ON DELETE CASCADE,
        posted_code_id uuid NOT NULL REFERENCES identity.posted_code ON DELETE CASCADE,
        challenge text NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE identity.device_challenge (
        id uuid PRIMARY KEY,
        challenge text NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE identity.device_session (
        id uuid PRIMARY KEY,
        token_hash bytea NOT NULL CONSTRAINT device_session_token UNIQUE,
        device_id uuid NOT NULL REFERENCES identity.device ON DELETE CASCADE,
        created_at timestamptz NOT NULL DEFAULT platform.now(),
        verified_at timestamptz NOT NULL DEFAULT platform.now(),
        expires_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX device_session_of_device ON identity.device_session (device_id)`);
    await runner.query(`CREATE INDEX device_session_over ON identity.device_session (expires_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE identity.device_session, identity.device_challenge, identity.device_binding, identity.device`);
    await runner.query(`
      ALTER TABLE identity.account
        DROP COLUMN locked_at, DROP COLUMN lock_reason, DROP COLUMN password_disabled_at,
        DROP COLUMN sensitive_frozen_until`);
  }
}
