import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './paths.mjs';

const name = 'onlinefiliale';

/**
 * The product's own database and the role that owns it: no superuser, as in production.
 * @param {{ url: string, password: string, port: number }} postgres
 * @returns {Promise<string>} connection string of the role
 */
export async function ensureApplicationDatabase({ url, password, port }) {
  const secret = createHash('sha256').update(`${name}:${password}`).digest('base64url');
  const { Client } = createRequire(path.join(root, 'package.json'))('pg');
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      'SELECT (SELECT count(*) FROM pg_roles WHERE rolname = $1)::int AS roles, (SELECT count(*) FROM pg_database WHERE datname = $1)::int AS databases',
      [name],
    );
    if (rows[0].roles === 0) await client.query(`CREATE ROLE ${name} LOGIN PASSWORD '${secret}'`);
    if (rows[0].databases === 0) await client.query(`CREATE DATABASE ${name} OWNER ${name}`);
  } finally {
    await client.end();
  }
  return `postgres://${name}:${secret}@127.0.0.1:${port}/${name}`;
}
