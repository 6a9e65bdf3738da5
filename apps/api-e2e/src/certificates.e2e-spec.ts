import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until, type RunningHouse } from '@of/testing';
import { Caller } from './support/caller';
import { kvnrOf, member, memberLine, settled } from './support/members';
import { releasedMember, type ReleasedMember } from './support/released-member';
import { startHouse } from './support/running-house';

const PERSON = { kvnr: kvnrOf(1), postalCode: '04109' };
const CERTIFICATES = '/api/v1/insured-persons/me/certificates';
const order = { kind: 'membership', delivery: 'download', language: 'de' };

let house: RunningHouse;
let owner: ReleasedMember;

beforeAll(async () => {
  house = await startHouse();
  await house.importMembers([memberLine(1), memberLine(2)]);
  owner = await releasedMember(house, PERSON, 'kim@post.example');
});
afterAll(() => house?.stop());
afterEach(() => house.clock.reset());

const verify = (code: string) => new Caller(house).get(`/api/v1/verifications/${code}`);

/** The bytes of a PDF, as a browser would save them. */
async function pdfOf(path: string): Promise<Buffer> {
  const cookie = [...owner.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(`http://127.0.0.1:${house.port}${path}`, { headers: { cookie } });
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
  return Buffer.from(await answer.arrayBuffer());
}

it('F4 is issued at once as a tagged PDF whose code anybody may check', async () => {
  const { status, body } = await owner.browser.post(CERTIFICATES, order);
  expect(status).toBe(201);
  expect(body).toMatchObject({ kind: 'membership', contentUrl: `${CERTIFICATES}/${String(body['id'])}/content` });
  const pdf = await pdfOf(String(body['contentUrl']));
  const text = execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf }).toString();
  expect(execFileSync('pdfinfo', ['-'], { input: pdf, stdio: ['pipe', 'pipe', 'ignore'] }).toString()).toMatch(
    /^Tagged:\s+yes$/m,
  );
  const printed = /[0-9A-Z]{4}(-[0-9A-Z]{4}){4}/.exec(text)?.[0] as string;
  expect(printed).toBe(body['verificationCode']);
  const checked = await verify(printed);
  expect(checked.body).toEqual({
    kind: 'membership',
    issuedOn: body['issuedOn'],
    validity: 'valid',
    invalidFrom: null,
    receipt: null,
  });
  expect(checked.text).not.toMatch(/Kim|Beispiel|M0000/);
  expect((await owner.browser.get(CERTIFICATES)).body).toMatchObject({ items: [{ id: body['id'] }], nextCursor: null });
});

it('the same key gives the same certificate, with the status of the first answer', async () => {
  const headers = { 'idempotency-key': 'bescheinigung-1' };
  const [first, second] = [
    await owner.browser.post(CERTIFICATES, { ...order, delivery: 'post' }, { headers }),
    await owner.browser.post(CERTIFICATES, { ...order, delivery: 'post' }, { headers }),
  ];
  expect([first.status, second.status]).toEqual([202, 202]);
  expect(second.body).toEqual(first.body);
  expect(second.headers['idempotency-replayed']).toBe('true');
});

it('F4 by post is the very document that was issued, in a letter', async () => {
  const { status, body } = await owner.browser.post(CERTIFICATES, { ...order, kind: 'employer', delivery: 'post' });
  expect([status, body['letterExpectedBy']]).toEqual([202, expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/)]);
  await settled(house);
  const [row] = await house.query<{ letter: string }>(
    `SELECT letter_id AS letter FROM applications.certificate WHERE id = $1`,
    [body['id']],
  );
  const printed = readFileSync(join(house.dataDir, 'print', `${row?.letter}.pdf`));
  expect(printed.equals(await pdfOf(String(body['contentUrl'])))).toBe(true);
  expect(JSON.parse(readFileSync(join(house.dataDir, 'print', `${row?.letter}.json`), 'utf8'))).toMatchObject({
    purpose: 'certificate',
  });
});

