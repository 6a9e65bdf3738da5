import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import pg from 'pg';
import { identityOf } from './people.mjs';
import { call } from './phones.mjs';

const require = createRequire(import.meta.url);
const product = (file) => require(path.resolve(import.meta.dirname, '../../dist/libs', file));

const subjects = ['Bescheid über Krankengeld', 'Ihre Zuzahlungen', 'Beitragsbescheinigung', 'Neues zur Pflege'];
const text = 'Guten Tag,\n\nwir haben Ihren Antrag geprüft und schreiben Ihnen, wie es weitergeht.\n\nIhre Kasse';

/**
 * Gives one person many items, a third of them unread, every tenth about something of its own. The rows are written directly
 * and sealed by the product's own code: delivering is not what is measured.
 */
async function fillPostbox(client, seals, { insuredId, accountId }, count) {
  const items = Array.from({ length: count }, (_, n) => {
    const id = randomUUID();
    const subject = n % 10 === 0 ? `Rehabilitation ${n}` : `${subjects[n % subjects.length]} ${n}`;
    return { id, n, subject: seals.sealSubject(id, subject), grams: seals.grams(insuredId, `${subject}\n${text}`) };
  });
  await client.query('BEGIN');
  await client.query(
    `INSERT INTO letters.postbox_item (id, insured_id, kind, subject_sealed, language, document_id, pages, sent_at,
       notified_at, is_decision, has_instruction, is_abroad)
     SELECT id, $1, CASE WHEN n % 4 = 0 THEN 'decision' ELSE 'letter' END, subject, 'de', gen_random_uuid(), 1,
            now() - make_interval(hours => n), now(), n % 4 = 0, n % 4 = 0, false
       FROM unnest($2::uuid[], $3::int[], $4::bytea[]) AS item (id, n, subject)`,
    [insuredId, items.map(({ id }) => id), items.map(({ n }) => n), items.map(({ subject }) => subject)],
  );
  await client.query(
    `INSERT INTO letters.postbox_reading (item_id, account_id, opened_at, read_at)
     SELECT id, $1, now(), now() FROM unnest($2::uuid[]) AS id`,
    [accountId, items.filter(({ n }) => n % 3 !== 0).map(({ id }) => id)],
  );
  const name = 'grams';
  const search = `INSERT INTO letters.postbox_search (item_id, grams) VALUES ($1, $2)`;
  for (const { id, grams } of items) await client.query({ name, text: search, values: [id, grams] });
  await client.query('COMMIT');
}

const p95 = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)];

const paths = {
  newest: () => 'postbox?limit=25',
  oldest: ({ last }) => `postbox?limit=25&cursor=${last}`,
  unread: () => 'postbox?limit=25&unread=true',
  search: () => 'postbox?limit=25&query=rehabil',
  badge: () => 'postbox/unread',
};

/**
 * The postbox of persons with many items: the newest page, the last one, only what is unread, a search, and the number on the
 * badge; in turns with the bare query for the sealed rows of one page. Several persons, so that none meets their limit.
 */
export async function benchPostbox(house, cookies, { items = 5_000, rounds = 120, people = 8 } = {}) {
  const { Sealer } = product('platform/src/crypto/sealer.js');
  const { PostboxSeals } = product('modules/letters/src/persistence/postbox-seals.js');
  const config = { MASTER_KEY: house.secrets.MASTER_KEY };
  const seals = new PostboxSeals(new Sealer(config), config);
  const client = new pg.Client({ connectionString: house.postgres.url });
  await client.connect();
  const members = [];
  for (let n = 0; n < people; n++) {
    const { rows } = await client.query(
      `SELECT id AS "accountId", insured_id AS "insuredId" FROM identity.account WHERE kvnr = $1`,
      [identityOf(n + 1).kvnr],
    );
    await fillPostbox(client, seals, rows[0], items);
    const { rows: late } = await client.query(
      `SELECT id FROM letters.postbox_item WHERE insured_id = $1 ORDER BY sent_at, id OFFSET 30 LIMIT 1`,
      [rows[0].insuredId],
    );
    await client.query(`UPDATE identity.session SET level = 'full' WHERE account_id = $1`, [rows[0].accountId]);
    members.push({ ...rows[0], cookie: cookies[n], last: late[0].id });
  }
  await client.query('ANALYZE');
  const times = { bare: [], ...Object.fromEntries(Object.keys(paths).map((name) => [name, []])) };
  const acts = {
    bare: ({ insuredId }) =>
      client.query({
        name: 'bare',
        text: `SELECT id, kind, subject_sealed, sent_at FROM letters.postbox_item
                WHERE insured_id = $1 ORDER BY sent_at DESC, id DESC LIMIT 26`,
        values: [insuredId],
      }),
    ...Object.fromEntries(
      Object.entries(paths).map(([name, at]) => [name, (member) => ask(house, at(member), member)]),
    ),
  };
  // The first calls of a process measure its compiler, not its code.
  for (let round = -members.length; round < rounds; round++) {
    for (const [name, act] of Object.entries(acts)) {
      const start = performance.now();
      await act(members[(round + members.length) % members.length]);
      if (round >= 0) times[name].push(performance.now() - start);
    }
  }
  await client.end();
  return { items, ...Object.fromEntries(Object.entries(times).map(([name, all]) => [name, p95(all)])) };
}

async function ask(house, at, { cookie }) {
  const { status, body } = await call(`${house.url}/api/v1/insured-persons/me/${at}`, { cookie });
  if (status !== 200) throw new Error(`${at} was answered with ${status} ${body.code}`);
  if (body.items?.length === 0 || body.count === 0) throw new Error(`${at} found nothing`);
}
