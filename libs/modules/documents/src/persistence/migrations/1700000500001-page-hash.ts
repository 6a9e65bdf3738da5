import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Whether the same page was sent before is looked up by its hash. */
export class PageHash1700000500001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX page_sha256 ON documents.page (sha256)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX documents.page_sha256`);
  }
}
