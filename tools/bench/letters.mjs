import { readdirSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import pg from 'pg';
import { identityOf, PASSWORD } from './people.mjs';

const addressOf = (n) => `127.${1 + (n % 200)}.${1 + (Math.floor(n / 200) % 200)}.9`;

function register(house, n, versions) {
  const body = JSON.stringify({ ...identityOf(n), password: PASSWORD, ...versions });
  return new Promise((resolve, reject) => {
    const request = http.request(
      `${house.url}/api/v1/registrations`,
      {
        method: 'POST',
        localAddress: addressOf(n),
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode));
      },
    );
    request.once('error', reject);
    request.end(body);
  });
}

const printed = (house) =>
  new Set(
    readdirSync(path.join(house.folder, 'print')).filter((name) => name.endsWith('.json') && !name.startsWith('.')),
  );

async function currentVersions(house) {
  const { items } = await (await fetch(`${house.url}/api/v1/legal-documents`)).json();
  const version = (kind) => items.find((item) => item.kind === kind && item.current).version;
  return { termsVersion: version('terms'), privacyVersion: version('privacy') };
}

/** From the answer to a registration until its PDF lies in the print folder; p95 of `count` in a row. */
export async function benchLetter(house, from, count = 20) {
  const versions = await currentVersions(house);
  const times = [];
  for (let n = from; n < from + count; n++) {
    const before = printed(house).size;
    const start = performance.now();
    const status = await register(house, n, versions);
    if (status !== 202) throw new Error(`registration ${n} was answered with ${status}`);
    while (printed(house).size === before) await new Promise((resolve) => setTimeout(resolve, 5));
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { p95: times[Math.floor(times.length * 0.95)], median: times[Math.floor(times.length / 2)] };
}

/** Letters a second when many were ordered at once; the orders are written while the worker stands still. */
export async function benchBulk(house, worker, from, count) {
  await house.stop(worker);
  const client = new pg.Client({ connectionString: house.postgres.url });
  await client.connect();
  for (let n = from; n < from + count; n++) {
    const { rows } = await client.query(
      `INSERT INTO identity.account (id, insured_id, kvnr, state, language, password_hash)
       SELECT gen_random_uuid(), id, kvnr, 'applied', 'de', 'none' FROM membership.insured_person WHERE kvnr = $1
       RETURNING id, insured_id`,
      [identityOf(n).kvnr],
    );
    const letter = await client.query(
      `INSERT INTO letters.letter (id, account_id, insured_id, purpose, language, state, expected_by)
       VALUES (gen_random_uuid(), $1, $2, 'registration', 'de', 'ordered', platform.today() + 8) RETURNING id`,
      [rows[0].id, rows[0].insured_id],
    );
    await client.query(
      `INSERT INTO platform.outbox_event (id, name, payload) VALUES (gen_random_uuid(), 'letters.letter-ordered', $1)`,
      [{ letterId: letter.rows[0].id }],
    );
  }
  await client.end();
  const before = printed(house).size;
  house.keep('apps/worker/src/main.js');
  while (printed(house).size === before) await new Promise((resolve) => setTimeout(resolve, 5));
  const first = printed(house).size - before;
  const start = performance.now();
  while (printed(house).size < before + count) await new Promise((resolve) => setTimeout(resolve, 5));
  return { perSecond: (count - first) / ((performance.now() - start) / 1_000) };
}
