import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class PersonalData1700000460001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SCHEMA personal_data`);
    // What members changed themselves, for the core system. It stays when the account goes: the insurer works with it.
    await runner.query(`
      CREATE TABLE personal_data.change (
        id uuid PRIMARY KEY,
        reference text NOT NULL CONSTRAINT change_reference UNIQUE,
        insured_id uuid NOT NULL REFERENCES membership.insured_person ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('address', 'bank-account', 'phone')),
        approval_id uuid CONSTRAINT change_approval UNIQUE,
        sealed_content bytea NOT NULL,
        applies_from date NOT NULL,
        payouts_held_until timestamptz,
        created_at timestamptz NOT NULL DEFAULT platform.now(),
        acknowledged_at timestamptz
      )`);
    await runner.query(`CREATE INDEX change_of_person ON personal_data.change (insured_id, created_at DESC)`);
    await runner.query(
      `CREATE INDEX change_to_acknowledge ON personal_data.change (created_at) WHERE acknowledged_at IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA personal_data CASCADE`);
  }
}
