import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CoverChange1700000440001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // People whose cover changed and nobody has looked yet. A row goes in the transaction that acts on it.
    await runner.query(`
      CREATE TABLE membership.cover_change (
        insured_id uuid PRIMARY KEY REFERENCES membership.insured_person ON DELETE CASCADE
      )`);
    // Whose end is known already.
    await runner.query(`
      INSERT INTO membership.cover_change
      SELECT insured_id FROM membership.insurance_period GROUP BY insured_id HAVING bool_and(ends_on IS NOT NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE membership.cover_change`);
  }
}
