import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Sick notes that practices sent electronically, as the core insurance system tells. The days are sealed; that and
 * when one came is not. */
export class ReceivedSickNotes1700000520004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE applications.received_sick_note (
        number text PRIMARY KEY CHECK (length(number) BETWEEN 1 AND 64),
        insured_id uuid NOT NULL,
        content_sealed bytea NOT NULL,
        received_on date NOT NULL
      )`);
    await runner.query(
      `CREATE INDEX received_sick_note_insured ON applications.received_sick_note (insured_id, received_on DESC)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE applications.received_sick_note`);
  }
}
