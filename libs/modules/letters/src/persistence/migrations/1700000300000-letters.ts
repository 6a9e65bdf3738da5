import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Letters1700000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SCHEMA letters`);
    await runner.query(`CREATE SEQUENCE letters.letter_number`);

    // letter_one_a_day is the guard that holds under any number of parallel orders (S05); the use case looks first only
    // to say when the next letter is possible.
    await runner.query(`
      CREATE TABLE letters.letter (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL,
        insured_id uuid NOT NULL REFERENCES membership.insured_person,
        purpose text NOT NULL CHECK (purpose IN ('registration', 'device', 'reset', 'initial-password')),
        language text NOT NULL CHECK (language IN ('de', 'en')),
        state text NOT NULL CHECK (state IN
          ('in-review', 'ordered', 'rendered', 'handed-over', 'posted', 'returned', 'cancelled')),
        reference text NOT NULL CONSTRAINT letter_reference UNIQUE
          DEFAULT to_char(platform.today(), '"OF-"YYYY') || '-' || lpad(nextval('letters.letter_number')::text, 6, '0'),
        created_at timestamptz NOT NULL DEFAULT platform.now(),
        quiet_until timestamptz NOT NULL DEFAULT platform.now() + interval '24 hours',
        expected_by date NOT NULL,
        valid_until date,
        handed_over_at timestamptz,
        printed_at timestamptz,
        posted_at timestamptz,
        posted_is_assumed boolean NOT NULL DEFAULT false,
        returned_at timestamptz,
        content_sealed bytea,
        pages int CHECK (pages > 0),
        sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        CHECK (quiet_until > created_at),
        CHECK (state <> 'rendered' OR (content_sealed IS NOT NULL AND sha256 IS NOT NULL AND valid_until IS NOT NULL)),
        CONSTRAINT letter_one_a_day EXCLUDE USING gist (
          account_id WITH =, purpose WITH =, tstzrange(created_at, quiet_until) WITH &&) WHERE (state <> 'cancelled')
      )`);
    await runner.query(`CREATE INDEX letter_account ON letters.letter (account_id, created_at DESC)`);
    await runner.query(`CREATE INDEX letter_insured ON letters.letter (insured_id)`);
    await runner.query(`CREATE INDEX letter_in_review ON letters.letter (created_at) WHERE state = 'in-review'`);
    await runner.query(`CREATE INDEX letter_in_print ON letters.letter (handed_over_at) WHERE state = 'handed-over'`);
    await runner.query(
      `CREATE INDEX letter_to_erase ON letters.letter (handed_over_at) WHERE content_sealed IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA letters CASCADE`);
  }
}
