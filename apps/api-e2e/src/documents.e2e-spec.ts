import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { mailsTo, until, type RunningHouse } from '@of/testing';
import { Caller } from './support/caller';
import { kvnrOf, loggedIn, member, memberLine, settled } from './support/members';
import { startHouse } from './support/running-house';
import { photo, uploaded } from './support/sent-photos';

const DOCUMENTS = '/api/v1/insured-persons/me/documents';
const fields = { reason: 'abroad', incapableFrom: '2026-11-23', isFollowUp: false };
const docs = resolve(__dirname, '../../../docs/receipts.md');

let house: RunningHouse;
let owner: Caller;
let stranger: Caller;

beforeAll(async () => {
  house = await startHouse();
  await house.importMembers([memberLine(1), memberLine(2)]);
  owner = await member(house, { kvnr: kvnrOf(1), postalCode: '04109' }, 'kim@post.example');
  stranger = await member(house, { kvnr: kvnrOf(2), postalCode: '04109' }, 'fremd@post.example');
});
afterAll(() => house?.stop());
afterEach(() => house.clock.reset());

interface Receipt {
  number: string;
  receivedAt: string;
  pages: { sha256: string }[];
  sha256: string;
  signature: string;
  keyId: string;
  text: string;
  verificationCode: string;
}

async function submit(caller = owner, more: object = {}): Promise<{ id: string; receipt: Receipt }> {
  const uploadIds = [await uploaded(caller, await photo()), await uploaded(caller, await photo())];
  const answer = await caller.post(DOCUMENTS, { category: 'sick-note', uploadIds, fields, ...more });
  if (answer.status !== 201) throw new Error(`submit: ${answer.status} ${answer.text}`);
  return answer.body as never;
}

const progressOf = async (id: string) => (await owner.get(`${DOCUMENTS}/${id}`)).body['progress'];

async function bytesOf(path: string): Promise<Buffer> {
  const cookie = [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return Buffer.from(
    await (await fetch(`http://127.0.0.1:${house.port}${path}`, { headers: { cookie } })).arrayBuffer(),
  );
}

it('K9 gives a receipt that openssl checks by the documented line, without us', async () => {
  const { id, receipt } = await submit();
  expect(receipt.number).toMatch(/^D-[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  expect(receipt.pages).toHaveLength(2);
  const file = (name: string) => join(house.dataDir, name);
  writeFileSync(file('receipt.json'), await bytesOf(`${DOCUMENTS}/${id}/receipt.json`));
  writeFileSync(file('receipt.sig'), await bytesOf(`${DOCUMENTS}/${id}/receipt.sig`));
  const { items } = (await new Caller(house).get('/api/v1/receipt-keys')).body as {
    items?: { keyId: string; publicKey: string }[];
  };
  writeFileSync(file('receipt-key.pem'), items?.find(({ keyId }) => keyId === receipt.keyId)?.publicKey ?? '');
  const pem = await new Caller(house).get(`/api/v1/receipt-keys/${receipt.keyId}/public.pem`);
  expect(pem.text).toBe(readFileSync(file('receipt-key.pem'), 'utf8'));
  expect((await new Caller(house).get('/api/v1/receipt-keys/0000000000000000/public.pem')).status).toBe(404);
  const [, command = ''] = /```sh\n(openssl [^\n]+)\n```/.exec(readFileSync(docs, 'utf8')) ?? [];
  const [program = '', ...args] = command.split(' ');
  const check = () => execFileSync(program, args, { cwd: house.dataDir, stdio: 'pipe' }).toString();
  expect(check()).toContain('Signature Verified Successfully');
  const text = readFileSync(file('receipt.json'), 'utf8');
  expect(text).toBe(receipt.text);
  expect(createHash('sha256').update(text).digest('hex')).toBe(receipt.sha256);
  expect(text).not.toContain(kvnrOf(1));
  writeFileSync(file('receipt.json'), text.replace('sick-note', 'sick-nose'));
  expect(check).toThrow();
});

it('G5 the receipt is a tagged PDF, and its code tells anybody number, time and hash', async () => {
  const { id, receipt } = await submit();
  const pdf = await bytesOf(`${DOCUMENTS}/${id}/receipt.pdf?language=en`);
  expect(execFileSync('pdfinfo', ['-'], { input: pdf, stdio: ['pipe', 'pipe', 'ignore'] }).toString()).toMatch(
    /^Tagged:\s+yes$/m,
  );
  const text = execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf }).toString();
  expect(text).toContain('Confirmation of receipt');
  for (const part of [receipt.number, receipt.verificationCode, receipt.sha256, receipt.pages[0]?.sha256])
    expect(text).toContain(part);
  const checked = await new Caller(house).get(`/api/v1/verifications/${receipt.verificationCode}`);
  expect(checked.body).toMatchObject({
    kind: 'receipt',
    validity: 'valid',
    receipt: { number: receipt.number, receivedAt: receipt.receivedAt, sha256: receipt.sha256, keyId: receipt.keyId },
  });
  expect(checked.text).not.toMatch(/sick|Kim|Beispiel/);
});

it('the same key submits once; another upload of the same is used up', async () => {
  const uploadIds = [await uploaded(owner, await photo())];
  const body = { category: 'other', uploadIds, fields: { about: 'Umzug' } };
  const headers = { 'idempotency-key': 'einmal' };
  const [first, second] = [
    await owner.post(DOCUMENTS, body, { headers }),
    await owner.post(DOCUMENTS, body, { headers }),
  ];
  expect([first.status, second.status, second.body['id']]).toEqual([201, 201, first.body['id']]);
  const again = await owner.post(DOCUMENTS, body);
  expect(again.body.errors).toMatchObject([{ pointer: '/uploadIds', code: 'upload-used' }]);
});

it('K8 goes to the receiving system, and counts as arrived when that says so', async () => {
  const { id } = await submit();
  const folder = join(house.dataDir, 'submissions');
  const paper = join(folder, `${id}.json`);
  await until('it was handed over', async () => existsSync(paper));
  const handed = JSON.parse(readFileSync(paper, 'utf8')) as Record<string, unknown>;
  expect(handed).toMatchObject({
    submissionId: id,
    category: 'sick-note',
    person: { kvnr: kvnrOf(1) },
    sender: { kvnr: kvnrOf(1) },
    fields,
  });
  const content = handed['content'] as { file: string; sha256: string };
  const bytes = readFileSync(join(folder, content.file));
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(content.sha256);
  // The paper lies there a moment before we have written down that it does.
  await until('it is forwarded', async () => (await progressOf(id)) === 'forwarded');
  expect((await bytesOf(`${DOCUMENTS}/${id}/content`)).equals(bytes)).toBe(true);
  writeFileSync(join(folder, 'ack.part'), JSON.stringify({ reference: 'VG-2026-0815' }));
  renameSync(join(folder, 'ack.part'), join(folder, `${id}.ack.json`));
  await until('it is acknowledged', async () => (await progressOf(id)) === 'acknowledged');
  await until('its files are gone', async () => !existsSync(paper));
  expect(existsSync(join(folder, content.file))).toBe(false);
});

it('S34 nobody else finds it, nor learns that it exists', async () => {
  const { id } = await submit();
  const [subject] = await house.query<{ id: string }>(`SELECT id FROM membership.insured_person WHERE kvnr = $1`, [
    kvnrOf(1),
  ]);
  for (const person of ['me', subject?.id]) {
    for (const rest of ['', '/content', '/receipt.pdf', '/receipt.json', '/receipt.sig']) {
      const answer = await stranger.get(`/api/v1/insured-persons/${person}/documents/${id}${rest}`);
      expect([rest, answer.status, answer.body.code]).toEqual([rest, 404, 'not-found']);
    }
    const patched = await stranger.call('PATCH', `/api/v1/insured-persons/${person}/documents/${id}`, {
      private: true,
    });
    expect(patched.status).toBe(404);
  }
  const foreign = await uploaded(stranger, await photo());
  const stolen = await owner.post(DOCUMENTS, { category: 'other', uploadIds: [foreign], fields: { about: 'x' } });
  expect(stolen.body.errors).toMatchObject([{ pointer: '/uploadIds', code: 'upload-unknown' }]);
});

it('S37 refuses what was not asked, each field with its reason', async () => {
  const uploadIds = [await uploaded(owner, await photo())];
  const answer = await owner.post(DOCUMENTS, {
    category: 'sick-note',
    uploadIds,
    fields: { reason: 'holiday', incapableFrom: '2026-02-30', isFollowUp: 'ja', kvnr: 'A123456780' },
  });
  expect(answer.body.errors?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
    '/fields/reason not-allowed',
    '/fields/incapableFrom day-invalid',
    '/fields/isFollowUp wrong-type',
    '/fields/kvnr unknown-field',
  ]);
  for (const body of [
    {},
    { category: 'x', uploadIds },
    { category: 'other', uploadIds: [] },
    { category: 'other', uploadIds: ['\u0000'] },
    { category: 'other', uploadIds: 'x' },
    { category: 'other', uploadIds, fields: [] },
    { category: 'other', uploadIds, fields: { about: { a: 1 } } },
    { category: 'other', uploadIds, person: 'x' },
  ]) {
    expect([400, 422]).toContain((await owner.post(DOCUMENTS, body)).status);
  }
  // Without answers the paper speaks for itself.
  expect((await owner.post(DOCUMENTS, { category: 'sick-note', uploadIds })).status).toBe(201);
});