it('S34 nobody else reads it, and unknown codes look like none', async () => {
  const { body } = await owner.browser.post(CERTIFICATES, order);
  const stranger = await releasedMember(house, { kvnr: kvnrOf(2), postalCode: '04109' }, 'fremd@post.example');
  const [subject] = await house.query<{ id: string }>(`SELECT id FROM membership.insured_person WHERE kvnr = $1`, [
    PERSON.kvnr,
  ]);
  for (const person of ['me', subject?.id]) {
    const path = `/api/v1/insured-persons/${person}/certificates/${String(body['id'])}/content`;
    expect((await stranger.browser.get(path)).status).toBe(404);
  }
  for (const code of ['0000-0000-0000-0000-0000', 'x', '%00', 'A'.repeat(2_000)]) {
    expect([404, 422]).toContain((await verify(code)).status);
  }
  expect((await verify('0000-0000-0000-0000-0000')).body.code).toBe('not-found');
});

it('needs the second factor and a known kind', async () => {
  const basic = await member(house, { kvnr: 'Z123456783', postalCode: '10115' }, 'aylin@post.example');
  expect((await basic.post(CERTIFICATES, order)).body).toMatchObject({ code: 'second-factor-required' });
  expect((await new Caller(house).post(CERTIFICATES, order)).status).toBe(401);
  const wrong = await owner.browser.post(CERTIFICATES, { kind: 'diploma', delivery: 'fax', language: 'fr', more: 1 });
  expect(wrong.body.errors?.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual([
    '/delivery not-allowed',
    '/kind not-allowed',
    '/language not-allowed',
    '/more unknown-field',
  ]);
});

it('F4 is invalid from the day after cover ends, and none is issued then', async () => {
  const { body } = await owner.browser.post(CERTIFICATES, order);
  const [day] = await house.query<{ today: string; yesterday: string }>(
    `SELECT platform.today()::text AS today, (platform.today() - 1)::text AS yesterday`,
  );
  await house.importMembers([
    { ...memberLine(1), insurancePeriods: [{ from: '2015-04-01', to: day?.today, kind: 'member' }] },
  ]);
  const code = String(body['verificationCode']);
  expect((await verify(code)).body).toMatchObject({ validity: 'valid', invalidFrom: null });
  await house.importMembers([
    { ...memberLine(1), insurancePeriods: [{ from: '2015-04-01', to: day?.yesterday, kind: 'member' }] },
  ]);
  expect((await verify(code)).body).toMatchObject({ validity: 'no-longer-valid', invalidFrom: day?.today });
  expect((await owner.browser.post(CERTIFICATES, order)).body).toMatchObject({ code: 'certificate-without-cover' });
  await house.importMembers([memberLine(1)]); // the end was an error
  expect((await verify(code)).body).toMatchObject({ validity: 'valid', invalidFrom: null });
});

it('S24 checking codes is limited by address', async () => {
  const caller = new Caller(house);
  const statuses = [];
  for (let n = 0; n < 31; n++) statuses.push((await caller.get('/api/v1/verifications/0000')).status);
  expect(statuses.slice(0, 30).every((status) => status === 404)).toBe(true);
  expect(statuses[30]).toBe(429);
});

it('F4 tells a parent about a child what fits its age', async () => {
  const erika = await releasedMember(house, { kvnr: 'A123456780', postalCode: '01099' }, 'erika@post.example');
  const [mia] = await house.query<{ id: string }>(`SELECT id FROM membership.insured_person WHERE kvnr = 'C000500021'`);
  const path = `/api/v1/insured-persons/${mia?.id}/certificates`;
  const issued = await erika.browser.post(path, { ...order, language: 'en' });
  expect([issued.status, issued.body['contentUrl']]).toEqual([
    201,
    expect.stringContaining(`/${mia?.id}/certificates/`),
  ]);
  const young = await erika.browser.post(path, { ...order, kind: 'employer' });
  expect([young.status, young.body.code]).toEqual([409, 'certificate-not-for-age']);
  expect(young.text).toContain('15. Geburtstag');
  await until('the act is in the log', async () => {
    const [row] = await house.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM platform.audit_entry WHERE subject = $1 AND content::jsonb->>'act' = $2`,
      [mia?.id, 'applications.certificate-issued'],
    );
    return row?.count === 1;
  });
});
