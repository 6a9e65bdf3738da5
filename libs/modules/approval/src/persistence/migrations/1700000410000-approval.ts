import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Approval1700000410000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SCHEMA approval`);
    await runner.query(`
      CREATE TABLE approval.approval (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        insured_id uuid NOT NULL,
        session_id uuid REFERENCES identity.session ON DELETE SET NULL,
        action text NOT NULL,
        status text NOT NULL DEFAULT 'pending'
          CHECK (status IN ('pending', 'approved', 'declined', 'expired', 'cancelled')),
        content text NOT NULL,
        content_hash bytea NOT NULL,
        sealed_payload bytea NOT NULL,
        bucket text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        decided_at timestamptz,
        device_id uuid,
        CHECK ((status = 'pending') = (decided_at IS NULL))
      )`);
    await runner.query(`CREATE INDEX approval_of_account ON approval.approval (account_id, created_at DESC)`);
    await runner.query(`CREATE INDEX approval_pending ON approval.approval (expires_at) WHERE status = 'pending'`);
    await runner.query(
      `CREATE UNIQUE INDEX approval_one_login ON approval.approval (session_id)
        WHERE action = 'login' AND status = 'pending'`,
    );
    // Every process that holds a stream open hears of each change once it is committed, and reads it anew.
    await runner.query(`
      CREATE FUNCTION approval.tell() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('approval_changed', NEW.account_id::text);
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER approval_tell AFTER INSERT OR UPDATE OF status ON approval.approval
        FOR EACH ROW EXECUTE FUNCTION approval.tell()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA approval CASCADE`);
  }
}
