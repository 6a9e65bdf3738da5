import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Documents1700000500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SCHEMA documents`);

    // One row per object in the store; an object without a row is an orphan. Its key opens with the master key only.
    await runner.query(`
      CREATE TABLE documents.stored_file (
        id uuid PRIMARY KEY,
        size bigint NOT NULL CHECK (size >= 0),
        key_sealed bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT platform.now()
      )`);

    await runner.query(`
      CREATE TABLE documents.document (
        id uuid PRIMARY KEY,
        subject_id uuid NOT NULL,
        account_id uuid,
        title text NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
        media_type text NOT NULL,
        state text NOT NULL CHECK (state IN ('quarantined', 'clean', 'infected', 'failed')),
        scanned boolean NOT NULL DEFAULT false,
        scan_tries int NOT NULL DEFAULT 0,
        next_scan_at timestamptz NOT NULL DEFAULT platform.now(),
        file_id uuid REFERENCES documents.stored_file,
        sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        page_count int NOT NULL CHECK (page_count > 0),
        size bigint NOT NULL CHECK (size >= 0),
        created_at timestamptz NOT NULL DEFAULT platform.now(),
        decided_at timestamptz,
        CHECK (state <> 'clean' OR (file_id IS NOT NULL AND sha256 IS NOT NULL))
      )`);
    await runner.query(`CREATE INDEX document_subject ON documents.document (subject_id, created_at DESC)`);
    await runner.query(`CREATE INDEX document_account ON documents.document (account_id)`);
    await runner.query(`CREATE INDEX document_file ON documents.document (file_id)`);
    await runner.query(
      `CREATE INDEX document_to_scan ON documents.document (next_scan_at) WHERE state = 'quarantined'`,
    );

    await runner.query(`
      CREATE TABLE documents.page (
        document_id uuid NOT NULL REFERENCES documents.document ON DELETE CASCADE,
        position int NOT NULL CHECK (position > 0),
        file_id uuid NOT NULL REFERENCES documents.stored_file,
        sha256 text NOT NULL,
        media_type text NOT NULL,
        bytes bigint NOT NULL,
        sheets int NOT NULL CHECK (sheets > 0),
        PRIMARY KEY (document_id, position)
      )`);
    await runner.query(`CREATE INDEX page_file ON documents.page (file_id)`);

    await runner.query(`
      CREATE TABLE documents.upload (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL,
        name text NOT NULL CHECK (length(name) <= 255),
        from_device boolean NOT NULL DEFAULT false,
        size bigint NOT NULL CHECK (size >= 0),
        received bigint NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND size),
        state text NOT NULL DEFAULT 'receiving' CHECK (state IN ('receiving', 'checking', 'accepted', 'rejected')),
        problem text,
        problem_params jsonb,
        media_type text,
        sheets int,
        cleaned_bytes bigint,
        sha256 text,
        file_id uuid REFERENCES documents.stored_file,
        document_id uuid REFERENCES documents.document,
        lock_token uuid,
        lock_until timestamptz,
        lock_wanted boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT platform.now(),
        checking_since timestamptz,
        expires_at timestamptz NOT NULL,
        CHECK (state <> 'accepted' OR (media_type IS NOT NULL AND sheets > 0 AND cleaned_bytes IS NOT NULL AND sha256 IS NOT NULL)),
        CHECK ((state = 'rejected') = (problem IS NOT NULL))
      )`);
    await runner.query(`CREATE INDEX upload_account ON documents.upload (account_id, created_at)`);
    await runner.query(`CREATE INDEX upload_document ON documents.upload (document_id)`);
    await runner.query(`CREATE INDEX upload_file ON documents.upload (file_id)`);
    await runner.query(`CREATE INDEX upload_expiry ON documents.upload (expires_at) WHERE document_id IS NULL`);

    // What has arrived so far, in pieces: each is whole in the store before it is acknowledged.
    await runner.query(`
      CREATE TABLE documents.upload_piece (
        upload_id uuid NOT NULL REFERENCES documents.upload ON DELETE CASCADE,
        start bigint NOT NULL CHECK (start >= 0),
        size bigint NOT NULL CHECK (size > 0),
        file_id uuid NOT NULL REFERENCES documents.stored_file,
        PRIMARY KEY (upload_id, start)
      )`);
    await runner.query(`CREATE INDEX upload_piece_file ON documents.upload_piece (file_id)`);

    // Second line behind the conditions of the statements (S34): without naming whose documents a transaction is about,
    // nobody sees any, the owner of the tables included. '*' is what the room's own jobs say.
    const visible = `current_setting('app.subject', true) IN (subject_id::text, '*')`;
    await runner.query(`ALTER TABLE documents.document ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE documents.document FORCE ROW LEVEL SECURITY`);
    await runner.query(`CREATE POLICY document_subject ON documents.document USING (${visible})`);
    await runner.query(`ALTER TABLE documents.page ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE documents.page FORCE ROW LEVEL SECURITY`);
    await runner.query(`
      CREATE POLICY page_subject ON documents.page
        USING (EXISTS (SELECT 1 FROM documents.document d WHERE d.id = page.document_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA documents CASCADE`);
  }
}
