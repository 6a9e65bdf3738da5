import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class FormerContact1700000420001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.former_contact (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('email', 'mobile')),
        value text NOT NULL,
        was_username boolean NOT NULL,
        replaced_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX former_contact_of_account ON identity.former_contact (account_id, replaced_at)`);
    await runner.query(`CREATE INDEX former_contact_age ON identity.former_contact (replaced_at)`);
    // Codes for a new password stay good side by side; of those that confirm a contact only the newest does.
    await runner.query(`DROP INDEX identity.sent_code_one_live`);
    await runner.query(`
      CREATE UNIQUE INDEX sent_code_one_live ON identity.sent_code (account_id, purpose)
        WHERE redeemed_at IS NULL AND voided_at IS NULL AND purpose IN ('confirm-email', 'confirm-mobile')`);
    await runner.query(
      `CREATE INDEX sent_code_of_account ON identity.sent_code (account_id) WHERE redeemed_at IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM identity.sent_code WHERE purpose LIKE 'reset-%'`);
    await runner.query(`DROP INDEX identity.sent_code_one_live, identity.sent_code_of_account`);
    await runner.query(`
      CREATE UNIQUE INDEX sent_code_one_live ON identity.sent_code (account_id, purpose)
        WHERE redeemed_at IS NULL AND voided_at IS NULL`);
    await runner.query(`DROP TABLE identity.former_contact`);
  }
}
