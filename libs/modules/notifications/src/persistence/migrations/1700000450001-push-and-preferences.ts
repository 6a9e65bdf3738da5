import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class PushAndPreferences1700000450001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notifications.push_subscription (
        device_id uuid PRIMARY KEY REFERENCES identity.device ON DELETE CASCADE,
        account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        sealed_target bytea NOT NULL,
        expires_at timestamptz,
        paused_until timestamptz,
        created_at timestamptz NOT NULL DEFAULT platform.now()
      )`);
    await runner.query(`CREATE INDEX push_subscription_of_account ON notifications.push_subscription (account_id)`);
    // What a member chose; a missing row is the default.
    await runner.query(`
      CREATE TABLE notifications.preference (
        account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        kind text NOT NULL,
        channel text NOT NULL,
        is_on boolean NOT NULL,
        PRIMARY KEY (account_id, kind, channel)
      )`);
    // When a notice that strangers can provoke was sent last.
    await runner.query(`
      CREATE TABLE notifications.last_told (
        account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        event text NOT NULL,
        told_at timestamptz NOT NULL,
        PRIMARY KEY (account_id, event)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE notifications.last_told, notifications.preference, notifications.push_subscription`);
  }
}
