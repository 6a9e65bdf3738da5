import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class ChangeOfFamily1700000510001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // One release may change the address of a member and of children: one change a person.
    await runner.query(`ALTER TABLE personal_data.change DROP CONSTRAINT change_approval`);
    await runner.query(
      `ALTER TABLE personal_data.change ADD CONSTRAINT change_approval UNIQUE (approval_id, insured_id)`,
    );
    // When a parent looked at a child's data last: written down once a day.
    await runner.query(`
      CREATE TABLE personal_data.person_view (
        account_id uuid NOT NULL,
        subject_id uuid NOT NULL,
        viewed_on date NOT NULL,
        PRIMARY KEY (account_id, subject_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE personal_data.person_view`);
    await runner.query(`ALTER TABLE personal_data.change DROP CONSTRAINT change_approval`);
    await runner.query(`ALTER TABLE personal_data.change ADD CONSTRAINT change_approval UNIQUE (approval_id)`);
  }
}
