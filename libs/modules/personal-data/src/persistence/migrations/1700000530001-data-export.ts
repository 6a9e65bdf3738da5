import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class DataExport1700000530001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE personal_data.data_export (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL,
        insured_id uuid NOT NULL,
        level text NOT NULL CHECK (level IN ('basic', 'full')),
        language text NOT NULL CHECK (language IN ('de', 'en')),
        state text NOT NULL DEFAULT 'ordered' CHECK (state IN ('ordered', 'building', 'ready', 'failed', 'expired')),
        done int NOT NULL DEFAULT 0,
        total int NOT NULL DEFAULT 0,
        tries int NOT NULL DEFAULT 0,
        run_id uuid,
        beat_at timestamptz,
        document_id uuid,
        size bigint,
        created_at timestamptz NOT NULL DEFAULT platform.now(),
        ready_at timestamptz,
        expires_at timestamptz,
        CHECK ((state = 'ready') = (document_id IS NOT NULL)),
        CHECK (state <> 'ready' OR expires_at IS NOT NULL)
      )`);
    // One at a time, whatever is ordered in parallel.
    await runner.query(`
      CREATE UNIQUE INDEX data_export_one_at_a_time ON personal_data.data_export (account_id)
        WHERE state IN ('ordered', 'building')`);
    await runner.query(
      `CREATE INDEX data_export_of_account ON personal_data.data_export (account_id, created_at DESC)`,
    );
    await runner.query(`CREATE INDEX data_export_over ON personal_data.data_export (expires_at) WHERE state = 'ready'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE personal_data.data_export`);
  }
}
