import { SANDBOX_SCHEMA } from '@of/platform';

interface Queryable {
  query(sql: string, params?: unknown[]): Promise<unknown>;
}

/** Moves `platform.now()` of one database. A production refuses to start on a database that has this. */
export interface SandboxClock {
  /** Shifts the clock further, e.g. `advance('15 minutes 1 second')`. */
  advance(interval: string): Promise<void>;
  /** Sets the clock to this instant; it goes on running from there. */
  set(instant: string): Promise<void>;
  reset(): Promise<void>;
}

export async function sandboxClock(connection: Queryable): Promise<SandboxClock> {
  await connection.query(`CREATE SCHEMA IF NOT EXISTS ${SANDBOX_SCHEMA}`);
  await connection.query(`CREATE TABLE IF NOT EXISTS ${SANDBOX_SCHEMA}.clock (ahead interval NOT NULL)`);
  await connection.query(
    `INSERT INTO ${SANDBOX_SCHEMA}.clock SELECT interval '0' WHERE NOT EXISTS (SELECT FROM ${SANDBOX_SCHEMA}.clock)`,
  );
  await connection.query(
    `CREATE OR REPLACE FUNCTION platform.now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
     AS 'SELECT now() + ahead FROM ${SANDBOX_SCHEMA}.clock'`,
  );
  return {
    advance: async (interval) => {
      await connection.query(`UPDATE ${SANDBOX_SCHEMA}.clock SET ahead = ahead + $1::interval`, [interval]);
    },
    set: async (instant) => {
      await connection.query(`UPDATE ${SANDBOX_SCHEMA}.clock SET ahead = $1::timestamptz - now()`, [instant]);
    },
    reset: async () => {
      await connection.query(`UPDATE ${SANDBOX_SCHEMA}.clock SET ahead = interval '0'`);
    },
  };
}
