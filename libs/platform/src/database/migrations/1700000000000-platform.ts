import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Platform1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SCHEMA IF NOT EXISTS platform`);
    await runner.query(`CREATE EXTENSION IF NOT EXISTS btree_gist`);

    // The one clock of all SQL. Test databases replace it by a clock with an offset; production refuses such a database.
    await runner.query(
      `CREATE FUNCTION platform.now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS 'SELECT now()'`,
    );
    // The calendar day in Germany.
    await runner.query(
      `CREATE FUNCTION platform.today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
       AS $$ SELECT (platform.now() AT TIME ZONE 'Europe/Berlin')::date $$`,
    );

    await runner.query(`
      CREATE TABLE platform.outbox_event (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        payload jsonb NOT NULL,
        trace_id text,
        created_at timestamptz NOT NULL DEFAULT platform.now(),
        available_at timestamptz NOT NULL DEFAULT now(),
        dispatches int NOT NULL DEFAULT 0,
        failures int NOT NULL DEFAULT 0,
        last_error text,
        done_at timestamptz,
        dead_at timestamptz
      )`);
    await runner.query(
      `CREATE INDEX outbox_event_open ON platform.outbox_event (available_at) WHERE done_at IS NULL AND dead_at IS NULL`,
    );
    await runner.query(`CREATE INDEX outbox_event_dead ON platform.outbox_event (dead_at) WHERE dead_at IS NOT NULL`);
    await runner.query(`CREATE INDEX outbox_event_done ON platform.outbox_event (done_at) WHERE done_at IS NOT NULL`);
    await runner.query(`
      CREATE FUNCTION platform.wake_relay() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_notify('outbox', ''); RETURN NULL; END $$`);
    await runner.query(`
      CREATE TRIGGER outbox_event_wake AFTER INSERT ON platform.outbox_event
      FOR EACH STATEMENT EXECUTE FUNCTION platform.wake_relay()`);

    // Audit trail: eight hash chains, chosen by the subject, so that writers of different people rarely wait for each other.
    await runner.query(`
      CREATE TABLE platform.audit_entry (
        chain smallint NOT NULL,
        position bigint NOT NULL,
        at timestamptz NOT NULL,
        subject text NOT NULL,
        content text NOT NULL,
        hash bytea NOT NULL,
        PRIMARY KEY (chain, position)
      )`);
    await runner.query(`CREATE INDEX audit_entry_subject ON platform.audit_entry (subject, at)`);
    await runner.query(`
      CREATE FUNCTION platform.append_audit(p_subject text, p_content text) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE
        v_chain smallint := (get_byte(sha256(convert_to(p_subject, 'UTF8')), 0) % 8)::smallint;
        v_head platform.audit_entry;
        v_at timestamptz := platform.now();
      BEGIN
        PERFORM pg_advisory_xact_lock(7301, v_chain);
        SELECT * INTO v_head FROM platform.audit_entry WHERE chain = v_chain ORDER BY position DESC LIMIT 1;
        INSERT INTO platform.audit_entry (chain, position, at, subject, content, hash) VALUES (
          v_chain, coalesce(v_head.position, 0) + 1, v_at, p_subject, p_content,
          sha256(coalesce(v_head.hash, ''::bytea)
            || convert_to(to_char(v_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || p_content, 'UTF8')));
      END $$`);
    await runner.query(`
      CREATE FUNCTION platform.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = '42501'; END $$`);
    await runner.query(`
      CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON platform.audit_entry
      FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change()`);

    // Mails and text messages on their way out, sealed; emptied a day after hand-over.
    await runner.query(`
      CREATE TABLE platform.outgoing_message (
        id uuid PRIMARY KEY,
        channel text NOT NULL CHECK (channel IN ('mail', 'sms')),
        sealed bytea,
        created_at timestamptz NOT NULL DEFAULT platform.now(),
        handed_over_at timestamptz
      )`);
    await runner.query(
      `CREATE INDEX outgoing_message_to_erase ON platform.outgoing_message (handed_over_at) WHERE sealed IS NOT NULL`,
    );

    // First answers of requests with an Idempotency-Key, for a day.
    await runner.query(`
      CREATE TABLE platform.idempotency_key (
        scope text NOT NULL,
        key text NOT NULL,
        request_hash bytea NOT NULL,
        answer jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (scope, key)
      )`);

    // Counted tries per bucket and fixed window, shared by all processes.
    await runner.query(`
      CREATE TABLE platform.counted_try (
        bucket bytea NOT NULL,
        window_end timestamptz NOT NULL,
        tries int NOT NULL,
        PRIMARY KEY (bucket)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA platform CASCADE`);
  }
}
