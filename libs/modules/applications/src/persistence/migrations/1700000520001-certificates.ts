import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Certificates1700000520001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SCHEMA applications`);

    // Whether it still holds is not stored: cover_kind and issued_on are compared with the periods of today.
    // document_id and letter_id point into rooms that keep their own rows.
    await runner.query(`
      CREATE TABLE applications.certificate (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL,
        actor_id uuid NOT NULL REFERENCES membership.insured_person,
        subject_id uuid NOT NULL REFERENCES membership.insured_person,
        kind text NOT NULL CHECK (kind IN ('membership', 'studies', 'employer', 'foreign-cover')),
        language text NOT NULL CHECK (language IN ('de', 'en')),
        delivery text NOT NULL CHECK (delivery IN ('download', 'post')),
        number text NOT NULL CONSTRAINT certificate_number UNIQUE,
        verification_code text NOT NULL CONSTRAINT certificate_verification_code UNIQUE
          CHECK (verification_code ~ '^[0-9A-HJKMNP-TV-Z]{20}$'),
        cover_kind text NOT NULL CHECK (cover_kind IN ('member', 'family')),
        issued_on date NOT NULL,
        created_at timestamptz NOT NULL DEFAULT platform.now(),
        document_id uuid NOT NULL UNIQUE,
        letter_id uuid UNIQUE,
        CHECK ((delivery = 'post') = (letter_id IS NOT NULL))
      )`);
    await runner.query(`CREATE INDEX certificate_subject ON applications.certificate (subject_id, id DESC)`);
    await runner.query(`CREATE INDEX certificate_actor ON applications.certificate (actor_id)`);
    await runner.query(`CREATE INDEX certificate_account ON applications.certificate (account_id, created_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA applications CASCADE`);
  }
}
