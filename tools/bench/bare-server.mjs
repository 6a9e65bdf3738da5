import { createHash } from 'node:crypto';
import http from 'node:http';
import jwt from 'jsonwebtoken';
import pg from 'pg';

/**
 * The raw baseline of `GET /me`: node:http and pg with named prepared statements, the same session, profile and contact
 * look-ups, nothing else. Started as a process of its own: `node bare-server.mjs`, with DATABASE_URL, SESSION_SECRET, PORT.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
const secret = process.env.SESSION_SECRET;

const session = {
  name: 'session',
  text: `SELECT s.id, s.account_id, a.insured_id, s.level, s.next_step, s.idle_expires_at, s.absolute_expires_at,
                s.last_seen_at < platform.now() - interval '30 seconds' AS stale
           FROM identity.session s JOIN identity.account a ON a.id = s.account_id
          WHERE s.token_hash = $1 AND s.ended_at IS NULL AND s.idle_expires_at > platform.now()
            AND s.absolute_expires_at > platform.now()`,
};
const profile = {
  name: 'profile',
  text: `SELECT p.id, p.kvnr, p.given_name, p.family_name, p.date_of_birth::text, p.phone,
                a.street, a.house_number, a.postal_code, a.city, a.country, b.iban_last_four, b.account_holder,
                i.starts_on::text, i.ends_on::text,
                CASE WHEN i.starts_on IS NULL THEN NULL WHEN i.ends_on < t.today THEN 'ended'
                     WHEN i.ends_on IS NULL OR EXISTS (SELECT FROM membership.insurance_period n
                       WHERE n.insured_id = i.insured_id AND n.starts_on = i.ends_on + 1) THEN 'active'
                     ELSE 'ending' END AS status
           FROM membership.insured_person p
           CROSS JOIN (SELECT platform.today() AS today) t
           JOIN LATERAL (SELECT * FROM membership.address WHERE insured_id = p.id AND valid_from <= t.today
                          ORDER BY valid_from DESC LIMIT 1) a ON true
           LEFT JOIN membership.bank_account b ON b.insured_id = p.id
           LEFT JOIN LATERAL (SELECT * FROM membership.insurance_period WHERE insured_id = p.id
             ORDER BY (starts_on <= t.today AND coalesce(ends_on, 'infinity') >= t.today) DESC, starts_on DESC LIMIT 1) i ON true
          WHERE p.id = $1`,
};
const contacts = {
  name: 'contacts',
  text: `SELECT kind, value FROM identity.contact WHERE account_id = $1`,
};

http
  .createServer(async (request, response) => {
    const { sid } = jwt.verify(request.headers.cookie.slice('of_session='.length), secret, { algorithms: ['HS256'] });
    const found = await pool.query({ ...session, values: [createHash('sha256').update(sid).digest()] });
    const row = found.rows[0];
    const [person, known] = await Promise.all([
      pool.query({ ...profile, values: [row.insured_id] }),
      pool.query({ ...contacts, values: [row.account_id] }),
    ]);
    const body = JSON.stringify({ ...person.rows[0], contacts: known.rows });
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
      .end(body);
  })
  .listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'));
