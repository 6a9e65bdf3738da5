import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Postbox1700000530000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Post to somebody without an account goes out as a letter: it has no account, no code and no day on which one ends.
    await runner.query(`ALTER TABLE letters.letter ALTER COLUMN account_id DROP NOT NULL`);
    await runner.query(`ALTER TABLE letters.letter DROP CONSTRAINT letter_purpose_check`);
    await runner.query(`
      ALTER TABLE letters.letter ADD CONSTRAINT letter_purpose_check
        CHECK (purpose IN ('registration', 'device', 'reset', 'initial-password', 'certificate', 'post')),
        ADD CONSTRAINT letter_account_check CHECK (account_id IS NOT NULL OR purpose = 'post')`);
    await runner.query(`ALTER TABLE letters.letter DROP CONSTRAINT letter_check1`);
    await runner.query(`
      ALTER TABLE letters.letter ADD CONSTRAINT letter_rendered_check CHECK (state <> 'rendered'
        OR (content_sealed IS NOT NULL AND sha256 IS NOT NULL AND (valid_until IS NOT NULL OR purpose = 'post')))`);

    // What a sender delivered, once for each reference of theirs. Post without an account keeps the number of its letter.
    await runner.query(`
      CREATE TABLE letters.delivery (
        sender text NOT NULL,
        reference text NOT NULL,
        content_hash bytea NOT NULL,
        item_id uuid,
        letter_id uuid REFERENCES letters.letter,
        delivered_at timestamptz NOT NULL DEFAULT platform.now(),
        PRIMARY KEY (sender, reference),
        CHECK (num_nonnulls(item_id, letter_id) = 1)
      )`);
    await runner.query(`
      CREATE TABLE letters.postbox_item (
        id uuid PRIMARY KEY,
        insured_id uuid NOT NULL REFERENCES membership.insured_person,
        kind text NOT NULL CHECK (kind IN ('decision', 'letter', 'certificate', 'information')),
        subject_sealed bytea NOT NULL,
        text_sealed bytea,
        language text NOT NULL CHECK (language IN ('de', 'en')),
        document_id uuid NOT NULL,
        pages int NOT NULL CHECK (pages > 0),
        sent_at timestamptz NOT NULL DEFAULT platform.now(),
        notified_at timestamptz,
        is_decision boolean NOT NULL,
        has_instruction boolean NOT NULL,
        is_abroad boolean NOT NULL,
        is_private boolean NOT NULL DEFAULT false,
        CHECK (is_decision OR NOT has_instruction)
      )`);
    await runner.query(
      `CREATE INDEX postbox_item_of_person ON letters.postbox_item (insured_id, sent_at DESC, id DESC)`,
    );
    // The second line behind the conditions of each statement: what nobody asked to see is not there.
    await runner.query(`ALTER TABLE letters.postbox_item ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE letters.postbox_item FORCE ROW LEVEL SECURITY`);
    await runner.query(`
      CREATE POLICY postbox_item_subject ON letters.postbox_item
        USING (current_setting('app.subject', true) IN (insured_id::text, '*'))`);
    // Keyed hashes of what stands in an item, so that it can be searched and not read. The key differs for each person.
    await runner.query(`
      CREATE TABLE letters.postbox_search (
        item_id uuid PRIMARY KEY REFERENCES letters.postbox_item ON DELETE CASCADE,
        grams bigint[] NOT NULL
      )`);
    await runner.query(`CREATE INDEX postbox_search_grams ON letters.postbox_search USING gin (grams)`);
    // Who opened an item, and whether it counts as read for them.
    await runner.query(`
      CREATE TABLE letters.postbox_reading (
        item_id uuid NOT NULL REFERENCES letters.postbox_item ON DELETE CASCADE,
        account_id uuid NOT NULL,
        opened_at timestamptz NOT NULL DEFAULT platform.now(),
        read_at timestamptz,
        PRIMARY KEY (item_id, account_id)
      )`);
    await runner.query(`CREATE INDEX postbox_reading_of_account ON letters.postbox_reading (account_id)`);
    // Who is to be told of an item, until they were.
    await runner.query(`
      CREATE TABLE letters.postbox_notice (
        item_id uuid NOT NULL REFERENCES letters.postbox_item ON DELETE CASCADE,
        account_id uuid NOT NULL,
        told_at timestamptz,
        PRIMARY KEY (item_id, account_id)
      )`);
    await runner.query(`CREATE INDEX postbox_notice_due ON letters.postbox_notice (account_id) WHERE told_at IS NULL`);
    await runner.query(`CREATE INDEX postbox_notice_told ON letters.postbox_notice (account_id, told_at DESC)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE letters.postbox_notice, letters.postbox_reading, letters.postbox_search, letters.delivery,
        letters.postbox_item`);
    await runner.query(`DELETE FROM letters.letter WHERE purpose = 'post'`);
    await runner.query(`
      ALTER TABLE letters.letter DROP CONSTRAINT letter_rendered_check, DROP CONSTRAINT letter_account_check,
        DROP CONSTRAINT letter_purpose_check`);
    await runner.query(`
      ALTER TABLE letters.letter ADD CONSTRAINT letter_purpose_check
        CHECK (purpose IN ('registration', 'device', 'reset', 'initial-password', 'certificate')),
        ADD CONSTRAINT letter_check1 CHECK (state <> 'rendered'
          OR (content_sealed IS NOT NULL AND sha256 IS NOT NULL AND valid_until IS NOT NULL))`);
    await runner.query(`ALTER TABLE letters.letter ALTER COLUMN account_id SET NOT NULL`);
  }
}
