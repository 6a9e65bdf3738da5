import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class BankAccountHold1700000460000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Until then nothing is paid to the account: whoever changed it had a new device or new contact details.
    await runner.query(`ALTER TABLE membership.bank_account ADD COLUMN hold_until timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE membership.bank_account DROP COLUMN hold_until`);
  }
}
