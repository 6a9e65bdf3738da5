import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import bcrypt from 'bcrypt';
import jwt from 'jsonwebtoken';
import pg from 'pg';
import { memberLine, writeMembers } from './members-file.mjs';

export const PASSWORD = 'Regenbogen-7-Fahrrad';

/** KVNR and postcode of the n-th made-up person. */
export function identityOf(n) {
  const { kvnr, address } = JSON.parse(memberLine(n));
  return { kvnr, postalCode: address.postalCode };
}

/** Loads the first `count` made-up persons through the import. */
export async function importPeople(house, count) {
  const file = path.join(house.folder, 'people.ndjson');
  await writeMembers(file, count);
  await house.run('apps/worker/src/members-import.js', file);
}

/**
 * Gives persons an active account with the password above, terms accepted, contact confirmed, and one session each.
 * The rows are written directly: twelve hundred logins at a fifth of a second would only measure bcrypt.
 * @returns the session cookies
 */
export async function openAccounts(house, from, count) {
  const client = new pg.Client({ connectionString: house.postgres.url });
  await client.connect();
  const prepared = createHmac('sha384', house.secrets.PASSWORD_PEPPER).update(PASSWORD).digest('base64');
  const hash = `v1:${await bcrypt.hash(prepared, 12)}`;
  const cookies = [];
  for (let n = from; n < from + count; n++) {
    const account = randomUUID();
    const token = randomBytes(32).toString('base64url');
    await client.query(
      `INSERT INTO identity.account (id, insured_id, kvnr, state, language, password_hash, activated_at)
       SELECT $1, id, kvnr, 'active', 'de', $3, now() FROM membership.insured_person WHERE kvnr = $2`,
      [account, identityOf(n).kvnr, hash],
    );
    await client.query(
      `INSERT INTO identity.contact (account_id, kind, value, verified_at, is_username)
       VALUES ($1, 'email', $2, now(), true), ($1, 'mobile', '+4915112345678', now(), false)`,
      [account, `p${n}@beispiel.example`],
    );
    await client.query(
      `INSERT INTO identity.session (id, token_hash, account_id, browser, address, idle_expires_at, absolute_expires_at)
       VALUES ($1, $2, $3, 'Bench', '127.0.0.1', now() + interval '8 hours', now() + interval '8 hours')`,
      [randomUUID(), createHash('sha256').update(token).digest(), account],
    );
    cookies.push(
      `of_session=${jwt.sign({ sid: token }, house.secrets.SESSION_SECRET, { algorithm: 'HS256', expiresIn: '8h', audience: 'member' })}`,
    );
  }
  await client.query('ANALYZE');
  await client.end();
  return cookies;
}
