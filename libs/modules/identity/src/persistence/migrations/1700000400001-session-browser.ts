import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A session remembers whether its browser signed in before: such a browser has approvals of its own to use up. */
export class SessionBrowser1700000400001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE identity.session ADD COLUMN trusted_browser text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE identity.session DROP COLUMN trusted_browser`);
  }
}
