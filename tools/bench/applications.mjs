import { randomBytes, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import pg from 'pg';
import { root } from '../start-up/paths.mjs';
import { identityOf } from './people.mjs';

const require = createRequire(import.meta.url);
const presses = path.join(root, 'dist/libs/modules/applications/src/adapters/typesetting');

const percentile = (times, share) => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
};
const figures = (times) => ({ p50: percentile(times, 0.5), p95: percentile(times, 0.95), rounds: times.length });

async function timed(act) {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

/** Calls and reads to the end; anything but what was expected ends the measurement. */
async function ask(url, expected, options) {
  const answer = await fetch(url, options);
  const body = await answer.arrayBuffer();
  if (answer.status !== expected) throw new Error(`${url}: ${answer.status} ${Buffer.from(body).toString()}`);
  return body;
}

/**
 * A certificate from the order to the last byte of its PDF: set, sealed, stored, opened again. Beside it, in turns, Typst
 * alone with the same page.
 */
export async function benchCertificates(house, cookies, { rounds = 200 } = {}) {
  const client = new pg.Client({ connectionString: house.postgres.url });
  await client.connect();
  await client.query(`UPDATE identity.session SET level = 'full'`); // a release is measured elsewhere
  await client.end();
  const { TypstCertificatePress } = require(path.join(presses, 'typst-certificate-press.js'));
  const press = new TypstCertificatePress();
  const base = `${house.url}/api/v1/insured-persons/me/certificates`;
  const kinds = ['membership', 'employer', 'foreign-cover'];
  const order = async (n) => {
    const cookie = cookies[n % cookies.length];
    const body = JSON.stringify({ kind: kinds[n % kinds.length], delivery: 'download', language: n % 2 ? 'en' : 'de' });
    const headers = { cookie, origin: house.url, 'content-type': 'application/json' };
    const issued = JSON.parse(Buffer.from(await ask(base, 201, { method: 'POST', headers, body })).toString());
    const pdf = Buffer.from(await ask(`${house.url}${issued.contentUrl}`, 200, { headers: { cookie } }));
    if (pdf.subarray(0, 5).toString() !== '%PDF-') throw new Error('no PDF');
  };
  const times = { own: [], bare: [] };
  for (let n = 0; n < 5; n++) await order(n); // fonts are read with the first ones
  for (let n = 0; n < 5; n++) press.set(sheet(kinds[n % kinds.length], n));
  for (let n = 0; n < rounds; n++) {
    times.own.push(await timed(() => order(n)));
    times.bare.push(await timed(() => press.set(sheet(kinds[n % kinds.length], n))));
  }
  return { own: figures(times.own), bare: figures(times.bare) };
}

function sheet(kind, n) {
  const code = `7KQ4-M2TX-9HRW-0000-${String(n).padStart(4, '0')}`;
  return {
    kind,
    language: n % 2 ? 'en' : 'de',
    recipient: {
      name: 'Erika Muster',
      street: 'Königsbrücker Straße',
      houseNumber: '7a',
      postalCode: '01099',
      city: 'Dresden',
      country: 'DE',
    },
    person: { name: 'Erika Muster', dateOfBirth: '1984-08-12', kvnr: 'A123456780' },
    cover: { kind: 'member', from: '2015-04-01', to: null },
    number: `B-${n}`,
    issuedOn: '2026-11-26',
    code,
    verificationUrl: `https://onlinefiliale.example/pruefen/${code}`,
    sender: {
      insurerName: 'Musterkasse',
      serviceName: 'Onlinefiliale',
      street: 'Musterallee',
      houseNumber: '1',
      postalCode: '01067',
      city: 'Dresden',
      hotline: { number: '030 23125 117', hours: 'Rund um die Uhr' },
      email: 'service@musterkasse.example',
      website: 'https://www.musterkasse.example',
    },
  };
}

const PAGE = 25;

/**
 * The list of one person with that many documents among as many of others, first page and pages from the middle, beside
 * the bare statement over one connection. Rows are written directly: five thousand uploads would measure the uploads.
 */
export async function benchDocumentList(house, cookie, { documents = 5_000, rounds = 100 } = {}) {
  const client = new pg.Client({ connectionString: house.postgres.url });
  await client.connect();
  const { rows } = await client.query(`SELECT id FROM membership.insured_person WHERE kvnr = ANY($1)`, [
    [identityOf(1).kvnr, identityOf(2).kvnr],
  ]);
  for (const { id } of rows) await writeSubmissions(client, id, documents);
  await client.query('VACUUM ANALYZE applications.submission, documents.document');
  const base = `${house.url}/api/v1/insured-persons/me/documents?limit=${PAGE}`;
  const list = async (cursor) =>
    JSON.parse(
      Buffer.from(await ask(cursor ? `${base}&cursor=${cursor}` : base, 200, { headers: { cookie } })).toString(),
    );
  const subject = (await client.query(`SELECT id FROM membership.insured_person WHERE kvnr = $1`, [identityOf(1).kvnr]))
    .rows[0].id;
  const bare = (before) =>
    client.query({
      name: 'bare-list',
      text: `SELECT id, number, category, state, received_at FROM applications.submission
              WHERE subject_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT ${PAGE + 1}`,
      values: [subject, before],
    });
  const middle = (
    await client.query(
      `SELECT id FROM applications.submission WHERE subject_id = $1 ORDER BY id DESC OFFSET $2 LIMIT 1`,
      [subject, Math.floor(documents / 2)],
    )
  ).rows[0].id;
  const times = { first: [], later: [], bare: [] };
  let { nextCursor } = await list();
  for (let n = 0; n < 10; n++) ({ nextCursor } = await list(nextCursor));
  // Two calls a round: below the limit of calls in a minute.
  for (let n = 0; n < rounds; n++) {
    times.first.push(await timed(() => list()));
    times.later.push(
      await timed(async () => {
        const page = await list(nextCursor);
        if (page.items.length !== PAGE) throw new Error(`${page.items.length} documents`);
        ({ nextCursor } = page);
      }),
    );
    times.bare.push(await timed(() => bare(n % 2 ? middle : null)));
  }
  await client.end();
  return { documents, first: figures(times.first), later: figures(times.later), bare: figures(times.bare) };
}

/** Mostly worked on; the newest page is still being checked, so that the scanner's look is asked about, too. */
async function writeSubmissions(client, subject, count) {
  const account = randomUUID();
  await client.query(
    `INSERT INTO applications.receipt_key (id, public_key) VALUES ('0123456789abcdef', $1) ON CONFLICT DO NOTHING`,
    [randomBytes(32)],
  );
  const isNew = `n > ${count - PAGE}`;
  await client.query(
    `INSERT INTO documents.document (id, subject_id, account_id, title, media_type, state, page_count, size)
     SELECT ${idOf('1')}, $1, $2, 'Rechnung', 'application/pdf', 'quarantined', 1, 1000
       FROM generate_series(${count - PAGE + 1}, ${count}) n`,
    [subject, account, String(subject)],
  );
  await client.query(
    `INSERT INTO applications.submission (id, number, account_id, actor_id, subject_id, category, document_id, page_count,
       received_at, state, acknowledged_at, forwarded_at, receipt_text, receipt_sha256, receipt_signature, receipt_key_id,
       verification_code)
     SELECT ${idOf('0')}, $3::text || n, $2, $1, $1, 'invoice', ${idOf('1')}, 1,
       now() - make_interval(mins => ${count} - n), CASE WHEN ${isNew} THEN 'submitted' ELSE 'acknowledged' END,
       CASE WHEN ${isNew} THEN NULL ELSE now() END, CASE WHEN ${isNew} THEN NULL ELSE now() END,
       repeat('x', 600), repeat('0', 64), decode(repeat('00', 64), 'hex'), '0123456789abcdef',
       upper(substr(md5($3::text || n), 1, 20))
       FROM generate_series(1, ${count}) n`,
    [subject, account, String(subject)],
  );
}

/** Ids that grow with `n`, as ours do with time; the person's first figures keep two persons apart. */
const idOf = (kind) => `(lpad(to_hex(n), 8, '0') || '-0000-7000-8${kind}00-' || right($3::text, 12))::uuid`;
