import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Submissions1700000520002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Public halves of the keys that have signed receipts: they stay published when the key changes.
    await runner.query(`
      CREATE TABLE applications.receipt_key (
        id text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{16}$'),
        public_key bytea NOT NULL CHECK (length(public_key) = 32),
        first_used_at timestamptz NOT NULL DEFAULT platform.now()
      )`);

    // receipt_text is what was signed, byte for byte. The answers are health data and lie sealed.
    await runner.query(`
      CREATE TABLE applications.submission (
        id uuid PRIMARY KEY,
        number text NOT NULL CONSTRAINT submission_number UNIQUE,
        account_id uuid NOT NULL,
        actor_id uuid NOT NULL REFERENCES membership.insured_person,
        subject_id uuid NOT NULL REFERENCES membership.insured_person,
        category text NOT NULL CHECK (category IN ('sick-note', 'child-sickness-benefit', 'household-help', 'invoice',
          'bonus-proof', 'education-certificate', 'other')),
        document_id uuid NOT NULL UNIQUE,
        page_count int NOT NULL CHECK (page_count > 0),
        answers_sealed bytea,
        is_private boolean NOT NULL DEFAULT false,
        received_at timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'submitted'
          CHECK (state IN ('submitted', 'forwarded', 'acknowledged', 'overdue', 'rejected')),
        forwarded_at timestamptz,
        acknowledged_at timestamptz,
        core_reference text,
        overdue_at timestamptz,
        rejected_at timestamptz,
        receipt_text text NOT NULL,
        receipt_sha256 text NOT NULL CHECK (receipt_sha256 ~ '^[0-9a-f]{64}$'),
        receipt_signature bytea NOT NULL CHECK (length(receipt_signature) = 64),
        receipt_key_id text NOT NULL REFERENCES applications.receipt_key,
        verification_code text NOT NULL CONSTRAINT submission_verification_code UNIQUE
          CHECK (verification_code ~ '^[0-9A-HJKMNP-TV-Z]{20}$'),
        CHECK ((state = 'acknowledged') = (acknowledged_at IS NOT NULL)),
        CHECK ((state = 'rejected') = (rejected_at IS NOT NULL))
      )`);
    await runner.query(`CREATE INDEX submission_subject ON applications.submission (subject_id, id DESC)`);
    await runner.query(`CREATE INDEX submission_actor ON applications.submission (actor_id)`);
    await runner.query(`CREATE INDEX submission_key ON applications.submission (receipt_key_id)`);
    await runner.query(`
      CREATE INDEX submission_to_forward ON applications.submission (received_at)
      WHERE forwarded_at IS NULL AND state IN ('submitted', 'overdue')`);
    await runner.query(`
      CREATE INDEX submission_open ON applications.submission (received_at) WHERE state IN ('submitted', 'forwarded')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE applications.submission, applications.receipt_key`);
  }
}
