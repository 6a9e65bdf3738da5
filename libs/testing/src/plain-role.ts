import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { TestDatabase } from './test-database';

/**
 * A role that is no superuser and may do everything in the tables of a test database: row-level security holds for it, as it
 * does in production. Called in `beforeAll`; gives the connection string, and what removes the role in `afterAll`, when the
 * database and with it everything that was granted is gone.
 */
export async function plainRole(test: TestDatabase): Promise<{ url: string; drop: () => Promise<void> }> {
  const role = `plain_${randomUUID().slice(0, 8)}`;
  await test.query(`CREATE ROLE ${role} LOGIN PASSWORD '${role}'`);
  const schemas = await test.query<{ name: string }>(
    `SELECT nspname AS name FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema)'`,
  );
  const all = schemas.map(({ name }) => name).join(', ');
  await test.query(`GRANT ALL ON SCHEMA ${all} TO ${role}`);
  await test.query(`GRANT ALL ON ALL TABLES IN SCHEMA ${all} TO ${role}`);
  await test.query(`GRANT ALL ON ALL SEQUENCES IN SCHEMA ${all} TO ${role}`);
  const url = new URL(test.url);
  [url.username, url.password] = [role, role];
  return {
    url: url.toString(),
    drop: async () => {
      const admin = new Client({ connectionString: process.env['TEST_DATABASE_ADMIN_URL'] });
      await admin.connect();
      try {
        await admin.query(`DROP ROLE ${role}`);
      } finally {
        await admin.end();
      }
    },
  };
}
