import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Membership1700000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SCHEMA membership`);

    // imported_*: fingerprint of the value that the core system sent last, per group. An import touches a group only
    // where the line differs from it, so that re-reading an old file never reverts a change made by the member.
    await runner.query(`
      CREATE TABLE membership.insured_person (
        id uuid PRIMARY KEY,
        external_id text NOT NULL CONSTRAINT insured_person_external_id UNIQUE,
        kvnr text NOT NULL CONSTRAINT insured_person_kvnr UNIQUE CHECK (kvnr ~ '^[A-Z][0-9]{9}$'),
        given_name text NOT NULL,
        family_name text NOT NULL,
        date_of_birth date NOT NULL,
        email text,
        phone text,
        address_changed_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT platform.now(),
        imported_identity bytea NOT NULL,
        imported_contact bytea NOT NULL,
        imported_address bytea NOT NULL,
        imported_bank_account bytea NOT NULL,
        imported_cover bytea NOT NULL
      )`);

    // The address in force begins at -infinity; a dated row is one the member asked for from that day on.
    await runner.query(`
      CREATE TABLE membership.address (
        insured_id uuid NOT NULL REFERENCES membership.insured_person ON DELETE CASCADE,
        valid_from date NOT NULL DEFAULT '-infinity',
        street text NOT NULL,
        house_number text NOT NULL,
        postal_code text NOT NULL,
        city text NOT NULL,
        country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
        PRIMARY KEY (insured_id, valid_from)
      )`);

    await runner.query(`
      CREATE VIEW membership.current_address AS
      SELECT a.* FROM membership.address a
      WHERE a.valid_from = (SELECT max(b.valid_from) FROM membership.address b
        WHERE b.insured_id = a.insured_id AND b.valid_from <= platform.today())`);

    // The main member is named as the core system names it: the line may come later, or in another file.
    await runner.query(`
      CREATE TABLE membership.insurance_period (
        insured_id uuid NOT NULL REFERENCES membership.insured_person ON DELETE CASCADE,
        starts_on date NOT NULL,
        ends_on date CHECK (ends_on >= starts_on),
        kind text NOT NULL CHECK (kind IN ('member', 'family')),
        main_member_external_id text,
        PRIMARY KEY (insured_id, starts_on),
        CHECK ((kind = 'family') = (main_member_external_id IS NOT NULL))
      )`);
    await runner.query(`
      CREATE INDEX insurance_period_main_member ON membership.insurance_period (main_member_external_id)
      WHERE main_member_external_id IS NOT NULL`);

    await runner.query(`
      CREATE TABLE membership.bank_account (
        insured_id uuid PRIMARY KEY REFERENCES membership.insured_person ON DELETE CASCADE,
        iban_sealed bytea NOT NULL,
        iban_last_four text NOT NULL CHECK (length(iban_last_four) = 4),
        account_holder text NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA membership CASCADE`);
  }
}
