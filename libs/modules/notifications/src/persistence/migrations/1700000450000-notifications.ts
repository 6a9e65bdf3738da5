import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Notifications1700000450000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SCHEMA notifications`);
    // Events arrive at least once; each is told about once.
    await runner.query(`
      CREATE TABLE notifications.told_event (
        event_id uuid PRIMARY KEY REFERENCES platform.outbox_event ON DELETE CASCADE,
        told_at timestamptz NOT NULL DEFAULT platform.now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA notifications CASCADE`);
  }
}
