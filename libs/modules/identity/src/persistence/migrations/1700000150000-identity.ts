import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Identity1700000150000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SCHEMA identity`);
    await runner.query(`
      CREATE TABLE identity.account (
        id uuid PRIMARY KEY,
        insured_id uuid NOT NULL CONSTRAINT account_one_per_person UNIQUE,
        kvnr text NOT NULL CONSTRAINT account_one_per_kvnr UNIQUE,
        state text NOT NULL CHECK (state IN ('applied', 'active')),
        language text NOT NULL CHECK (language IN ('de', 'en')),
        password_hash text NOT NULL,
        password_changed_at timestamptz NOT NULL DEFAULT platform.now(),
        must_change_password boolean NOT NULL DEFAULT false,
        mobile_declined_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT platform.now(),
        activated_at timestamptz
      )`);
    await runner.query(`
      CREATE TABLE identity.former_password (
        account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        used_until timestamptz NOT NULL DEFAULT platform.now(),
        password_hash text NOT NULL,
        PRIMARY KEY (account_id, used_until)
      )`);
    await runner.query(`
      CREATE TABLE identity.contact (
        account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('email', 'mobile')),
        value text NOT NULL,
        verified_at timestamptz NOT NULL,
        is_username boolean NOT NULL DEFAULT false CHECK (NOT is_username OR kind = 'email'),
        PRIMARY KEY (account_id, kind)
      )`);
    await runner.query(`CREATE UNIQUE INDEX contact_username ON identity.contact (lower(value)) WHERE is_username`);
    await runner.query(`
      CREATE TABLE identity.session (
        id uuid PRIMARY KEY,
        token_hash bytea NOT NULL CONSTRAINT session_token UNIQUE,
        account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        level text NOT NULL DEFAULT 'basic' CHECK (level IN ('basic', 'full')),
        next_step text,
        browser text NOT NULL,
        address text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT platform.now(),
        last_seen_at timestamptz NOT NULL DEFAULT platform.now(),
        idle_expires_at timestamptz NOT NULL,
        absolute_expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        end_reason text
      )`);
    await runner.query(`CREATE INDEX session_of_account ON identity.session (account_id) WHERE ended_at IS NULL`);
    await runner.query(`CREATE INDEX session_over ON identity.session (absolute_expires_at)`);
    await runner.query(`
      CREATE TABLE identity.posted_code (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        purpose text NOT NULL,
        letter_id uuid NOT NULL,
        code_hash text NOT NULL,
        wrong_tries int NOT NULL DEFAULT 0,
        valid_until date NOT NULL,
        created_at timestamptz NOT NULL DEFAULT platform.now(),
        redeemed_at timestamptz,
        voided_at timestamptz
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX posted_code_one_live ON identity.posted_code (account_id, purpose)
        WHERE redeemed_at IS NULL AND voided_at IS NULL`,
    );
    await runner.query(`CREATE INDEX posted_code_letter ON identity.posted_code (letter_id)`);
    await runner.query(`
      CREATE TABLE identity.sent_code (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        purpose text NOT NULL,
        target text NOT NULL,
        code_hash text,
        wrong_tries int NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT platform.now(),
        expires_at timestamptz,
        redeemed_at timestamptz,
        voided_at timestamptz
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX sent_code_one_live ON identity.sent_code (account_id, purpose)
        WHERE redeemed_at IS NULL AND voided_at IS NULL`,
    );
    await runner.query(`
      CREATE TABLE identity.throttle (
        bucket bytea PRIMARY KEY,
        failures int NOT NULL,
        blocked_until timestamptz,
        last_try_at timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA identity CASCADE`);
  }
}
