import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AccountLife1700000440000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // cover_ends_on: last day of the owner's cover, null while no end is known. cover_warnings: how often the owner was
    // told since that it ended.
    await runner.query(`
      ALTER TABLE identity.account
        DROP CONSTRAINT account_state_check,
        ADD CONSTRAINT account_state CHECK (state IN ('applied', 'active', 'deactivated')),
        ADD COLUMN cover_ends_on date,
        ADD COLUMN cover_warnings smallint NOT NULL DEFAULT 0 CHECK (cover_warnings BETWEEN 0 AND 2),
        ADD COLUMN deactivated_at timestamptz,
        ADD COLUMN deactivation_reason text CHECK (deactivation_reason IN ('cover-ended')),
        ADD CONSTRAINT account_deactivated CHECK (
          (state = 'deactivated') = (deactivated_at IS NOT NULL)
          AND (state = 'deactivated') = (deactivation_reason IS NOT NULL))`);
    // What is due is found without looking at the accounts that are not: their number is no matter.
    await runner.query(`
      CREATE INDEX account_cover_end ON identity.account (cover_warnings, cover_ends_on)
      WHERE state = 'active' AND cover_ends_on IS NOT NULL`);
    await runner.query(`
      CREATE INDEX account_deactivated_since ON identity.account (deactivated_at) WHERE state = 'deactivated'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM identity.account WHERE state = 'deactivated'`);
    await runner.query(`DROP INDEX identity.account_cover_end, identity.account_deactivated_since`);
    await runner.query(`
      ALTER TABLE identity.account
        DROP CONSTRAINT account_deactivated,
        DROP COLUMN deactivation_reason,
        DROP COLUMN deactivated_at,
        DROP COLUMN cover_warnings,
        DROP COLUMN cover_ends_on,
        DROP CONSTRAINT account_state,
        ADD CONSTRAINT account_state_check CHECK (state IN ('applied', 'active'))`);
  }
}