it('K10 lists by pages, newest first', async () => {
  const ids = [(await submit()).id, (await submit()).id, (await submit()).id].reverse();
  const first = (await owner.get(`${DOCUMENTS}?limit=2`)).body as { items?: { id: string }[]; nextCursor?: string };
  expect(first.items?.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  const second = (await owner.get(`${DOCUMENTS}?limit=2&cursor=${first.nextCursor}`)).body as typeof first;
  expect(second.items?.[0]?.id).toBe(ids[2]);
  expect((await owner.get(`${DOCUMENTS}?cursor=x`)).status).toBe(422);
});

it('K8 what nobody acknowledges in time is told to the member once, without content, and to operators', async () => {
  const { id } = await submit();
  await settled(house);
  const before = mailsTo(house, 'kim@post.example').length;
  await house.clock.advance('25 hours');
  await until('it is overdue', async () => {
    const [row] = await house.query<{ state: string }>(`SELECT state FROM applications.submission WHERE id = $1`, [id]);
    return row?.state === 'overdue';
  });
  await until('the member is told', async () => mailsTo(house, 'kim@post.example').length > before);
  const text = mailsTo(house, 'kim@post.example').slice(before).join('\n');
  expect(text).toContain('noch nicht in der Bearbeitung angekommen');
  expect(text).not.toMatch(/krank|D-[0-9A-Z]{5}-/i);
  const metrics = await (await fetch(`http://127.0.0.1:${house.port}/metrics`)).text();
  expect(Number(/^submissions_overdue (\d+)/m.exec(metrics)?.[1])).toBeGreaterThan(0);
  const listed = await house.command('ops.js', ['submissions']);
  expect(listed).toContain(id);
  await house.command('ops.js', ['acknowledge', id]);
  await house.clock.reset();
  owner = await loggedIn(house, kvnrOf(1));
  expect(await progressOf(id)).toBe('acknowledged');
});
