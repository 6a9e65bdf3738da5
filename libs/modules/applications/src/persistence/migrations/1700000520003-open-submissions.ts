import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What is overdue is still open: the jobs and the figure for operators find it without reading the whole table. */
export class OpenSubmissions1700000520003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX applications.submission_open`);
    await runner.query(`
      CREATE INDEX submission_open ON applications.submission (received_at)
      WHERE state IN ('submitted', 'forwarded', 'overdue')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX applications.submission_open`);
    await runner.query(`
      CREATE INDEX submission_open ON applications.submission (received_at) WHERE state IN ('submitted', 'forwarded')`);
  }
}
