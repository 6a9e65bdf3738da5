import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Consent1700000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SCHEMA consent`);
    await runner.query(`
      CREATE TABLE consent.acknowledgement (
        account_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('terms', 'privacy')),
        version text NOT NULL,
        acknowledged_at timestamptz NOT NULL DEFAULT platform.now(),
        PRIMARY KEY (account_id, kind, version)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA consent CASCADE`);
  }
}
