import { createHash } from 'node:crypto';
import { until, type RunningHouse } from '@of/testing';
import { Clamd, infectedPdf, onePage } from '@of/testing/files';
import { type Caller } from './support/caller';
import { AYLIN, LENA, loggedIn, member } from './support/members';
import { startHouse } from './support/running-house';
import { uploaded } from './support/sent-photos';

const DOCUMENTS = '/api/v1/insured-persons/me/documents';

let clamd: Clamd;
let house: RunningHouse;
let aylin: Caller;

beforeAll(async () => {
  clamd = await Clamd.start();
  house = await startHouse({ env: { CLAMD_URL: clamd.url } });
  aylin = await member(house, AYLIN, 'aylin@post.example');
});
afterAll(async () => {
  await house?.stop();
  await clamd?.stop();
});

/** A paper that no other test has. */
const paper = (about: string): Buffer => onePage(`/Lang (${about})`);

async function submit(content: Buffer, name = 'Brief.pdf'): Promise<string> {
  const uploadIds = [await uploaded(aylin, content, name)];
  const answer = await aylin.post(DOCUMENTS, { category: 'other', uploadIds, fields: { about: 'Ein Brief' } });
  if (answer.status !== 201) throw new Error(`submit: ${answer.status} ${answer.text}`);
  return String(answer.body['id']);
}

const contentOf = (id: string): string => `${DOCUMENTS}/${id}/content`;

async function bytesOf(id: string, headers: Record<string, string> = {}) {
  const cookie = [...aylin.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(house.origin + contentOf(id), { headers: { cookie, ...headers } });
  return { status: answer.status, headers: answer.headers, content: Buffer.from(await answer.arrayBuffer()) };
}

/** Waits until the scanner has seen everything; asks the database, because members may not ask that often. */
const judged = () =>
  until('nothing is in quarantine', async () => {
    const sql = `SELECT count(*)::int AS waiting FROM documents.document WHERE state = 'quarantined'`;
    return (await house.query<{ waiting: number }>(sql))[0]?.waiting === 0;
  });

it('S52 is a file to keep, never a page of ours; ranges and the hash', async () => {
  const content = paper('de-DE');
  const id = await submit(content);
  await judged();
  const whole = await bytesOf(id);
  const etag = `"${createHash('sha256').update(content).digest('hex')}"`;
  expect(whole.content.equals(content)).toBe(true);
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(content.length),
    'content-disposition': expect.stringMatching(/^attachment; filename="[^"]+\.pdf"; filename\*=UTF-8''\S+\.pdf$/),
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'accept-ranges': 'bytes',
    etag,
  });
  const part = await bytesOf(id, { range: 'bytes=5-9' });
  expect([part.status, part.headers.get('content-range'), part.content]).toEqual([
    206,
    `bytes 5-9/${content.length}`,
    content.subarray(5, 10),
  ]);
  expect((await bytesOf(id, { range: 'bytes=-4' })).content).toEqual(content.subarray(-4));
  expect((await bytesOf(id, { range: `bytes=${content.length - 3}-` })).content).toEqual(content.subarray(-3));
  expect((await bytesOf(id, { 'if-none-match': etag })).status).toBe(304);
  expect((await bytesOf(id, { range: 'bytes=0-1', 'if-range': '"another"' })).status).toBe(200);
});

it('S52 a range that is none gets the whole and no more', async () => {
  const content = paper('de-AT');
  const id = await submit(content);
  await judged();
  const ranges = [
    'bytes=9-5',
    'bytes=999999999-',
    'bytes=-',
    'bytes=0-1,3-4',
    'bytes=0-99999999999999999999',
    'bytes=-0',
    'lines=1-2',
    'bytes=a-b',
    `bytes=${'0-0,'.repeat(500)}0-0`,
  ];
  for (const range of ranges) {
    const { status, content: got } = await bytesOf(id, { range });
    expect([range, status, got.equals(content)]).toEqual([range, 200, true]);
  }
});

it('S34 S52 the address of a document is worth nothing to somebody else', async () => {
  const id = await submit(paper('en'));
  await judged();
  const lena = await member(house, LENA, 'lena@post.example');
  for (const address of [contentOf(id), `${DOCUMENTS}/${id}`]) {
    expect((await lena.get(address)).body.code).toBe('not-found');
  }
  aylin.cookies.clear();
  expect((await aylin.get(contentOf(id))).status).toBe(401);
  aylin = await loggedIn(house, AYLIN.kvnr);
});

it('S51 what a scanner finds is never served', async () => {
  const id = await submit(infectedPdf());
  await judged();
  const answer = await aylin.get(contentOf(id));
  expect([answer.status, answer.body.code, answer.body['reason']]).toEqual([
    409,
    'document-not-ready',
    'document-infected',
  ]);
  expect(answer.text).not.toMatch(/eicar/i);
});

it('S51 R12 scanner frozen, then killed: nothing is served; all of it within a minute of its return', async () => {
  clamd.freeze();
  const ids = [await submit(paper('fr')), await submit(paper('nl'))];
  expect((await aylin.get(contentOf(ids[0] as string))).body['reason']).toBe('document-being-checked');
  await clamd.kill();
  ids.push(await submit(paper('pl')));
  await until(
    'the worker has seen that nobody is there',
    async () =>
      (
        await house.query<{ due: number }>(
          `SELECT count(*)::int AS due FROM documents.document WHERE state = 'quarantined' AND next_scan_at <= platform.now()`,
        )
      )[0]?.due === 0,
  );
  for (const id of ids) expect((await aylin.get(contentOf(id))).status).toBe(409);
  await clamd.run();
  await judged();
  for (const id of ids) expect((await aylin.get(contentOf(id))).status).toBe(200);
});
