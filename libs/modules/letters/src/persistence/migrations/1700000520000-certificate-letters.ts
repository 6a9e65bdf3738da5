import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A certificate goes out as a letter, too. */
export class CertificateLetters1700000520000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE letters.letter
        DROP CONSTRAINT letter_purpose_check,
        ADD CONSTRAINT letter_purpose_check CHECK (purpose IN
          ('registration', 'device', 'reset', 'initial-password', 'certificate'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM letters.letter WHERE purpose = 'certificate'`);
    await runner.query(`
      ALTER TABLE letters.letter
        DROP CONSTRAINT letter_purpose_check,
        ADD CONSTRAINT letter_purpose_check CHECK (purpose IN ('registration', 'device', 'reset', 'initial-password'))`);
  }
}
